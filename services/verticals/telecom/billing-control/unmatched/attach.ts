import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwLine, SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { identifiersOf } from "../check/match.ts";
import type { AttachInput } from "../contract.ts";
import { rememberedAs } from "../import/load.ts";
import { type Rechecked, recheckInvoices } from "../import/recheck.ts";
import { identifierFields, identifiersIn } from "../import/stored-identifiers.ts";

export interface Attached {
  readonly rows: number;
  /** Whether the supplier's next invoices find the line by the same identifier. */
  readonly remembered: boolean;
  /** What checking the rows' invoices once more has changed. */
  readonly rechecked: Rechecked;
}

interface AttachOptions {
  readonly country: string | undefined;
  /** Why gaps that are no more are closed, in the brand's language. */
  readonly reason: string;
}

/** Says whose rows of invoices are, remembers it for the supplier's next ones, and checks their invoices once more. */
export async function attachRows(
  backend: BackendClient,
  { rows: ids, lineId, remember }: AttachInput,
  { country, reason }: AttachOptions,
): Promise<Attached> {
  const [rows, [line]] = await backend.lists([rowRead(ids), lineRead(lineId)]);
  // Rows or a line of somebody else's don't exist.
  if (!line || rows.length < ids.length) throw new TRPCError({ code: "NOT_FOUND" });
  const said = remember ? remembering(line, rows, country) : undefined;
  await backend.operate([
    ...rows.map(
      ({ id }): AtomicOperation => ({
        op: "update",
        data: {
          type: "sw_supplier_invoice_line--sw_supplier_invoice_line",
          id,
          attributes: { match_key: "manual", match_confidence: "manual" },
          relationships: { line: { data: { type: "sw_line--sw_line", id: line.id } } },
        },
      }),
    ),
    ...(said ? [said] : []),
  ]);
  const invoices = new Set(rows.flatMap((row) => row.invoice?.id ?? []));
  const rechecked = await recheckInvoices(backend, invoices, { country, reason });
  return { rows: rows.length, remembered: said !== undefined, rechecked };
}

function rowRead(ids: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", ["invoice", ...identifierFields])
    .addFields("sw_supplier_invoice--sw_supplier_invoice", ["supplier"])
    .addFields("sw_supplier--sw_supplier", ["code"])
    .addInclude(["invoice.supplier"])
    .addFilter("id", [...ids], "IN")
    .addCustomParam({ page: { limit: 500 } });
  return { type: "sw_supplier_invoice_line" as const, params };
}

function lineRead(id: string) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line--sw_line", ["external_ids", "version"])
    .addFilter("id", id);
  return { type: "sw_line" as const, params };
}

/** Nothing where the person may not see the line's identifiers, and so may not write them, or all are there. */
function remembering(
  { id, version, external_ids: known }: SwLine,
  rows: readonly SwSupplierInvoiceLine[],
  country: string | undefined,
): AtomicOperation | undefined {
  if (known === undefined) return undefined;
  const has = known ?? [];
  const more = rows.flatMap((row) => {
    const system = rememberedAs({ code: row.invoice?.supplier?.code ?? "" });
    const [value] = identifiersOf(identifiersIn(row), country);
    return value ? [{ system, value }] : [];
  });
  const all = [...new Map([...has, ...more].map((one) => [`${one.system}\n${one.value}`, one])).values()];
  if (all.length === has.length) return undefined;
  return {
    op: "update",
    data: { type: "sw_line--sw_line", id, attributes: { external_ids: all, version } },
  };
}
