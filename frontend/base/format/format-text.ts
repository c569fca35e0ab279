import { usualTimeZone } from "@softwhere/services/platform/day";
import { labelInWords } from "@softwhere/services/model/row-label";
import {
  fieldLabels,
  pluralLabels,
  roleLabels,
  typeLabels,
  valueLabels,
} from "@softwhere/services/model/generated/labels";

export type Format = ReturnType<typeof makeFormat>;

const periods = {
  month: { fr: "mois", en: "month" },
  quarter: { fr: "trimestre", en: "quarter" },
  year: { fr: "an", en: "year" },
} as const;

/** Moments are told by the clock of `timeZone`, the brand's. */
export function makeFormat(language: "fr" | "en", timeZone = usualTimeZone) {
  const region = language === "fr" ? "fr-FR" : "en-GB";
  // "negative": what rounds to nothing has no sign.
  const money = new Intl.NumberFormat(region, { style: "currency", currency: "EUR", signDisplay: "negative" });
  // A price per unit may be a part of a cent.
  const price = new Intl.NumberFormat(region, {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: 4,
    signDisplay: "negative",
  });
  const round = new Intl.NumberFormat(region, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(region, { style: "percent", maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(region, { maximumFractionDigits: 6 });
  const count = new Intl.NumberFormat(region);
  const kilobytes = new Intl.NumberFormat(region, { style: "unit", unit: "kilobyte", unitDisplay: "short" });
  const list = new Intl.ListFormat(region);
  const day = new Intl.DateTimeFormat(region, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
  const dayText = new Intl.DateTimeFormat(region, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const shortMonth = new Intl.DateTimeFormat(region, { month: "short", year: "2-digit", timeZone: "UTC" });
  const monthName = new Intl.DateTimeFormat(region, { month: "short", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(region, { month: "long", year: "numeric", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(region, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const moment = new Intl.DateTimeFormat(region, {
    day: "2-digit",
    month: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  const today = new Intl.DateTimeFormat(region, { dateStyle: "short", timeZone });
  const clock = new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone });
  const value = (amount: number | string | null | undefined): number | undefined =>
    amount === null || amount === undefined || amount === "" ? undefined : Number(amount);
  /** A stored one as it was agreed, nothing rounded away, a computed one to the cent; what is typed and no number stays as it is. */
  const priceText = (amount: number | string | null | undefined): string => {
    if (amount === null || amount === undefined || amount === "") return "—";
    if (typeof amount === "number") return money.format(amount);
    return isDecimal(amount) ? price.format(Number(amount)) : amount;
  };
  const label = (labels: Readonly<Record<string, { fr: string; en: string }>>, key: string): string | undefined =>
    labels[key]?.[language];
  return {
    language,
    list: (texts: readonly string[]) => list.format(texts),
    money: (amount: number | string | null | undefined) =>
      value(amount) === undefined ? "—" : money.format(value(amount) ?? 0),
    price: priceText,
    moneyIn: (amount: number | string | null | undefined, currency: string) =>
      value(amount) === undefined
        ? "—"
        : new Intl.NumberFormat(region, { style: "currency", currency, signDisplay: "negative" }).format(
            value(amount) ?? 0,
          ),
    /** `120,00 € / an`: a price and what it pays for, which no line break parts. */
    moneyPer: (amount: number | string | null | undefined, period: keyof typeof periods) =>
      value(amount) === undefined ? "—" : `${priceText(amount)}\u00a0/\u00a0${periods[period][language]}`,
    roundMoney: (amount: number) => round.format(amount),
    signedMoney: (amount: number) => `${amount > 0 ? "+" : ""}${money.format(amount)}`,
    percent: (ratio: number) => percent.format(ratio),
    count: (number: number) => count.format(number),
    day: (iso: string | null | undefined) => (iso ? at(day, iso) : "—"),
    /** `5 nov. 2025`, for sentences. */
    dayText: (iso: string) => dayText.format(new Date(iso)),
    shortMonth: (iso: string) => shortMonth.format(new Date(iso)),
    monthName: (iso: string) => monthName.format(new Date(iso)),
    /** "lundi 30 novembre 2026". */
    weekday: (day: string) => weekday.format(new Date(`${day}T12:00:00Z`)),
    month: (iso: string) => month.format(new Date(iso)),
    moment: (iso: string | null | undefined) => (iso ? at(moment, iso) : "—"),
    /** The time of a moment of today, the day and the time of another. */
    clock: (iso: string) => (at(today, iso) === today.format(new Date()) ? at(clock, iso) : at(moment, iso)),
    /** A file's size, one kilobyte at least. */
    kilobytes: (bytes: number) => kilobytes.format(Math.max(1, Math.round(bytes / 1000))),
    number: formatNumber,
    typeLabel: (type: string) => label(typeLabels, type) ?? type,
    typePlural: (type: string) => label(pluralLabels, type) ?? type,
    fieldLabel: (type: string, field: string) => label(fieldLabels, `${type}.${field}`) ?? field,
    valueLabel: (type: string, field: string, text: string) => label(valueLabels, `${type}.${field}.${text}`) ?? text,
    yesNo: (value: boolean) => (language === "fr" ? (value ? "Oui" : "Non") : value ? "Yes" : "No"),
    decimal: (amount: string) => (isDecimal(amount) ? decimal.format(Number(amount)) : amount),
    /** What a row is called, as people read it: never a machine's value. */
    rowLabel: (type: string, text: string) =>
      labelInWords(type, text, language) ?? (isDay(text) ? at(day, text) : formatNumber(text)),
    roleLabel: (role: string) => label(roleLabels, role) ?? role,
  };
}

/** What was typed and is no day stays as it is. */
function at(formatter: Intl.DateTimeFormat, text: string): string {
  const moment = new Date(text);
  return Number.isNaN(moment.valueOf()) ? text : formatter.format(moment);
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** As the backend writes one; `1e3` is none. */
const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** `+33639984107` as people read it: `06 39 98 41 07`. Other identifiers stay as they are. */
export function formatNumber(number: string): string {
  const national = /^\+33(\d{9})$/.exec(number)?.[1];
  return national ? `0${national}`.replace(/(\d\d)(?=\d)/g, "$1\u00a0") : number;
}

/** Margin over sell, or undefined where there is nothing to divide by. */
export function marginRate(sell: number, buy: number): number | undefined {
  return sell > 0 ? (sell - buy) / sell : undefined;
}
