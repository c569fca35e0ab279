import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { EntityTypeName } from "../../model/generated/entities.ts";
import { labelFieldsOf, labelOf } from "../../model/row-label.ts";
import { type BackendFor, serviceProcedures } from "../../platform/service/procedures.ts";
import { brandSettings } from "../../platform/backend/brand-settings.ts";
import { callerWith } from "../../platform/service/caller.ts";
import { type Capability, isOpenTo, type Words } from "./capabilities/capability.ts";
import { communications } from "./capabilities/communications.ts";
import { connectionInput, connectionName, type RefusedConnection, type SavedConnection } from "./contract.ts";
import type { AnyExecutor } from "./execution/executor.ts";
import type { Calls } from "./journal/calls.ts";
import type { BillingMirrors } from "./invoices/mirrors.ts";
import { invoicesRouter } from "./invoices/router.ts";
import { billedRouter } from "./billed/router.ts";
import { callsRouter } from "./journal/router.ts";
import { type MappingCalls, mappingRouter } from "./mapping/router.ts";
import type { ConnectorRegistry } from "./registry.ts";
import { connectionId } from "./store/connection-id.ts";
import type { Connections } from "./store/connections.ts";
import { ownerOf } from "./store/open-connections.ts";
import type { Watches } from "./watches.ts";
import type { WebhookAddresses } from "./webhooks/addresses.ts";

export interface ConnectorCalls extends MappingCalls {
  readonly registry: ConnectorRegistry;
  /** Undefined: this installation has no key to keep secrets with. */
  readonly connections: Connections | undefined;
  readonly executors: readonly AnyExecutor[];
  /** Addresses besides the vendors' own: simulators, sandboxes. */
  readonly origins: readonly string[];
  /** Where files are exchanged with real vendors. */
  readonly folders: readonly string[];
  timeout: number;
  readonly calls: Calls;
  readonly watches: Watches;
  readonly billed: BillingMirrors;
  readonly addresses: WebhookAddresses | undefined;
  /** A connection was taken up again: what came meanwhile is worked off, and what is due begun. */
  resumed(brand: string): void;
}

const { router, procedure } = serviceProcedures<ConnectorCalls>();

/** Whoever administers a brand, with the brand's connections. */
const administration = procedure.use(async ({ ctx, next }) => {
  const { brand, ...caller } = await callerWith(ctx, "administer brand");
  const { connections, executors } = ctx.service;
  if (!connections) throw new TRPCError({ code: "PRECONDITION_FAILED" });
  const { modules } = await brandSettings(ctx.backendFor(`connectors-${randomUUID()}`), brand);
  const known: readonly Capability[] = [...executors.map(({ capability }) => capability), communications];
  const open = known.filter((capability) => isOpenTo(capability, modules));
  return next({ ctx: { brand, connections, caller, open } });
});

export const connectorsRouter = router({
  calls: callsRouter,
  invoices: invoicesRouter,
  billed: billedRouter,
  mapping: mappingRouter,

  /** What the brand is connected for, to those who have things carried out there: which vendor, what can be wanted of it, and whether it is a simulator. */
  connected: procedure.query(async ({ ctx }) => {
    const { brand } = await callerWith(ctx, "carry out actions");
    const { connections, registry, origins, executors } = ctx.service;
    const kept = (await connections?.known(brand)) ?? [];
    return Promise.all(
      kept.map(async ({ capability, party, adapter, origin, pausedAt }) => {
        const { label, offers } = await registry.describe(adapter);
        const offer = offers[capability];
        return {
          capability,
          party,
          label,
          operations: executors.flatMap((executor) =>
            offer && executor.capability.name === capability
              ? executor.operations.filter((operation) => executor.isAble(offer, operation))
              : [],
          ),
          isSimulator: origin !== null && origins.includes(origin),
          /** Nothing is sent nor read until it is taken up again. */
          isPaused: pausedAt !== null,
        };
      }),
    );
  }),

  list: administration.query(async ({ ctx }) => {
    const { registry, origins, folders, watches } = ctx.service;
    const mayRead = ctx.caller.can("view api details");
    const adapters = await Promise.all(
      registry.names.map(async (name) => ({ name, ...(await registry.describe(name)) })),
    );
    const kept = await ctx.connections.known(ctx.brand);
    const parties = new Map<string, readonly { readonly id: string; readonly label: string }[]>();
    for (const { name, party } of ctx.open)
      if (party && !parties.has(name)) parties.set(name, await partiesOf(ctx.backendFor, party));
    const connections = kept.map(async ({ capability, ...one }) => {
      const adapter = adapters.find(({ name }) => name === one.adapter);
      const known = ctx.open.find(({ name }) => name === capability);
      const { party, origin } = one;
      const place = { brand: ctx.brand, capability, party, adapter: one.adapter, origin };
      return {
        ...one,
        ...(await watches.told(place, mayRead)),
        id: connectionId(ctx.brand, place),
        /** Whether the vendor writes to us, and where to; null: it was given no address yet. */
        writes: registry.webhooksOf(one.adapter) !== undefined,
        webhook: (await ctx.service.addresses?.told(connectionId(ctx.brand, place))) ?? null,
        capability,
        capabilityLabel: known?.label ?? null,
        /** What the row that it was made for is called; null where it is gone, or the capability has none. */
        partyLabel: parties.get(capability)?.find(({ id }) => id === one.party)?.label ?? null,
        isSimulator: one.origin !== null && origins.includes(one.origin),
        isFolder: adapter?.isFolder ?? false,
        label: adapter?.label ?? one.adapter,
        abilities: wordsOf(adapter?.abilities[capability] ?? [], known),
      };
    });
    return {
      connections: await Promise.all(connections),
      /** What each can be connected for. */
      adapters: adapters.flatMap(({ name, label, isFolder, isOwn, hasClient, abilities }) =>
        Object.keys(abilities)
          .filter((capability) => ctx.open.some(({ name }) => name === capability))
          .map((capability) => ({
            name,
            label,
            /** It is reached by files: below which place is said, and no secret is asked for. */
            isFolder,
            /** The brand says where it is. */
            isOwn,
            /** A client's id is entered besides the key. */
            hasClient,
            capability,
            /** Whom a connection can be made for; null: the capability has no parties. */
            parties: parties.get(capability) ?? null,
          })),
      ),
      origins: [...folders, ...origins],
      /** Those where nothing real happens. */
      simulators: origins,
    };
  }),

  /** Kept once the vendor has said whose books it leads to. */
  save: administration
    .input(connectionInput)
    .mutation(async ({ ctx, input }): Promise<SavedConnection | RefusedConnection> => {
      const { registry, origins, folders, timeout, watches } = ctx.service;
      const { adapter, origin, secret, capability, party } = input;
      if (!registry.names.includes(adapter)) return refused("unknown_adapter", adapter);
      const { abilities, isFolder, isOwn } = await registry.describe(adapter);
      const asked = ctx.open.find(({ name }) => name === capability);
      if (!asked || !Object.hasOwn(abilities, capability)) return refused("unknown_adapter", adapter);
      const isFile = origin?.startsWith("file:") ?? false;
      const isKnown = origin !== undefined && [...folders, ...origins].includes(origin);
      if (isOwn && origin === undefined) return refused("not_allowed", adapter);
      // Where it is at an address of the brand's own the door itself keeps everybody outside (`platform/egress`).
      const isOutside = isOwn && origin !== undefined && isPlainAddress(origin);
      if (origin !== undefined && ((!isKnown && !isOutside) || isFile !== isFolder))
        return refused("not_allowed", origin);
      await isParty(ctx.backendFor, asked, party);
      const owner = ownerOf({ brand: ctx.brand, capability, party });
      const watch = watches.byPerson({ brand: ctx.brand, capability, party, adapter, origin });
      const connection = { adapter, secret, timeout, owner, watch, ...(origin !== undefined && { origin }) };
      const proof = await registry.prove(connection, capability);
      if (!proof.ok) return refused(proof.failure.code, proof.failure.message);
      const company = proof.value.name;
      const { name: savedBy } = ctx.caller;
      const known = { capability, party, adapter, origin: origin ?? null, secret, company, savedBy };
      await ctx.connections.save(ctx.brand, known);
      if (capability === "billing") await ctx.service.readBilling(ctx.brand);
      return { kind: "saved", company };
    }),

  /** Whether it still leads where it led, asked of the vendor now. */
  test: administration
    .input(connectionName)
    .mutation(async ({ ctx, input }): Promise<SavedConnection | RefusedConnection> => {
      const { registry, timeout, watches } = ctx.service;
      const connection = await ctx.connections.of({ brand: ctx.brand, ...input });
      if (!connection) throw new TRPCError({ code: "NOT_FOUND" });
      const place = { brand: ctx.brand, ...input };
      const { adapter, origin } = connection;
      const watch = watches.byPerson({ ...place, adapter, origin });
      const proof = await registry.prove({ ...connection, timeout, watch, owner: ownerOf(place) }, input.capability);
      return proof.ok
        ? { kind: "saved", company: proof.value.name }
        : refused(proof.failure.code, proof.failure.message);
    }),

  /** Nothing is sent nor read from then on; what was sent goes on there. A person may still test it. */
  pause: administration.input(connectionName).mutation(async ({ ctx, input }) => {
    if (!(await ctx.connections.pause({ brand: ctx.brand, ...input }, ctx.caller.name)))
      throw new TRPCError({ code: "NOT_FOUND" });
  }),

  /** Taken up again: what waited goes out, what came meanwhile is worked off, what changed there is read. */
  resume: administration.input(connectionName).mutation(async ({ ctx, input }) => {
    if (!(await ctx.connections.pause({ brand: ctx.brand, ...input }, null)))
      throw new TRPCError({ code: "NOT_FOUND" });
    ctx.service.resumed(ctx.brand);
    if (input.capability === "billing") await ctx.service.readBilling(ctx.brand);
  }),

  remove: administration.input(connectionName).mutation(async ({ ctx, input }) => {
    const known = await ctx.connections.of({ brand: ctx.brand, ...input });
    if (!(await ctx.connections.remove({ brand: ctx.brand, ...input }))) throw new TRPCError({ code: "NOT_FOUND" });
    const id = known && connectionId(ctx.brand, { ...input, adapter: known.adapter });
    if (id) await ctx.service.addresses?.remove(ctx.brand, id);
  }),

  webhook: router({
    /** The address that the vendor writes to, with a new secret, which is told this once. */
    renew: administration.input(connectionName).mutation(async ({ ctx, input }) => {
      const { adapter } = (await ctx.connections.of({ brand: ctx.brand, ...input })) ?? {};
      const { addresses, registry } = ctx.service;
      if (!addresses || adapter === undefined || !registry.webhooksOf(adapter))
        throw new TRPCError({ code: "NOT_FOUND" });
      return addresses.renew({ brand: ctx.brand, adapter, ...input });
    }),

    remove: administration.input(connectionName).mutation(async ({ ctx, input }) => {
      const { adapter } = (await ctx.connections.of({ brand: ctx.brand, ...input })) ?? {};
      const id = adapter && connectionId(ctx.brand, { ...input, adapter });
      if (!id || !(await ctx.service.addresses?.remove(ctx.brand, id))) throw new TRPCError({ code: "NOT_FOUND" });
    }),
  }),
});

async function partiesOf(backendFor: BackendFor, type: EntityTypeName) {
  const rows = await backendFor(`connectors-${randomUUID()}`).listAll(type, () =>
    new DrupalJsonApiParams().addFields(`${type}--${type}`, [...labelFieldsOf(type)]),
  );
  return rows.map((row) => ({ id: row.id, label: labelOf(type, row) })).sort((a, b) => a.label.localeCompare(b.label));
}

/** A row of the brand, where the capability has parties; none where it has not. Throws otherwise. */
async function isParty(backendFor: BackendFor, { party: type }: Capability, party: string | null): Promise<void> {
  if ((type === undefined) !== (party === null)) throw new TRPCError({ code: "BAD_REQUEST", message: "party" });
  if (type === undefined || party === null) return;
  const rows = await backendFor(`connectors-${randomUUID()}`).list(
    type,
    new DrupalJsonApiParams().addFields(`${type}--${type}`, ["version"]).addFilter("id", party),
  );
  if (rows.length === 0) throw new TRPCError({ code: "BAD_REQUEST", message: "party" });
}

/** What people read of abilities, as the capability orders them: several may be one thing to them. */
function wordsOf(offered: readonly string[], known: Capability | undefined): Words[] {
  const said = Object.entries(known?.abilities ?? {}).filter(([ability]) => offered.includes(ability));
  return [...new Map(said.map(([, words]) => [words.en, words])).values()];
}

/** `https://host[:port]`, and no more. */
function isPlainAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "https:" && url.origin === text;
}

const refused = (code: string, message: string): RefusedConnection => ({ kind: "refused", code, message });

export type ConnectorsRouter = typeof connectorsRouter;
