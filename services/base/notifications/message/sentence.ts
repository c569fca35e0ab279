import { eventKinds } from "../../../model/generated/event-kinds.ts";
import { valueLabels } from "../../../model/generated/labels.ts";
import { labelInWords } from "../../../model/row-label.ts";

export type Locale = "fr" | "en";

/** What a notification says, without the person. */
export interface Told {
  readonly kind: string;
  readonly subjectType: string;
  /** Null where it is about several rows. */
  readonly subjectId: string | null;
  readonly subjectLabel: string | null;
  readonly subjectCount: number;
  readonly value: string | null;
  readonly accountId: string | null;
  readonly accountLabel: string | null;
  readonly accountCount: number;
  readonly actorName: string | null;
  /** RFC 3339. */
  readonly occurredAt: string;
}

const someone = { fr: "Quelqu’un", en: "Someone" };
const elsewhere = { fr: "plusieurs comptes", en: "several accounts" };

/** The parts of the sentence, so that a screen can set one of them apart. */
export function valuesOf(
  told: Told,
  locale: Locale,
): Record<"actor" | "subject" | "account" | "value" | "count", string> {
  const kind = eventKinds[told.kind];
  const count = new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB");
  const accounts = {
    fr: `${count.format(told.accountCount)} comptes`,
    en: `${count.format(told.accountCount)} accounts`,
  };
  return {
    actor: told.actorName || someone[locale],
    subject: labelInWords(told.subjectType, told.subjectLabel ?? "", locale) ?? readable(told.subjectLabel ?? ""),
    account: told.accountLabel ?? (told.accountCount > 1 ? accounts[locale] : elsewhere[locale]),
    value:
      valueLabels[`${told.subjectType}.${kind?.on?.field ?? ""}.${told.value ?? ""}`]?.[locale] ?? told.value ?? "",
    count: count.format(told.subjectCount),
  };
}

/** "Anne Jaffré vous a confié « Rappeler Kervadec »": one row's sentence, or the one for several. */
export function sentenceOf(told: Told, locale: Locale): string {
  const kind = eventKinds[told.kind];
  if (!kind) return "";
  const values: Readonly<Record<string, string>> = valuesOf(told, locale);
  return (told.subjectCount > 1 ? kind.many : kind.one)[locale].replace(
    /\{([a-z]+)\}/g,
    (_, name: string) => values[name] ?? "",
  );
}

/** Where in the console it is shown: the account with the row's panel, else the page that lists such rows. */
export function placeOf(told: Told): string {
  const kind = eventKinds[told.kind];
  const single = told.subjectCount === 1 && told.subjectId !== null;
  if (single && told.subjectType === "sw_account") return `/accounts/${told.subjectId}`;
  const panel = single ? `?panels=${kind?.open?.panel ?? told.subjectType}:${told.subjectId}` : "";
  if (kind?.open?.page) return `${kind.open.page}${panel}`;
  if (told.accountId) return `/accounts/${told.accountId}${panel}`;
  return `/lists/${told.subjectType}${panel}`;
}

/** `+33639984107` as people read it. */
function readable(label: string): string {
  const national = /^\+33(\d{9})$/.exec(label)?.[1];
  return national ? `0${national}`.replace(/(\d\d)(?=\d)/g, "$1\u00a0") : label;
}
