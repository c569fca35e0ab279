import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { SwBilledItem, SwLine, SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf, type Money } from "../../../../platform/money.ts";
import type { Charge } from "../check/charge.ts";
import { parkCurrency } from "../check/check-rows.ts";
import type { Period } from "../check/cost.ts";
import { months, monthsWithin } from "../check/days.ts";
import type { CheckSetting } from "../../../../base/control/index.ts";
import type { CheckId } from "../check/rules/check.ts";
import { monthChecks } from "./contract.ts";
import { readTogether } from "../import/read-together.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import { billedIn } from "../billed/billed-in.ts";
import { settingRead, toSetting } from "../import/settings.ts";
import { groupBy } from "./group-by.ts";
import { held, type Prices } from "./prices.ts";
import { inService, type LineMonth, type Share } from "./rules/check.ts";

/** A line's month but for what is known only when all the customer's lines are; and what was found of the line before. */
export interface ReadLine {
  readonly line: Omit<LineMonth, "ofSupplier" | "ofCustomer">;
  readonly accountId: string;
  /** Lines of one are billed together: a customer's of one kind at one supplier. */
  readonly billedWith: string;
  readonly anomalies: readonly SwAnomaly[];
  /** What the checks let pass on this line alone. */
  readonly settings: readonly CheckSetting<CheckId>[];
}

/** Lines in a page: what is read of them fits in a few requests. */
export const pageSize = 200;

const lineFields = ["number", "status", "activated_on", "end_date", "suspended_on", "park"];

export function lineParams(): DrupalJsonApiParams {
  return new DrupalJsonApiParams()
    .addFields("sw_line--sw_line", lineFields)
    .addFields("sw_park--sw_park", ["account", "operator", "kind"])
    .addInclude(["park"]);
}

/** As many rows in one answer as the backend gives: a read of some lines' rows is rarely more. */
const wholePage = { page: { limit: 500 } };

/** Everything that the checks need of these lines, in a few requests whatever their number. */
export async function readLines(
  backend: BackendClient,
  lines: readonly SwLine[],
  { month, prices }: { month: Period; prices: Prices },
): Promise<ReadLine[]> {
  const ids = parts(lines.map(({ id }) => id));
  const [terms, options, rows, items, anomalies, settings] = await readTogether(backend, [
    ids.map((some) => termRead(some, month)),
    ids.map((some) => optionRead(some, month)),
    ids.map((some) => rowRead(some, month)),
    ids.map((some) => itemRead(some, month)),
    ids.map(anomalyRead),
    ids.map((some) => settingRead(undefined, some)),
  ]);
  const settingsByLine = groupBy(settings, ({ line }) => line?.id ?? "");
  await prices.want([...terms.map(({ plan }) => plan?.id ?? ""), ...options.map(({ item }) => item?.id ?? "")]);
  const of = <Row extends { line?: { id: string } | null }>(all: readonly Row[]) =>
    groupBy(all, ({ line }) => line?.id ?? "");
  const byLine = { terms: of(terms), options: of(options), rows: of(rows), items: of(items), anomalies: of(anomalies) };
  return lines.map((line): ReadLine => {
    const has = { terms: byLine.terms.get(line.id) ?? [], options: byLine.options.get(line.id) ?? [] };
    const [asked, billed] = [byLine.rows.get(line.id) ?? [], byLine.items.get(line.id) ?? []];
    const { supplierId, ...groups } = groupsOf(line);
    const due = (direction: "sell" | "buy") => prices.due(held(has.terms, has.options, direction), month, direction);
    return {
      line: {
        id: line.id,
        supplierId,
        month,
        ...serviceOf(line, has.terms[0]?.valid_from ?? null, month),
        bought: { ...boughtIn(month, asked), due: due("buy") },
        sold: { ...soldIn(month, billed), due: due("sell") },
        label: dearest(billed),
        items: billed.length,
      },
      ...groups,
      anomalies: byLine.anomalies.get(line.id) ?? [],
      settings: (settingsByLine.get(line.id) ?? []).flatMap(toSetting),
    };
  });
}

/** Whose a line is, and with which others it is billed. */
function groupsOf({ park }: SwLine) {
  const accountId = park?.account?.id ?? "";
  const supplierId = park?.operator?.id ?? "";
  return { accountId, supplierId, billedWith: `${accountId}/${supplierId}/${park?.kind}` };
}

/** Adds these lines to what of their customers' lines is billed. */
export async function countShares(
  backend: BackendClient,
  lines: readonly SwLine[],
  month: Period,
  shares: Shares,
): Promise<void> {
  const ids = parts(lines.map(({ id }) => id));
  const undated = parts(lines.map(({ id, activated_on }) => (activated_on ? null : id)));
  const [terms, rows, items] = await readTogether(backend, [
    undated.map((some) => termRead(some, month)),
    ids.map((some) => rowRead(some, month, ["line", "charge"])),
    ids.map((some) => itemRead(some, month, ["line", "kind"])),
  ]);
  const of = <Row extends { line?: { id: string } | null }>(all: readonly Row[]) =>
    groupBy(all, ({ line }) => line?.id ?? "");
  const [termsOf, rowsOf, itemsOf] = [of(terms), of(rows), of(items)];
  for (const line of lines) {
    const service = serviceOf(line, termsOf.get(line.id)?.[0]?.valid_from ?? null, month);
    if (inService({ month, ...service }) !== true) continue;
    const { accountId, billedWith } = groupsOf(line);
    count(shares.ofSupplier, billedWith, isBought(rowsOf.get(line.id) ?? []));
    count(shares.ofCustomer, accountId, isSold(itemsOf.get(line.id) ?? []));
  }
}

/** What of a customer's lines is billed, by what they are billed together with. */
export interface Shares {
  readonly ofSupplier: Record<string, Share>;
  readonly ofCustomer: Record<string, Share>;
}

function count(shares: Record<string, Share>, key: string, isBilled: boolean): void {
  const { lines, billed } = shares[key] ?? { lines: 0, billed: 0 };
  shares[key] = { lines: lines + 1, billed: billed + (isBilled ? 1 : 0) };
}

const never = "9999-12-31";

/** A termination that was cancelled may have left its date behind; a line that is only ordered has no service. */
function serviceOf({ status, activated_on, end_date, suspended_on }: SwLine, planned: string | null, month: Period) {
  const ended = status === "terminating" || status === "terminated";
  return {
    begins: status === "ordered" ? never : ended && !end_date ? null : (activated_on ?? planned),
    ends: ended ? (end_date ?? null) : null,
    isSuspended: status === "suspended" && (suspended_on ?? "") <= month.end,
  };
}

/** Credits give back and say nothing of whether a line is billed; what is billed once says nothing of its subscription. */
const regular: readonly Charge[] = ["recurring", "option", "discount", "credit"];
const notSubscribed: readonly Charge[] = ["discount", "credit", "one_off", "device"];

const isBought = (rows: readonly SwSupplierInvoiceLine[]): boolean =>
  rows.some(({ charge }) => !notSubscribed.includes(charge ?? "other"));

const isSold = (items: readonly SwBilledItem[]): boolean =>
  items.some(({ kind }) => kind !== "usage" && !notSubscribed.includes(kind ?? "other"));

function boughtIn(month: Period, rows: readonly SwSupplierInvoiceLine[]) {
  const known = rows.filter(({ invoice }) => (invoice?.currency ?? parkCurrency) === parkCurrency);
  return {
    is: isBought(rows),
    net: netIn(month, known, ({ charge }) => charge),
  };
}

function soldIn(month: Period, items: readonly SwBilledItem[]) {
  // What was invoiced for the month is the same again as what is billed each month: it counts, since it is what the customer has read.
  const invoiced = items.filter((item) => !isOpen(item));
  const counted = isSold(invoiced) ? invoiced : items;
  return { is: isSold(items), net: netIn(month, counted, ({ kind }) => kind) };
}

/** Billed again and again; what was written down without its end before there were months is of each month. */
const isOpen = ({ months, period_end }: SwBilledItem): boolean => Boolean(months) || !period_end;

interface Amount {
  readonly net?: string | null;
  readonly period_start?: string | null;
  readonly period_end?: string | null;
  /** The amount is for so many, again and again until the end. */
  readonly months?: number | null;
}

/** Subscriptions and options by the share of their period that lies in the month; undefined where there is none to speak of. */
function netIn<Row extends Amount>(
  month: Period,
  rows: readonly Row[],
  chargeOf: (row: Row) => Charge | null | undefined,
): Money | undefined {
  const some = rows.filter((row) => regular.includes(chargeOf(row) ?? "other"));
  if (!some.some((row) => amountOf(row.net) > 0)) return undefined;
  return some.reduce((sum, { net, period_start: start, period_end: end, months: again }) => {
    const [from, to] = [start ?? month.start, end ?? month.end];
    const of = again ?? (end ? months(from, to) : 1);
    const share = monthsWithin(from, to, month.start, month.end, "calendar") / of;
    return sum + Math.round(amountOf(net) * share);
  }, 0);
}

const dearest = (items: readonly SwBilledItem[]): string =>
  items.toSorted((a, b) => amountOf(b.net) - amountOf(a.net))[0]?.name ?? "";

function termRead(ids: readonly string[], { start, end }: Period) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line_term--sw_line_term", [
      "line",
      "plan",
      "valid_from",
      "valid_to",
      "negotiated_sell_price",
      "negotiated_sell_period",
      "negotiated_buy_price",
      "negotiated_buy_period",
    ])
    .addFilter("line.id", [...ids], "IN")
    .addCustomParam(wholePage)
    .addSort("valid_from");
  return { type: "sw_line_term" as const, params: within(params, { start, end }) };
}

function optionRead(ids: readonly string[], month: Period) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line_option--sw_line_option", [
      "line",
      "item",
      "quantity",
      "sell_price",
      "sell_period",
      "buy_price",
      "buy_period",
      "valid_from",
      "valid_to",
    ])
    .addFilter("line.id", [...ids], "IN")
    .addCustomParam(wholePage)
    .addSort("valid_from");
  return { type: "sw_line_option" as const, params: within(params, month) };
}

/** Those that hold on a day of the month. */
const within = (params: DrupalJsonApiParams, { start, end }: Period): DrupalJsonApiParams =>
  params
    .addFilter("valid_from", end, "<=")
    .addGroup("until", "OR")
    .addFilter("valid_to", null, "IS NULL", "until")
    .addFilter("valid_to", start, ">=", "until");

const rowFields = ["line", "invoice", "charge", "net", "period_start", "period_end"];

function rowRead(ids: readonly string[], { start, end }: Period, fields = rowFields) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", fields)
    .addFilter("line.id", [...ids], "IN")
    .addFilter("invoice.replaced_by.id", null, "IS NULL")
    .addCustomParam(wholePage)
    .addFilter("period_start", end, "<=")
    .addFilter("period_end", start, ">=");
  if (fields.includes("invoice"))
    params.addFields("sw_supplier_invoice--sw_supplier_invoice", ["currency"]).addInclude(["invoice"]);
  return { type: "sw_supplier_invoice_line" as const, params };
}

const itemFields = ["line", "name", "kind", "net", "months", "period_start", "period_end"];

function itemRead(ids: readonly string[], month: Period, fields = itemFields) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_billed_item--sw_billed_item", fields)
    .addFilter("line.id", [...ids], "IN")
    .addCustomParam(wholePage);
  return { type: "sw_billed_item" as const, params: billedIn(params, month) };
}

/** Of all months: what was found before is cumulated. */
function anomalyRead(ids: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_anomaly--sw_anomaly", [...anomalyFields])
    .addFilter("line.id", [...ids], "IN")
    .addCustomParam(wholePage)
    .addFilter("check", [...monthChecks], "IN");
  return { type: "sw_anomaly" as const, params };
}

export const anomalyFields = [
  "line",
  "check",
  "status",
  "amount",
  "reason",
  "period_start",
  "created",
  "changed",
  "version",
] as const satisfies readonly (keyof SwAnomaly)[];
