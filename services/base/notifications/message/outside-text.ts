import type { OutsideLetter } from "../outside/outside-letter.ts";
import type { Locale } from "./sentence.ts";
import { type MailBrand, type MailTemplate, type MailText, renderText } from "./template.ts";

/** What the text of such a letter may hold. */
export const outsidePlaceholders = ({ fields }: Pick<OutsideLetter, "fields">): string[] => [
  ...Object.keys(fields),
  "sender",
  "date",
  "brand",
];

const reasons = {
  fr: (sender: string, brand: string) => `Envoyé par ${sender}, ${brand}. Vous pouvez répondre à ce message.`,
  en: (sender: string, brand: string) => `Sent by ${sender}, ${brand}. You can answer this message.`,
};

/** Subject, plain text and HTML of a letter to somebody outside. */
export function renderOutside(
  template: MailTemplate,
  about: {
    values: Readonly<Record<string, string>>;
    sender: string;
    at: Date;
    brand: MailBrand;
    consoleAddress: string;
    locale: Locale;
    timeZone?: string;
  },
): MailText {
  const { values, sender, at, brand, locale, consoleAddress, timeZone = "Europe/Paris" } = about;
  const date = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone }).format(at);
  return renderText(template, {
    values: { ...values, sender, date, brand: brand.name },
    link: consoleAddress,
    brand,
    locale,
    open: brand.name,
    reason: reasons[locale](sender, brand.name),
  });
}
