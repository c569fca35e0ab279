import { setTimeout as wait } from "node:timers/promises";
import { Hono } from "hono";
import * as z from "zod";

/** What it does with the next messages at a path: answers a status, elsewhere, late, with a great deal, or breaks off. */
const behaviour = z.union([
  z.object({ status: z.number().int().min(200).max(599), retryAfter: z.number().optional() }),
  z.object({ redirect: z.string() }),
  z.object({ slow: z.number().min(0).max(60_000) }),
  z.object({ bytes: z.number().int().max(10_000_000) }),
  z.literal("drop"),
]);
export type ReceiverBehaviour = z.infer<typeof behaviour>;

export interface ReceivedMessage {
  readonly path: string;
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The connection itself, where it is served by a socket. */
interface Bindings {
  readonly outgoing?: { destroy(): unknown };
}

export interface WebhookReceiver {
  readonly app: Hono<{ Bindings: Bindings }>;
  /** The oldest first. */
  readonly messages: ReceivedMessage[];
  /** Messages of one id that were being answered at a path at once, at most. */
  readonly mostOfOneId: (path: string) => number;
  behave(path: string, how: ReceiverBehaviour): void;
}

const mostKept = 20_000;

/** A customer's own system, as far as webhooks know it: any path takes messages, `/messages` shows them. It misbehaves where it is told to (`PUT /behaviour<path>`). */
export function webhookReceiver(): WebhookReceiver {
  const messages: ReceivedMessage[] = [];
  const behaviours = new Map<string, ReceiverBehaviour>();
  const answering = new Map<string, number>();
  const most = new Map<string, number>();
  const app = new Hono<{ Bindings: Bindings }>();
  app.get("/messages", (context) => context.json(messages.toReversed().slice(0, 200)));
  app.get("/", (context) => context.redirect("/messages"));
  app.put("/behaviour/*", async (context) => {
    const path = new URL(context.req.url).pathname.slice("/behaviour".length);
    behaviours.set(path, behaviour.parse(await context.req.json()));
    return context.body(null, 204);
  });
  app.post("*", async (context) => {
    const { pathname: path } = new URL(context.req.url);
    const body = await context.req.text();
    const headers = context.req.header();
    messages.push({ path, at: new Date().toISOString(), headers, body });
    if (messages.length > mostKept) messages.shift();
    const id = `${path} ${headers["webhook-id"]}`;
    answering.set(id, (answering.get(id) ?? 0) + 1);
    most.set(path, Math.max(most.get(path) ?? 0, answering.get(id) ?? 0));
    try {
      const how = behaviours.get(path) ?? { status: 200 };
      if (how === "drop") {
        context.env.outgoing?.destroy();
        return context.body(null);
      }
      if ("redirect" in how) return context.redirect(how.redirect, 302);
      if ("bytes" in how) return context.text("x".repeat(how.bytes));
      if ("slow" in how) await wait(how.slow);
      if ("status" in how && how.retryAfter) context.header("retry-after", String(how.retryAfter));
      return context.body(null, ("status" in how ? how.status : 200) as 200);
    } finally {
      answering.set(id, (answering.get(id) ?? 1) - 1);
    }
  });
  return {
    app,
    messages,
    mostOfOneId: (path) => most.get(path) ?? 0,
    behave: (path, how) => void behaviours.set(path, how),
  };
}
