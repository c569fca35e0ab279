import { one } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, granted } from "../world.ts";

const anomalies = "/jsonapi/sw_anomaly/sw_anomaly";
const settings = "/jsonapi/sw_check_setting/sw_check_setting";
const evidence = { details: "Billed after the end of the contract" };
const amounts = ["expected", "found", "amount", "amount_per_month", "cumulated", "recovered", "evidence"];

const about = (of: BrandWorld, account = "alpha") => ({
  account: one("sw_account", of.ids[account] ?? ""),
  supplier: one("sw_supplier", of.ids["orange"] ?? ""),
});

export const foundAnomalies = group("anomalies", (test) => {
  const gap = (key: string, attributes: object = {}) => ({
    key,
    check: "manual",
    period_start: "2026-01-01",
    period_end: "2026-01-31",
    expected: "10",
    found: "73.19",
    amount: "63.19",
    ...attributes,
  });

  test("one that a person reports: explained, opened again, claimed, let pass from then on", async ({ a, fresh }) => {
    const made = await a.accounting.create("sw_anomaly", gap(fresh("k"), { evidence }), about(a));
    const { id } = made.is(201).has("/data/attributes/status", "open").has("/data/attributes/evidence", evidence);
    made.has("/data/attributes/amount", "63.1900").has("/data/attributes/recovered", "0.0000");
    (await a.manager.get(`${anomalies}?filter[account.id]=${a.ids["alpha"]}&filter[id]=${id}`)).is(200).count(1);
    const change = (attributes: object, relationships: object = {}) =>
      a.accounting.update("sw_anomaly", id, attributes, relationships);
    (await change({ status: "explained" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/reason",
    });
    (await change({ status: "explained", reason: "Agreed by mail" })).is(200);
    (await change({ status: "disputed" })).problem({ status: 422, code: "transition_not_allowed" });
    (await change({ status: "open" })).is(200);
    (await change({ status: "disputed" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/dispute",
    });
    const { supplier } = about(a);
    const claim = (await a.accounting.create("sw_dispute", { reference: fresh("R"), status: "sent" }, { supplier })).is(
      201,
    );
    (await change({ status: "disputed" }, { dispute: one("sw_dispute", claim.id) })).is(200);
    const { account } = about(a);
    const exception = { check: "manual", valid_from: "2026-01-01", enabled: false, reason: "Agreed" };
    (await a.accounting.create("sw_check_setting", exception, { account })).is(201);
    (await a.accounting.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=sequence`))
      .is(200)
      .has("/data/0/relationships/account/data/id", a.ids["alpha"])
      .has("/data/0/attributes/view_permission", null);
  });

  test("one of no customer and no supplier", async ({ a, fresh }) => {
    (await a.accounting.create("sw_anomaly", gap(fresh("k")))).is(201).has("/data/relationships/account/data", null);
  });

  test("an unknown check and evidence of another shape are refused by name", async ({ a, fresh }) => {
    const refused = (attributes: object) => a.accounting.create("sw_anomaly", gap(fresh("k"), attributes), about(a));
    for (const check of ["C99", "Manual", ""])
      (await refused({ check })).problem({
        status: 422,
        pointer: check === "" ? "/data/attributes/check" : "/data/attributes/check/0",
      });
    (await refused({ evidence: { details: "" } })).problem({
      status: 422,
      detail: "evidence: The value at /details is not allowed here.",
      pointer: "/data/attributes/evidence",
    });
    (await refused({ evidence: { lines: 3 } })).problem({ status: 422, pointer: "/data/attributes/evidence" });
    (await refused({ status: "accepted" })).problem({
      status: 422,
      code: "transition_not_allowed",
      pointer: "/data/attributes/status",
    });
    const { id } = (await refused({})).is(201);
    (await a.accounting.update("sw_anomaly", id, { check: "C99" })).is(403);
    (await a.accounting.update("sw_anomaly", id, {}, { account: one("sw_account", a.ids["beta"] ?? "") })).is(403);
  });

  test("who may not see margins sees no amount and asks for none", async ({ a, fresh }) => {
    const { id } = (await a.accounting.create("sw_anomaly", gap(fresh("k"), { evidence }), about(a))).is(201);
    await granted(a, ["view anomalies", "manage anomalies"], async (support) => {
      const seen = (await support.get(`${anomalies}/${id}`)).is(200).never("63.19").never(evidence.details);
      for (const field of amounts) seen.lacks(`/data/attributes/${field}`);
      (await support.get(`${anomalies}?filter[amount]=63.19`)).problem({ status: 403, detail: /`amount`/ });
      (await support.get(`${anomalies}?sort=-amount`)).problem({ status: 403, detail: /`amount`/ });
      (await support.get("/jsonapi/aggregate/sw_anomaly?sumOf=amount")).problem({ status: 403, detail: /`amount`/ });
      (await support.update("sw_anomaly", id, { status: "explained", reason: "Known" })).is(200).never("63.19");
      (await support.update("sw_anomaly", id, { amount: "1" })).is(403);
    });
  });

  test("who only looks changes nothing; who may do neither has none; another brand's is one that doesn't exist", async ({
    a,
    b,
    fresh,
  }) => {
    const { id } = (await a.accounting.create("sw_anomaly", gap(fresh("k")), about(a))).is(201);
    const beta = (await a.accounting.create("sw_anomaly", gap(fresh("k")), about(a, "beta"))).is(201).id;
    const work = { status: "explained", reason: "Known" };
    await granted(a, ["view anomalies"], async (support) => {
      (await support.get(`${anomalies}/${id}`)).is(200);
      (await support.create("sw_anomaly", gap(fresh("k")), about(a))).is(403);
      (await support.update("sw_anomaly", id, work)).is(403);
      (await support.create("sw_dispute", { reference: fresh("R") }, { supplier: about(a).supplier })).is(403);
    });
    // Rows need the right to see them, so without it there are none.
    for (const [client, row] of [
      [a.support, id],
      [a.client, id],
      [a.client, beta],
      [b.accounting, id],
    ] as const) {
      (await client.get(`${anomalies}/${row}`)).is(404);
      (await client.update("sw_anomaly", row, work)).is(404);
    }
    (await b.accounting.get(`${anomalies}?filter[id]=${id}`)).is(200).count(0);
    (await b.accounting.create("sw_anomaly", gap(fresh("k")), about(a))).is(404);
  });

  test("what a check lets pass is set by who handles anomalies, of their own brand's customers and suppliers", async ({
    a,
    b,
  }) => {
    const attributes = { check: "manual", valid_from: "2026-01-01", tolerance: "5", reason: "Rounding" };
    const { id } = (await a.accounting.create("sw_check_setting", attributes, about(a)))
      .is(201)
      .has("/data/attributes/tolerance", "5.0000")
      .has("/data/attributes/enabled", true);
    const everywhere = (await a.accounting.create("sw_check_setting", attributes)).is(201).id;
    (await a.support.create("sw_check_setting", attributes, about(a))).is(403);
    // What is of no account of theirs isn't there for a customer.
    for (const [client, row, status] of [
      [a.support, id, 403],
      [a.client, id, 403],
      [a.client, everywhere, 404],
      [b.accounting, id, 404],
    ] as const) {
      const at = `${settings}/${row}`;
      (await client.get(at)).is(status);
      (await client.update("sw_check_setting", row, { enabled: false })).is(status);
      (await client.remove(at)).is(status);
    }
    for (const relationships of [{ supplier: about(b).supplier }, { account: about(b).account }])
      (await a.accounting.create("sw_check_setting", attributes, relationships)).is(404);
    (await a.accounting.create("sw_check_setting", { ...attributes, check: "C99" })).problem({
      status: 422,
      pointer: "/data/attributes/check/0",
    });
    (await a.accounting.create("sw_check_setting", { ...attributes, tolerance: "-1" })).problem({
      status: 422,
      pointer: "/data/attributes/tolerance/value",
    });
    (await a.accounting.update("sw_check_setting", id, { enabled: false, valid_to: "2026-12-31" })).is(200);
    (await a.manager.remove(`${settings}/${id}`)).is(204);
  });
});
