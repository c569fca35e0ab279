import type { Money } from "../../../../platform/money.ts";
import type { UncheckedReason } from "../contract.ts";
import type { Invoice } from "../invoice.ts";
import { type Billed, billed } from "./billed.ts";
import { type Netted, netRows } from "./netting.ts";
import type { EarlierCharge, Park } from "./park.ts";
import { findProration, type ProrationFound, tolerance } from "./proration.ts";
import { plainlyRight } from "./plain.ts";
import { type Matched, type Row, rowsByLine, rowsOf } from "./row.ts";
import type { CheckId, Finding, Subject } from "./rules/check.ts";
import { checks } from "./rules/index.ts";
import { type Allowance, allowances } from "../../../../base/control/index.ts";
import { eachOf, inOneGo, type Slices } from "./slices.ts";

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
export const checkRows = (invoice: Invoice, matched: readonly Matched[], park: Park): Checked =>
  inOneGo(checking(invoice, matched, park));

export function* checking(invoice: Invoice, matched: readonly Matched[], park: Park): Slices<Checked> {
  const rows = rowsOf(matched, park);
  yield;
  const none =
    invoice.kind === "invoice" ? (invoice.currency === parkCurrency ? undefined : "other_currency") : "credit";
  if (none)
    return {
      rows: rows.map((row) => ({ ...row, findings: [], unchecked: none })),
      proration: findProration([], park),
    };
  const netted = rows.some(({ line }) => line.net < 0) ? netRows(rows) : undefined;
  const netOf = (row: Row) => (netted ? netted.net.get(row) : row.line.net > 0 ? row.line.net : undefined);
  const byLine = rowsByLine(rows);
  const ofLine = ({ match }: Row) => (match.line && byLine.get(match.line.id)) ?? [];
  const before = charges(park.earlier);
  const isRight = plainlyRight(park);
  const asked = yield* eachOf(rows, (row): Billed | UncheckedReason | typeof right => {
    const net = netOf(row);
    if (net === undefined) return "credit";
    const alone = ofLine(row).length === 1 && before.of(row.match.line?.id).length === 0;
    return alone && isRight(row, net) ? right : billed(row, net, ofLine(row), park, invoice.issuedOn);
  });
  const proration = findProration(
    asked.filter((of) => typeof of === "object"),
    park,
  );
  const knownInvoice = rows.some(({ match }) => match.line);
  const allowed = allowances(park.settings ?? []);
  const checked = yield* eachOf(rows, (row, index): CheckedRow => {
    const of = asked[index] ?? "credit";
    const { line, match, charge, item } = row;
    if (of === right) return { line, match, charge, item, findings: nothing, unchecked: undefined };
    const findings =
      typeof of === "string"
        ? nothing
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
    if (ofLine(row).length > 1 && !isTaken(netted, row)) before.add(row, netOf(row), invoice);
    return { line, match, charge, item, findings, unchecked: whyNot(of, proration, findings) };
  });
  if (!netted) return { rows: checked, proration };
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

/** Of a row that no check has to look at. */
const right = "right";
const nothing: readonly Finding[] = [];

/** Whether it was taken off other rows: then it is no charge of its own. */
const isTaken = (netted: Netted | undefined, row: Row): boolean => (netted?.takenFrom.get(row) ?? []).length > 0;

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
  const none: readonly EarlierCharge[] = [];
  const put = (charge: EarlierCharge) => {
    const some = byLine.get(charge.lineId);
    if (some) some.push(charge);
    else byLine.set(charge.lineId, [charge]);
  };
  earlier.forEach(put);
  return {
    of: (lineId: string | undefined): readonly EarlierCharge[] => byLine.get(lineId ?? "") ?? none,
    add({ line, match, charge }: Row, asked: Money | undefined, { number: invoiceNumber }: Invoice) {
      const { itemCode, description, periodStart: start, periodEnd: end } = line;
      if (!match.line || !start || !end) return;
      put({ lineId: match.line.id, invoiceNumber, itemCode, description, charge, start, end, net: line.net, asked });
    },
  };
}
