import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { startBackend, type TestServer } from "../../../../platform/testing/servers.ts";
import { Viewers } from "../../../../platform/backend/viewers.ts";
import { closeAnomalies, disputeAnomalies, reopenAnomalies } from "../../../../base/control/commands.ts";
import { Trades } from "../../../../base/control/trade.ts";
import { controlTrade } from "../trade.ts";
import type { MonthReport } from "./contract.ts";
import { recheckInvoice } from "../import/recheck.ts";
import { makeBrand } from "../../../../platform/testing/brand.ts";
import { seedMonth, to } from "../testing/seeded-month.ts";
import { checkMonth, runMonth } from "./check-month.ts";

let server: TestServer;
let as: (role: string) => Promise<BackendClient>;
let seeded: Awaited<ReturnType<typeof seedMonth>>;

beforeAll(async () => {
  server = await startBackend();
  as = await makeBrand(server.url, ["administrator", "accounting", "support_n1", "sales"], ["sw_telecom"]);
  seeded = await seedMonth(await as("administrator"));
}, 60_000);

afterAll(() => void server?.stop());

const october = { month: "2026-10", today: "2026-11-05" };
const check = async (options = october) => checkMonth(await as("accounting"), options);

const counts = ({ checks }: MonthReport) =>
  Object.fromEntries(checks.map(({ check: id, found, known, closed }) => [id, `${found}/${known}/${closed}`]));
const all = (each: string) => Object.fromEntries(["C4", "C5", "C6", "C7", "C13"].map((id) => [id, each]));

async function gaps() {
  const rows = await (await as("accounting")).listAll("sw_anomaly", () =>
    new DrupalJsonApiParams()
      .addFilter("check", ["C4", "C5", "C6", "C7", "C13"], "IN")
      .addInclude(["line", "dispute"])
      .addSort("check"),
  );
  return rows;
}

it("finds each once in a month where each is there once, and nothing else; what can't be checked is counted", async () => {
  const report = await check();
  expect(counts(report)).toEqual(all("1/0/0"));
  expect(report.checks.map(({ check: id, amount, unchecked }) => [id, amount, unchecked])).toEqual([
    [
      "C4",
      "18.2000",
      [
        { reason: "not_invoiced", lines: 2 },
        { reason: "suspended", lines: 1 },
      ],
    ],
    [
      "C5",
      "120.0000",
      [
        { reason: "not_billed", lines: 2 },
        { reason: "suspended", lines: 1 },
      ],
    ],
    ["C6", "20.0000", []],
    ["C7", "1.2000", [{ reason: "suspended", lines: 1 }]],
    ["C13", "60.0000", []],
  ]);
  expect(report.unmatched).toEqual({ items: 1, net: "50.0000" });
  // Of the suppliers' rows themselves nothing is wrong.
  const rechecked = recheckInvoice(await as("accounting"), seeded.id("invoice"), { country: "FR", reason: "" });
  expect(await rechecked).toEqual({ found: 0, changed: 0, closed: 0 });
  const found = await gaps();
  expect(found.map(({ check: id, line, dispute }) => [id, line?.id ?? dispute?.id]).sort()).toEqual(
    [
      ["C4", seeded.id("absent")],
      ["C5", seeded.id("unbilled")],
      ["C6", seeded.id("ended")],
      ["C7", seeded.id("cheap")],
      ["C13", seeded.id("claim")],
    ].sort(),
  );
  const of = (id: string) => found.find((one) => one.check === id);
  expect(of("C4")).toMatchObject({
    expected: "18.2000",
    found: "0.0000",
    period_start: "2026-10-01",
    period_end: "2026-10-31",
    evidence: { since: "2024-01-01", lines: 11, billed: 10 },
  });
  expect(of("C7")).toMatchObject({
    expected: "0.0000",
    found: "-1.2000",
    evidence: { sale: "12.0000", saleBy: "billed", cost: "13.2000", costBy: "billed", percent: 0 },
  });
  expect(of("C13")).toMatchObject({
    expected: "100.0000",
    found: "40.0000",
    period_start: "2026-09-01",
    evidence: { reference: "R-1", promisedOn: "2026-08-15", dueOn: "2026-09-26" },
  });
});

it("finds nothing twice, whoever checks at the same moment", async () => {
  expect(counts(await check())).toEqual(all("0/1/0"));
  // Another month says nothing of this one's gaps.
  expect(counts(await check({ ...october, month: "2026-07" })).C13).toBe("0/0/0");
  expect((await gaps()).filter(({ status }) => status !== "open")).toEqual([]);
  const both = await Promise.all([check({ ...october, month: "2026-09" }), check({ ...october, month: "2026-09" })]);
  const found = both.map((report) => report.checks.reduce((sum, one) => sum + one.found, 0));
  expect(await gaps()).toHaveLength(5 + found.reduce((sum, one) => sum + one, 0));
});

it("comes to the same in many small parts, and a part that was cut off counts what it has written", async () => {
  const whole = await check();
  expect(await checkMonth(await as("accounting"), { ...october, partLines: 1 })).toEqual(whole);
  const since = new Date(0).toISOString();
  const again = runMonth(
    { ...october, partLines: 1 },
    { step: async (_name, work) => work(await as("accounting"), since) },
  );
  expect(counts(await again)).toEqual(all("1/0/0"));
});

it("lets pass what a setting of the line or of its supplier lets pass", async () => {
  const accounting = await as("accounting");
  const type = "sw_check_setting--sw_check_setting";
  const set = (id: string, attributes: object, relationships = {}) =>
    accounting.operate([
      { op: "add", data: { type, id, attributes: { valid_from: "2026-10-01", ...attributes }, relationships } },
    ]);
  const [exception, tolerance] = [randomUUID(), randomUUID()];
  await set(exception, { check: "C4", enabled: false }, { line: to("sw_line", seeded.id("absent")) });
  await set(tolerance, { check: "C6", tolerance: "20" });
  const excepted = counts(await check());
  expect([excepted.C4, excepted.C5, excepted.C6]).toEqual(["0/0/1", "0/1/0", "0/0/1"]);
  await accounting.operate([exception, tolerance].map((id) => ({ op: "remove" as const, ref: { type, id } })));
  const again = counts(await check());
  expect([again.C4, again.C6]).toEqual(["1/0/0", "1/0/0"]);
});

it("finds what is ours to put right: it can't be claimed, and a promised credit stays its claim's", async () => {
  const accounting = await as("accounting");
  const viewer = await new Viewers().of("accounting", accounting);
  const found = await gaps();
  const pick = (id: string) =>
    found.filter(({ check: of }) => of === id).map(({ id: one, version = 1 }) => ({ id: one, version }));
  const doing = {
    backend: accounting,
    viewer,
    trades: new Trades([controlTrade], ["sw_telecom"]),
    requestId: "request-of-accounting",
  };
  await expect(disputeAnomalies(doing, { anomalies: pick("C5"), comment: "" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const [credit] = pick("C13");
  if (!credit) throw new Error("C13");
  expect(await closeAnomalies(doing, { anomalies: [credit], status: "explained", reason: "Later" })).toEqual({
    kind: "done",
  });
  expect(await reopenAnomalies(doing, { anomalies: [{ ...credit, version: credit.version + 1 }] })).toEqual({
    kind: "done",
  });
  expect((await gaps()).find(({ id }) => id === credit.id)).toMatchObject({
    status: "open",
    dispute: { id: seeded.id("claim") },
  });
});

it("closes what is no more, leaves what a person decided, and finds again what is there again", async () => {
  const admin = await as("administrator");
  const [decided] = (await gaps()).filter(({ check: id }) => id === "C6");
  await admin.update("sw_anomaly", {
    type: "sw_anomaly--sw_anomaly",
    id: decided?.id ?? "",
    attributes: { status: "accepted", reason: "Agreed with the customer" },
  });
  const { id } = seeded;
  const row = {
    line_number: "99",
    description: "Business 50 Go",
    charge: "recurring",
    net: "13.2",
    period_start: "2026-10-01",
    period_end: "2026-10-31",
  };
  await admin.operate([
    {
      op: "add",
      data: {
        type: "sw_supplier_invoice_line--sw_supplier_invoice_line",
        id: id("late row"),
        attributes: row,
        relationships: {
          invoice: to("sw_supplier_invoice", id("invoice")),
          line: to("sw_line", id("absent")),
        },
      },
    },
    seeded.item("unbilled", "item/unbilled"),
    { op: "remove", ref: { type: "sw_billed_item--sw_billed_item", id: id("item/ended") } },
    {
      op: "update",
      data: { type: "sw_billed_item--sw_billed_item", id: id("item/cheap"), attributes: { net: "20" } },
    },
    {
      op: "update",
      data: { type: "sw_anomaly--sw_anomaly", id: id("gap/claim"), attributes: { recovered: "100" } },
    },
  ]);
  expect(counts(await check())).toEqual({ ...all("0/0/1"), C6: "0/0/0" });
  expect((await gaps()).map(({ status }) => status).sort()).toEqual([
    "accepted",
    "corrected",
    "corrected",
    "corrected",
    "corrected",
  ]);
  await admin.operate([
    { op: "remove", ref: { type: "sw_billed_item--sw_billed_item", id: id("item/unbilled") } },
    {
      op: "update",
      data: { type: "sw_billed_item--sw_billed_item", id: id("item/cheap"), attributes: { net: "10" } },
    },
  ]);
  expect(counts(await check())).toEqual({ ...all("0/0/0"), C5: "1/0/0", C7: "1/0/0" });
});

it("finds the line of what was billed before the line was known", async () => {
  const admin = await as("administrator");
  const line = { type: "sw_line--sw_line", id: seeded.id("right7") };
  await admin.update("sw_line", { ...line, attributes: { service_id: "ZZ" } });
  expect((await check()).unmatched).toEqual({ items: 0, net: "0.0000" });
  const item = await admin.get("sw_billed_item", seeded.id("item/nobody"));
  expect(item.line?.id).toBe(line.id);
});

it("closes the gap of a line that is in service no more", async () => {
  const admin = await as("administrator");
  const line = { type: "sw_line--sw_line", id: seeded.id("unbilled") };
  await admin.update("sw_line", { ...line, attributes: { status: "terminating", end_date: "2026-08-01" } });
  expect(counts(await check())).toMatchObject({ C5: "0/0/1" });
});

it("takes the rights to what it reads and writes, and tells of margins to nobody else", async () => {
  for (const role of ["support_n1", "sales"])
    await expect(checkMonth(await as(role), october)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const admin = await as("administrator");
  const granted = ["view anomalies", "import invoices", "manage anomalies", "view sell price", "view sw_line"];
  await admin.create("sw_role", { type: "sw_role--sw_role", attributes: { role: "sales", granted } });
  const sales = await as("sales");
  await expect(checkMonth(sales, october)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const rows = await sales.list("sw_anomaly", new DrupalJsonApiParams());
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ check: id }) => id)).not.toContain("C7");
  expect(JSON.stringify(rows)).not.toMatch(/"(expected|found|amount|cumulated|evidence)"/);
  expect(await sales.count("sw_anomaly", new DrupalJsonApiParams().addFilter("check", "C7"))).toBe(0);
});
