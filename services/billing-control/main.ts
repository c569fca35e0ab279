import { serve } from "@hono/node-server";
import { trpcServer } from "@hono/trpc-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { decodeSession, sessionHeaderName } from "../platform/backend/session-header.ts";
import { readEnv } from "../platform/env.ts";
import { maxFileBytes } from "./contract.ts";
import { type BillingControlContext, billingControlRouter } from "./router.ts";
import { createBillingControl } from "./service.ts";

const env = readEnv(
  z.object({
    SW_BACKEND_URL: z.url(),
    PORT: z.coerce.number().int().default(8300),
    HOSTNAME: z.string().default("127.0.0.1"),
  }),
);
const billingControl = createBillingControl(env.SW_BACKEND_URL);

const app = new Hono();
app.get("/health", (context) => context.json({ ok: true }));
app.use(
  "/trpc/billing-control/*",
  bodyLimit({
    maxSize: Math.ceil(maxFileBytes * 1.4) + 100_000,
    onError: (context) => context.json({ error: "too large" }, 413),
  }),
);
app.use(
  "/trpc/billing-control/*",
  trpcServer({
    endpoint: "/trpc/billing-control",
    router: billingControlRouter,
    createContext: (_options, context) =>
      ({
        billingControl,
        session: decodeSession(context.req.header(sessionHeaderName)),
      }) satisfies BillingControlContext as unknown as Record<string, unknown>,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") console.error(`${path ?? "?"}:`, error.cause ?? error);
    },
  }),
);

const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOSTNAME }, ({ port }) =>
  console.log(`Billing control answers on http://${env.HOSTNAME}:${port}`),
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.close(() => process.exit(0)));
