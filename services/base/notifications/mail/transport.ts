import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import * as z from "zod";
import type { MailText } from "../message/template.ts";

export interface Letter extends MailText {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly messageId: string;
}

/** Sent; refused for good by what the server says of this very mail; or anything else, which may go better later. */
export type Outcome =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string };

export interface Transport {
  send(letter: Letter): Promise<Outcome>;
}

/** What nodemailer's errors say; which command the server answered, and how. */
const smtpError = z.looseObject({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
  message: z.string(),
});
/** Only answers to these are about the mail. A 5xx to a greeting or to credentials is about us. */
const aboutTheMail = /^(MAIL FROM|RCPT TO|DATA)/;

const thisMachine = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * `smtp://user:password@host:587` or `smtps://…`. A server elsewhere has to speak TLS, at once or by STARTTLS, unless its address says
 * `?requireTLS=false`.
 */
export function smtpTransport(url: string, seconds = 30): Transport {
  const limit = seconds * 1000;
  const { hostname, searchParams } = new URL(url);
  const options: SMTPTransport.Options = {
    url,
    requireTLS: searchParams.get("requireTLS") !== "false" && !thisMachine.has(hostname),
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
  };
  const mailer = createTransport(options);
  return {
    async send({ from, to, messageId, subject, text, html }) {
      try {
        await mailer.sendMail({
          from,
          to,
          messageId,
          subject,
          text,
          html,
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { kind: "sent" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

export function outcomeOf(error: unknown): Outcome {
  const known = smtpError.safeParse(error instanceof Error ? { ...error, message: error.message } : error);
  if (!known.success) return { kind: "later", reason: "unknown error" };
  const { responseCode, command = "", message, code } = known.data;
  const refused = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH" && aboutTheMail.test(command);
  return { kind: refused ? "refused" : "later", reason: message.slice(0, 300) };
}
