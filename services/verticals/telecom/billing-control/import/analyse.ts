import { createHash } from "node:crypto";
import { type Charge, chargeOf } from "../check/charge.ts";
import { checkLine, type Finding } from "../check/checks.ts";
import { type Match, Matcher } from "../check/match.ts";
import type { Park } from "../check/park.ts";
import { findProration, type ProrationFound } from "../check/proration.ts";
import { type Money, moneyText } from "../../../../platform/money.ts";
import { type Coverage, type UncheckedReason, uncheckedReasons } from "../contract.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";

export interface AnalysedLine {
  readonly line: InvoiceLine;
  readonly match: Match;
  readonly charge: Charge;
  readonly finding: Finding | undefined;
  /** Undefined where the line was checked. */
  readonly unchecked: UncheckedReason | undefined;
}

/** Prices of the park are in this currency. */
const parkCurrency = "EUR";

export interface Analysis {
  readonly lines: readonly AnalysedLine[];
  readonly proration: ProrationFound;
}

/** Each invoice line with its park line and what the checks found. Credit notes and other currencies are matched, not checked. */
export function analyse(invoice: Invoice, park: Park): Analysis {
  const matcher = new Matcher(park);
  const matched = invoice.lines.map((line) => ({ line, match: matcher.match(line) }));
  const proration = findProration(
    matched.map(({ line, match }) => ({ line, parkLine: match.line })),
    park,
  );
  const lines = matched.map(({ line, match }): AnalysedLine => {
    const charge = chargeOf(line, park.chargeRules);
    const not = (unchecked: UncheckedReason): AnalysedLine => ({ line, match, charge, finding: undefined, unchecked });
    if (invoice.kind !== "invoice") return not("credit");
    if (invoice.currency !== parkCurrency) return not("other_currency");
    if (!match.line) return not("unmatched");
    const checked = checkLine(line, park, match.line, proration.proration);
    return checked.kind === "unchecked"
      ? not(checked.reason)
      : { line, match, charge, finding: checked.finding, unchecked: undefined };
  });
  return { lines, proration };
}

/** What was checked and what was not, in rows and euros. */
export function coverageOf(lines: readonly AnalysedLine[]): Coverage {
  const sum = (some: readonly AnalysedLine[], of: (net: Money) => Money = (net) => net) =>
    some.reduce((total, { line }) => total + of(line.net), 0);
  const part = (some: readonly AnalysedLine[]) => ({ rows: some.length, net: moneyText(sum(some)) });
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
    share: worth === 0 ? (checked.length === lines.length ? 1 : 0) : sum(checked, Math.abs) / worth,
  };
}

/** The same amounts on the same lines give the same hash, whatever container they came in. */
export function contentHash(invoice: Invoice): string {
  const lines = invoice.lines.map((line) => [
    line.lineNumber,
    line.net,
    line.quantity,
    line.periodStart,
    line.periodEnd,
  ]);
  return createHash("sha256")
    .update(JSON.stringify([invoice.kind, invoice.number, invoice.issuedOn, invoice.currency, invoice.totalNet, lines]))
    .digest("hex");
}

/** Per (supplier, invoice, line, period, check): the same finding is the same anomaly for ever. */
export function anomalyKey(supplierCode: string, invoice: Invoice, { line, finding }: AnalysedLine): string {
  return `${supplierCode}/${invoice.number}/${line.lineNumber}/${line.periodStart ?? ""}/${finding?.check ?? ""}`.slice(
    0,
    191,
  );
}
