import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly, SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../../platform/deterministic-uuid.ts";
import { moneyText } from "../../../../platform/money.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import type { Finding } from "../check/rules/check.ts";
import { analyse, anomalyKey } from "./analyse.ts";
import { loadPark } from "./load.ts";
import { anomalyOperation, coverageFields } from "./operations.ts";
import { readStored, type StoredInvoice } from "./stored.ts";

/** What checking an invoice once more has changed. */
export interface Rechecked {
  readonly found: number;
  readonly changed: number;
  readonly closed: number;
}

/** Why a gap is closed that a later check doesn't find any more, as the brand's people read it. */
const closedBy = {
  fr: "Contrôle refait : l’écart n’y est plus.",
  en: "Checked again: the gap is no more.",
} as const;

/** What checking again takes from the brand of who does it. */
export async function recheckOptions(
  backend: BackendClient,
): Promise<{ readonly country: string | undefined; readonly reason: string }> {
  const { brand } = await backend.me();
  return { country: brand?.country ?? undefined, reason: closedBy[brand?.locale === "en" ? "en" : "fr"] };
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
  const { lines } = analyse(invoice, park, (line) => {
    const row = rows.get(line);
    return { lineId: row?.match_key === "manual" ? row.line?.id : undefined, charge: row?.charge ?? undefined };
  });
  const anomalies = await backend.listAll("sw_anomaly", () =>
    new DrupalJsonApiParams()
      .addFields("sw_anomaly--sw_anomaly", ["status", "amount", "reason", "version"])
      .addFilter("invoice_line.invoice.id", invoiceId),
  );
  const plan = planOf({ stored, lines, anomalies, reason });
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

interface RecheckPlan {
  readonly stored: StoredInvoice;
  readonly lines: readonly CheckedRow[];
  readonly anomalies: readonly SwAnomaly[];
  readonly reason: string;
}

function planOf({ stored, lines, anomalies, reason }: RecheckPlan) {
  const { supplier, invoice, rows } = stored;
  const open = new Map(anomalies.map((anomaly) => [anomaly.id, anomaly]));
  const operations: AtomicOperation[] = [];
  const done = { found: 0, changed: 0, closed: 0 };
  for (const row of lines) {
    const before = rows.get(row.line);
    if (!before) continue;
    if (isOther(row, before)) operations.push(rowOperation(row, before));
    for (const finding of row.findings) {
      const id = deterministicUuid(`anomaly/${supplier.id}/${anomalyKey(supplier.code, invoice, row, finding)}`);
      const known = open.get(id);
      open.delete(id);
      if (!known) {
        operations.push(anomalyOperation(row, finding, { invoice, supplier, lineId: before.id, earlier: new Map() }));
        done.found += 1;
      } else if (known.status === "open" && known.amount !== moneyText(finding.gap)) {
        operations.push(amountOperation(known, finding));
        done.changed += 1;
      } else if (known.status === "corrected" && wasClosedHere(known)) {
        operations.push(amountOperation(known, finding, { status: "open", reason: null }));
        done.found += 1;
      }
    }
  }
  for (const { id, status, version } of open.values()) {
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

/** By an earlier check, not by a person: what is found again waits again. */
const wasClosedHere = ({ reason }: SwAnomaly): boolean => Object.values<unknown>(closedBy).includes(reason);

function amountOperation({ id, version }: SwAnomaly, finding: Finding, more: object = {}): AtomicOperation {
  return {
    op: "update",
    data: {
      type: "sw_anomaly--sw_anomaly",
      id,
      attributes: {
        expected: moneyText(finding.expected),
        found: moneyText(finding.found),
        amount: moneyText(finding.gap),
        amount_per_month: moneyText(finding.gapPerMonth),
        evidence: finding.evidence,
        ...more,
        version,
      },
    },
  };
}
