import type { UncheckedReason } from "../contract.ts";
import type { Invoice } from "../invoice.ts";
import { type Billed, billed } from "./billed.ts";
import { type Netted, netRows } from "./netting.ts";
import type { EarlierCharge, Park } from "./park.ts";
import { findProration, type ProrationFound, tolerance } from "./proration.ts";
import { type Matched, type Row, rowOf, rowsByLine } from "./row.ts";
import type { CheckId, Finding, Subject } from "./rules/check.ts";
import { checks } from "./rules/index.ts";
import { type Allowance, allowances } from "../../../../base/control/index.ts";

/** Prices of the park are in this currency. */
export const parkCurrency = "EUR";

export interface CheckedRow extends Row {
  readonly findings: readonly Finding[];
  /** Undefined where the row was checked. */
  readonly unchecked: UncheckedReason | undefined;
}

export interface Checked {
  readonly rows: readonly CheckedRow[];
  readonly proration: ProrationFound;
}

/**
 * What each row of an invoice is for, what was really asked for it, and what of that is too much, as of the billed period, never as of today.
 * Credit notes and other currencies are matched, not checked.
 */
export function checkRows(invoice: Invoice, matched: readonly Matched[], park: Park): Checked {
  const rows = matched.map((one) => rowOf(one, park));
  const none =
    invoice.kind === "invoice" ? (invoice.currency === parkCurrency ? undefined : "other_currency") : "credit";
  if (none)
    return {
      rows: rows.map((row) => ({ ...row, findings: [], unchecked: none })),
      proration: findProration([], park),
    };
  const netted = netRows(rows);
  const byLine = rowsByLine(rows);
  const asked = rows.map((row): Billed | UncheckedReason => {
    const net = netted.net.get(row);
    return net === undefined ? "credit" : billed(row, net, byLine, park, invoice.issuedOn);
  });
  const proration = findProration(
    asked.filter((of) => typeof of !== "string"),
    park,
  );
  const knownInvoice = rows.some(({ match }) => match.line);
  const before = charges(park.earlier);
  const allowed = allowances(park.settings ?? []);
  const checked = rows.map((row, index): CheckedRow => {
    const of = asked[index] ?? "credit";
    const findings =
      typeof of === "string"
        ? []
        : findIn(
            {
              ...of,
              cost: (other = proration.proration) => of.cost(other),
              left: of.net,
              proration: proration.proration,
              park,
              issuedOn: invoice.issuedOn,
              before: before.of(of.parkLine?.id),
              knownInvoice,
              tolerance,
            },
            allowed({ subjectId: of.parkLine?.id, accountId: of.parkLine?.accountId ?? null, period: of.period }),
          );
    before.add(row, netted, invoice);
    return { ...row, findings, unchecked: whyNot(of, proration, findings) };
  });
  const isChecked = new Set(rows.filter((_, index) => checked[index]?.unchecked === undefined));
  return {
    rows: checked.map((row, index) => {
      const from = netted.takenFrom.get(rows[index] ?? row) ?? [];
      // A discount or credit was checked where a row that it was taken from was.
      return from.some((source) => isChecked.has(source)) ? { ...row, unchecked: undefined } : row;
    }),
    proration,
  };
}

/** Each check in turn, on what the ones before it left: what one is told to let pass, the next doesn't find again. */
function findIn(subject: Subject, allowance: Allowance<CheckId>): Finding[] {
  const findings: Finding[] = [];
  let of = subject;
  for (const { id, charges, find } of checks) {
    if (!charges.includes(subject.charge)) continue;
    const gap = find(of);
    if (!gap || gap.gap <= subject.tolerance) continue;
    if (gap.gap > allowance(id)) findings.push({ check: id, expected: of.left - gap.gap, found: of.left, ...gap });
    of = { ...of, left: of.left - gap.gap };
  }
  return findings;
}

function whyNot(
  of: Billed | UncheckedReason,
  { proration }: ProrationFound,
  findings: readonly Finding[],
): UncheckedReason | undefined {
  if (typeof of === "string") return of;
  if (!of.parkLine) return "unmatched";
  if (findings.length > 0 || of.charge === "one_off" || of.charge === "device") return undefined;
  return of.cost(proration) ? undefined : "no_price";
}

/** Rows for each park line, of earlier invoices first, then of this one as it is gone through. */
function charges(earlier: readonly EarlierCharge[]) {
  const byLine = new Map<string, EarlierCharge[]>();
  const put = (charge: EarlierCharge) => byLine.set(charge.lineId, [...(byLine.get(charge.lineId) ?? []), charge]);
  for (const charge of earlier) put(charge);
  return {
    of: (lineId: string | undefined): readonly EarlierCharge[] => byLine.get(lineId ?? "") ?? [],
    add(row: Row, { net, takenFrom }: Netted, { number: invoiceNumber }: Invoice) {
      const { line, match, charge } = row;
      const { itemCode, description, periodStart: start, periodEnd: end } = line;
      if (!match.line || !start || !end || (takenFrom.get(row) ?? []).length > 0) return;
      const asked = net.get(row);
      put({ lineId: match.line.id, invoiceNumber, itemCode, description, charge, start, end, net: line.net, asked });
    },
  };
}
