import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";

import { businessDay, usualTimeZone } from "../../platform/day.ts";
import { hourlyForEachBrand } from "../../platform/jobs/hourly.ts";
import { SealingKeys } from "../../platform/secrets/keys.ts";
import { Vault } from "../../platform/secrets/vault.ts";
import { defineService, type ServiceDefinition } from "../../platform/service/define-service.ts";
import { billedCustomer } from "./execution/billed-customer.ts";
import { type Billing, billing } from "./capabilities/billing.ts";
import { billedEnd } from "./execution/billed-end.ts";
import { billedWork } from "./execution/billed-work.ts";
import type { BilledTrade } from "./execution/billed-trade.ts";
import { Bulkheads } from "./execution/bulkheads.ts";
import { carryOut, type Doing } from "./execution/carry-out.ts";
import { carryOutJob, type Try } from "./execution/carry-out-job.ts";
import { DueActions } from "./execution/due-actions.ts";
import type { AnyExecutor } from "./execution/executor.ts";
import { invoices, mirrorJob } from "./invoices/mirror-job.ts";
import { billedBooks, billedItems, billedThings } from "./billed/reading.ts";
import { BillingMirrors, type MirroredThings } from "./invoices/mirrors.ts";
import { customerInvoices } from "./invoices/reading.ts";
import { mirrorTables, SeenInvoices } from "./invoices/seen.ts";
import { CallJournal } from "./journal/call-journal.ts";
import { Calls, callTables } from "./journal/calls.ts";
import { duringAction } from "./journal/during-action.ts";
import { forgetCallsJob } from "./journal/forget-calls-job.ts";
import { type Adapter, ConnectorRegistry } from "./registry.ts";
import { connectorsRouter } from "./router.ts";
import { connectionId } from "./store/connection-id.ts";
import { OpenConnections } from "./store/open-connections.ts";
import { Connections, tables } from "./store/connections.ts";
import { WebhookInbox } from "../../platform/webhooks/inbox.ts";
import { Watches } from "./watches.ts";
import { WebhookAddresses, webhookTables } from "./webhooks/addresses.ts";
import { Webhooks } from "./webhooks/webhooks.ts";

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((one) => one.trim() || []));
/** Of a brand, and of each of its connections. */
const triesAtOnce = 8;
const seconds = (standard: number) =>
  z.coerce
    .number()
    .positive()
    .default(standard)
    .transform((value) => value * 1_000);

/** What an add-on or a vertical brings: vendors of capabilities of its own, and what carries their operations out. */
export interface ModuleConnectors {
  readonly adapters: readonly Adapter[];
  readonly executors: readonly AnyExecutor[];
  /** What is known of what is billed. */
  readonly trades?: readonly BilledTrade[];
}

/** Keeps the brands' connections to vendors, and carries out what is wanted there. */
export const connectors = (given: ModuleConnectors): ServiceDefinition =>
  defineService({
    name: "connectors",
    router: connectorsRouter,
    tables: [...tables, ...callTables, ...webhookTables, ...mirrorTables],
    env: z.object({
      /** What seals the connections' secrets: `name:base64`, 32 bytes, the newest first. Without one no connection is kept. */
      SW_CONNECTION_KEYS: z
        .string()
        .optional()
        .transform((text) => text || undefined),
      /** Addresses inside that connections may lead to: simulators, sandboxes. Nobody else may name one. */
      SW_CONNECTION_ORIGINS: list,
      /** Folders, as `file:` addresses, in which files are exchanged with vendors that are reached so. */
      SW_CONNECTION_FOLDERS: list,
      SW_CONNECTION_TIMEOUT: seconds(30),
      /** After how long what was sent has arrived or never will: longer than the timeout. */
      SW_CONNECTION_SETTLE: seconds(120),
      /** Until an action's second try, where nothing was done; each one after waits twice as long. */
      SW_CONNECTION_FIRST_WAIT: seconds(30),
      /** Until a vendor who has taken an order is asked how far it is; from time to time later then. */
      SW_CONNECTION_FIRST_ASK: seconds(60),
    }),
    create(platform, env) {
      const { log, accounts } = platform;
      const timeout = env.SW_CONNECTION_TIMEOUT;
      const settle = Math.max(env.SW_CONNECTION_SETTLE, timeout);
      const executors = [
        billedCustomer,
        billedWork(given.trades ?? []),
        billedEnd(given.trades ?? []),
        ...given.executors,
      ];
      const executorOf = (capability: string, operation: string) =>
        executors.find((one) => one.capability.name === capability && one.operations.includes(operation));
      const registry = new ConnectorRegistry(given.adapters, { log, origins: env.SW_CONNECTION_ORIGINS });
      const keys = env.SW_CONNECTION_KEYS;
      const vault = keys && new Vault(platform.db, "connectors", new SealingKeys(keys));
      const connections = vault ? new Connections(platform.db, vault) : undefined;
      if (!connections) log.info("SW_CONNECTION_KEYS is not set: no connection to a vendor can be kept");
      const calls = new Calls(platform.db);
      const journal = new CallJournal(calls, log);
      const watches = new Watches(journal, calls);
      const open = new OpenConnections(registry, {
        timeout,
        async of(place) {
          // A paused one is nobody's way: nothing is sent nor read.
          const known = (await connections?.isPaused(place)) ? undefined : await connections?.of(place);
          if (!known) return undefined;
          const { adapter, origin } = known;
          return { ...known, watch: watches.of({ ...place, adapter, origin }) };
        },
      });
      const atOnce = new Bulkheads(triesAtOnce);
      const attempt = ({ brand, action, round, asked }: Try) =>
        accounts.acting(brand, "connector", async (client) => {
          const backend = await client(`action-${action}`);
          const params = new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["locale", "time_zone", "modules"]);
          const { locale, time_zone: timeZone, modules } = await backend.get("sw_brand", brand, params);
          const doing: Doing = {
            backend,
            turn: (work) => atOnce.run([brand], work),
            executorOf: ({ capability, operation }) => executorOf(capability, operation),
            async wayOf({ capability: { name: capability } }, party) {
              const place = { brand, capability, party };
              const connected = await open.of(place);
              if (!connected && (await connections?.isPaused(place))) return "paused";
              const offer = connected?.offers[capability];
              const turn = <Value>(work: () => Promise<Value>) => atOnce.run([brand, capability, party], work);
              return connected && offer && { vendor: connected.vendor, offer, turn };
            },
            settle,
            firstWait: env.SW_CONNECTION_FIRST_WAIT,
            firstAsk: env.SW_CONNECTION_FIRST_ASK,
            round,
            asked,
            locale: locale ?? "fr",
            modules: modules ?? [],
            today: businessDay(new Date(), timeZone ?? usualTimeZone),
          };
          return duringAction(action, () => carryOut(action, doing));
        });
      const addresses = vault ? new WebhookAddresses(platform.db, vault) : undefined;
      const webhooks = new Webhooks({
        inbox: new WebhookInbox(platform.db, "connectors"),
        addresses,
        connections,
        registry,
        log,
        acting: (brand, work) => accounts.acting(brand, "connector", async (client) => work(await client("webhook"))),
        executorOf,
        ask: (brand, action) => attempt({ brand, action, round: 1, asked: 0 }),
      });
      const billingOf = async (brand: string) => {
        const connected = await open.of({ brand, capability: billing.name, party: null });
        const offer = connected?.offers[billing.name];
        return connected && offer && { vendor: connected.vendor, offer: offer as Billing };
      };
      const bookOf = async (brand: string) => {
        const [way, known] = await Promise.all([billingOf(brand), connections?.known(brand)]);
        const kept = known?.find(({ capability }) => capability === billing.name);
        return way && kept && { ...way, company: kept.company, connection: connectionId(brand, kept) };
      };
      const mirrorOf = (things: MirroredThings, { name }: { readonly name: string }, wayOf = bookOf) =>
        new BillingMirrors({
          things,
          seen: new SeenInvoices(platform.db),
          log,
          wayOf,
          acting: (brand, work) => accounts.acting(brand, "connector", async (client) => work(await client(name))),
          alone: (brand, work) => platform.alone(brand, work),
          startJob: (input) => platform.startJob(name, input, input.id),
          jobState: (id) => platform.jobState(name, id),
        });
      const mirrors = mirrorOf(customerInvoices, invoices);
      const billed = mirrorOf(billedThings(given.trades ?? []), billedItems, async (brand) => {
        const way = await bookOf(brand);
        return way && { ...way, connection: billedBooks(way.connection) };
      });
      /** What changed there, of both. */
      const readBilling = async (brand: string) =>
        void (await Promise.all([mirrors.start(brand), billed.start(brand)]));
      const readings = hourlyForEachBrand(platform, {
        name: "invoices",
        label: { fr: "Lecture de la facturation", en: "Reading of what is billed" },
        async run(brand, at) {
          const id = `${brand}/${at.toISOString()}`;
          await Promise.all([mirrors.start(brand, id), billed.start(brand, id)]);
        },
      });
      return {
        calls: {
          registry,
          mirrors,
          billed,
          readBilling,
          addresses,
          connections,
          executors,
          origins: env.SW_CONNECTION_ORIGINS,
          folders: env.SW_CONNECTION_FOLDERS,
          timeout,
          resumed(brand: string) {
            webhooks.workOff();
            // Once it is done with, the brand's actions are looked at without news.
            platform
              .alone(brand, async () => undefined)
              .catch((error: unknown) => log.warn({ err: error, brand }, "looked at later"));
          },
          calls,
          watches,
          billingOf,
        },
        jobs: [
          carryOutJob(attempt),
          forgetCallsJob(calls),
          mirrorJob(mirrors),
          mirrorJob(billed, undefined, billedItems),
          ...readings,
        ],
        routes: (app) => webhooks.routes(app),
        follows: new DueActions({
          executors,
          connectedFor: async (brand) => ((await connections?.known(brand)) ?? []).filter(({ pausedAt }) => !pausedAt),
          start: (brand, job, id) => platform.startJob("carry-out", { brand, ...job }, id),
          state: (id) => platform.jobState("carry-out", id),
        }),
        start() {
          // After a change of keys the old one can be taken away.
          webhooks.start();
          if (vault) vault.sealAnew().catch((error: unknown) => log.error({ err: error }, "secrets not sealed anew"));
        },
        async stop() {
          await webhooks.stop();
          await open.close();
          await journal.close();
        },
        health: () => ({ adapters: registry.names, journal: journal.health }),
      };
    },
  });
