import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { type Money, moneyText } from "../../../../platform/money.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import type { Finding } from "../check/rules/check.ts";
import { inTurns } from "../check/slices.ts";
import type { InvoiceLine } from "../invoice.ts";
import { analysing } from "./analyse.ts";
import { closingReason, isClosedByCheck } from "./closed-by.ts";
import { earlierGaps } from "./earlier-gaps.ts";
import { type GapsOfRows, gapsOfRows } from "./known-gaps.ts";
import { loadPark } from "./load.ts";
import { anomalyOperation, coverageFields, gapFields } from "./operations.ts";
import { readStored, type StoredInvoice } from "./stored.ts";

/** What checking an invoice once more has changed. */
export interface Rechecked {
  readonly found: number;
  readonly changed: number;
  readonly closed: number;
}

/** What checking again takes from the brand of who does it. */
export async function recheckOptions(
  backend: BackendClient,
): Promise<{ readonly country: string | undefined; readonly reason: string }> {
  const { brand } = await backend.me();
  return { country: brand?.country ?? undefined, reason: closingReason(brand?.locale) };
}

/**
 * Checks an imported invoice as of today's park, prices and rules: new gaps come, open ones get their amounts or are closed where they are no
 * more. What a person has decided stays. Undefined where the person has no such invoice.
 */
export async function recheckInvoice(
  backend: BackendClient,
  invoiceId: string,
  { country, reason }: { country: string | undefined; reason: string },
): Promise<Rechecked | undefined> {
  const stored = await readStored(backend, invoiceId);
  if (!stored) return undefined;
  const { supplier, invoice, rows, importedOn: importedBefore } = stored;
  const said = [...rows.values()].flatMap(({ match_key, line }) => (match_key === "manual" && line ? [line.id] : []));
  const park = await loadPark(backend, supplier, invoice, { country, also: said, importedBefore });
  const known = (line: InvoiceLine) => {
    const row = rows.get(line);
    return { lineId: row?.match_key === "manual" ? row.line?.id : undefined, charge: row?.charge ?? undefined };
  };
  const { lines } = await inTurns(analysing(invoice, park, known));
  const gaps = await gapsOfRows(backend, invoiceId);
  const earlier = await earlierGaps(backend, lines, gaps.ids);
  const plan = planOf({ stored, lines, known: gaps, earlier, reason });
  const { checked_count, checked_net } = coverageFields(lines);
  const isCovered = checked_count === stored.checked.count && checked_net === stored.checked.net;
  if (!isCovered)
    plan.operations.push({
      op: "update",
      data: {
        type: "sw_supplier_invoice--sw_supplier_invoice",
        id: invoiceId,
        attributes: { checked_count, checked_net, version: stored.version },
      },
    });
  if (plan.operations.length > 0) await backend.operate(plan.operations);
  return plan.done;
}

/** Several, one after the other; those that the person hasn't are left out. */
export async function recheckInvoices(
  backend: BackendClient,
  invoiceIds: Iterable<string>,
  options: { country: string | undefined; reason: string },
): Promise<Rechecked> {
  const sum = { found: 0, changed: 0, closed: 0 };
  for (const id of invoiceIds) {
    const done = await recheckInvoice(backend, id, options);
    sum.found += done?.found ?? 0;
    sum.changed += done?.changed ?? 0;
    sum.closed += done?.closed ?? 0;
  }
  return sum;
}

interface RecheckPlan {
  readonly stored: StoredInvoice;
  readonly lines: readonly CheckedRow[];
  readonly known: GapsOfRows;
  readonly earlier: ReadonlyMap<string, Money>;
  readonly reason: string;
}

function planOf({ stored, lines, known: { of }, earlier, reason }: RecheckPlan) {
  const { supplier, invoice, edition, rows } = stored;
  const left = new Map(of);
  const operations: AtomicOperation[] = [];
  const done = { found: 0, changed: 0, closed: 0 };
  for (const row of lines) {
    const before = rows.get(row.line);
    if (!before) continue;
    if (isOther(row, before)) operations.push(rowOperation(row, before));
    for (const finding of row.findings) {
      const key = `${before.id}/${finding.check}`;
      const known = left.get(key);
      left.delete(key);
      if (!known) {
        operations.push(anomalyOperation(row, finding, { invoice, supplier, edition, lineId: before.id, earlier }));
        done.found += 1;
      } else if (known.status === "open" && known.amount !== moneyText(finding.gap)) {
        operations.push(amountOperation(known, finding));
        done.changed += 1;
      } else if (known.status === "corrected" && isClosedByCheck(known.reason)) {
        operations.push(amountOperation(known, finding, { status: "open", reason: null }));
        done.found += 1;
      }
    }
  }
  for (const { id, status, version } of left.values()) {
    if (status !== "open") continue;
    const attributes = { status: "corrected", reason, version };
    operations.push({ op: "update", data: { type: "sw_anomaly--sw_anomaly", id, attributes } });
    done.closed += 1;
  }
  return { operations, done };
}

const isOther = ({ match, charge }: CheckedRow, before: SwSupplierInvoiceLine): boolean =>
  match.key !== before.match_key || match.line?.id !== before.line?.id || charge !== before.charge;

function rowOperation({ match, charge }: CheckedRow, { id }: SwSupplierInvoiceLine): AtomicOperation {
  return {
    op: "update",
    data: {
      type: "sw_supplier_invoice_line--sw_supplier_invoice_line",
      id,
      attributes: { match_key: match.key, match_confidence: match.confidence, charge },
      relationships: { line: { data: match.line ? { type: "sw_line--sw_line", id: match.line.id } : null } },
    },
  };
}

function amountOperation({ id, version }: SwAnomaly, finding: Finding, more: object = {}): AtomicOperation {
  return {
    op: "update",
    data: {
      type: "sw_anomaly--sw_anomaly",
      id,
      attributes: { ...gapFields(finding), ...more, version },
    },
  };
}
