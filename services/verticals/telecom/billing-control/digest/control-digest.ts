import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { Digest, DigestQuestion } from "../../../../base/notifications/index.ts";
import type { AggregateGroup, BackendClient } from "../../../../platform/backend/client.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import { type ControlWeek, weekText } from "./week-text.ts";

const margin = "view margin";
/** Of what has a line of its own. */
const mostNamed = 10;

/** What billing control did in a week, for those who may see its gaps; amounts only for who may see the margin. */
export const controlDigest: Digest = {
  kind: "control_digest",
  permissions: [margin],
  async compose(backend, question) {
    const week = await readWeek(backend, question);
    const isQuiet =
      week.gaps.length === 0 &&
      week.promised.length === 0 &&
      week.unchecked.count === 0 &&
      week.coverage.invoices === 0;
    return isQuiet ? null : weekText(week, question.locale);
  },
};

async function readWeek(backend: BackendClient, { since, until, today, may }: DigestQuestion): Promise<ControlWeek> {
  const money = may.has(margin);
  const inWeek = () => new DrupalJsonApiParams().addFilter("created", since, ">=").addFilter("created", until, "<");
  const invoices = () => inWeek().addFilter("kind", "invoice").addFilter("replaced_by.id", null, "IS NULL");
  const unchecked = () => invoices().addFilter("checked_count", "0").addFilter("line_count", "1", ">=");
  const [gaps = [], [covered] = [], [none] = []] = await backend.aggregates([
    {
      type: "sw_anomaly",
      groupBy: ["check", "supplier"],
      ...(money && { sumOf: ["amount"] }),
      filter: inWeek().addFilter("status", "false_positive", "<>"),
    },
    {
      type: "sw_supplier_invoice",
      sumOf: ["line_count", "checked_count", ...(money ? ["total_net", "checked_net"] : [])],
      filter: invoices(),
    },
    { type: "sw_supplier_invoice", filter: unchecked() },
  ]);
  const [[disputes], blind] = await Promise.all([
    backend.lists([
      {
        type: "sw_dispute",
        params: new DrupalJsonApiParams()
          .addFields("sw_dispute--sw_dispute", [
            "reference",
            "promised_on",
            "supplier",
            ...(money ? ["claimed_amount"] : []),
          ])
          .addFilter("status", ["sent", "answered"], "IN")
          .addFilter("promised_on", today, "<")
          .addSort("promised_on"),
      },
    ]),
    backend.list(
      "sw_supplier_invoice",
      unchecked()
        .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number", "supplier"])
        .addSort("number")
        .addCustomParam({ page: { limit: mostNamed } }),
    ),
  ]);
  const named = await supplierNames(backend, [
    ...gaps.map(({ keys }) => String(keys["supplier"])),
    ...[...disputes, ...blind].flatMap(({ supplier }) => supplier?.id ?? []),
  ]);
  const nameOf = (id: string | undefined) => named.get(id ?? "") ?? "";
  return {
    gaps: gaps.map(({ keys, count, sums }) => ({
      check: String(keys["check"]),
      supplier: nameOf(String(keys["supplier"])),
      count,
      amount: money ? Number(sums["amount"]) : null,
    })),
    promised: disputes.map(({ reference, promised_on, supplier, claimed_amount }) => ({
      reference: reference ?? "",
      supplier: nameOf(supplier?.id),
      day: promised_on ?? "",
      amount: money && claimed_amount ? Number(claimed_amount) : null,
    })),
    unchecked: {
      count: none?.count ?? 0,
      named: blind.map(({ number, supplier }) => `${nameOf(supplier?.id)} ${number ?? ""}`.trim()),
    },
    coverage: coverageOf(covered, money),
  };
}

function coverageOf(group: AggregateGroup | undefined, money: boolean): ControlWeek["coverage"] {
  const sum = (field: string) => Number(group?.sums[field] ?? 0);
  return {
    invoices: group?.count ?? 0,
    rows: sum("line_count"),
    checked: sum("checked_count"),
    net: money ? { total: sum("total_net"), checked: sum("checked_net") } : null,
  };
}

async function supplierNames(backend: BackendClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await backend.lists(
    parts(ids).map((some) => ({
      type: "sw_supplier" as const,
      params: new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", ["name"]).addFilter("id", some, "IN"),
    })),
  );
  return new Map(rows.flat().map(({ id, name }) => [id, name ?? ""]));
}
