import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../base/notifications/events/event.ts";
import { placeOf, sentenceOf, type Told } from "../../base/notifications/message/sentence.ts";
import { bell, type Brand, notice, ref, resource, World } from "../../base/notifications/testing/world.ts";
import type { JournalChange } from "../../platform/backend/outbox.ts";
import { type MailCatcher, startMailCatcher } from "../../stand-ins/mail-catcher/mail-catcher.ts";

const entry = (change: Partial<JournalChange>): JournalChange => ({
  sequence: 7,
  operation: "update",
  subjectType: "sw_line",
  subjectId: "a",
  accountId: "a",
  requestId: "r",
  actorId: "u",
  actorName: "Anne",
  subjectLabel: "+33639984107",
  occurredAt: "2026-03-01T10:00:00+00:00",
  viewPermission: null,
  changes: [],
  ...change,
});
const kinds = (change: Partial<JournalChange>) => eventsOf(entry(change)).map(({ kind }) => kind);

describe("what an entry means to people", () => {
  it("a line's state, where it is one of the named", () => {
    const line = (to: string) => kinds({ changes: [{ field: "status", from: "active", to }] });
    expect(line("suspended")).toEqual(["line_suspended"]);
    expect(line("terminating")).toEqual(["line_terminated"]);
    expect(line("active")).toEqual([]);
    expect(kinds({ changes: [{ field: "sell_price", from: "1", to: "2" }] })).toEqual([]);
  });
  it("a deployment that is undone, by whoever it is", () => {
    const deployment = (to: string) =>
      kinds({ subjectType: "sw_deployment", changes: [{ field: "status", from: "launched", to }] });
    expect(deployment("undoing")).toEqual(["deployment_undoing"]);
    expect(deployment("done")).toEqual([]);
  });
  it("a gap makes one event, though the journal has an entry per permission", () => {
    const made = { subjectType: "sw_anomaly", operation: "create" as const };
    expect(kinds(made)).toEqual(["anomaly_found"]);
    expect(
      kinds({ ...made, viewPermission: "view margin", changes: [{ field: "amount", from: null, to: "13.3700" }] }),
    ).toEqual([]);
  });
});

const told: Told = {
  kind: "line_suspended",
  subjectType: "sw_line",
  subjectId: "11111111-1111-4111-8111-111111111111",
  subjectLabel: "+33639984107",
  subjectCount: 1,
  value: null,
  accountId: "22222222-2222-4222-8222-222222222222",
  accountLabel: "Groupe Kervadec",
  accountCount: 1,
  actorName: "Anne Jaffré",
  occurredAt: "2026-03-01T10:00:00+00:00",
};

describe("sentences", () => {
  it.each<[Partial<Told>, string, string]>([
    [
      { subjectCount: 120, subjectId: null },
      "Anne Jaffré a suspendu 120 lignes de Groupe Kervadec",
      "Anne Jaffré suspended 120 lines of Groupe Kervadec",
    ],
    [
      { subjectCount: 1200, subjectId: null, accountLabel: null, accountCount: 12 },
      "Anne Jaffré a suspendu 1 200 lignes de 12 comptes",
      "Anne Jaffré suspended 1,200 lines of 12 accounts",
    ],
    [
      {},
      "Anne Jaffré a suspendu la ligne 06 39 98 41 07 de Groupe Kervadec",
      "Anne Jaffré suspended the line 06 39 98 41 07 of Groupe Kervadec",
    ],
  ])("%o", (change, fr, en) => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
    expect(plain(sentenceOf({ ...told, ...change }, "fr"))).toBe(fr);
    expect(plain(sentenceOf({ ...told, ...change }, "en"))).toBe(en);
  });

  it("lead to the line's panel, and many gaps of several customers to their list", () => {
    expect(placeOf(told)).toBe(`/accounts/${told.accountId}?panels=line:${told.subjectId}`);
    const gaps = { ...told, kind: "anomaly_found", subjectType: "sw_anomaly", subjectCount: 25 };
    expect(placeOf(gaps)).toBe(`/accounts/${told.accountId}`);
    expect(placeOf({ ...gaps, accountId: null })).toBe("/lists/sw_anomaly");
  });
});

describe("gaps", () => {
  let catcher: MailCatcher;
  let world: World;
  let ours: Brand;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    world = await World.create(catcher.port);
    ours = await world.brand("SoftWhere", "fr", ["sw_telecom"]);
    await world.run([ours]);
  }, 180_000);

  afterAll(async () => {
    await world?.close();
    await catcher?.close();
  });

  it("gaps are told to those who handle them, and to nobody else", async () => {
    const admin = await ours.people.administrator.as();
    const supplier = resource("sw_supplier", { name: "SFR", code: randomUUID().slice(0, 8) });
    await admin.create("sw_supplier", supplier);
    const park = resource(
      "sw_park",
      { kind: "mobile" },
      { account: ref("sw_account", ours.account), operator: ref("sw_supplier", supplier.id) },
    );
    await admin.create("sw_park", park);
    const line = resource("sw_line", { number: "+33639000000", status: "active" }, { park: ref("sw_park", park.id) });
    await admin.create("sw_line", line);
    const gaps = Array.from({ length: 25 }, (_, index) =>
      resource(
        "sw_anomaly",
        {
          key: `gap-${randomUUID()}-${index}`,
          check: "C1",
          period_start: "2026-01-01",
          period_end: "2026-01-31",
          amount: "13.3700",
        },
        {
          supplier: ref("sw_supplier", supplier.id),
          account: ref("sw_account", ours.account),
          line: ref("sw_line", line.id),
        },
      ),
    );
    await (await ours.people.manager.as("import-1")).operate(gaps.map((data) => ({ op: "add" as const, data })));
    expect(await notice(ours.people.accounting, ({ kind }) => kind === "anomaly_found")).toMatchObject({
      subject_count: 25,
      account_label: "Groupe Kervadec",
      subject_label: null,
    });
    expect((await bell(ours.people.support_n1)).some(({ kind }) => kind === "anomaly_found")).toBe(false);
    expect(JSON.stringify(await bell(ours.people.accounting))).not.toContain("13.37");
  });
});
