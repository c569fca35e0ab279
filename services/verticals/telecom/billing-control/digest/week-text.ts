/** A week of billing control as people read it in a mail. Pure. */
import { valueLabels } from "../../../../model/generated/labels.ts";
import { sumOfEuros } from "../../../../platform/money.ts";

/** Amounts in euros; null where they are not the reader's to see. */
export interface ControlWeek {
  readonly gaps: readonly {
    readonly check: string;
    readonly supplier: string;
    readonly count: number;
    readonly amount: number | null;
  }[];
  /** Credits promised for a day that has passed. */
  readonly promised: readonly {
    readonly reference: string;
    readonly supplier: string;
    readonly day: string;
    readonly amount: number | null;
  }[];
  /** Invoices in which nothing could be checked, the first by name. */
  readonly unchecked: { readonly count: number; readonly named: readonly string[] };
  /** Of the invoices that came in. */
  readonly coverage: {
    readonly invoices: number;
    readonly rows: number;
    readonly checked: number;
    readonly net: { readonly total: number; readonly checked: number } | null;
  };
}

const words = {
  fr: {
    gaps: (count: string, one: boolean) => `${count} ${one ? "nouvel écart" : "nouveaux écarts"}`,
    promised: "Avoirs promis et pas reçus :",
    since: (day: string) => `attendu le ${day}`,
    unchecked: (count: string, one: boolean) =>
      one ? "1 facture où rien n’a pu être contrôlé :" : `${count} factures où rien n’a pu être contrôlé :`,
    coverage: (invoices: string, one: boolean) => `${invoices} ${one ? "facture reçue" : "factures reçues"}`,
    rows: (checked: string, rows: string) => `${checked} lignes contrôlées sur ${rows}`,
    net: (checked: string, total: string) => `${checked} contrôlés sur ${total} HT`,
    colon: " :",
    more: (count: string) => `et ${count} de plus`,
  },
  en: {
    gaps: (count: string, one: boolean) => `${count} new ${one ? "gap" : "gaps"}`,
    promised: "Credits promised and not received:",
    since: (day: string) => `expected on ${day}`,
    unchecked: (count: string, one: boolean) =>
      one ? "1 invoice in which nothing could be checked:" : `${count} invoices in which nothing could be checked:`,
    coverage: (invoices: string, one: boolean) => `${invoices} ${one ? "invoice" : "invoices"} received`,
    rows: (checked: string, rows: string) => `${checked} of ${rows} rows checked`,
    net: (checked: string, total: string) => `${checked} of ${total} checked, excluding VAT`,
    colon: ":",
    more: (count: string) => `and ${count} more`,
  },
} as const;

export function weekText({ gaps, promised, unchecked, coverage }: ControlWeek, locale: "fr" | "en"): string {
  const word = words[locale];
  const region = locale === "fr" ? "fr-FR" : "en-GB";
  const count = (number: number) => new Intl.NumberFormat(region).format(number);
  const money = (amount: number) =>
    new Intl.NumberFormat(region, { style: "currency", currency: "EUR", signDisplay: "negative" }).format(amount);
  const day = (iso: string) =>
    new Intl.DateTimeFormat(region, { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  const line = (...said: (string | null)[]) => `- ${said.filter(Boolean).join(", ")}`;
  const sections: string[][] = [];
  if (gaps.length > 0) {
    const all = gaps.reduce((sum, one) => sum + one.count, 0);
    const amounts = gaps.flatMap(({ amount }) => amount ?? []);
    const total = amounts.length > 0 ? `, ${money(sumOfEuros(amounts))}` : "";
    sections.push([
      `${word.gaps(count(all), all === 1)}${total}${word.colon}`,
      ...[...gaps]
        .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || b.count - a.count)
        .map((one) =>
          line(
            `${valueLabels[`sw_anomaly.check.${one.check}`]?.[locale] ?? one.check} (${one.supplier})${word.colon} ${count(one.count)}`,
            one.amount === null ? null : money(one.amount),
          ),
        ),
    ]);
  }
  if (promised.length > 0)
    sections.push([
      word.promised,
      ...promised.map((one) =>
        line(
          `${one.reference} (${one.supplier})`,
          word.since(day(one.day)),
          one.amount === null ? null : money(one.amount),
        ),
      ),
    ]);
  if (unchecked.count > 0) {
    const more = unchecked.count - unchecked.named.length;
    sections.push([
      word.unchecked(count(unchecked.count), unchecked.count === 1),
      ...unchecked.named.map((name) => line(name)),
      ...(more > 0 ? [line(word.more(count(more)))] : []),
    ]);
  }
  if (coverage.invoices > 0)
    sections.push([
      [
        word.coverage(count(coverage.invoices), coverage.invoices === 1),
        word.rows(count(coverage.checked), count(coverage.rows)),
        ...(coverage.net ? [word.net(money(coverage.net.checked), money(coverage.net.total))] : []),
      ].join(", "),
    ]);
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}
