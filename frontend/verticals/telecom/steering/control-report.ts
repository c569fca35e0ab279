import "server-only";
import type { SwAnomaly } from "@softwhere/services/model/generated/entities";
import type { AggregateGroup, BackendClient } from "@softwhere/services/platform/backend/client";
import { monthChecks } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { type Age, ageSpans } from "../billing-control/ages";
import { totalsOf } from "../billing-control/anomaly-groups";
import { keysIn, namesOf } from "./reads";

/** Gaps that neither came back nor were explained. */
const unsettled = ["open", "disputed"];

const ofAge = (today: string, timeZone: string) =>
  ageSpans(today, timeZone).map(({ age, from, before }) => {
    const filter = new DrupalJsonApiParams().addFilter("status", unsettled, "IN");
    if (from) filter.addFilter("created", from, ">=");
    if (before) filter.addFilter("created", before, "<");
    return { age, filter };
  });

export async function controlReport(backend: BackendClient, today: string, timeZone: string) {
  const [money, counts] = await Promise.all([
    unlessRefused(backend, controlMoney(backend, today, timeZone), null),
    controlCounts(backend, today, timeZone),
  ]);
  // Null for who may not see the margin.
  return { today, year: today.slice(0, 4), ...counts, money };
}

export type ControlReport = Awaited<ReturnType<typeof controlReport>>;

/** Invoices that no corrected one has replaced. */
const last = () => new DrupalJsonApiParams().addFilter("replaced_by.id", null, "IS NULL");

async function controlCounts(backend: BackendClient, today: string, timeZone: string) {
  const spans = ofAge(today, timeZone);
  const since = `${today.slice(0, 4)}-01-01`;
  const invoices = () => last().addFilter("kind", "invoice").addFilter("issued_on", since, ">=");
  const disputes = (day: string) =>
    new DrupalJsonApiParams().addFilter("status", ["sent", "answered"], "IN").addFilter(day, today, "<=");
  const [byRows = [], none = [], followUps = [], promised = [], ...byAge] = await backend.aggregates([
    {
      type: "sw_supplier_invoice",
      groupBy: ["supplier"],
      sumOf: ["line_count", "checked_count"],
      filter: invoices(),
    },
    {
      type: "sw_supplier_invoice",
      filter: invoices().addFilter("checked_count", "0").addFilter("line_count", "1", ">="),
    },
    { type: "sw_dispute", filter: disputes("follow_up_on") },
    { type: "sw_dispute", filter: disputes("promised_on") },
    ...spans.map(({ filter }) => ({ type: "sw_anomaly" as const, groupBy: ["check"], filter })),
  ]);
  const suppliers = await namesOf(backend, "sw_supplier", keysIn(byRows, "supplier"));
  return {
    causes: byCause(spans, byAge, ({ count }) => count),
    coverage: byRows.map(({ keys, count, sums }) => ({
      supplierId: String(keys["supplier"]),
      name: suppliers.get(String(keys["supplier"])) ?? "",
      invoices: count,
      rows: Number(sums["line_count"]),
      checked: Number(sums["checked_count"]),
    })),
    unchecked: none[0]?.count ?? 0,
    followUps: followUps[0]?.count ?? 0,
    promised: promised[0]?.count ?? 0,
  };
}

async function controlMoney(backend: BackendClient, today: string, timeZone: string) {
  const year = today.slice(0, 4);
  const spans = ofAge(today, timeZone);
  const sumOf = ["amount", "recovered"];
  const [gaps = [], covered = [], ...byAge] = await backend.aggregates([
    {
      type: "sw_anomaly",
      groupBy: ["status", "period_start"],
      sumOf,
      // What is ours to put right is owed by no supplier.
      filter: new DrupalJsonApiParams()
        .addFilter("check", [...monthChecks], "NOT IN")
        .addFilter("period_start", `${year}-01-01`, ">=")
        .addFilter("period_start", `${year}-12-31`, "<="),
    },
    {
      type: "sw_supplier_invoice",
      groupBy: ["supplier"],
      sumOf: ["total_net", "checked_net"],
      filter: last()
        .addFilter("kind", "invoice")
        .addFilter("currency", "EUR")
        .addFilter("issued_on", `${year}-01-01`, ">="),
    },
    ...spans.map(({ filter }) => ({ type: "sw_anomaly" as const, groupBy: ["check"], sumOf, filter })),
  ]);
  const rows = gaps.map(({ keys, sums }) => ({
    status: String(keys["status"]) as NonNullable<SwAnomaly["status"]>,
    month: String(keys["period_start"]).slice(0, 7),
    amount: Number(sums["amount"]),
    recovered: Number(sums["recovered"]),
  }));
  const month = rows
    .map((row) => row.month)
    .sort()
    .at(-1);
  return {
    year: totalsOf(rows),
    month: month ? { month, ...totalsOf(rows.filter((row) => row.month === month)) } : null,
    causes: byCause(spans, byAge, ({ sums }) => Number(sums["amount"]) - Number(sums["recovered"])),
    coverage: Object.fromEntries(
      covered.map(({ keys, sums }) => [
        String(keys["supplier"]),
        { net: Number(sums["total_net"]), checked: Number(sums["checked_net"]) },
      ]),
    ),
    biggest: await biggestGaps(backend),
  };
}

async function biggestGaps(backend: BackendClient) {
  const rows = await backend.list(
    "sw_anomaly",
    new DrupalJsonApiParams()
      .addFields("sw_anomaly--sw_anomaly", ["check", "status", "amount", "supplier", "account"])
      .addFields("sw_supplier--sw_supplier", ["name"])
      .addFields("sw_account--sw_account", ["legal_name"])
      .addInclude(["supplier", "account"])
      .addFilter("status", unsettled, "IN")
      .addSort("amount", "DESC")
      .addCustomParam({ page: { limit: 5 } }),
  );
  return rows.map((row) => ({
    id: row.id,
    check: row.check ?? "manual",
    status: row.status ?? "open",
    supplier: row.supplier?.name ?? "",
    account: row.account?.legal_name ?? null,
    amount: Number(row.amount),
  }));
}

/** A figure per cause and age, by the causes' numbers. */
function byCause(
  spans: readonly { readonly age: Age }[],
  found: readonly (readonly AggregateGroup[])[],
  figure: (group: AggregateGroup) => number,
) {
  const causes = [...new Set(found.flat().map(({ keys }) => String(keys["check"])))];
  return causes
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((check) => ({
      check,
      byAge: Object.fromEntries(
        spans.map(({ age }, index) => {
          const group = found[index]?.find(({ keys }) => keys["check"] === check);
          return [age, group ? figure(group) : 0];
        }),
      ) as Record<Age, number>,
    }));
}
