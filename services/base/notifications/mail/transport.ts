import { createTransport } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import * as z from "zod";
import type { MailText } from "../message/template.ts";

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Letter extends MailText {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly messageId: string;
  /** Set where a person sends it; what comes by itself takes no answer. */
  readonly replyTo?: Mailbox;
  readonly attachments?: readonly Attachment[];
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
    async send({ attachments = [], ...letter }) {
      try {
        await mailer.sendMail({
          ...letter,
          attachments: attachments.map(({ fileName, type, content }) => ({
            filename: fileName,
            contentType: type,
            content: Buffer.from(content),
          })),
          ...(!letter.replyTo && { headers: { "Auto-Submitted": "auto-generated" } }),
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
