import { linkMinutes } from "../../../platform/password-rule.ts";
import type { Locale } from "./sentence.ts";
import { type MailBrand, type MailTemplate, type MailText, renderText } from "./template.ts";

/** A mail about somebody's own account: no event of the model, and no preference switches it off. */
export interface AccountMailKind {
  readonly name: AccountMailName;
  readonly label: Readonly<Record<Locale, string>>;
  readonly standard: Readonly<Record<Locale, MailTemplate>>;
  /** Without its link the mail would be of no use. */
  readonly needsLink: boolean;
  /** What the link's button says. */
  readonly open: Readonly<Record<Locale, string>>;
}

export type AccountMailName = "password_reset" | "password_changed";

export const accountPlaceholders = ["recipient", "link", "minutes", "date", "brand"] as const;

export const accountMailKinds: Readonly<Record<AccountMailName, AccountMailKind>> = {
  password_reset: {
    name: "password_reset",
    label: { fr: "Mot de passe oublié", en: "Forgotten password" },
    standard: {
      fr: {
        subject: "Choisir un nouveau mot de passe pour {brand}",
        body: "Bonjour {recipient},\n\nUn nouveau mot de passe a été demandé pour votre compte chez {brand}. Ce lien permet de le choisir ; il sert une seule fois, dans les {minutes} minutes.\n\n{link}\n\nSi vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
      },
      en: {
        subject: "Choose a new password for {brand}",
        body: "Hello {recipient},\n\nA new password was asked for your account at {brand}. This link lets you choose it; it works once, within {minutes} minutes.\n\n{link}\n\nIf you asked for nothing, do nothing: your password stays as it is.",
      },
    },
    needsLink: true,
    open: { fr: "Choisir un mot de passe", en: "Choose a password" },
  },
  password_changed: {
    name: "password_changed",
    label: { fr: "Mot de passe changé", en: "Password changed" },
    standard: {
      fr: {
        subject: "Votre mot de passe pour {brand} a été changé",
        body: "Bonjour {recipient},\n\nLe mot de passe de votre compte chez {brand} a été changé le {date}. Les sessions ouvertes jusque-là ont pris fin.\n\nSi ce changement ne vient ni de vous ni de votre administrateur, demandez tout de suite un nouveau mot de passe sur la page de connexion et prévenez-le.\n\n{link}",
      },
      en: {
        subject: "Your password for {brand} was changed",
        body: "Hello {recipient},\n\nThe password of your account at {brand} was changed on {date}. The sessions open until then are over.\n\nIf neither you nor your administrator did this, ask for a new password on the sign-in page at once and tell them.\n\n{link}",
      },
    },
    needsLink: false,
    open: { fr: "Se connecter", en: "Sign in" },
  },
};

/** Whether a mail of that kind with this text leads where it has to. */
export function hasItsLink(
  { needsLink }: Pick<AccountMailKind, "needsLink">,
  { body }: Pick<MailTemplate, "body">,
): boolean {
  return !needsLink || body.includes("{link}");
}

const reasons = {
  fr: (brand: string) =>
    `Ce message concerne votre compte chez ${brand}. Il est envoyé quelles que soient vos préférences.`,
  en: (brand: string) => `This message is about your account at ${brand}. It is sent whatever your preferences.`,
};

/** Subject, plain text and HTML of it. */
export function renderAccountMail(
  kind: AccountMailKind,
  template: MailTemplate,
  about: { recipient: string; link: string; at: Date; brand: MailBrand; locale: Locale; timeZone?: string },
): MailText {
  const { recipient, link, at, brand, locale, timeZone = "Europe/Paris" } = about;
  const date = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(at);
  return renderText(template, {
    values: { recipient, link, minutes: String(linkMinutes), date, brand: brand.name },
    link,
    brand,
    locale,
    open: kind.open[locale],
    reason: reasons[locale](brand.name),
  });
}
