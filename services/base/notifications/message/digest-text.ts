import { eventKinds } from "../../../model/generated/event-kinds.ts";
import type { Locale } from "./sentence.ts";
import { type MailBrand, type MailTemplate, type MailText, moreTexts, renderText } from "./template.ts";

/** What the text of a digest may hold. `summary` is the module's, of what the person may see. */
export const digestPlaceholders = ["recipient", "sentence", "summary", "date", "link", "brand"] as const;

export const digestTemplates: Readonly<Record<Locale, MailTemplate>> = {
  fr: { subject: "{sentence}", body: "Bonjour {recipient},\n\n{summary}\n\n{link}\n" },
  en: { subject: "{sentence}", body: "Hello {recipient},\n\n{summary}\n\n{link}\n" },
};

/** Subject, plain text and HTML of a digest. */
export function renderDigest(
  template: MailTemplate,
  about: {
    kind: string;
    summary: string;
    recipient: string;
    link: string;
    at: Date;
    brand: MailBrand;
    locale: Locale;
    timeZone?: string;
  },
): MailText {
  const { kind, summary, recipient, link, at, brand, locale, timeZone = "Europe/Paris" } = about;
  const date = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone }).format(at);
  const more = moreTexts[locale];
  return renderText(template, {
    values: { recipient, sentence: eventKinds[kind]?.one[locale] ?? "", summary, date, link, brand: brand.name },
    link,
    brand,
    locale,
    open: more.open(brand.name),
    reason: more.reason(brand.name),
  });
}
