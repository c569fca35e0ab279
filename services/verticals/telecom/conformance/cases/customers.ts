import { randomUUID } from "node:crypto";
import { one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";

const items = "/jsonapi/sw_catalogue_item/sw_catalogue_item";
const suppliers = "/jsonapi/sw_supplier/sw_supplier";
const parks = "/jsonapi/sw_park/sw_park";

/** What the model says of clients and partners: what they have is theirs to know, whom it is bought from isn't. */
export const customers = group("telecom customers", (test) => {
  test("of the catalogue a customer sees what their lines have; the rest behaves like what never existed", async ({
    a,
  }) => {
    const spare = (
      await a.admin.create(
        "sw_catalogue_item",
        { code: randomUUID().slice(0, 8), name: "Spare plan", kind: "plan" },
        { catalogue: one("sw_catalogue", a.ids["catalogue"] ?? "") },
      )
    ).is(201).id;
    const used = [String(a.ids["plan1"]), String(a.ids["plan2"])];
    const own = (await a.client.get(`${items}?sort=code`)).is(200).never(spare);
    for (const id of used) if (!own.text.includes(id)) own.fail(`the used item ${id}`, "none");
    (await a.client.get(`${items}/${spare}`)).problem({ status: 404 });
    (await a.client.get(`${items}?filter[id]=${spare}`)).is(200).count(0);
    (await a.client.get(`/jsonapi/aggregate/sw_catalogue_item?filter[id]=${spare}`))
      .is(200)
      .has("/meta/groups/0/count", 0);
    (await a.manager.get(`${items}/${spare}`)).is(200);
    // It is there from the moment on that a line of theirs has it.
    const line = (
      await a.admin.create(
        "sw_line",
        { number: `spare-${randomUUID().slice(0, 8)}`, status: "active", activated_on: "2026-01-01" },
        { park: one("sw_park", a.ids["park"] ?? ""), plan: one("sw_catalogue_item", spare) },
      )
    ).is(201).id;
    (await a.client.get(`${items}/${spare}`)).is(200).has("/data/attributes/name", "Spare plan");
    (await a.admin.remove(`/jsonapi/sw_line/sw_line/${line}`)).is(204);
    (await a.client.get(`${items}/${spare}`)).problem({ status: 404 });
  });

  test("an item of another customer's lines alone isn't theirs", async ({ a }) => {
    const other = (
      await a.admin.create(
        "sw_catalogue_item",
        { code: randomUUID().slice(0, 8), name: "Beta's plan", kind: "plan" },
        { catalogue: one("sw_catalogue", a.ids["catalogue"] ?? "") },
      )
    ).is(201).id;
    await a.admin.create(
      "sw_line",
      { number: `beta-${randomUUID().slice(0, 8)}`, status: "active", activated_on: "2026-01-01" },
      { park: one("sw_park", a.ids["park_beta"] ?? ""), plan: one("sw_catalogue_item", other) },
    );
    (await a.client.get(`${items}/${other}`)).problem({ status: 404 });
    (await a.client.get(items)).never(other);
  });

  test("suppliers don't exist for customers, by id, in lists, includes and filters", async ({ a }) => {
    const orange = String(a.ids["orange"]);
    (await a.client.get(`${suppliers}/${orange}`)).problem({ status: 404 });
    (await a.client.get(suppliers)).never(orange);
    const park = (await a.client.get(`${parks}/${a.ids["park"]}`)).is(200);
    park.lacks("/data/relationships/operator").never(orange);
    (await a.client.get(`${parks}?filter[operator.name]=Orange`)).problem({ status: 403 });
    (await a.client.get(`${parks}?filter[operator.id]=${orange}`)).problem({ status: 403 });
    (await a.client.get(`${parks}?sort=operator.name`)).problem({ status: 403 });
    (await a.client.get(`/jsonapi/aggregate/sw_line?groupBy=park.operator`)).problem({ status: 403 });
    (await a.client.get(`${parks}?include=operator`)).never(orange);
    (await a.client.get(`${items}/${a.ids["plan1"]}`)).is(200).lacks("/data/relationships/supplier");
    (await a.support.get(`${parks}/${a.ids["park"]}`)).is(200).has("/data/relationships/operator/data/id", orange);
  });

  test("references of the operator and of the billing tool are the staff's", async ({ a }) => {
    const line = String(a.ids["line01"]);
    (await a.client.get(`/jsonapi/sw_line/sw_line/${line}`)).is(200).lacks("/data/attributes/service_id");
    (await a.client.get(`/jsonapi/sw_line/sw_line?filter[service_id]=x`)).problem({ status: 403 });
    (await a.client.get(`/jsonapi/sw_account/sw_account/${a.ids["alpha"]}`))
      .is(200)
      .lacks("/data/attributes/external_ids");
    (await a.client.get(`/jsonapi/sw_billing_site/sw_billing_site?filter[billing_system]=x`)).problem({ status: 403 });
    (await a.support.get(`/jsonapi/sw_line/sw_line?filter[service_id]=x`)).is(200);
  });

  test("a customer reads the plans that their lines had from day to day, not what they cost nor anybody else's", async ({
    a,
  }) => {
    const terms = "/jsonapi/sw_line_term/sw_line_term";
    const made = async (park: string) => {
      const number = `term-${randomUUID().slice(0, 8)}`;
      const line = (await a.admin.create("sw_line", { number }, { park: one("sw_park", a.ids[park] ?? "") })).is(
        201,
      ).id;
      const attributes = { valid_from: "2026-01-01", negotiated_buy_price: "7.1300", negotiated_sell_price: "9.2500" };
      const to = { line: one("sw_line", line), plan: one("sw_catalogue_item", a.ids["plan1"] ?? "") };
      return (await a.admin.create("sw_line_term", attributes, to)).is(201).id;
    };
    const [own, other] = [await made("park"), await made("park_beta")];
    const read = (await a.client.get(`${terms}/${own}?include=plan`)).is(200).never("7.1300");
    read.has("/data/attributes/negotiated_sell_price", "9.2500").lacks("/data/attributes/negotiated_buy_price");
    (await a.client.get(`${terms}/${other}`)).problem({ status: 404 });
    (await a.client.get(`${terms}?filter[id]=${other}`)).is(200).count(0);
    (await a.client.get(`${terms}?sort=negotiated_buy_price`)).problem({ status: 403 });
    (await a.client.update("sw_line_term", own, { valid_from: "2026-02-01" })).is(403);
  });
});
