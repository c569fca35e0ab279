import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Logger } from "../../../platform/logger.ts";
import { type Locale, placeOf } from "../message/sentence.ts";
import { defaultTemplates, type MailTemplate, renderMail, unknownPlaceholders } from "../message/template.ts";
import type { QueuedMail } from "./queued-mail.ts";
import type { Letter } from "./transport.ts";

export interface LetterOptions {
  /** Where a brand's console answers; `{host}` is its host name. */
  readonly consoleAddress: string;
}

/** The mail with text, address and right to know of this moment; or why it is not to be sent any more. */
export async function letterOf(
  backend: BackendClient,
  mail: QueuedMail,
  { consoleAddress }: LetterOptions,
  log: Logger,
): Promise<Letter | { dropped: string }> {
  const { told, permissions, subjectIds } = mail;
  const [recipient] = await backend.recipients({
    type: told.subjectType as "sw_task",
    ids: subjectIds,
    users: [mail.recipient],
    permissions,
  });
  if (!recipient || (told.subjectId && !recipient.ids.includes(told.subjectId)))
    return { dropped: "may not see it any more" };
  if (!recipient.mail) return { dropped: "has no address" };
  const sender = await senderOf(backend, mail.brand, consoleAddress);
  if (!sender) return { dropped: "the brand has no sender" };
  const locale = localeOf(recipient, sender);
  const template = await templateOf(backend, { kind: told.kind, locale, standard: defaultTemplates }, log);
  return {
    ...renderMail(template, {
      told,
      recipient: recipient.name,
      link: sender.consoleAddress + placeOf(told),
      locale,
      ...sender.look,
    }),
    ...sender.envelope(mail.id, { name: recipient.name, address: recipient.mail }),
  };
}

/** In whose name a mail goes out: what the brand's row says of it. */
export interface Sender {
  readonly locale: string | null;
  /** Where the brand's console answers: from the configuration and the brand's row, never from a request. */
  readonly consoleAddress: string;
  readonly look: {
    readonly brand: { readonly name: string; readonly primaryColor: string | null };
    readonly timeZone?: string;
  };
  envelope(id: string, to: Letter["to"]): Pick<Letter, "from" | "to" | "messageId">;
}

/** Undefined where the brand sends no mails. */
export async function senderOf(
  backend: BackendClient,
  brandId: string,
  consoleAddress: string,
): Promise<Sender | undefined> {
  const fields = ["name", "hostname", "primary_color", "locale", "mail_sender", "time_zone"];
  const params = new DrupalJsonApiParams().addFields("sw_brand--sw_brand", fields);
  const { mail_sender: address, ...brand } = await backend.get("sw_brand", brandId, params);
  if (!address) return undefined;
  const name = brand.name ?? "";
  return {
    locale: brand.locale ?? null,
    consoleAddress: consoleAddress.replace("{host}", brand.hostname ?? "localhost"),
    look: {
      brand: { name, primaryColor: brand.primary_color ?? null },
      ...(brand.time_zone && { timeZone: brand.time_zone }),
    },
    envelope: (id, to) => ({
      from: { name, address },
      to,
      messageId: `<${id}@${address.split("@")[1] ?? "localhost"}>`,
    }),
  };
}

/** The text of a kind of mail in one language. */
interface TextQuestion {
  readonly kind: string;
  readonly locale: Locale;
  /** The platform's text. */
  readonly standard: Readonly<Record<Locale, MailTemplate>>;
  /** What it may hold; absent: what a notification may. */
  readonly names?: readonly string[];
}

/** The brand's own text, else the platform's. */
export async function templateOf(backend: BackendClient, question: TextQuestion, log: Logger): Promise<MailTemplate> {
  const { kind, locale, standard } = question;
  const params = new DrupalJsonApiParams()
    .addFields("sw_mail_template--sw_mail_template", ["subject", "body"])
    .addFilter("kind", kind)
    .addFilter("locale", locale);
  const [row] = await backend.list("sw_mail_template", params);
  const own = row?.subject && row.body ? { subject: row.subject, body: row.body } : undefined;
  return own && usable(own, question, log) ? own : standard[locale];
}

/** Administration refuses a text that names what means nothing; another client may have written it. */
function usable({ subject, body }: MailTemplate, { kind, locale, names }: TextQuestion, log: Logger): boolean {
  const unknown = unknownPlaceholders(`${subject}\n${body}`, names);
  if (unknown.length > 0)
    log.warn({ kind, locale, unknown }, "mail template names unknown placeholders, the platform's text is used");
  return unknown.length === 0;
}

export function localeOf(recipient: { readonly language: string | null }, sender: Sender): Locale {
  return (recipient.language ?? sender.locale) === "en" ? "en" : "fr";
}
