import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { type Money, moneyText } from "../../../../platform/money.ts";
import type { Replacement, RowChange } from "../contract.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";
import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import type { Finding } from "../check/rules/check.ts";
import type { Known } from "./analyse.ts";
import { type GapsOfRows, gapsOfRows } from "./known-gaps.ts";
import { anomalyOperation, gapFields, type WrittenDocument } from "./operations.ts";
import { pairRows } from "./pair-rows.ts";
import { readStored, type StoredInvoice } from "./stored.ts";

/** Row changes that travel, the dearest first. */
const mostChanges = 50;

/** The edition that a corrected invoice replaces, beside it. */
export interface Replaced {
  readonly stored: StoredInvoice;
  readonly id: string;
  readonly gaps: GapsOfRows;
  /** Rows of the corrected invoice with what they were before. */
  readonly pairs: ReadonlyMap<InvoiceLine, InvoiceLine>;
}

/** Undefined where the person may not see what would be replaced. */
export async function readReplaced(
  backend: BackendClient,
  id: string,
  { invoice, country }: { readonly invoice: Invoice; readonly country: string | undefined },
): Promise<Replaced | undefined> {
  const stored = await readStored(backend, id);
  if (!stored) return undefined;
  const pairs = pairRows(stored.invoice.lines, invoice.lines, country);
  return { stored, id, pairs, gaps: await gapsOfRows(backend, id) };
}

/** What a person has said of the rows before holds for the corrected ones. */
export function knownOf({ stored, pairs }: Replaced): (line: InvoiceLine) => Known | undefined {
  return (line) => {
    const row = stored.rows.get(pairs.get(line) ?? line);
    return row?.match_key === "manual" ? { lineId: row.line?.id } : undefined;
  };
}

/** Lines that a person has attached rows to. */
export const saidLines = ({ stored }: Replaced): string[] =>
  [...stored.rows.values()].flatMap(({ match_key, line }) => (match_key === "manual" && line ? [line.id] : []));

/** What a corrected invoice changes. */
export function replacementOf({ stored, id, pairs }: Replaced, { lines }: Invoice): Replacement {
  const before = new Set(pairs.values());
  const change = (kind: RowChange["kind"], line: InvoiceLine, [was, is]: readonly [Money | null, Money | null]) => ({
    worth: Math.abs((is ?? 0) - (was ?? 0)),
    row: {
      kind,
      description: line.description,
      name: line.number ?? line.serviceId ?? line.iccid ?? line.customerReference,
      before: was === null ? null : moneyText(was),
      after: is === null ? null : moneyText(is),
    },
  });
  const changes = [
    ...lines.flatMap((line) => {
      const was = pairs.get(line);
      if (!was) return [change("added", line, [null, line.net])];
      const isSame = was.net === line.net && was.periodStart === line.periodStart && was.periodEnd === line.periodEnd;
      return isSame ? [] : [change("changed", line, [was.net, line.net])];
    }),
    ...stored.invoice.lines
      .filter((line) => !before.has(line))
      .map((line) => change("removed", line, [line.net, null])),
  ].sort((a, b) => b.worth - a.worth);
  const count = (kind: RowChange["kind"]) => changes.filter(({ row }) => row.kind === kind).length;
  return {
    invoiceId: id,
    edition: stored.edition,
    totalNet: moneyText(stored.invoice.totalNet),
    lineCount: stored.invoice.lines.length,
    added: count("added"),
    removed: count("removed"),
    changed: count("changed"),
    changes: changes.slice(0, mostChanges).map(({ row }) => row),
  };
}

const waits = ({ status }: SwAnomaly): boolean => status === "open" || status === "disputed";

/** Under which a finding of a corrected row was known before. */
const keyBefore = ({ stored, pairs }: Replaced, { line }: CheckedRow, { check }: Finding): string =>
  `${stored.rows.get(pairs.get(line) ?? line)?.id}/${check}`;

/** Gaps that wait, and that the correction takes back. */
export function takenBack(replaced: Replaced, lines: readonly CheckedRow[]): SwAnomaly[] {
  const found = new Set(lines.flatMap((row) => row.findings.map((finding) => keyBefore(replaced, row, finding))));
  return [...replaced.gaps.of].flatMap(([key, gap]) => (found.has(key) || !waits(gap) ? [] : [gap]));
}

interface ReplacePlan {
  readonly replaced: Replaced;
  readonly document: WrittenDocument;
  readonly invoice: Invoice;
  readonly earlier: ReadonlyMap<string, Money>;
  /** Why gaps are closed that the corrected invoice no longer has, in the brand's language. */
  readonly reason: string;
}

/**
 * The gaps of the edition before move to the corrected rows with all that was done about them. Those that the correction takes back are credited;
 * what a person has closed stays closed; new ones are found.
 */
export function replaceOperations({ replaced, document, invoice, earlier, reason }: ReplacePlan): AtomicOperation[] {
  const { stored, id, gaps } = replaced;
  const { supplier, edition, version } = stored;
  const operations: AtomicOperation[] = [
    {
      op: "update",
      data: {
        type: "sw_supplier_invoice--sw_supplier_invoice",
        id,
        attributes: { version },
        relationships: { replaced_by: { data: { type: "sw_supplier_invoice--sw_supplier_invoice", id: document.id } } },
      },
    },
  ];
  for (const { row, rowId } of document.rows) {
    const relationships = {
      invoice_line: { data: { type: "sw_supplier_invoice_line--sw_supplier_invoice_line", id: rowId } },
    };
    for (const finding of row.findings) {
      const known = gaps.of.get(keyBefore(replaced, row, finding));
      if (!known) {
        const place = { invoice, supplier, edition: edition + 1, lineId: rowId, earlier };
        operations.push(anomalyOperation(row, finding, place));
        continue;
      }
      const attributes = { ...(waits(known) && gapFields(finding)), version: known.version };
      operations.push({
        op: "update",
        data: { type: "sw_anomaly--sw_anomaly", id: known.id, attributes, relationships },
      });
    }
  }
  const lines = document.rows.map(({ row }) => row);
  for (const { id: gap, amount, version: of } of takenBack(replaced, lines)) {
    const attributes = { status: "credited", recovered: amount, reason, version: of };
    operations.push({ op: "update", data: { type: "sw_anomaly--sw_anomaly", id: gap, attributes } });
  }
  return operations;
}
