import { fold } from "../../../../../platform/fold.ts";
import { readDay, readMonth } from "../../../../../platform/tables/read-day.ts";
import type { Row } from "./rows.ts";
import { periodOf } from "./values.ts";

/** What stands above a table, or on a page before it, about the document as a whole. */
export interface Heading {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly supplier: string | null;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly credit: boolean;
}

const day = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:ER)?\s\p{L}+\.?\s\d{4}`;
const number = /\b(?:FACTURE|INVOICE|BILL|AVOIR|CREDIT NOTE)\b(.*)$/;
const issued = [
  new RegExp(String.raw`\b(?:DATE|EMISE?|EDITEE?|ISSUED|DATED)\b[^\d]{0,40}(${day})`, "u"),
  new RegExp(String.raw`\b(?:FACTURE|INVOICE|BILL|AVOIR)\b.*?\b(?:DU|OF|DATED|LE)\s+(${day})`, "u"),
];
const supplier = /^(?:FOURNISSEUR|OPERATEUR|SUPPLIER|OPERATOR|EMETTEUR|VENDOR|SELLER)\s*:?\s*(.{2,160})$/;

const amount = /\d[\d\s]*[.,]\d{2}(?![\d.])/g;

/** A document's number among words: it has figures and is neither a day, a month, a year nor a count. */
export function numberIn(text: string): string | null {
  const candidates = text.match(/[A-Z0-9][A-Z0-9/_.-]*[A-Z0-9]/gi) ?? [];
  const numbers = candidates.filter(
    (one) =>
      /\d/.test(one) &&
      one.length >= 3 &&
      one.length <= 64 &&
      !/^(\d{1,3}|(19|20)\d\d|\d+\/\d+)$/.test(one) &&
      !readMonth(one) &&
      (readDay(one).day === undefined || /^\d{5,8}$/.test(one)),
  );
  return numbers[0] ?? null;
}

/** `above`: what stands over the table; `beside`: what else belongs to no line. */
export function headingOf(above: readonly Row[], beside: readonly Row[]): Heading {
  const rows = [...above, ...beside];
  let likely: string | null = null;
  let found: Heading = { number: null, issuedOn: null, supplier: null, period: null, credit: false };
  for (const { cells } of rows.slice(0, 200)) {
    const text = cells.filter(Boolean).join(" ").slice(0, 400);
    const folded = fold(text);
    // Offsets are the folded text's own: what is cut from it has lost its accents, which a number has none of.
    const [, behind = ""] = number.exec(folded) ?? [];
    const issuedOn =
      /PERIODE|PERIOD\b/.test(folded) && !/FACTURE|INVOICE|EMI|ISSU/.test(folded) ? null : issuedIn(folded);
    const named = supplier.exec(folded) ? text.replace(/^[^\s:]+\s*:?\s*/, "") : null;
    const numbered = numberIn(behind.replace(new RegExp(day, "gu"), " ").replace(amount, " "));
    likely ??= numbered;
    found = {
      number: found.number ?? (/\bN ?[°O]|NUMERO|NUMBER|\bNO\b|#|\bREF/.test(folded) ? numbered : null),
      issuedOn: found.issuedOn ?? issuedOn,
      supplier: found.supplier ?? named,
      period: found.period ?? (/PERIODE|PERIOD\b/.test(folded) ? (periodOf(text, "dmy") ?? null) : null),
      credit: found.credit || /^(AVOIR|CREDIT NOTE)\b/.test(folded),
    };
  }
  return { ...found, number: found.number ?? likely, supplier: found.supplier ?? letterhead(above) };
}

const aboutElse =
  /FACTUR|INVOICE|BILL|DETAIL|AVOIR|CREDIT|PERIODE|PERIOD|PAGE|DATE|CLIENT|COMPTE|TOTAL|EXPORT|LIGNES?\b|LINES?\b/;

/** A name that stands alone at the top, as a sender's does. */
function letterhead(rows: readonly Row[]): string | null {
  const [first] = rows;
  const texts = first?.cells.filter(Boolean) ?? [];
  const [text = ""] = texts;
  return texts.length === 1 && text.length <= 60 && !/\d|:/.test(text) && !aboutElse.test(fold(text)) ? text : null;
}

function issuedIn(folded: string): string | null {
  for (const pattern of issued) {
    const text = pattern.exec(folded)?.[1];
    const iso = text === undefined ? undefined : readDay(text).day;
    if (iso) return iso;
  }
  return null;
}

/** The number that a file is likely named after. */
export function numberInName(fileName: string): string | null {
  const name = fileName.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  for (const part of name.split(/[\s_]+/)) {
    const found = numberIn(part.replace(/^[A-Za-z]{3,}-/, ""));
    if (found && found.replace(/\D/g, "").length >= 4) return found;
  }
  return null;
}
