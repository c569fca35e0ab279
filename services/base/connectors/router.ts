import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { type BackendFor, serviceProcedures } from "../../platform/service/procedures.ts";
import {
  type Capability,
  connectionInput,
  connectionName,
  type RefusedConnection,
  type SavedConnection,
} from "./contract.ts";
import type { ConnectorRegistry } from "./registry.ts";
import type { Connections } from "./store/connections.ts";

export interface ConnectorCalls {
  readonly registry: ConnectorRegistry;
  /** Undefined: this installation has no key to keep secrets with. */
  readonly connections: Connections | undefined;
  /** Addresses besides the vendors' own. */
  readonly origins: readonly string[];
  timeout: number;
}

const { router, procedure } = serviceProcedures<ConnectorCalls>();

/** The caller's brand, where they hold the right. */
async function brandOf(ctx: { backendFor: BackendFor }, permission: string): Promise<string> {
  const user = await ctx.backendFor(`connectors-${randomUUID()}`).me();
  const brand = user.brand?.id;
  if (!brand || !user.permissions?.includes(permission)) throw new TRPCError({ code: "FORBIDDEN" });
  return brand;
}

/** Whoever administers a brand, with the brand's connections. */
const administration = procedure.use(async ({ ctx, next }) => {
  const brand = await brandOf(ctx, "administer brand");
  const { connections } = ctx.service;
  if (!connections) throw new TRPCError({ code: "PRECONDITION_FAILED" });
  return next({ ctx: { brand, connections } });
});

export const connectorsRouter = router({
  /** What the brand is connected for, to those who have things carried out there: which vendor, and whether it is a simulator. */
  connected: procedure.query(async ({ ctx }) => {
    const brand = await brandOf(ctx, "carry out actions");
    const { connections, registry } = ctx.service;
    const kept = (await connections?.known(brand)) ?? [];
    return Promise.all(
      kept.map(async ({ capability, adapter, origin }) => ({
        capability: capability as Capability,
        label: (await registry.describe(adapter)).label,
        isSimulator: origin !== null,
      })),
    );
  }),

  list: administration.query(async ({ ctx }) => {
    const { registry, origins } = ctx.service;
    const adapters = await Promise.all(
      registry.names.map(async (name) => ({ name, ...(await registry.describe(name)) })),
    );
    const kept = await ctx.connections.known(ctx.brand);
    return {
      connections: kept.map(({ capability, ...one }) => {
        const adapter = adapters.find(({ name }) => name === one.adapter);
        return {
          ...one,
          capability: capability as Capability,
          label: adapter?.label ?? one.adapter,
          abilities: adapter?.abilities ?? [],
        };
      }),
      adapters: adapters.map(({ name, label }) => ({ name, label })),
      origins,
    };
  }),

  /** Kept once the vendor has said whose books it leads to. */
  save: administration
    .input(connectionInput)
    .mutation(async ({ ctx, input }): Promise<SavedConnection | RefusedConnection> => {
      const { registry, origins, timeout } = ctx.service;
      const { adapter, origin, secret, capability } = input;
      if (!registry.names.includes(adapter)) return refused("unknown_adapter", adapter);
      if (origin !== undefined && !origins.includes(origin)) return refused("not_allowed", origin);
      const proof = await registry.prove({ adapter, secret, timeout, ...(origin !== undefined && { origin }) });
      if (!proof.ok) return refused(proof.failure.code, proof.failure.message);
      const company = proof.value.name;
      await ctx.connections.save(ctx.brand, { capability, adapter, origin: origin ?? null, secret, company });
      return { kind: "saved", company };
    }),

  /** Whether it still leads where it led, asked of the vendor now. */
  test: administration
    .input(connectionName)
    .mutation(async ({ ctx, input }): Promise<SavedConnection | RefusedConnection> => {
      const { registry, timeout } = ctx.service;
      const connection = await ctx.connections.of(ctx.brand, input.capability);
      if (!connection) throw new TRPCError({ code: "NOT_FOUND" });
      const proof = await registry.prove({ ...connection, timeout });
      return proof.ok
        ? { kind: "saved", company: proof.value.name }
        : refused(proof.failure.code, proof.failure.message);
    }),

  remove: administration.input(connectionName).mutation(async ({ ctx, input }) => {
    if (!(await ctx.connections.remove(ctx.brand, input.capability))) throw new TRPCError({ code: "NOT_FOUND" });
  }),
});

const refused = (code: string, message: string): RefusedConnection => ({ kind: "refused", code, message });

export type ConnectorsRouter = typeof connectorsRouter;
