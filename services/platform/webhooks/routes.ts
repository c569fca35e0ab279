import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "../logger.ts";
import type { Secret } from "../secrets/secret.ts";
import type { WebhookInbox } from "./inbox.ts";
import { type SignatureScheme, verify } from "./signatures.ts";

/** Who may write to an address, and how it proves itself. */
export interface WebhookSender {
  readonly connection: string;
  readonly scheme: SignatureScheme;
  readonly secrets: readonly Secret[];
}

interface WebhookDoor {
  readonly inbox: WebhookInbox;
  readonly log: Logger;
  /** Undefined for an address that nobody was given. */
  sender(address: string): Promise<WebhookSender | undefined>;
  /** A message came for the first time and is kept: has it worked off, soon. */
  came(connection: string, id: string): void;
}

const largest = 1_000_000;

/**
 * `POST /webhooks/<address>`: an address of its own for each connection. What is the vendor's is kept and answered for at once; what it says
 * is worked off later. A refusal doesn't say why: the log does. Asked for an address that isn't there, the answer is the one of a forgery.
 */
export function webhookRoutes(app: Hono, { inbox, log, sender, came }: WebhookDoor): void {
  app.post(
    "/webhooks/:address",
    bodyLimit({ maxSize: largest, onError: (context) => context.json({ error: "too large" }, 413) }),
    async (context) => {
      const from = await sender(context.req.param("address"));
      const body = Buffer.from(await context.req.arrayBuffer());
      const verified = from && verify(from.scheme, from.secrets, { headers: context.req.header(), body });
      if (!from || !verified?.ok) {
        if (from && verified && !verified.ok)
          log.warn({ connection: from.connection, code: verified.failure.code }, verified.failure.message);
        return context.json({ error: "not accepted" }, 401);
      }
      const { id } = verified.value;
      const isNew = await inbox.keep({ connection: from.connection, id, body });
      if (isNew) came(from.connection, id);
      // Sent again, it is accepted again: the vendor is to stop, and nothing is done twice.
      return context.json({ accepted: true }, 202);
    },
  );
}
