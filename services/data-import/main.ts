import { serve } from "@hono/node-server";
import { trpcServer } from "@hono/trpc-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { decodeSession, sessionHeaderName } from "../platform/backend/session-header.ts";
import { readEnv } from "../platform/env.ts";
import { createLogger } from "../platform/logger.ts";
import { baseKinds } from "./base-kinds.ts";
import { type DataImportContext, dataImportRouter } from "./router.ts";
import { createDataImport } from "./service.ts";
import { telecomKinds } from "./telecom/kinds.ts";

const env = readEnv(
  z.object({
    SW_BACKEND_URL: z.url(),
    PORT: z.coerce.number().int().default(8320),
    HOSTNAME: z.string().default("127.0.0.1"),
  }),
);
const log = createLogger("data-import");
// The only place that names what a trade adds.
const dataImport = createDataImport(env.SW_BACKEND_URL, [...baseKinds, ...telecomKinds]);

const app = new Hono();
app.get("/health", (context) => context.json({ ok: true }));
app.use(
  "/trpc/data-import/*",
  bodyLimit({ maxSize: 32 * 1024 * 1024, onError: (context) => context.json({ error: "too large" }, 413) }),
);
app.use(
  "/trpc/data-import/*",
  trpcServer({
    endpoint: "/trpc/data-import",
    router: dataImportRouter,
    createContext: (_options, context) =>
      ({
        dataImport,
        session: decodeSession(context.req.header(sessionHeaderName)),
      }) satisfies DataImportContext as unknown as Record<string, unknown>,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") log.error({ err: error.cause ?? error, path }, "import failed");
    },
  }),
);

const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOSTNAME }, ({ port }) =>
  console.log(`Data import answers on http://${env.HOSTNAME}:${port}`),
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.close(() => process.exit(0)));
