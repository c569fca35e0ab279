import { readExternalIds } from "../../../platform/external-ids.ts";
import { codeText, emailText } from "../../../platform/normalise.ts";
import { phoneNumber } from "../../../platform/phone.ts";
import type { RowProblem } from "../contract.ts";
import { fold, nearest } from "./fold.ts";
import type { ImportColumn, Value } from "./kind.ts";
import { countryCode, countryNames } from "./values/country.ts";
import { readDay } from "../../../platform/tables/read-day.ts";
import { readDecimal, rounded, withoutNoise } from "../../../platform/tables/read-decimal.ts";
import { isIccid, isSiren, isSiret, isVatNumber, swapped } from "./values/identifiers.ts";

export type CellProblem = Omit<RowProblem, "column">;
/** `value` undefined: the cell can't be used. */
export interface Cell {
  readonly value: Value | undefined;
  readonly problem?: CellProblem;
}

type Rest = { readonly severity?: "warning"; readonly suggestions?: readonly string[]; readonly expected?: string };

function fault(
  code: CellProblem["code"],
  found: string,
  { severity, suggestions = [], expected }: Rest = {},
): CellProblem {
  return {
    code,
    severity: severity ?? "refused",
    found: found.slice(0, 80),
    suggestions: suggestions.map((value) => ({ value })),
    ...(expected && { expected }),
  };
}

const refused = (code: CellProblem["code"], found: string, rest: Rest = {}): Cell => ({
  value: undefined,
  problem: fault(code, found, rest),
});

export interface CellContext {
  /** The country that the row says, or its row has already. */
  readonly country?: string | undefined;
  /** Where its telephone numbers are dialled, where it says no country. */
  readonly dialled?: string | undefined;
  /** Where the brand's days begin. */
  readonly timeZone?: string | undefined;
}

/** A cell's text as the value of its field. References are looked up elsewhere. */
export function readCell(column: ImportColumn, text: string, context: CellContext = {}): Cell {
  if (text.includes("\ufffd")) return refused("character_lost", text);
  // Long numbers that a spreadsheet kept as 8.93E+19: the figures are gone.
  if (/^\d([.,]\d+)?e\+\d+$/i.test(text)) return refused("digits_lost", text);
  if (column.field.format === "phone") return readPhone(column, text, context);
  if (column.rule) return readByRule(column, text, context);
  switch (column.field.type) {
    case "date":
      return readDate(text, context.timeZone);
    case "decimal":
    case "integer":
      return readNumber(column, text);
    case "boolean":
      return readBoolean(text);
    case "list":
    case "state":
      return readChoice(column, text);
    case "email":
      return readEmail(text);
    case "external_id":
      return readIds(text);
    default:
      return readString(column, text);
  }
}

function readByRule(column: ImportColumn, text: string, { country = "FR" }: CellContext): Cell {
  const digits = text.replace(/[\s\u00a0\u202f.\-_']/g, "");
  switch (column.rule) {
    case "siren":
      return readCompanyNumber(text, digits, 9, isSiren, "siren_invalid");
    case "siret":
      return readCompanyNumber(text, digits, 14, isSiret, "siret_invalid");
    case "vat": {
      const number = digits.toUpperCase();
      return isVatNumber(number)
        ? { value: number }
        : { value: number, problem: fault("vat_invalid", text, { severity: "warning" }) };
    }
    case "iccid":
      return isIccid(digits)
        ? { value: digits }
        : refused("iccid_invalid", text, {
            suggestions: /^\d+$/.test(digits) ? swapped(digits, isIccid).slice(0, 3) : [],
          });
    case "country":
      return readCountry(text);
    case "currency": {
      const code =
        { "€": "EUR", EURO: "EUR", EUROS: "EUR", $: "USD", "£": "GBP" }[text.toUpperCase()] ?? text.toUpperCase();
      return /^[A-Z]{3}$/.test(code) ? { value: code } : refused("currency_invalid", text, { suggestions: ["EUR"] });
    }
    default:
      // Spreadsheets drop the zero of 01000, which four figures are in France alone.
      return country === "FR" && /^\d{4}$/.test(text)
        ? { value: `0${text}`, problem: fault("completed", text, { severity: "warning", expected: `0${text}` }) }
        : readString(column, text);
  }
}

function readCompanyNumber(
  text: string,
  digits: string,
  length: number,
  valid: (number: string) => boolean,
  code: "siren_invalid" | "siret_invalid",
): Cell {
  if (valid(digits)) return { value: digits };
  const padded = digits.padStart(length, "0");
  if (digits.length < length && digits.length >= length - 2 && valid(padded))
    return { value: padded, problem: fault("completed", text, { severity: "warning", expected: padded }) };
  const suggestions =
    length === 9 && isSiret(digits)
      ? [digits.slice(0, 9)]
      : /^\d+$/.test(digits)
        ? swapped(digits, valid).slice(0, 3)
        : [];
  return refused(code, text, { suggestions });
}

/** A line may be an access without a number; a contact's number is one. */
function readPhone({ rule, field }: ImportColumn, text: string, { country, dialled }: CellContext): Cell {
  const number = phoneNumber(text, country ?? dialled);
  if (number !== undefined) return { value: number };
  if (rule !== "phone-or-text" || !/[A-Za-z]/.test(text)) return refused("phone_invalid", text);
  const most = field.maxLength ?? 32;
  if ([...text].length > most) return refused("too_long", text, { suggestions: [[...text].slice(0, most).join("")] });
  return { value: text, problem: fault("not_a_number", text, { severity: "warning" }) };
}

function readCountry(text: string): Cell {
  const code = countryCode(text);
  if (code) return { value: code };
  return refused("country_unknown", text, { suggestions: nearest(text, countryNames()).slice(0, 3) });
}

function readDate(text: string, timeZone: string | undefined): Cell {
  const result = readDay(text, timeZone);
  return result.day
    ? { value: result.day }
    : refused("date_invalid", text, { suggestions: "suggestions" in result ? result.suggestions : [] });
}

function readNumber({ field }: ImportColumn, text: string): Cell {
  const number = readDecimal(text);
  if (number === undefined) return refused("number_invalid", text);
  const scale = field.type === "integer" ? 0 : (field.scale ?? 4);
  const asValue = (decimal: string) => (field.type === "integer" ? Number(decimal) : rounded(decimal, scale));
  if (decimalsOf(number) <= scale) return { value: asValue(number) };
  // 29.879999999999995: what a spreadsheet's arithmetic makes of 29.88.
  const quiet = withoutNoise(number);
  if (quiet !== undefined && decimalsOf(quiet) <= scale)
    return {
      value: asValue(quiet),
      problem: fault("read_as", text, { severity: "warning", expected: rounded(quiet, scale) }),
    };
  return refused("too_many_decimals", text, { expected: String(scale), suggestions: [rounded(number, scale)] });
}

const decimalsOf = (number: string): number => number.split(".")[1]?.replace(/0+$/, "").length ?? 0;

function readBoolean(text: string): Cell {
  const word = fold(text);
  if (["oui", "o", "yes", "y", "1", "vrai", "true", "x", "actif", "active"].includes(word)) return { value: true };
  if (["non", "n", "no", "0", "faux", "false", "inactif", "inactive"].includes(word)) return { value: false };
  return refused("boolean_invalid", text, { suggestions: ["oui", "non"] });
}

function readChoice({ field, words: written = {} }: ImportColumn, text: string): Cell {
  const word = fold(text);
  const options = field.options ?? [];
  const texts = options.map(({ value, label }) => ({
    value,
    words: [value, label.fr, label.en, ...(written[value] ?? [])],
  }));
  const found = texts.find(({ words }) => words.includes(text));
  if (found) return { value: found.value };
  const alike = texts.filter(({ words }) => words.some((one) => fold(one) === word));
  if (word && alike[0] && alike.length === 1) return { value: alike[0].value };
  const near = nearest(
    text,
    options.flatMap(({ value, label }) => [label.fr, label.en, value].map((one) => [fold(one), value] as const)),
  );
  return refused("choice_unknown", text, {
    suggestions: near.length > 0 ? near : options.slice(0, 5).map(({ value }) => value),
  });
}

const isEmail = (text: string): boolean =>
  /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[A-Za-z]{2,}$/.test(text) && !/\.\.|\.@|@\.|@-/.test(text);

function readEmail(text: string): Cell {
  const bare = emailText(text);
  if (isEmail(bare)) return { value: bare };
  const within = /[^\s@,;<>"()]+@[^\s@;<>"()]+/.exec(bare)?.[0] ?? "";
  const repaired = [
    within,
    within.replace(/[.,;]+$/, ""),
    within.replaceAll(",", "."),
    bare.replace(/\s/g, ""),
    bare.replace(/\s*(\(at\)|\[at\]|\sat\s)\s*/i, "@"),
  ].filter(isEmail);
  return refused("email_invalid", text, { suggestions: [...new Set(repaired)].slice(0, 2) });
}

function readIds(text: string): Cell {
  const ids = readExternalIds(text);
  return ids ? { value: ids } : refused("external_id_invalid", text);
}

function readString({ field }: ImportColumn, cell: string): Cell {
  const most = field.maxLength;
  const text = field.format === "code" ? codeText(cell) : cell;
  if (most !== undefined && [...text].length > most)
    return refused("too_long", text, {
      expected: String(most),
      suggestions: [[...text].slice(0, most).join("").trim()],
    });
  return { value: text };
}
