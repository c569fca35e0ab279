import { createHash } from "node:crypto";
import { checkLine, type Finding } from "../check/checks.ts";
import { type Match, Matcher } from "../check/match.ts";
import type { Park } from "../check/park.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";

export interface AnalysedLine {
  readonly line: InvoiceLine;
  readonly match: Match;
  readonly finding: Finding | undefined;
}

/** Prices of the park are in this currency. */
const parkCurrency = "EUR";

/** Each invoice line with its park line and what the checks found. Credit notes and other currencies are matched, not checked. */
export function analyse(invoice: Invoice, park: Park): AnalysedLine[] {
  const matcher = new Matcher(park);
  return invoice.lines.map((line) => {
    const match = matcher.match(line);
    const finding =
      match.line && invoice.kind === "invoice" && invoice.currency === parkCurrency
        ? checkLine(line, park, match.line)
        : undefined;
    return { line, match, finding };
  });
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
