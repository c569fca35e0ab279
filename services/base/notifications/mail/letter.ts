import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwBrand } from "../../../model/generated/entities.ts";
import type { BackendClient, Recipient } from "../../../platform/backend/client.ts";
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
  const fields = ["name", "hostname", "primary_color", "locale", "mail_sender", "time_zone"];
  const brand = await backend.get(
    "sw_brand",
    mail.brand,
    new DrupalJsonApiParams().addFields("sw_brand--sw_brand", fields),
  );
  if (!brand.mail_sender) return { dropped: "the brand has no sender" };
  const locale = localeOf(recipient, brand);
  const about = {
    told,
    recipient: recipient.name,
    link: consoleAddress.replace("{host}", brand.hostname ?? "localhost") + placeOf(told),
    locale,
    ...(brand.time_zone && { timeZone: brand.time_zone }),
    brand: { name: brand.name ?? "", primaryColor: brand.primary_color ?? null },
  };
  return {
    ...renderMail(await templateOf(backend, told.kind, locale, log), about),
    from: { name: brand.name ?? "", address: brand.mail_sender },
    to: { name: recipient.name, address: recipient.mail },
    messageId: `<${mail.id}@${brand.mail_sender.split("@")[1] ?? "localhost"}>`,
  };
}

async function templateOf(backend: BackendClient, kind: string, locale: Locale, log: Logger): Promise<MailTemplate> {
  const params = new DrupalJsonApiParams()
    .addFields("sw_mail_template--sw_mail_template", ["subject", "body"])
    .addFilter("kind", kind)
    .addFilter("locale", locale);
  const [row] = await backend.list("sw_mail_template", params);
  if (!row?.subject || !row.body) return defaultTemplates[locale];
  const unknown = unknownPlaceholders(`${row.subject}\n${row.body}`);
  if (unknown.length === 0) return { subject: row.subject, body: row.body };
  // Administration refuses such a text; another client may have written it.
  log.warn({ kind, locale, unknown }, "mail template names unknown placeholders, the platform's text is used");
  return defaultTemplates[locale];
}

function localeOf(recipient: Recipient, brand: SwBrand): Locale {
  const chosen = recipient.language ?? brand.locale;
  return chosen === "en" ? "en" : "fr";
}
