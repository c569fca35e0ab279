import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { EntityMap, EntityTypeName } from "../../../../model/generated/entities.ts";
import type { BackendClient, PageRead } from "../../../../platform/backend/client.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import type { Period } from "../check/cost.ts";
import type { Invoice } from "../invoice.ts";
import type { SupplierMatch } from "./load.ts";
import { readTogether } from "./read-together.ts";
import { ofSupplier, settingFields } from "./settings.ts";

type Params = DrupalJsonApiParams;

/** A kind of rows, some of which an invoice needs. */
export interface Kind<Type extends EntityTypeName = EntityTypeName> {
  readonly type: Type;
  /** What is read of them. */
  readonly fields: (params: Params) => Params;
  /** All among which the needed ones are: the supplier's. */
  readonly filter: (params: Params) => Params;
  /** By what the needed ones are found. */
  readonly path: string;
}

type Values = readonly (string | null)[];

/** As many rows in one answer as the backend gives. */
const page = { page: { limit: 500 } };

type Wanted = readonly (readonly [Kind, Values])[];
type RowsOf<Kinds extends Wanted> = { readonly [At in keyof Kinds]: EntityMap[Kinds[At][0]["type"]][] };

/**
 * Rows of these kinds: those found by their values, or all of the supplier's where those are fewer pages, each page from the id that the one before
 * ended with. The cost follows the invoice, and is the park's at most. What comes beside what is needed is the caller's to leave. `more` are read
 * beside them.
 */
export async function readNeeded<const Kinds extends Wanted, const More extends readonly (readonly PageRead[])[] = []>(
  backend: BackendClient,
  kinds: Kinds,
  more?: More,
): Promise<{
  readonly rows: RowsOf<Kinds>;
  readonly more: { -readonly [At in keyof More]: EntityMap[More[At][number]["type"]][] };
}> {
  const asked = kinds.map(([kind, values]) => ({ kind, some: parts(values) }));
  const many = asked.filter(({ some }) => some.length > 1);
  const counts = await backend.aggregates(
    many.map(({ kind: { type, filter } }) => ({ type, filter: filter(new DrupalJsonApiParams()) })),
  );
  const isWhole = (one: (typeof asked)[number]) =>
    (counts[many.indexOf(one)]?.[0]?.count ?? Number.POSITIVE_INFINITY) / page.page.limit < one.some.length;
  const reads = asked.map((one): PageRead[] => {
    const { type, path } = one.kind;
    if (isWhole(one)) return [];
    return one.some.map((values) => ({ type, params: paramsOf(one.kind).addFilter(path, values, "IN") }));
  });
  const found: unknown[][] = await readTogether(backend, [...reads, ...(more ?? [])]);
  const rows = found.slice(0, kinds.length);
  for (const [at, one] of asked.entries()) if (isWhole(one)) rows[at] = await readWhole(backend, one.kind);
  return { rows: rows as unknown as RowsOf<Kinds>, more: found.slice(kinds.length) as never };
}

const paramsOf = ({ fields, filter }: Kind): Params => filter(fields(new DrupalJsonApiParams())).addCustomParam(page);

async function readWhole(backend: BackendClient, kind: Kind): Promise<unknown[]> {
  const all: { readonly id: string }[] = [];
  for (;;) {
    const params = paramsOf(kind).addSort("id");
    const last = all.at(-1);
    if (last) params.addFilter("id", last.id, ">");
    const rows = await backend.list(kind.type, params);
    all.push(...rows);
    if (rows.length < page.page.limit) return all;
  }
}

/** By what a line is found, and when it had it. */
export const keyFields = ["number", "service_id", "status", "activated_on", "end_date", "external_ids"];

export const linesBy = (supplier: SupplierMatch, path: string): Kind<"sw_line"> => ({
  type: "sw_line",
  fields: (params) =>
    params
      .addFields("sw_line--sw_line", [...keyFields, "supplier_commitment_end", "park"])
      .addFields("sw_park--sw_park", ["account"])
      .addInclude(["park"]),
  filter: (params) => params.addFilter("park.operator.id", supplier.id),
  path,
});

export const simsOf = (supplier: SupplierMatch): Kind<"sw_sim"> => ({
  type: "sw_sim",
  fields: (params) => params.addFields("sw_sim--sw_sim", ["line", "iccid"]),
  filter: (params) => params.addFilter("line.park.operator.id", supplier.id),
  path: "iccid",
});

const ofLines = (supplier: SupplierMatch) => (params: Params) => params.addFilter("line.park.operator.id", supplier.id);

const itemFields = ["code", "name", "kind"];
const agreedBuy = ["negotiated_buy_price", "negotiated_buy_period"];

export const termsOf = (supplier: SupplierMatch): Kind<"sw_line_term"> => ({
  type: "sw_line_term",
  fields: (params) =>
    params
      .addFields("sw_line_term--sw_line_term", ["line", "plan", "valid_from", "valid_to", ...agreedBuy])
      .addFields("sw_catalogue_item--sw_catalogue_item", itemFields)
      .addInclude(["plan"]),
  filter: ofLines(supplier),
  path: "line.id",
});

export const optionsOf = (supplier: SupplierMatch): Kind<"sw_line_option"> => ({
  type: "sw_line_option",
  fields: (params) =>
    params
      .addFields("sw_line_option--sw_line_option", [
        "line",
        "item",
        "quantity",
        "buy_price",
        "buy_period",
        "valid_from",
        "valid_to",
      ])
      .addFields("sw_catalogue_item--sw_catalogue_item", itemFields)
      .addInclude(["item"]),
  filter: ofLines(supplier),
  path: "line.id",
});

export const actionsOf = (supplier: SupplierMatch): Kind<"sw_action"> => ({
  type: "sw_action",
  fields: (params) =>
    params
      .addFields("sw_action--sw_action", ["line", "planned_on", "deployment"])
      .addFields("sw_deployment--sw_deployment", ["planned_on"])
      .addInclude(["deployment"]),
  filter: (params) => ofLines(supplier)(params).addFilter("status", "cancelled", "<>"),
  path: "line.id",
});

export const settingsOf = (supplier: SupplierMatch): Kind<"sw_check_setting"> => ({
  type: "sw_check_setting",
  fields: settingFields,
  filter: (params) => ofSupplier(params, supplier.id).addFilter("line.id", null, "IS NOT NULL"),
  path: "line.id",
});

export function itemRead(supplier: SupplierMatch, path: "code" | "name", values: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_catalogue_item--sw_catalogue_item", itemFields)
    .addFilter("supplier.id", supplier.id)
    .addFilter(path, [...values], "IN")
    .addCustomParam(page);
  return { type: "sw_catalogue_item" as const, params };
}

/** The days that rows of an invoice bill, from the first to the last; undefined where none has a period. */
export function daysOf({ lines }: Invoice): Period | undefined {
  let [start, end]: (string | undefined)[] = [];
  for (const { periodStart, periodEnd } of lines) {
    if (periodStart && (!start || periodStart < start)) start = periodStart;
    if (periodEnd && (!end || periodEnd > end)) end = periodEnd;
  }
  return start && end ? { start, end } : undefined;
}

/** What other invoices of the supplier bill for lines in the same days. */
export const earlierOf = (supplier: SupplierMatch, days: Period): Kind<"sw_supplier_invoice_line"> => ({
  type: "sw_supplier_invoice_line",
  fields: (params) =>
    params
      .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", [
        "line",
        "invoice",
        "item_code",
        "description",
        "charge",
        "net",
        "period_start",
        "period_end",
      ])
      .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number", "created"])
      .addInclude(["invoice"]),
  filter: (params) =>
    params
      .addFilter("invoice.supplier.id", supplier.id)
      .addFilter("invoice.replaced_by.id", null, "IS NULL")
      .addFilter("period_end", days.start, ">=")
      .addFilter("period_start", days.end, "<="),
  path: "line.id",
});

export function priceRead(supplier: SupplierMatch, plans: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_price--sw_price", [
      "item",
      "gross",
      "discount",
      "net",
      "billing_period",
      "valid_from",
      "valid_to",
      "source",
    ])
    .addFilter("direction", "buy")
    .addFilter("item.supplier.id", supplier.id)
    .addFilter("item.id", [...plans], "IN")
    .addCustomParam(page)
    .addSort("valid_from", "DESC");
  return { type: "sw_price" as const, params };
}
