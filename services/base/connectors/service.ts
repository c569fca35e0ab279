import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { SealingKeys } from "../../platform/secrets/keys.ts";
import { Vault } from "../../platform/secrets/vault.ts";
import { defineService, type ServiceDefinition } from "../../platform/service/define-service.ts";
import { carryOut } from "./execution/carry-out.ts";
import { carryOutJob } from "./execution/carry-out-job.ts";
import { DueActions, executed } from "./execution/due-actions.ts";
import { type Adapter, ConnectorRegistry } from "./registry.ts";
import { connectorsRouter } from "./router.ts";
import { OpenConnections } from "./store/open-connections.ts";
import { Connections, tables } from "./store/connections.ts";

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((one) => one.trim() || []));
const seconds = (standard: number) =>
  z.coerce
    .number()
    .positive()
    .default(standard)
    .transform((value) => value * 1_000);

/** Keeps the brands' connections to vendors, and carries out what is wanted there. */
export const connectors = (adapters: readonly Adapter[]): ServiceDefinition =>
  defineService({
    name: "connectors",
    router: connectorsRouter,
    tables,
    env: z.object({
      /** What seals the connections' secrets: `name:base64`, 32 bytes, the newest first. Without one no connection is kept. */
      SW_CONNECTION_KEYS: z
        .string()
        .optional()
        .transform((text) => text || undefined),
      /** Addresses inside that connections may lead to: simulators, sandboxes. Nobody else may name one. */
      SW_CONNECTION_ORIGINS: list,
      SW_CONNECTION_TIMEOUT: seconds(30),
      /** After how long what was sent has arrived or never will: longer than the timeout. */
      SW_CONNECTION_SETTLE: seconds(120),
      /** Until an action's second try, where nothing was done; each one after waits twice as long. */
      SW_CONNECTION_FIRST_WAIT: seconds(30),
    }),
    create(platform, env) {
      const { log, accounts } = platform;
      const timeout = env.SW_CONNECTION_TIMEOUT;
      const settle = Math.max(env.SW_CONNECTION_SETTLE, timeout);
      const registry = new ConnectorRegistry(adapters, { log, origins: env.SW_CONNECTION_ORIGINS });
      const keys = env.SW_CONNECTION_KEYS;
      const vault = keys && new Vault(platform.db, "connectors", new SealingKeys(keys));
      const connections = vault ? new Connections(platform.db, vault) : undefined;
      if (!connections) log.info("SW_CONNECTION_KEYS is not set: no connection to a vendor can be kept");
      const open = new OpenConnections(registry, {
        timeout,
        of: async (brand) => connections?.of(brand, executed.capability),
      });
      const attempt = async (brand: string, action: string, round: number) => {
        const { adapter, billing } = await open.of(brand);
        if (!billing) throw new Error(`${adapter} bills nothing`);
        return accounts.acting(brand, "connector", async (client) => {
          const backend = await client(`action-${action}`);
          const params = new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["locale"]);
          const locale = (await backend.get("sw_brand", brand, params)).locale ?? "fr";
          return carryOut(action, {
            backend,
            billing,
            adapter,
            settle,
            firstWait: env.SW_CONNECTION_FIRST_WAIT,
            round,
            locale,
          });
        });
      };
      return {
        calls: { registry, connections, origins: env.SW_CONNECTION_ORIGINS, timeout },
        jobs: [carryOutJob(attempt)],
        follows: new DueActions({
          isConnected: async (brand, capability) => (await connections?.has(brand, capability)) ?? false,
          start: (brand, action, id) => platform.startJob("carry-out", { brand, action }, id),
          state: (id) => platform.jobState("carry-out", id),
        }),
        start() {
          // After a change of keys the old one can be taken away.
          if (vault) vault.sealAnew().catch((error: unknown) => log.error({ err: error }, "secrets not sealed anew"));
        },
        stop: () => open.close(),
        health: () => ({ adapters: registry.names }),
      };
    },
  });
