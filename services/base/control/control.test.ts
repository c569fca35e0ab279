import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SwAnomaly } from "../../model/generated/entities.ts";
import type { BackendClient } from "../../platform/backend/client.ts";
import { Viewers } from "../../platform/backend/viewers.ts";
import { makeBrand } from "../../platform/testing/brand.ts";
import { startBackend, type TestServer } from "../../platform/testing/servers.ts";
import { loadClaim } from "./claim/claim.ts";
import { claimCsv } from "./claim/claim-csv.ts";
import { claimFile } from "./claim/claim-file.ts";
import { closeAnomalies, disputeAnomalies, type Doing, followUpDispute, reopenAnomalies } from "./commands.ts";
import { type ControlTrade, Trades } from "./trade.ts";

let server: TestServer;
let as: (role: string) => Promise<BackendClient>;
let doing: Doing;
const [account, supplier] = [randomUUID(), randomUUID()];
const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

beforeAll(async () => {
  server = await startBackend();
  as = await makeBrand(server.url, ["administrator", "accounting"]);
  const admin = await as("administrator");
  const add = (type: string, id: string, attributes: object) => ({
    op: "add" as const,
    data: { type: `${type}--${type}`, id, attributes: { ...attributes } },
  });
  await admin.operate([
    add("sw_account", account, { legal_name: "Kervadec", softwhere_id: "K" }),
    add("sw_supplier", supplier, { name: "Vide-tout", code: "VT", dispute_days: 30, follow_up_days: 10 }),
  ]);
  const backend = await as("accounting");
  doing = {
    backend,
    viewer: await new Viewers().of("accounting", backend),
    trades: new Trades([], []),
    requestId: "run-of-accounting",
  };
}, 60_000);

afterAll(() => void server?.stop());

async function report(relationships: Record<string, ReturnType<typeof to>>, details = "Emptied once, billed twice") {
  const id = randomUUID();
  const attributes = {
    key: `reported/${id}`,
    check: "manual",
    period_start: "2026-10-01",
    period_end: "2026-10-31",
    expected: "100",
    found: "200",
    amount: "100",
    evidence: { details },
  };
  await doing.backend.operate([{ op: "add", data: { type: "sw_anomaly--sw_anomaly", id, attributes, relationships } }]);
  return { id, version: 1 };
}

const stored = (id: string) => doing.backend.get("sw_anomaly", id, new DrupalJsonApiParams().addInclude(["dispute"]));

it("what a person reports is claimed of its supplier, in words of theirs, and comes back in its days", async () => {
  const gap = await report({ account: to("sw_account", account), supplier: to("sw_supplier", supplier) });
  expect(await disputeAnomalies(doing, { anomalies: [gap], comment: "As said by phone" })).toEqual({ kind: "done" });
  const { status, dispute } = await stored(gap.id);
  const { sent_on: sent = "", version = 1 } = dispute ?? {};
  expect({ status, amount: dispute?.claimed_amount }).toEqual({ status: "disputed", amount: "100.0000" });
  const days = (day: string | null | undefined) => (Date.parse(day ?? "") - Date.parse(sent ?? "")) / 86_400_000;
  expect([dispute?.due_on, days(dispute?.follow_up_on)]).toEqual([null, 10]);
  const found = await loadClaim(doing.backend, dispute?.id ?? "", doing.trades);
  if (found.kind !== "claim") throw new Error(found.kind);
  expect(Buffer.from(claimCsv(found.claim, "en")).toString().split("\r\n")[1]).toBe(
    ";;;Emptied once, billed twice;Gap found;01/10/2026;31/10/2026;200.00;100.00;100.00",
  );
  // The e-invoicing network knows invoices only.
  const claim = { disputeId: dispute?.id ?? "", format: "cdar", language: "fr" } as const;
  await expect(claimFile(claim, doing.backend, doing.trades)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await followUpDispute(doing, { id: dispute?.id ?? "", version })).toEqual({ kind: "done" });
  expect(await reopenAnomalies(doing, { anomalies: [{ id: gap.id, version: 2 }] })).toEqual({ kind: "done" });
  expect(await stored(gap.id)).toMatchObject({ status: "open", dispute: null });
});

it("of nobody nothing is claimed; what changed since is said", async () => {
  const gap = await report({ account: to("sw_account", account) });
  await expect(disputeAnomalies(doing, { anomalies: [gap], comment: "" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const close = (version: number) =>
    closeAnomalies(doing, { anomalies: [{ ...gap, version }], status: "accepted", reason: "Agreed" });
  expect(await close(7)).toEqual({ kind: "changed-since" });
  expect(await close(1)).toEqual({ kind: "done" });
});

it("an exception holds on to what the trade names, else to the customer", async () => {
  const trade = (subjectOf: ControlTrade["subjectOf"]): ControlTrade => ({
    module: "sw_trade",
    checks: { manual: {} },
    fields: {},
    include: [],
    billedRow: () => undefined,
    subjectOf,
  });
  const settings = async (trades: Trades, gap: { id: string; version: number }) => {
    const requestId = `run-${gap.id}`;
    const closing = { anomalies: [gap], status: "accepted" as const, reason: "Agreed", exceptUntil: "2027-10-01" };
    expect(await closeAnomalies({ ...doing, requestId, trades }, closing)).toEqual({ kind: "done" });
    return doing.backend.list("sw_check_setting", new DrupalJsonApiParams().addSort("created"));
  };
  const gap = await report({ account: to("sw_account", account) });
  const [ofCustomer] = await settings(new Trades([trade(() => undefined)], []), gap);
  expect(ofCustomer).toMatchObject({
    check: "manual",
    account: { id: account },
    supplier: null,
    enabled: false,
    valid_from: "2026-10-01",
    valid_to: "2027-10-01",
  });
  expect(await settings(new Trades([], []), await report({}))).toHaveLength(1);
});

it("a trade that is closed to the brand says nothing", () => {
  const claim = { fr: "Fosse pleine", en: "Tank full", code: "QTE_ERR" };
  const trade: ControlTrade = {
    module: "sw_other",
    checks: { tank: { claim, keepsClaim: true } },
    fields: { sw_anomaly: ["tank"], sw_tank: ["name"] },
    include: ["tank"],
    billedRow: () => undefined,
    subjectOf: () => ({ field: "tank", type: "sw_tank", id: "1" }),
  };
  const gap = { id: "1", type: "sw_anomaly--sw_anomaly", check: "tank" } as unknown as SwAnomaly;
  const ask = (trades: Trades) => [
    trades.claimOf(gap),
    trades.keepsClaim(gap),
    trades.subjectOf(gap)?.id,
    trades.params({ sw_anomaly: ["check"] }).getQueryString({ encode: false }),
  ];
  expect(ask(new Trades([trade], ["sw_other"]))).toEqual([
    claim,
    true,
    "1",
    "include=tank&fields[sw_anomaly--sw_anomaly]=check,tank&fields[sw_tank--sw_tank]=name",
  ]);
  expect(ask(new Trades([trade], []))).toEqual([undefined, false, undefined, "fields[sw_anomaly--sw_anomaly]=check"]);
});
