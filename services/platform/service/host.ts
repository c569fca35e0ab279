import { randomUUID } from "node:crypto";
import { trpcServer } from "@hono/trpc-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { BrandAccounts } from "../backend/brand-accounts.ts";
import { BackendClient } from "../backend/client.ts";
import { ServiceSession } from "../backend/service-account.ts";
import { decodeSession, sessionHeaderName } from "../backend/session-header.ts";
import { openDatabase } from "../database/database.ts";
import { createTables } from "../database/tables.ts";
import { openTurns } from "../database/turns.ts";
import { readEnv } from "../env.ts";
import { Jobs } from "../jobs/jobs.ts";
import { Follower } from "../journal/follower.ts";
import { createLogger } from "../logger.ts";
import { type Platform, schemaOf, type Service, type ServiceDefinition } from "./define-service.ts";
import { type Listening, listen } from "./listen.ts";
import type { CallContext } from "./procedures.ts";

const hostEnv = z.object({
  SW_BACKEND_URL: z.url(),
  /** The platform's account that follows the outbox and makes the services' users in each brand. */
  SW_PLATFORM_ACCOUNT: z.string().min(1),
  SW_PLATFORM_PASSWORD: z.string().min(1),
  /** The passwords of the services' users are derived from it; commands such as a rebuild have to say it. */
  SW_SERVICE_SECRET: z.string().min(16),
  /** Folder of the services' embedded database; without it, and without a server, it lives in memory and dies with the process. */
  SW_SERVICES_DATA: z.string().optional(),
  /** A PostgreSQL server for it, shared by any number of hosts. */
  SW_SERVICES_DATABASE_URL: z.string().optional(),
  /** What the health answer calls this installation, so that nobody takes another's parts for its own. */
  SW_INSTALLATION: z.string().min(1).default("softwhere"),
  PORT: z.coerce.number().int().default(8300),
  HOSTNAME: z.string().default("127.0.0.1"),
  /** How many ports are tried, from PORT on. */
  SW_PORT_TRIES: z.coerce.number().int().min(1).default(1),
});

export interface Host {
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs services in this process. Throws where the environment or the database isn't usable. */
export async function startHost(definitions: readonly ServiceDefinition[]): Promise<Host> {
  const env = readEnv(hostEnv);
  const log = createLogger("services");
  const parts = definitions.map((definition) => ({ definition, env: readEnv(definition.env) }));
  const database = await openDatabase({
    ...(env.SW_SERVICES_DATABASE_URL ? { databaseUrl: env.SW_SERVICES_DATABASE_URL } : {}),
    ...(env.SW_SERVICES_DATA ? { dataDir: env.SW_SERVICES_DATA } : {}),
  });
  const stops: (() => Promise<unknown>)[] = [() => database.close()];
  const stop = async () => {
    for (const end of stops.toReversed())
      await end().catch((error: unknown) => log.error({ err: error }, "not ended in order"));
  };
  try {
    const turns = await openTurns(database, log);
    stops.push(() => turns.close());
    const platformSession = new ServiceSession(env.SW_BACKEND_URL, {
      name: env.SW_PLATFORM_ACCOUNT,
      password: env.SW_PLATFORM_PASSWORD,
    });
    const accounts = new BrandAccounts(env.SW_BACKEND_URL, platformSession, env.SW_SERVICE_SECRET);
    const jobs = new Jobs({ database, turns, host: randomUUID(), log });
    const follower = new Follower({ platform: platformSession, accounts, turns, log });
    const app = new Hono();
    const running: { readonly name: string; readonly service: Service }[] = [];
    for (const { definition, env: own } of parts) {
      const { name } = definition;
      await createTables(database.db, schemaOf(name), definition.tables);
      const platform: Platform = {
        backendUrl: env.SW_BACKEND_URL,
        log: log.child({ service: name }),
        db: database.db,
        accounts,
        secret: env.SW_SERVICE_SECRET,
        brands: () => follower.brandIds(),
        alone: (brandId, work) => follower.alone(name, brandId, work),
        turn: (of) => turns.take(`${name} ${of}`),
        startJob: (job, input, id) => jobs.start(name, job, input, id),
        jobState: (job, id) => jobs.state(name, job, id),
        failedJobs: jobs,
      };
      const service = await definition.create(platform, own as never);
      stops.push(async () => service.stop?.());
      running.push({ name, service });
      for (const job of service.jobs ?? []) jobs.register(name, job);
      if (service.follows) follower.subscribe(name, service.follows);
      if (service.routes) {
        const routes = new Hono();
        service.routes(routes);
        app.route(`/${name}`, routes);
      }
      if (definition.router) serveCalls(app, definition, service, platform);
    }
    app.get("/health", async (context) => {
      const services = await Promise.all(
        running.map(async ({ name, service }) => [name, (await service.health?.()) ?? {}] as const),
      );
      return context.json({
        ok: true,
        installation: env.SW_INSTALLATION,
        brands: follower.followed,
        services: Object.fromEntries(services),
      });
    });
    stops.push(() => jobs.stop());
    await jobs.launch();
    stops.push(() => follower.stop());
    follower.start();
    for (const { service } of running) service.start?.();
    const listening: Listening = await listen(app.fetch, {
      port: env.PORT,
      hostname: env.HOSTNAME,
      tries: env.SW_PORT_TRIES,
    });
    stops.push(() => listening.close());
    return { url: listening.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serveCalls(app: Hono, definition: ServiceDefinition, service: Service, { backendUrl, log }: Platform): void {
  const { name, router, largestCall } = definition;
  const endpoint = `/trpc/${name}`;
  if (!router) return;
  app.use(
    `${endpoint}/*`,
    bodyLimit({ maxSize: largestCall, onError: (context) => context.json({ error: "too large" }, 413) }),
    trpcServer({
      endpoint,
      router,
      createContext: (_options, context) => {
        const session = decodeSession(context.req.header(sessionHeaderName));
        return {
          service: service.calls,
          session,
          backendFor:
            session &&
            ((requestId, cause) =>
              new BackendClient({ baseUrl: backendUrl, ...session, requestId, ...(cause && { cause }) })),
        } satisfies CallContext<unknown> as unknown as Record<string, unknown>;
      },
      onError: ({ error, path }) => {
        if (error.code === "INTERNAL_SERVER_ERROR") log.error({ err: error.cause ?? error, path }, "call failed");
      },
    }),
  );
}
