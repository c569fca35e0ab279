import { timingSafeEqual } from "node:crypto";
import { serve } from "@hono/node-server";
import { trpcServer } from "@hono/trpc-server";
import { TRPCError } from "@trpc/server";
import { Hono } from "hono";
import * as z from "zod";
import { BackendError, BackendUnreachable } from "../platform/backend/errors.ts";
import { readServiceAccounts, ServiceSession } from "../platform/backend/service-account.ts";
import { decodeSession, sessionHeaderName } from "../platform/backend/session-header.ts";
import { openDatabase } from "../platform/database/database.ts";
import { readEnv } from "../platform/env.ts";
import { createLogger } from "../platform/logger.ts";
import { Feeds } from "./feed/feeds.ts";
import { createIndexTables } from "./index/schema.ts";
import { SearchIndex } from "./index/search-index.ts";
import { type SearchContext, searchRouter } from "./router.ts";
import { Search } from "./search.ts";

const env = readEnv(
  z.object({
    SW_BACKEND_URL: z.url(),
    /** File with the service's accounts, one per brand. */
    SW_SERVICE_ACCOUNTS: z.string().min(1),
    /** Folder of the index; without it, and without a server, it lives in memory. */
    SW_SEARCH_DATA: z.string().optional(),
    /** A PostgreSQL server for the index. */
    SW_SEARCH_DATABASE_URL: z.string().optional(),
    /** Whoever asks for a rebuild says this word. */
    SW_SERVICE_SECRET: z.string().min(16).optional(),
    PORT: z.coerce.number().int().default(8310),
    HOSTNAME: z.string().default("127.0.0.1"),
  }),
);
const log = createLogger("search");
const database = await openDatabase({
  ...(env.SW_SEARCH_DATABASE_URL ? { databaseUrl: env.SW_SEARCH_DATABASE_URL } : {}),
  ...(env.SW_SEARCH_DATA ? { dataDir: env.SW_SEARCH_DATA } : {}),
});
await createIndexTables(database.db);
const index = new SearchIndex(database.db);
const search = new Search(index, env.SW_BACKEND_URL);
const feeds = new Feeds(
  () =>
    readServiceAccounts(env.SW_SERVICE_ACCOUNTS).map((account) => ({
      name: account.name,
      session: new ServiceSession(env.SW_BACKEND_URL, account),
    })),
  index,
  log,
);
feeds.start();

const find: SearchContext["find"] = async (text, limit, session) => {
  try {
    return await search.find(text, limit, session);
  } catch (error) {
    if (error instanceof BackendUnreachable) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause: error });
    if (error instanceof BackendError && (error.status === 401 || error.status === 403))
      throw new TRPCError({ code: "UNAUTHORIZED", cause: error });
    throw error;
  }
};

const app = new Hono();
app.get("/health", (context) => context.json({ ok: true }));
app.post("/rebuild", async (context) => {
  if (!env.SW_SERVICE_SECRET || !sameText(context.req.header("authorization") ?? "", `Bearer ${env.SW_SERVICE_SECRET}`))
    return context.json({ error: "forbidden" }, 403);
  return context.json({ brands: await feeds.rebuild() });
});
app.use(
  "/trpc/search/*",
  trpcServer({
    endpoint: "/trpc/search",
    router: searchRouter,
    createContext: (_options, context) =>
      ({
        find,
        session: decodeSession(context.req.header(sessionHeaderName)),
      }) satisfies SearchContext as unknown as Record<string, unknown>,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") log.error({ err: error.cause ?? error, path }, "search failed");
    },
  }),
);

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOSTNAME }, ({ port }) =>
  console.log(`Search answers on http://${env.HOSTNAME}:${port}`),
);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server.close();
    void feeds
      .stop()
      .then(() => database.close())
      .then(() => process.exit(0));
  });
}
