import { add, Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

const item = "sw_billed_item";
const items = `/jsonapi/${item}/${item}`;
const anomalies = "/jsonapi/sw_anomaly/sw_anomaly";
const month = { period_start: "2026-10-01", period_end: "2026-10-31" };

/** While the brand's support holds these permissions alone. */
async function granted(of: BrandWorld, permissions: readonly string[], work: (support: Client) => Promise<void>) {
  const role = (await of.admin.create("sw_role", { role: "support_n1", granted: permissions })).is(201).id;
  try {
    await work(of.support);
  } finally {
    (await of.admin.remove(`/jsonapi/sw_role/sw_role/${role}`)).is(204);
  }
}

export const billedItems = group("telecom billed items", (test) => {
  const make = (client: Client, of: BrandWorld, attributes: object, to: Record<string, string> = {}) =>
    client.create(
      item,
      { name: "Plan", net: "20.5", price: "10.25", quantity: "2", ...month, ...attributes },
      {
        billing_site: one("sw_billing_site", of.ids["billing"] ?? ""),
        ...Object.fromEntries(Object.entries(to).map(([name, key]) => [name, one("sw_line", of.ids[key] ?? key)])),
      },
    );

  test("those who import them write, change and take them back; others don't", async ({ a, b }) => {
    for (const client of [a.manager, a.accounting]) {
      const made = await make(client, a, { service_reference: " 12 34 56 ", kind: "option" }, { line: "line01" });
      made
        .is(201)
        .has("/data/attributes/service_reference", "123456")
        .has("/data/attributes/kind", "option")
        .has("/data/attributes/net", "20.5000");
      const { id } = made;
      (await client.update(item, id, { net: "21" })).is(200).has("/data/attributes/net", "21.0000");
      (await b.accounting.get(`${items}/${id}`)).is(404);
      (await b.accounting.update(item, id, { net: "1" })).is(404);
      (await a.client.get(`${items}/${id}`)).is(403);
      (await a.support.update(item, id, { net: "1" })).is(403);
      (await client.remove(`${items}/${id}`)).is(204);
    }
    (await make(a.support, a, {})).is(403);
    (await make(a.accounting, a, { kind: "nothing" })).problem({ status: 422, pointer: "/data/attributes/kind/0" });
    (await make(a.accounting, a, { net: "1,5" })).problem({ status: 422, pointer: "/data/attributes/net/value" });
  });

  test("the connector writes down what it has had billed, with the line’s name there, and takes nothing back", async ({
    a,
    fresh,
  }) => {
    const name = fresh("connector");
    const person = { status: true, full_name: "Service", user_type: "service", business_roles: ["connector"] };
    (await a.admin.create("user", { name, pass: "contract-pass", ...person })).is(201);
    const connector = new Client(a.admin.base);
    (await connector.login(name, "contract-pass")).is(200);
    const made = await make(connector, a, { system_id: "7/8", period_end: null }, { line: "line01" });
    made.is(201).has("/data/attributes/system_id", "7/8").has("/data/attributes/price", "10.2500");
    (await connector.update(item, made.id, { net: "21" })).is(200);
    (await connector.remove(`${items}/${made.id}`)).is(403);
    (await a.accounting.remove(`${items}/${made.id}`)).is(204);
  });

  test("what is billed there beside what was agreed is the connector’s to say; amounts are for those who see sell prices", async ({
    a,
    fresh,
  }) => {
    const name = fresh("connector");
    const person = { status: true, full_name: "Service", user_type: "service", business_roles: ["connector"] };
    (await a.admin.create("user", { name, pass: "contract-pass", ...person })).is(201);
    const connector = new Client(a.admin.base);
    (await connector.login(name, "contract-pass")).is(200);
    const reference = fresh("drift");
    const open = { service_reference: reference, period_end: null };
    const there = { ...open, months: 3, agreed_price: "26.17", agreed_quantity: "1", drift: "price" };
    const { id } = (await make(connector, a, there, { line: "line01" }))
      .is(201)
      .has("/data/attributes/months", 3)
      .has("/data/attributes/agreed_price", "26.1700")
      .has("/data/attributes/agreed_quantity", "1.0000")
      .has("/data/attributes/drift", "price");
    (await connector.update(item, id, { drift: "nothing" })).problem({
      status: 422,
      pointer: "/data/attributes/drift/0",
    });
    (await connector.update(item, id, { months: 0 })).problem({
      status: 422,
      code: "too_small",
    });
    const own: [string, unknown][] = [
      ["drift", null],
      ["months", 1],
      ["agreed_price", "1"],
      ["agreed_quantity", "2"],
    ];
    for (const [field, value] of own) (await a.accounting.update(item, id, { [field]: value })).is(403);
    (await make(a.accounting, a, { drift: "price" })).is(403);
    // Those that bill a day of a month: without an end too.
    const until = "filter[until][group][conjunction]=OR";
    const isOpen =
      "filter[a][condition][path]=period_end&filter[a][condition][operator]=IS NULL&filter[a][condition][memberOf]=until";
    const later =
      "filter[b][condition][path]=period_end&filter[b][condition][operator]=>=&filter[b][condition][value]=2027-01-01&filter[b][condition][memberOf]=until";
    const ofMonth = `filter[service_reference]=${reference}&${until}&${isOpen}&${later}`;
    (await a.accounting.get(`${items}?${ofMonth}&filter[drift]=price`)).is(200).values("/id", [id]);
    (await a.accounting.get(`/jsonapi/aggregate/${item}?${ofMonth}&groupBy=drift&sumOf=agreed_price`))
      .is(200)
      .has("/meta/groups/0/sums/agreed_price", "26.1700");
    (await a.client.get(`${items}/${id}`)).is(403);
    await granted(a, ["view sw_billed_item"], async (support) => {
      (await support.get(`${items}/${id}`))
        .is(200)
        .has("/data/attributes/drift", "price")
        .lacks("/data/attributes/agreed_price")
        .never("26.17");
      (await support.get(`${items}?filter[agreed_price]=26.17`)).problem({ status: 403, detail: /`agreed_price`/ });
    });
    (await connector.update(item, id, { drift: null, agreed_price: "27" })).is(200).has("/data/attributes/drift", null);
    (await a.accounting.remove(`${items}/${id}`)).is(204);
  });

  test("its line is one of the same customer", async ({ a, b }) => {
    (await make(a.accounting, a, {}, { line: "line_beta" })).problem({
      status: 422,
      code: "not_same_owner",
      pointer: "/data/attributes/line",
    });
    (await make(a.accounting, a, {}, { line: b.ids["line01"] ?? "" })).is(404);
  });

  test("amounts are for those who may see sell prices", async ({ a }) => {
    const { id } = (await make(a.accounting, a, { name: "Secret", net: "73.19", price: "73.19" })).is(201);
    await granted(a, ["view sw_billed_item"], async (support) => {
      (await support.get(`${items}/${id}`))
        .is(200)
        .has("/data/attributes/name", "Secret")
        .lacks("/data/attributes/net")
        .lacks("/data/attributes/price")
        .never("73.19");
      for (const query of ["filter[net]=73.19", "sort=net"])
        (await support.get(`${items}?${query}`)).problem({ status: 403, detail: /`net`/ });
      (await support.get(`/jsonapi/aggregate/${item}?sumOf=net`)).problem({ status: 403, detail: /`net`/ });
    });
    (await a.accounting.remove(`${items}/${id}`)).is(204);
  });

  test("a gap of the margin exists for those alone who may see margins", async ({ a, fresh }) => {
    const gap = (check: string, evidence: object) =>
      add("sw_anomaly", {
        attributes: { key: fresh("month"), check, amount: "1.5", evidence, ...month },
        relationships: {
          supplier: one("sw_supplier", a.ids["orange"] ?? ""),
          line: one("sw_line", a.ids["line05"] ?? ""),
        },
      });
    const reply = await a.accounting.operations([
      gap("C5", { since: "2026-01-05", lines: 3, billed: 2 }),
      gap("C7", { sale: "12.0000", saleBy: "billed", cost: "13.5000", costBy: "prices", percent: 0 }),
    ]);
    const [unbilled, margin] = [0, 1].map((at) => String(reply.is(200).at(`/atomic:results/${at}/data/id`)));
    const ofLine = `filter[line.id]=${a.ids["line05"]}`;
    const history = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]`;
    (await a.accounting.get(`${anomalies}?${ofLine}&sort=check`)).is(200).values("/id", [unbilled, margin]);
    (await a.accounting.get(`${history}=${margin}`))
      .is(200)
      .values("/attributes/view_permission", ["view margin"])
      .has("/data/0/attributes/subject_label", "C7");
    (await a.accounting.get(`${history}=${unbilled}&sort=sequence`)).values("/attributes/view_permission", [
      null,
      "view margin",
    ]);
    await granted(
      a,
      ["view anomalies", "manage anomalies", "view sell price", "view sw_line", "view sw_journal_entry"],
      async (support) => {
        (await support.get(`${anomalies}?${ofLine}`)).is(200).values("/id", [unbilled]).never("C7");
        (await support.get(`${anomalies}/${unbilled}`)).is(200).lacks("/data/attributes/evidence");
        (await support.get(`${anomalies}/${margin}`)).is(404);
        (await support.update("sw_anomaly", margin ?? "", { status: "corrected" })).is(404);
        (await support.get(`/jsonapi/aggregate/sw_anomaly?${ofLine}&groupBy=check`)).count(1, "/meta/groups");
        (await support.get(`${anomalies}?filter[check]=C7`)).is(200).count(0);
        (await support.get(`${history}=${margin}`)).is(200).count(0);
        (await support.get(`${history}=${unbilled}`)).is(200).count(1);
      },
    );
  });
});
