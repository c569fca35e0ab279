import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwLine, SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import type { Candidate, Unmatched, UnmatchedEntry } from "../contract.ts";
import { identifierFields, identifiersIn } from "../import/stored-identifiers.ts";
import { entriesOf, nearness, type UnmatchedRow } from "./entries.ts";

const most = 60;
/** Rows that differ by more than two signs from every line are not worth a suggestion. */
const near = 0.7;

/** What invoices bill and the park doesn't know, each with the lines that it may mean. */
export async function unmatched(backend: BackendClient, supplierId: string | undefined): Promise<Unmatched> {
  const rows = await backend.listAll("sw_supplier_invoice_line", () => {
    const params = new DrupalJsonApiParams()
      .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", [
        "invoice",
        ...identifierFields,
        "description",
        "net",
      ])
      .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number", "supplier"])
      .addFields("sw_supplier--sw_supplier", ["name"])
      .addInclude(["invoice.supplier"])
      .addFilter("match_key", "none")
      .addFilter("invoice.replaced_by.id", null, "IS NULL");
    if (supplierId) params.addFilter("invoice.supplier.id", supplierId);
    return params;
  });
  const all = entriesOf(rows.map(toRow));
  const shown = all.slice(0, most);
  const asked = shown.flatMap((entry) => candidateReads(entry).map((read) => ({ entry, read })));
  const answers = await backend.lists(asked.map(({ read }) => read));
  const found = new Map(shown.map((entry) => [entry, new Map<string, Candidate>()]));
  for (const [index, { entry }] of asked.entries())
    for (const line of answers[index] ?? []) found.get(entry)?.set(line.id, toCandidate(line));
  return {
    entries: shown.map((entry) => ({
      ...entry,
      suggestions: [...(found.get(entry)?.values() ?? [])]
        .map((line) => ({ line, score: nearness(entry, line) }))
        .filter(({ score }) => score >= near)
        .sort((a, b) => b.score - a.score)
        .slice(0, 3)
        .map(({ line, score }) => ({ ...line, same: score === 1 })),
    })),
    more: all.length - shown.length,
  };
}

function toRow(row: SwSupplierInvoiceLine): UnmatchedRow {
  const { invoice } = row;
  return {
    id: row.id,
    supplierId: invoice?.supplier?.id ?? "",
    supplierName: invoice?.supplier?.name ?? "",
    invoiceId: invoice?.id ?? "",
    invoiceNumber: invoice?.number ?? "",
    identifiers: identifiersIn(row),
    label: row.description ?? "",
    net: row.net ?? undefined,
  };
}

const toCandidate = ({ id, number, service_id, user_name, park }: SwLine): Candidate => ({
  id,
  number: number ?? "",
  serviceId: service_id ?? null,
  userName: user_name ?? null,
  accountName: park?.account?.legal_name ?? null,
});

/** Lines of the supplier's parks that begin or end as an identifier does: a slip is seldom in both halves. */
function candidateReads({ supplierId, identifiers }: UnmatchedEntry) {
  const { number, serviceId } = identifiers;
  const halves = (path: string, text: string | null) => {
    const sign = (text ?? "").trim();
    const half = Math.floor(sign.length / 2);
    if (half < 3) return [];
    return [
      { path, operator: "STARTS_WITH", value: sign.slice(0, sign.length - half) },
      { path, operator: "ENDS_WITH", value: sign.slice(-half) },
    ];
  };
  // The last figures only: how a number begins says little about whose it is.
  const ends = halves("number", number).slice(1);
  return [...ends, ...halves("service_id", serviceId)].map(({ path, operator, value }) => ({
    type: "sw_line" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_line--sw_line", ["number", "service_id", "user_name", "park"])
      .addFields("sw_park--sw_park", ["account"])
      .addFields("sw_account--sw_account", ["legal_name"])
      .addInclude(["park.account"])
      .addFilter("park.operator.id", supplierId)
      .addFilter(path, value, operator)
      .addCustomParam({ page: { limit: 20 } }),
  }));
}
