import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { addDays } from "../../../../platform/day.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import type { Mark } from "./changes.ts";

/** What is older than that no supplier accepts a claim for. */
const daysBack = 366;

interface Question {
  readonly marks: readonly Mark[];
  /** Rows of invoices that were changed from this moment on count as well. RFC 3339. */
  readonly since: string;
  readonly today: string;
}

/** The invoices whose outcome may be another one now. Each is found by what it names: the cost is that of the changes, not of the invoices. */
export async function affectedInvoices(
  backend: BackendClient,
  { marks, since, today }: Question,
): Promise<readonly string[]> {
  const of = (kind: string) => marks.flatMap((mark) => (mark.kind === kind ? [mark.id] : []));
  const lines = new Set([...of("sw_line"), ...(await linesOf(backend, of))]);
  const suppliers = new Set([...of("sw_supplier"), ...(await suppliersOf(backend, of))]);
  const issued = () => new DrupalJsonApiParams().addFilter("invoice.issued_on", addDays(today, -daysBack), ">=");
  const keys = of("key");
  const byRow = [
    ...parts([...lines]).map((some) => issued().addFilter("line.id", some, "IN")),
    ...["msisdn", "service_id", "iccid", "customer_reference"].flatMap((field) =>
      parts(keys).map((some) => issued().addFilter(field, some, "IN")),
    ),
    issued().addFilter("changed", since, ">=").addFilter("invoice.created", since, "<"),
  ];
  const groups = await backend.aggregates(
    byRow.map((filter) => ({ type: "sw_supplier_invoice_line" as const, groupBy: ["invoice"], filter })),
  );
  const bySupplier = await backend.lists(
    parts([...suppliers]).map((some) => ({
      type: "sw_supplier_invoice" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number"])
        .addFilter("supplier.id", some, "IN")
        .addFilter("replaced_by.id", null, "IS NULL")
        .addFilter("issued_on", addDays(today, -daysBack), ">="),
    })),
  );
  return [
    ...new Set([
      ...groups.flat().map(({ keys: { invoice } }) => String(invoice)),
      ...bySupplier.flat().map(({ id }) => id),
    ]),
  ].sort();
}

type Of = (kind: string) => readonly string[];

/** Lines that marked rows are of. */
async function linesOf(backend: BackendClient, of: Of): Promise<string[]> {
  const types = ["sw_line_term", "sw_line_option", "sw_sim", "sw_action", "sw_check_setting"] as const;
  const reads = types.flatMap((type) =>
    parts(of(type)).map((some) => ({
      type,
      params: new DrupalJsonApiParams().addFields(`${type}--${type}`, ["line"]).addFilter("id", some, "IN"),
    })),
  );
  const ofDeployments = parts(of("sw_deployment")).map((some) => ({
    type: "sw_action" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_action--sw_action", ["line"])
      .addFilter("deployment.id", some, "IN"),
  }));
  return (await backend.lists([...reads, ...ofDeployments])).flat().flatMap(({ line }) => line?.id ?? []);
}

/** Suppliers whose catalogue marked items and buy prices belong to, and those that marked settings of checks hold for. */
async function suppliersOf(backend: BackendClient, of: Of): Promise<string[]> {
  const settings = await backend.lists(
    parts(of("sw_check_setting")).map((some) => ({
      type: "sw_check_setting" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_check_setting--sw_check_setting", ["supplier"])
        .addFilter("line.id", null, "IS NULL")
        .addFilter("id", some, "IN"),
    })),
  );
  const set = settings.flat().map(({ supplier }) => supplier?.id);
  if (set.includes(undefined))
    return (
      await backend.listAll("sw_supplier", () =>
        new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", ["name"]),
      )
    ).map(({ id }) => id);
  const prices = await backend.lists(
    parts(of("sw_price")).map((some) => ({
      type: "sw_price" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_price--sw_price", ["item"])
        .addFilter("direction", "buy")
        .addFilter("id", some, "IN"),
    })),
  );
  const items = [...of("sw_catalogue_item"), ...prices.flat().flatMap(({ item }) => item?.id ?? [])];
  const found = await backend.lists(
    parts(items).map((some) => ({
      type: "sw_catalogue_item" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_catalogue_item--sw_catalogue_item", ["supplier"])
        .addFilter("id", some, "IN"),
    })),
  );
  return [...set, ...found.flat().map(({ supplier }) => supplier?.id)].filter((id) => id !== undefined);
}
