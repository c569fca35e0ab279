import { randomUUID } from "node:crypto";
import { add, one, type Reply } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" });
const day = (later: number) => calendar.format(Date.now() + later * 86_400_000);

const plan = (a: BrandWorld, key: "plan1" | "plan2") => one("sw_catalogue_item", a.ids[key] ?? "");

async function line(a: BrandWorld, attributes: object = {}): Promise<string> {
  const relationships = { park: one("sw_park", a.ids["park"] ?? ""), plan: plan(a, "plan1") };
  const number = `period-${randomUUID().slice(0, 8)}`;
  return (await a.admin.create("sw_line", { number, ...attributes }, relationships)).is(201).id;
}

const period = (a: BrandWorld, of: string, attributes: object, key: "plan1" | "plan2" = "plan1") =>
  add("sw_line_term", { attributes, relationships: { line: one("sw_line", of), plan: plan(a, key) } });

const change = (id: string, to: object) => ({
  op: "update",
  data: { type: "sw_line--sw_line", id, relationships: { plan: to } },
});

/** `[plan, first day, last day, taken over]`, the earliest first. */
async function periodsOf(a: BrandWorld, id: string): Promise<unknown[]> {
  const list: Reply = (
    await a.manager.get(`/jsonapi/sw_line_term/sw_line_term?filter[line.id]=${id}&sort=valid_from`)
  ).is(200);
  const [plans, first, last, applied] = [
    list.each("/relationships/plan/data/id"),
    list.each("/attributes/valid_from"),
    list.each("/attributes/valid_to"),
    list.each("/attributes/applied"),
  ];
  return plans.map((of, at) => [of === a.ids["plan1"] ? "plan1" : "plan2", first[at], last[at], applied[at]]);
}

async function expectPeriods(a: BrandWorld, id: string, expected: readonly unknown[]): Promise<void> {
  const got = await periodsOf(a, id);
  if (JSON.stringify(got) !== JSON.stringify(expected))
    throw new Error(`periods ${JSON.stringify(expected)} expected, got ${JSON.stringify(got)}`);
}

export const periods = group("telecom periods", (test) => {
  test("case 17: a plan changed in place ends its period and begins one, in the same request", async ({ a }) => {
    const id = await line(a);
    (await a.manager.operations([period(a, id, { valid_from: day(-30), applied: true })])).is(200);
    const requestId = `period-${randomUUID()}`;
    const body = { data: { type: "sw_line--sw_line", id, relationships: { plan: plan(a, "plan2") } } };
    (await a.manager.patch(`/jsonapi/sw_line/sw_line/${id}`, body, { "X-Request-Id": requestId }))
      .is(200)
      .has("/data/attributes/version", 2);
    await expectPeriods(a, id, [
      ["plan1", day(-30), day(-1), true],
      ["plan2", day(0), null, true],
    ]);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[request_id]=${requestId}&sort=sequence`))
      .is(200)
      .values("/attributes/subject_type", ["sw_line", "sw_line_term", "sw_line_term"])
      .values("/attributes/operation", ["update", "update", "create"]);
  });
  test("a line without a period, or with one that is over, gets one from today on", async ({ a }) => {
    const [none, over] = [await line(a), await line(a)];
    (await a.manager.operations([period(a, over, { valid_from: day(-30), valid_to: day(-9) })])).is(200);
    (await a.manager.operations([change(none, plan(a, "plan2")), change(over, plan(a, "plan2"))])).is(200);
    await expectPeriods(a, none, [["plan2", day(0), null, true]]);
    await expectPeriods(a, over, [
      ["plan1", day(-30), day(-9), false],
      ["plan2", day(0), null, true],
    ]);
  });
  test("a change that is taken back on its day lets the old period go on, with its prices", async ({ a }) => {
    const id = await line(a);
    const agreed = period(a, id, { valid_from: day(-30), valid_to: day(30), negotiated_buy_price: "9.9000" });
    (await a.manager.operations([agreed])).is(200);
    for (const key of ["plan2", "plan1"] as const)
      (await a.manager.update("sw_line", id, {}, { plan: plan(a, key) })).is(200);
    await expectPeriods(a, id, [["plan1", day(-30), day(30), false]]);
    (await a.admin.get(`/jsonapi/sw_line_term/sw_line_term?filter[line.id]=${id}`))
      .is(200)
      .values("/attributes/negotiated_buy_price", ["9.9000"]);
  });
  test("what was planned for later stays, and a change of the day is one period", async ({ a }) => {
    const id = await line(a);
    (await a.manager.operations([period(a, id, { valid_from: day(10) })])).is(200);
    const path = `/jsonapi/sw_line/sw_line/${id}/relationships/plan`;
    (await a.manager.patch(path, plan(a, "plan2"))).is(204);
    (await a.manager.patch(path, plan(a, "plan1"))).is(204);
    await expectPeriods(a, id, [
      ["plan1", day(0), day(9), true],
      ["plan1", day(10), null, false],
    ]);
  });
  test("periods that a request brings itself are left as they are, before and after the line", async ({ a }) => {
    for (const order of ["before", "after"]) {
      const id = await line(a);
      const operations = [change(id, plan(a, "plan2")), period(a, id, { valid_from: day(-3) }, "plan2")];
      (await a.manager.operations(order === "before" ? operations.reverse() : operations)).is(200);
      await expectPeriods(a, id, [["plan2", day(-3), null, false]]);
    }
  });
  test("a plan that is taken away, or changes and comes back in one request", async ({ a }) => {
    const [gone, back, today] = [await line(a), await line(a), await line(a)];
    for (const id of [gone, back])
      (await a.manager.operations([period(a, id, { valid_from: day(-30), valid_to: day(30) })])).is(200);
    (await a.manager.operations([period(a, today, { valid_from: day(0) })])).is(200);
    (await a.manager.operations([change(back, plan(a, "plan2")), change(back, plan(a, "plan1"))])).is(200);
    for (const id of [gone, today]) (await a.manager.update("sw_line", id, {}, { plan: { data: null } })).is(200);
    await expectPeriods(a, gone, [["plan1", day(-30), day(-1), false]]);
    await expectPeriods(a, back, [["plan1", day(-30), day(30), false]]);
    await expectPeriods(a, today, []);
  });
  test("the plan of a line that has ended no longer changes", async ({ a }) => {
    const id = await line(a, { end_date: day(-1) });
    const refusal = { status: 422, code: "no_period" };
    (await a.manager.update("sw_line", id, {}, { plan: plan(a, "plan2") })).problem({
      ...refusal,
      pointer: "/data/attributes/plan",
      detail: `plan: The row ended on ${day(-1)}: this value no longer changes.`,
    });
    (await a.manager.operations([change(id, plan(a, "plan2"))])).problem({
      ...refusal,
      pointer: "/atomic:operations/0/data/attributes/plan",
    });
    (await a.manager.update("sw_line", id, { user_name: "Somebody" })).is(200);
    await expectPeriods(a, id, []);
    (await a.manager.update("sw_line", id, { end_date: day(0) }, { plan: plan(a, "plan2") })).is(200);
    await expectPeriods(a, id, [["plan2", day(0), null, true]]);
  });

  test("a line says since when its person has it, and is taken at its word where it says another day", async ({
    a,
  }) => {
    const id = await line(a, { user_name: "Léo Tanguy" });
    const at = `/jsonapi/sw_line/sw_line/${id}`;
    // The first person came with the line.
    (await a.manager.get(at)).is(200).has("/data/attributes/user_since", null);
    const change = async (attributes: object, since: string | null) =>
      (await a.manager.update("sw_line", id, attributes)).is(200).has("/data/attributes/user_since", since);
    await change({ comment: "Nothing of the person" }, null);
    await change({ user_name: "Gwenaëlle Morvan" }, day(0));
    await change({ user_since: "2026-01-05" }, "2026-01-05");
    await change({ user_name: "Gwenaëlle Morvan", comment: "The same person" }, "2026-01-05");
    await change({ user_name: "Yann Le Bihan", user_since: "2026-02-03" }, "2026-02-03");
    await change({ user_name: null }, day(0));
    const entries = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&filter[changes.field]=user_since`;
    (await a.manager.get(`${entries}&sort=sequence`)).is(200).count(4);
  });
});
