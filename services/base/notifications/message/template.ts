import { sentenceOf, type Told, valuesOf, type Locale } from "./sentence.ts";

/** What a mail template may hold. None of them carries an amount, an internal note or a field that needs a permission. */
export const placeholders = [
  "recipient",
  "sentence",
  "actor",
  "subject",
  "account",
  "count",
  "date",
  "link",
  "brand",
] as const;

type Placeholder = (typeof placeholders)[number];

export interface MailTemplate {
  readonly subject: string;
  readonly body: string;
}

export interface MailBrand {
  readonly name: string;
  readonly primaryColor: string | null;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const form = /\{([^{}\n]*)\}/g;
/** What the link's button says, and why a mail comes that can be switched off. */
export const moreTexts = {
  fr: {
    open: (brand: string) => `Ouvrir dans ${brand}`,
    reason: (brand: string) => `Vous recevez ce message selon vos préférences de notification dans ${brand}.`,
  },
  en: {
    open: (brand: string) => `Open in ${brand}`,
    reason: (brand: string) => `You get this message as set in your notification preferences in ${brand}.`,
  },
};

/** The platform's text, for brands without one of their own. */
export const defaultTemplates: Readonly<Record<Locale, MailTemplate>> = {
  fr: { subject: "{sentence}", body: "Bonjour {recipient},\n\n{sentence}.\n\n{link}\n" },
  en: { subject: "{sentence}", body: "Hello {recipient},\n\n{sentence}.\n\n{link}\n" },
};

/** Placeholders of the text that mean nothing among these names, as written. */
export function unknownPlaceholders(text: string, names: readonly string[] = placeholders): string[] {
  return [...new Set([...text.matchAll(form)].flatMap(([whole, name]) => (names.includes(name ?? "") ? [] : [whole])))];
}

/** Subject, plain text and HTML of a notification. */
export function renderMail(
  template: MailTemplate,
  about: { told: Told; recipient: string; link: string; brand: MailBrand; locale: Locale; timeZone?: string },
): MailText {
  const { told, recipient, link, brand, locale, timeZone = "Europe/Paris" } = about;
  const date = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(new Date(told.occurredAt));
  const { actor, subject, account, count } = valuesOf(told, locale);
  const values: Record<Placeholder, string> = {
    recipient,
    sentence: sentenceOf(told, locale),
    actor,
    subject,
    account,
    count,
    date,
    link,
    brand: brand.name,
  };
  const more = moreTexts[locale];
  return renderText(template, {
    values,
    link,
    brand,
    locale,
    open: more.open(brand.name),
    reason: more.reason(brand.name),
  });
}

interface Filling {
  /** By the names of placeholders. */
  readonly values: Readonly<Record<string, string>>;
  readonly link: string;
  readonly brand: MailBrand;
  readonly locale: Locale;
  /** What the link's button says, and why the mail comes. */
  readonly open: string;
  readonly reason: string;
}

/** Subject, plain text and HTML of a mail. Everything put in is escaped; so is what the template itself says. */
export function renderText(template: MailTemplate, filling: Filling): MailText {
  const { values, reason } = filling;
  const fill = (text: string) =>
    text.replace(form, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : whole));
  return {
    subject: fill(template.subject).replace(/\s+/g, " ").trim(),
    text: `${fill(template.body).trim()}\n\n-- \n${reason}\n`,
    html: page(template.body, { ...filling, fill }),
  };
}

function page(body: string, at: Filling & { readonly fill: (text: string) => string }): string {
  const colour = /^#[0-9a-f]{6}$/i.test(at.brand.primaryColor ?? "") ? (at.brand.primaryColor ?? "") : "#1f2937";
  const on = readableOn(colour);
  const paragraphs = body
    .trim()
    .split(/\n\s*\n/)
    .map((block) =>
      block.trim() === "{link}"
        ? `<p style="margin:24px 0"><a href="${escaped(at.link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:${colour};color:${on};text-decoration:none;font-weight:600">${escaped(at.open)}</a></p>`
        : `<p style="margin:0 0 16px">${escaped(at.fill(block))
            .replaceAll("\n", "<br>")
            .replaceAll(
              escaped(at.link),
              `<a href="${escaped(at.link)}" style="color:#1d4ed8">${escaped(at.link)}</a>`,
            )}</p>`,
    );
  return `<!doctype html>
<html lang="${at.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;background:#f3f4f6;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#111827">
<div style="max-width:560px;margin:0 auto;padding:24px 12px">
<div style="padding:14px 24px;border-radius:8px 8px 0 0;background:${colour};color:${on};font-weight:600">${escaped(at.brand.name)}</div>
<div style="padding:24px;border-radius:0 0 8px 8px;background:#ffffff">${paragraphs.join("\n")}</div>
<p style="margin:16px 24px;font-size:12px;color:#4b5563">${escaped(at.reason)}</p>
</div></body></html>
`;
}

/** Black or white, whichever is read better on the colour. */
function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
