import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import * as z from "zod";
import { loadEntityModel, loadModelOnBase, platformModelFiles } from "../model/index.ts";
import { readEnv } from "../platform/env.ts";
import { startEmbeddedDrupal } from "./server.ts";

const environment = z.object({
  SW_ADMIN_PASSWORD: z.string().min(1).optional(),
  SW_DATABASE_URL: z.string().min(1).optional(),
  SW_TRUSTED_PROXIES: z.string().optional(),
  SW_PORT_TRIES: z.coerce.number().int().min(1).default(1),
  SW_DRUPAL_HOSTS: z.string().default(""),
  SW_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().optional(),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: { type: "string", multiple: true },
      "more-model": { type: "string", multiple: true },
      port: { type: "string", default: "8888" },
      host: { type: "string", default: "127.0.0.1" },
      data: { type: "string" },
    },
  });
  const env = readEnv(environment);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port needs a number from 0 to 65535, not ${values.port}`);
  // What lives in memory is a trial that ends with the process; what is kept gets a password of its own.
  const isKept = Boolean(values.data ?? env.SW_DATABASE_URL);
  const made = randomBytes(18).toString("base64url");
  const server = await startEmbeddedDrupal({
    model: values.model
      ? loadModelOnBase(values.model)
      : loadEntityModel([...platformModelFiles(), ...(values["more-model"] ?? [])]),
    port,
    hostname: values.host,
    hosts: env.SW_DRUPAL_HOSTS.split(",")
      .map((name) => name.trim())
      .filter(Boolean),
    tries: env.SW_PORT_TRIES,
    adminPassword: env.SW_ADMIN_PASSWORD ?? (isKept ? made : "admin"),
    ...(values.data ? { dataDir: values.data } : {}),
    ...(env.SW_TRUSTED_PROXIES === undefined ? {} : { trustedProxies: env.SW_TRUSTED_PROXIES }),
    ...(env.SW_REQUESTS_PER_MINUTE === undefined ? {} : { requestsPerMinute: env.SW_REQUESTS_PER_MINUTE }),
    ...(env.SW_DATABASE_URL ? { databaseUrl: env.SW_DATABASE_URL } : {}),
  });
  const place = env.SW_DATABASE_URL
    ? "data in the PostgreSQL server"
    : values.data
      ? `data in ${values.data}`
      : "data in memory";
  if (server.isNew && isKept && !env.SW_ADMIN_PASSWORD)
    console.log(`Account admin, password ${made}. It is printed this once and kept nowhere: write it down.`);
  console.log(`Embedded Drupal answers on ${server.url}/jsonapi, ${place}`);
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
