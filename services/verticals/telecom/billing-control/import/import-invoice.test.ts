import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { BackendClient } from "../../../../platform/backend/client.ts";
import { runProgram, signIn, startBackend, type TestServer } from "../../../../platform/testing/servers.ts";
import type { FileReport, ImportReport } from "../contract.ts";
import { BillingControl } from "../billing-control.ts";
import { claimFile } from "../../../../base/control/claim/claim-file.ts";
import { closeAnomalies } from "../../../../base/control/commands.ts";
import { Trades } from "../../../../base/control/trade.ts";
import { Viewers } from "../../../../platform/backend/viewers.ts";
import { controlTrade } from "../trade.ts";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
let baseUrl = "";
const detail = readFileSync(`${root}docs/demo/orange-2610-884120.csv`);

const control = new BillingControl();
let server: TestServer;

beforeAll(async () => {
  server = await startBackend();
  baseUrl = server.url;
  await runProgram("scripts/seed/main.ts", baseUrl);
}, 90_000);

afterAll(async () => {
  void server?.stop();
  await control.close();
});

async function clientOf(name: string): Promise<(requestId: string) => BackendClient> {
  const session = await signIn(baseUrl, name, "demo-2026");
  return (requestId) => new BackendClient({ baseUrl, ...session, requestId, cause: "import" });
}

const input = (content: Buffer, fileName = "orange.csv") => ({ fileName, content: content.toString("base64") });

const trades = new Trades([controlTrade], ["sw_telecom"]);
const doing = async (backend: BackendClient, requestId: string) => ({
  backend,
  viewer: await new Viewers().of(requestId, backend),
  trades,
  requestId,
});

/** What is said of a file's only document. */
async function sole(called: Promise<FileReport>): Promise<ImportReport> {
  const { documents } = await called;
  expect(documents).toHaveLength(1);
  return documents[0] as ImportReport;
}

describe("importing the demo supplier's detail", () => {
  it("previews without writing, writes once for two at a time, refuses other amounts and people without the right", async () => {
    const manager = await clientOf("manager@softwhere");
    const count = async (type: "sw_supplier_invoice" | "sw_supplier_invoice_line" | "sw_anomaly") =>
      (await manager("count").aggregate(type, {}))[0]?.count;

    const preview = await sole(control.preview(input(detail), manager(`import-${randomUUID()}`)));
    expect(preview).toMatchObject({
      kind: "ready",
      matched: { service_id: 618 },
      unmatched: 1,
      checks: [
        { check: "C1", count: 25, amount: "253.1000" },
        { check: "C2", count: 25, amount: "55.0000" },
        // The one row that the park doesn't know.
        { check: "C3", count: 1, amount: "9.8000" },
        { check: "C8", count: 0 },
        { check: "C9", count: 0 },
        { check: "C10", count: 0 },
        { check: "C11", count: 0 },
      ],
    });
    expect(await count("sw_supplier_invoice")).toBe(0);

    // What is asked follows the invoice, not the park.
    const asked = vi.spyOn(globalThis, "fetch");
    const [header = "", first = ""] = detail.toString("utf8").split("\n");
    const one = await sole(
      control.preview(input(Buffer.from(`${header}\n${first}`)), manager(`import-${randomUUID()}`)),
    );
    expect(one).toMatchObject({ kind: "ready", matched: { service_id: 1 }, unmatched: 0 });
    expect(asked.mock.calls.length).toBeLessThan(10);
    asked.mockRestore();

    // The same file from two windows at the same moment, one under a name that says nothing of its format.
    const both = await Promise.all([
      sole(control.commit(input(detail), manager(`import-${randomUUID()}`))),
      sole(control.commit(input(detail, "detail.dat"), manager(`import-${randomUUID()}`))),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["already-imported", "imported"]);
    expect(await sole(control.commit(input(detail), manager(`import-${randomUUID()}`)))).toMatchObject({
      kind: "already-imported",
    });
    expect([
      await count("sw_supplier_invoice"),
      await count("sw_supplier_invoice_line"),
      await count("sw_anomaly"),
    ]).toEqual([1, 619, 51]);

    const stored = await manager("read").list(
      "sw_supplier_invoice",
      new DrupalJsonApiParams().addFields("sw_supplier_invoice--sw_supplier_invoice", [
        "source_file",
        "line_count",
        "checked_count",
        "checked_net",
      ]),
    );
    expect(stored).toMatchObject([{ line_count: 619, checked_count: 618, source_file: { type: "file--file" } }]);

    const other = Buffer.from(detail.toString("utf8").replace("19,50;2,00;17,50", "19,50;0,00;19,50"));
    // Other amounts under its number are a correction, which takes its place only where a person wants it.
    const correction = await sole(control.commit(input(other), manager(`import-${randomUUID()}`)));
    expect(correction).toMatchObject({ kind: "replaces", replaces: { edition: 1, added: 0, removed: 0, changed: 1 } });
    expect(await count("sw_anomaly")).toBe(51);

    // A claim is made of what was found, for whoever may see its prices.
    const [overdue] = await manager("read").list("sw_anomaly", new DrupalJsonApiParams().addFilter("check", "C1"));
    const disputeId = randomUUID();
    const dispute = { type: "sw_dispute--sw_dispute", id: disputeId };
    await manager(`dispute-${randomUUID()}`).operate([
      {
        op: "add",
        data: {
          ...dispute,
          attributes: { reference: "R-1", status: "sent", sent_on: "2026-11-29" },
          relationships: { supplier: { data: { type: "sw_supplier--sw_supplier", id: overdue?.supplier?.id ?? "" } } },
        },
      },
      {
        op: "update",
        data: {
          type: "sw_anomaly--sw_anomaly",
          id: overdue?.id ?? "",
          attributes: { status: "disputed" },
          relationships: { dispute: { data: dispute } },
        },
      },
    ]);
    const claim = (backend: BackendClient, format: "csv" | "pdf" | "cdar") =>
      claimFile({ disputeId, format, language: "fr" }, backend, trades);
    const csv = await claim(manager("claim"), "csv");
    if (csv.kind !== "file") throw new Error(csv.kind);
    const rows = Buffer.from(csv.content, "base64").toString("utf8").trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain("2610-884120;");
    expect(await claim(manager("claim"), "pdf")).toMatchObject({ fileName: "R-1.pdf", type: "application/pdf" });
    expect(await claim(manager("claim"), "cdar")).toEqual({ kind: "incomplete", missing: ["buyer_siren"] });
    const stranger = await clientOf("manager@connextoo");
    await expect(claim(stranger("claim"), "csv")).rejects.toMatchObject({ code: "NOT_FOUND" });

    const support = await clientOf("support-n1@softwhere");
    await expect(claim(support("claim"), "csv")).rejects.toMatchObject({ status: 403 });
    await expect(control.commit(input(detail), support(`import-${randomUUID()}`))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });

    // The other brand has an Orange of its own: the invoice is new there, and none of these services is found.
    const neighbour = await clientOf("manager@connextoo");
    const elsewhere = await sole(control.preview(input(detail), neighbour(`import-${randomUUID()}`)));
    expect(elsewhere.kind).toBe("ready");
    expect(elsewhere).not.toHaveProperty("matched.service_id");
    expect((await neighbour("count").aggregate("sw_anomaly", {}))[0]?.count).toBe(0);
  });

  it("a row that nothing finds is attached by a person, checked, and found by the next invoice", async () => {
    const manager = await clientOf("manager@softwhere");
    const { entries } = await control.unmatched(undefined, manager("read"));
    expect(entries).toMatchObject([{ supplierName: "Orange", invoices: ["2610-884120"], net: "9.8000" }]);
    const [entry] = entries;
    const [line] = await manager("read").list(
      "sw_line",
      new DrupalJsonApiParams()
        .addFields("sw_line--sw_line", ["number", "external_ids"])
        .addFilter("park.operator.id", entry?.supplierId ?? "")
        .addFilter("status", "active")
        .addCustomParam({ page: { limit: 1 } }),
    );
    const attach = { rows: [...(entry?.rowIds ?? [])], lineId: line?.id ?? "", remember: true };
    const stranger = await clientOf("manager@connextoo");
    await expect(control.attach(attach, stranger(`attach-${randomUUID()}`))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });

    const done = await control.attach(attach, manager(`attach-${randomUUID()}`));
    expect(done).toMatchObject({ rows: 1, remembered: true, rechecked: { closed: 1 } });
    expect((await control.unmatched(undefined, manager("read"))).entries).toEqual([]);
    const [unknown] = await manager("read").list("sw_anomaly", new DrupalJsonApiParams().addFilter("check", "C3"));
    expect(unknown).toMatchObject({ status: "corrected", reason: "Contrôle refait : l’écart n’y est plus." });

    const next = detail
      .toString("utf8")
      .replaceAll("2610-884120", "2611-900001")
      .replaceAll("/10/2026", "/12/2026")
      .replaceAll("/11/2026", "/12/2026");
    const preview = await sole(control.preview(input(Buffer.from(next)), manager(`import-${randomUUID()}`)));
    expect(preview).toMatchObject({ unmatched: 0, matched: { manual: 1 } });

    // Nothing has changed since: checking once more finds nothing new.
    const [invoice] = await manager("read").list("sw_supplier_invoice", new DrupalJsonApiParams());
    const again = await control.recheck(invoice?.id ?? "", manager(`recheck-${randomUUID()}`));
    expect(again).toEqual({ found: 0, changed: 0, closed: 0 });
  });

  it("an exception of a line and a setting of the supplier hold for the next invoice, and for what is checked again", async () => {
    const manager = await clientOf("manager@softwhere");
    const next = detail
      .toString("utf8")
      .replaceAll("2610-884120", "2611-900009")
      .replaceAll("/10/2026", "/12/2026")
      .replaceAll("/11/2026", "/12/2026");
    const found = async () => {
      const report = await sole(control.preview(input(Buffer.from(next)), manager(`import-${randomUUID()}`)));
      if (report.kind !== "ready") throw new Error(report.kind);
      return Object.fromEntries(report.checks.map(({ check, count }) => [check, count]));
    };
    const before = await found();
    expect(before["C1"]).toBeGreaterThan(1);
    expect(before["C2"]).toBeGreaterThan(1);

    const open = new DrupalJsonApiParams().addFilter("check", "C1").addFilter("status", "open");
    const [gap] = await manager("read").list("sw_anomaly", open);
    const closing = {
      anomalies: [{ id: gap?.id ?? "", version: gap?.version ?? 1 }],
      status: "explained" as const,
      reason: "Agreed with the supplier",
      exceptUntil: "2026-12-31",
    };
    const requestId = `close-${randomUUID()}`;
    expect(await closeAnomalies(await doing(manager(requestId), requestId), closing)).toEqual({ kind: "done" });
    const [exception] = await manager("read").list("sw_check_setting", new DrupalJsonApiParams());
    expect(exception).toMatchObject({ check: "C1", enabled: false, valid_to: "2026-12-31", reason: closing.reason });
    expect(await found()).toEqual({ ...before, C1: (before["C1"] ?? 0) - 1 });

    await manager(`setting-${randomUUID()}`).operate([
      {
        op: "add",
        data: {
          type: "sw_check_setting--sw_check_setting",
          attributes: { check: "C2", valid_from: "2026-10-01", tolerance: "100" },
          relationships: { supplier: { data: { type: "sw_supplier--sw_supplier", id: gap?.supplier?.id ?? "" } } },
        },
      },
    ]);
    expect(await found()).toMatchObject({ C2: 0 });
    const waiting = () =>
      manager("count").count(
        "sw_anomaly",
        new DrupalJsonApiParams().addFilter("check", "C2").addFilter("status", "open"),
      );
    const [invoice] = await manager("read").list("sw_supplier_invoice", new DrupalJsonApiParams());
    const closed = await waiting();
    expect(await control.recheck(invoice?.id ?? "", manager(`recheck-${randomUUID()}`))).toMatchObject({ closed });
    expect(await waiting()).toBe(0);
  });

  it("what a person says of a kind of row is remembered, and checked at once", async () => {
    const manager = await clientOf("manager@softwhere");
    const odd = detail
      .toString("utf8")
      .replaceAll("2610-884120", "2611-900002")
      .replaceAll("/10/2026", "/01/2027")
      .replaceAll(";Abonnement;", ";Zen;")
      .replaceAll(";Business ", ";Zone ")
      .replaceAll(";OR-", ";ZZ-");
    const report = await sole(control.commit(input(Buffer.from(odd)), manager(`import-${randomUUID()}`)));
    if (report.kind !== "imported") throw new Error(report.kind);
    const before = report.coverage.checked.rows;
    const unclear = await control.unclearCharges(undefined, manager("read"));
    const [question] = unclear;
    if (!question) throw new Error("no question");
    const { supplierId, by, value } = question;

    const stranger = await clientOf("manager@connextoo");
    const said = { supplierId, by, value, charge: "recurring" } as const;
    await expect(control.sayCharge(said, stranger(`charge-${randomUUID()}`))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const done = await control.sayCharge(said, manager(`charge-${randomUUID()}`));
    expect(done.invoices).toBeGreaterThan(0);
    expect(await control.unclearCharges(undefined, manager("read"))).toHaveLength(unclear.length - 1);
    const again = await sole(
      control.preview(
        input(Buffer.from(odd.replaceAll("2611-900002", "2612-900003"))),
        manager(`import-${randomUUID()}`),
      ),
    );
    expect(again).toMatchObject({ kind: "ready" });
    expect(again.kind === "ready" && again.coverage.checked.rows).toBeGreaterThan(before);
  });

  it("a corrected invoice replaces the one that is there, and its gaps move with what was done about them", async () => {
    const manager = await clientOf("manager@softwhere");
    const number = "2612-900020";
    const first = detail
      .toString("utf8")
      .replaceAll("2610-884120", number)
      .replaceAll("/10/2026", "/03/2027")
      .replaceAll("/11/2026", "/04/2027");
    const imported = await sole(control.commit(input(Buffer.from(first)), manager(`import-${randomUUID()}`)));
    if (imported.kind !== "imported") throw new Error(imported.kind);
    const gapsOf = (invoice: string | null) =>
      manager("read").listAll("sw_anomaly", () =>
        new DrupalJsonApiParams()
          .addInclude(["invoice_line"])
          .addFilter("invoice_line.invoice.id", invoice ?? "")
          .addSort("key"),
      );
    const gaps = await gapsOf(imported.invoiceId);
    const of = (check: string) => gaps.filter((gap) => gap.check === check);
    const [removed, kept, explained] = of("C1");
    if (!removed || !kept || !explained) throw new Error("too few gaps");
    const requestId = `close-${randomUUID()}`;
    const anomalies = [{ id: explained.id, version: explained.version ?? 1 }];
    const closing = { anomalies, status: "explained" as const, reason: "Agreed" };
    expect(await closeAnomalies(await doing(manager(requestId), requestId), closing)).toEqual({ kind: "done" });

    const rows = first.split("\r\n").length > 2 ? first.split("\r\n") : first.split("\n");
    const end = first.includes("\r\n") ? "\r\n" : "\n";
    const isRow = (row: string, gap: typeof kept) => row.split(";")[3] === gap.invoice_line?.line_number;
    const corrected = rows.filter((row) => !isRow(row, removed)).join(end);
    const send = (replace: string[], method: "preview" | "commit" = "commit") =>
      sole(control[method]({ ...input(Buffer.from(corrected)), replace }, manager(`import-${randomUUID()}`)));
    expect(await send([])).toMatchObject({
      kind: "replaces",
      replaces: { invoiceId: imported.invoiceId, edition: 1, removed: 1, added: 0, changed: 0 },
      recovered: { count: 1, amount: removed.amount },
    });
    expect(await send([number], "preview")).toMatchObject({ kind: "ready" });
    const both = await Promise.all([send([number]), send([number])]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["already-imported", "imported"]);
    const next = both.find(({ kind }) => kind === "imported");
    if (next?.kind !== "imported") throw new Error("not imported");

    const editions = await manager("read").list(
      "sw_supplier_invoice",
      new DrupalJsonApiParams().addFilter("number", number).addSort("edition"),
    );
    expect(editions).toMatchObject([
      { edition: 1, replaced_by: { id: next.invoiceId }, line_count: 619 },
      { edition: 2, line_count: 618 },
    ]);
    expect(editions[1]?.replaced_by ?? null).toBeNull();
    const moved = await gapsOf(next.invoiceId);
    expect(moved.map(({ id }) => id).sort()).toEqual(
      gaps
        .filter(({ id }) => id !== removed.id)
        .map(({ id }) => id)
        .sort(),
    );
    expect(moved.find(({ id }) => id === explained.id)).toMatchObject({ status: "explained", reason: "Agreed" });
    expect(moved.find(({ id }) => id === kept.id)).toMatchObject({ status: "open", amount: kept.amount });
    expect(await gapsOf(imported.invoiceId)).toMatchObject([
      { id: removed.id, status: "credited", recovered: removed.amount },
    ]);

    // The edition that was replaced comes in again by mistake; checking again looks at the last one alone.
    expect(await sole(control.commit(input(Buffer.from(first)), manager(`import-${randomUUID()}`)))).toMatchObject({
      kind: "rejected",
      problems: [{ code: "replaced_before" }],
    });
    await expect(control.recheck(imported.invoiceId ?? "", manager("recheck"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await control.recheck(next.invoiceId ?? "", manager(`recheck-${randomUUID()}`))).toEqual({
      found: 0,
      changed: 0,
      closed: 0,
    });
  });
});
