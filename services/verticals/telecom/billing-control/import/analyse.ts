import { createHash } from "node:crypto";
import { type CheckedRow, checking } from "../check/check-rows.ts";
import { type Match, Matcher } from "../check/match.ts";
import type { Park } from "../check/park.ts";
import type { ProrationFound } from "../check/proration.ts";
import type { Finding } from "../check/rules/check.ts";
import { eachOf, inOneGo, type Slices } from "../check/slices.ts";
import { type Money, moneyText } from "../../../../platform/money.ts";
import { type Coverage, uncheckedReasons } from "../contract.ts";
import type { Charge } from "../check/charge.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";

export interface Analysis {
  readonly lines: readonly CheckedRow[];
  readonly proration: ProrationFound;
}

/** What of a row is known before: whose a person has said it is, what it was concluded to be for. */
export interface Known {
  readonly lineId?: string | undefined;
  readonly charge?: Charge | undefined;
}

/** Each invoice line with its park line and what the checks found. */
export const analyse = (invoice: Invoice, park: Park): Analysis => inOneGo(analysing(invoice, park));

export function* analysing(
  invoice: Invoice,
  park: Park,
  known?: (line: InvoiceLine) => Known | undefined,
): Slices<Analysis> {
  const matcher = new Matcher(park);
  const byId = known && new Map(park.lines.map((line) => [line.id, line]));
  const matched = yield* eachOf(invoice.lines, (line) => {
    const { lineId, charge } = known?.(line) ?? {};
    const said = lineId ? byId?.get(lineId) : undefined;
    const match: Match = said ? { key: "manual", line: said, confidence: "manual" } : matcher.match(line);
    return { line, match, charge };
  });
  const { rows, proration } = yield* checking(invoice, matched, park);
  return { lines: rows, proration };
}

/** What was checked and what was not, in rows and euros. */
export function coverageOf(lines: readonly CheckedRow[]): Coverage {
  const sum = (some: readonly CheckedRow[], of: (net: Money) => Money = (net) => net) =>
    some.reduce((total, { line }) => total + of(line.net), 0);
  const part = (some: readonly CheckedRow[]) => ({ rows: some.length, net: moneyText(sum(some)) });
  const checked = lines.filter(({ unchecked }) => !unchecked);
  const worth = sum(lines, Math.abs);
  return {
    ...part(lines),
    checked: part(checked),
    unchecked: uncheckedReasons
      .map((reason) => ({ reason, some: lines.filter(({ unchecked }) => unchecked === reason) }))
      .filter(({ some }) => some.length > 0)
      .sort((a, b) => sum(b.some, Math.abs) - sum(a.some, Math.abs))
      .map(({ reason, some }) => ({ reason, ...part(some) })),
    share:
      worth === 0 ? (checked.length > 0 && checked.length === lines.length ? 1 : 0) : sum(checked, Math.abs) / worth,
  };
}

/** The same amounts for the same times give the same hash, whatever container they came in, in which order, and however its rows are numbered. */
export function contentHash(invoice: Invoice): string {
  const rows = invoice.lines.map(({ net, periodStart, periodEnd }) => JSON.stringify([net, periodStart, periodEnd]));
  return hashOf([...headOf(invoice), rows.sort()]);
}

/** Also by the hash that invoices got before the order and numbers of their rows were left out of it. */
export function isSameContent(hash: string | null | undefined, invoice: Invoice): boolean {
  const rows = invoice.lines.map((line) => [
    line.lineNumber,
    line.net,
    line.quantity,
    line.periodStart,
    line.periodEnd,
  ]);
  return hash === contentHash(invoice) || hash === hashOf([...headOf(invoice), rows]);
}

const headOf = ({ kind, number, issuedOn, currency, totalNet }: Invoice) => [
  kind,
  number,
  issuedOn,
  currency,
  totalNet,
];

const hashOf = (content: unknown): string => createHash("sha256").update(JSON.stringify(content)).digest("hex");

/** Which document a row stands in. */
export interface DocumentKey {
  readonly supplierCode: string;
  readonly number: string;
  /** 1 for an invoice that nothing has corrected. */
  readonly edition: number;
}

/** Per (supplier, invoice, line, period, check): the same finding is the same anomaly for ever. */
export function anomalyKey(
  { supplierCode, number, edition }: DocumentKey,
  { line }: CheckedRow,
  { check }: Finding,
): string {
  const document = edition > 1 ? `${number}~${edition}` : number;
  return `${supplierCode}/${document}/${line.lineNumber}/${line.periodStart ?? ""}/${check}`.slice(0, 191);
}
