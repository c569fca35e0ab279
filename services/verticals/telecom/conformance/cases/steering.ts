import { randomUUID } from "node:crypto";
import { Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

/** Amounts that nothing else of the world has. */
const canary = "7771.1300";
const canaries = "7771.13";

async function person(brand: BrandWorld, role: string): Promise<Client> {
  const name = `${role}_${randomUUID().slice(0, 8)}`;
  (
    await brand.admin.create("user", {
      name,
      pass: "contract-pass",
      status: true,
      full_name: name,
      user_type: "internal",
      business_roles: [role],
    })
  ).is(201);
  const client = new Client(brand.admin.base);
  (await client.login(name, "contract-pass")).is(200);
  return client;
}

/** Filters of the plan periods that hold on a day, of lines that were in service on it. */
const termsOn = (day: string) => {
  const condition = (name: string, path: string, operator: string, member?: string, ...values: string[]) => [
    [`filter[${name}][condition][path]`, path],
    [`filter[${name}][condition][operator]`, operator],
    ...(member ? [[`filter[${name}][condition][memberOf]`, member]] : []),
    ...(values.length > 1 || operator === "IN"
      ? values.map((value) => [`filter[${name}][condition][value][]`, value])
      : values.map((value) => [`filter[${name}][condition][value]`, value])),
  ];
  const group = (name: string, conjunction: string, member?: string) => [
    [`filter[${name}][group][conjunction]`, conjunction],
    ...(member ? [[`filter[${name}][group][memberOf]`, member]] : []),
  ];
  return [
    ...condition("from", "valid_from", "<=", undefined, day),
    ...group("until", "OR"),
    ...condition("open", "valid_to", "IS NULL", "until"),
    ...condition("to", "valid_to", ">=", "until", day),
    ...group("service", "OR"),
    ...condition("running", "line.status", "IN", "service", "active", "suspended"),
    ...group("ended", "AND", "service"),
    ...condition("gone", "line.status", "IN", "ended", "terminating", "terminated"),
    ...condition("last", "line.end_date", ">=", "ended", day),
  ]
    .map(([name = "", value = ""]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
};

const priced = "plan,negotiated_sell_price,negotiated_sell_period,negotiated_buy_price,negotiated_buy_period";

export const steering = group("telecom steering", (test) => {
  test("plan periods of a day, by plan and negotiated prices, of lines that were in service on it", async ({ a }) => {
    const park = (
      await a.admin.create(
        "sw_park",
        { kind: "cyber" },
        { account: one("sw_account", a.ids["beta"] ?? ""), operator: one("sw_supplier", a.ids["orange"] ?? "") },
      )
    ).is(201).id;
    const line = async (number: string, attributes: object, term: object) => {
      const { id } = (await a.admin.create("sw_line", { number, ...attributes }, { park: one("sw_park", park) })).is(
        201,
      );
      (
        await a.admin.create("sw_line_term", term, {
          line: one("sw_line", id),
          plan: one("sw_catalogue_item", a.ids["plan1"] ?? ""),
        })
      ).is(201);
    };
    const of = { valid_from: "2026-01-01", negotiated_sell_price: "30.0000", negotiated_buy_price: "20.0000" };
    await line("S-1", { status: "active" }, of);
    await line("S-2", { status: "suspended" }, of);
    await line("S-3", { status: "active" }, { ...of, negotiated_buy_price: null });
    await line("S-4", { status: "active" }, { ...of, valid_to: "2026-05-31" });
    await line("S-5", { status: "active" }, { ...of, valid_from: "2026-07-01" });
    await line("S-6", { status: "terminated", end_date: "2026-06-30" }, of);
    await line("S-7", { status: "terminated", end_date: "2026-06-29" }, of);
    // A termination that was cancelled may have left its date behind.
    await line("S-8", { status: "active", end_date: "2026-02-01" }, of);
    await line("S-9", { status: "ordered" }, of);
    const found = await a.manager.get(
      `/jsonapi/aggregate/sw_line_term?${termsOn("2026-06-30")}&filter[line.park.id]=${park}&groupBy=line.park.kind,line.park.operator,${priced}`,
    );
    const keys = {
      "line.park.kind": "cyber",
      "line.park.operator": a.ids["orange"] ?? "",
      plan: a.ids["plan1"] ?? "",
      negotiated_sell_price: "30.0000",
      negotiated_sell_period: null,
    };
    found.is(200).has("/meta/groups", [
      { keys: { ...keys, negotiated_buy_price: null, negotiated_buy_period: null }, count: 1, sums: {} },
      { keys: { ...keys, negotiated_buy_price: "20.0000", negotiated_buy_period: null }, count: 4, sums: {} },
    ]);
  });

  test("what the margin could be told from is refused to who may not see it, and counts are not", async ({
    a,
    fresh,
  }) => {
    const of = { supplier: one("sw_supplier", a.ids["orange"] ?? "") };
    (
      await a.admin.create(
        "sw_anomaly",
        { key: fresh("k"), check: "C3", period_start: "2026-01-01", period_end: "2026-01-31", amount: canary },
        of,
      )
    ).is(201);
    (
      await a.admin.create(
        "sw_supplier_invoice",
        {
          number: fresh("F"),
          format: "csv",
          issued_on: "2026-01-31",
          total_net: canary,
          checked_net: canary,
          line_count: 1,
          checked_count: 0,
          content_hash: fresh("h"),
        },
        of,
      )
    ).is(201);
    (await a.admin.create("sw_dispute", { reference: fresh("R"), claimed_amount: canary }, of)).is(201);
    const granted = ["view anomalies", "view sell price", "view sw_line", "view sw_line_term", "view sw_park"];
    const role = (await a.admin.create("sw_role", { role: "direction", granted: [...granted, "view sw_supplier"] })).is(
      201,
    );
    try {
      const reader = await person(a, "direction");
      const refused: readonly (readonly [string, string])[] = [
        ["aggregate/sw_line?sumOf=sell_price,buy_price", "buy_price"],
        [`aggregate/sw_line_term?groupBy=${priced}`, "negotiated_buy_price"],
        ["aggregate/sw_anomaly?groupBy=status,period_start&sumOf=amount,recovered", "amount"],
        ["aggregate/sw_anomaly?groupBy=check&sumOf=recovered", "recovered"],
        ["aggregate/sw_anomaly?filter[amount][value]=7000&filter[amount][operator]=>", "amount"],
        ["aggregate/sw_supplier_invoice?groupBy=supplier&sumOf=total_net,checked_net", "total_net"],
        ["aggregate/sw_supplier_invoice?sumOf=checked_net", "checked_net"],
        ["aggregate/sw_dispute?sumOf=claimed_amount", "claimed_amount"],
        ["sw_anomaly/sw_anomaly?sort=-amount", "amount"],
      ];
      for (const [address, field] of refused)
        (await reader.get(`/jsonapi/${address}`))
          .problem({ status: 403, detail: new RegExp(`\`${field}\``) })
          .never(canaries);
      const together = await reader.send("POST", "/subrequests?_format=json", {
        body: refused.map(([address], index) => ({
          requestId: `r${index}`,
          action: "view",
          uri: `/jsonapi/${address}`,
        })),
        type: "application/vnd.api+json",
      });
      together.is(207).never(canaries);
      for (const index of refused.keys()) together.has(`/r${index}/headers/status`, [403]);
      for (const address of [
        "aggregate/sw_anomaly?groupBy=check",
        "aggregate/sw_supplier_invoice?groupBy=supplier&sumOf=line_count,checked_count",
        "aggregate/sw_dispute",
        "sw_anomaly/sw_anomaly",
        "sw_supplier_invoice/sw_supplier_invoice",
        "sw_dispute/sw_dispute",
      ])
        (await reader.get(`/jsonapi/${address}`)).is(200).never(canaries);
    } finally {
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    }
  });

  test("the scheduler checks again: it finds, changes and closes gaps, and decides nothing of a person's", async ({
    a,
    fresh,
  }) => {
    const scheduler = await person(a, "scheduler");
    const supplier = { supplier: one("sw_supplier", a.ids["orange"] ?? "") };
    const gap = { key: fresh("k"), check: "C1", period_start: "2026-01-01", period_end: "2026-01-31", amount: "3" };
    const { id } = (await scheduler.create("sw_anomaly", gap, supplier)).is(201);
    (await scheduler.update("sw_anomaly", id, { amount: "4.0000" })).is(200);
    (await scheduler.update("sw_anomaly", id, { status: "corrected", reason: "Checked again." })).is(200);
    (await scheduler.update("sw_anomaly", id, { status: "open", reason: null })).is(200);
    (await scheduler.remove(`/jsonapi/sw_anomaly/sw_anomaly/${id}`)).problem({ status: 403 });
    (await scheduler.update("sw_supplier_invoice", a.ids["invoice"] ?? "", { checked_count: 0 })).is(200);
    (await scheduler.update("sw_supplier", a.ids["orange"] ?? "", { notice_days: 3 })).problem({ status: 403 });
  });
});
