import * as z from "zod";
import { SealingKeys } from "../../platform/secrets/keys.ts";
import { Vault } from "../../platform/secrets/vault.ts";
import { defineService, type Service } from "../../platform/service/define-service.ts";
import { SigningSecrets } from "../../platform/webhooks/signing-secret.ts";
import { Administration, secretsOf } from "./administration.ts";
import { WebhookFeed } from "./feed.ts";
import { type WebhookCalls, webhooksRouter } from "./router.ts";
import { forgetDeliveriesJob } from "./sending/forget-job.ts";
import { standardSchedule } from "./sending/schedule.ts";
import { Sender } from "./sending/sender.ts";
import { Deliveries } from "./store/deliveries.ts";
import { Endpoints } from "./store/endpoints.ts";
import { tables } from "./store/tables.ts";

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((one) => one.trim() || []));

/** Tells customers' own systems what happens to a brand's rows. */
export const webhooks = defineService({
  name: "webhooks",
  router: webhooksRouter,
  tables,
  env: z.object({
    /** What seals the secrets, as it does those of connections: `name:base64`, 32 bytes, the newest first. Without one there are no webhooks. */
    SW_CONNECTION_KEYS: z
      .string()
      .optional()
      .transform((text) => text || undefined),
    /** Addresses inside, as `http://host:port`, that may be sent to. Nobody else may name one. */
    SW_WEBHOOK_ORIGINS: list,
    /** Seconds that a receiver has to answer. */
    SW_WEBHOOK_TIMEOUT: z.coerce.number().positive().default(20),
    /** Seconds after each failed try until the next. */
    SW_WEBHOOK_SCHEDULE: list
      .transform((given) => (given.length > 0 ? given.map(Number) : [...standardSchedule]))
      .pipe(z.array(z.number().positive())),
  }),
  create({ db, log, turn }, env): Service<WebhookCalls> {
    const { SW_CONNECTION_KEYS: keys, SW_WEBHOOK_ORIGINS: inside } = env;
    const [endpoints, deliveries] = [new Endpoints(db), new Deliveries(db)];
    if (!keys) {
      log.info("SW_CONNECTION_KEYS is not set: no webhook can be kept");
      return { calls: { administration: undefined } };
    }
    const vault = new Vault(db, "webhooks", new SealingKeys(keys));
    const secrets = new SigningSecrets(vault);
    const timeout = env.SW_WEBHOOK_TIMEOUT * 1_000;
    const sender = new Sender({
      endpoints,
      deliveries,
      log,
      secretsOf: secretsOf(secrets),
      turn,
      inside,
      timeout,
      schedule: env.SW_WEBHOOK_SCHEDULE,
    });
    const came = () => sender.look();
    return {
      calls: { administration: new Administration({ endpoints, deliveries, secrets, inside, timeout, came }) },
      follows: new WebhookFeed({ endpoints, deliveries, came }),
      jobs: [forgetDeliveriesJob(deliveries)],
      start() {
        sender.start();
        vault.sealAnew().catch((error: unknown) => log.error({ err: error }, "secrets not sealed anew"));
      },
      stop: () => sender.stop(),
      health: async () => ({ brands: await deliveries.followed() }),
    };
  },
});
