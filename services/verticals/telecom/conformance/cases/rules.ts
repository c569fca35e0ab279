import { one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

let lastNumber = Math.floor(Math.random() * 1e8);

/** A line of its own for a case that changes states; in the park of Beta, which no other case counts. */
async function line(brand: BrandWorld, attributes: object = {}): Promise<string> {
  lastNumber += 1;
  return (
    await brand.admin.create(
      "sw_line",
      { number: `+3370${lastNumber}`, ...attributes },
      { park: one("sw_park", brand.ids["park_beta"] ?? "") },
    )
  ).is(201).id;
}

export const versions = group("telecom versions", (test) => {
  test("the current row is shown as the viewer may see it", async ({ a }) => {
    const id = await line(a, { buy_price: "7" });
    (await a.admin.update("sw_line", id, { user_name: "x" })).is(200);
    (await a.support.update("sw_line", id, { user_name: "y", version: 1 }))
      .problem({ status: 409 })
      .lacks("/errors/0/meta/current/attributes/buy_price");
  });
});

export const workflow = group("telecom workflow", (test) => {
  test("a transition that exists, with its permission", async ({ a }) => {
    const id = await line(a, { status: "active" });
    (await a.manager.update("sw_line", id, { status: "suspended" }))
      .is(200)
      .has("/data/attributes/status", "suspended");
    (await a.manager.update("sw_line", id, { status: "active" })).is(200);
  });
  test("no such transition: 422 transition_not_allowed", async ({ a }) => {
    const id = await line(a, { status: "terminated" });
    (await a.admin.update("sw_line", id, { status: "active" })).problem({
      status: 422,
      code: "transition_not_allowed",
      pointer: "/data/attributes/status",
    });
  });
  test("a transition without its permission: 403", async ({ a }) => {
    const id = await line(a, { status: "active" });
    (await a.support.update("sw_line", id, { status: "suspended" })).problem({
      status: 403,
      pointer: "/data/attributes/status",
    });
    (await a.support.update("sw_line", id, { user_name: "x", status: "active" })).is(200);
  });
  test("required fields of a transition: 422 transition_requires", async ({ a }) => {
    const id = await line(a, { status: "active" });
    (await a.admin.update("sw_line", id, { status: "terminating" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/end_date",
    });
    (await a.admin.update("sw_line", id, { status: "terminating", end_date: "2026-12-31" })).is(200);
  });
  test("an order is cancelled and made again, of what isn't in service only", async ({ a }) => {
    const [ordered, active] = [await line(a, { status: "ordered" }), await line(a, { status: "active" })];
    for (const status of ["cancelled", "ordered", "cancelled"])
      (await a.manager.update("sw_line", ordered, { status })).is(200).has("/data/attributes/status", status);
    const refused = { status: 422, code: "transition_not_allowed", pointer: "/data/attributes/status" };
    (await a.manager.update("sw_line", ordered, { status: "active", activated_on: "2026-05-01" })).problem(refused);
    (await a.manager.update("sw_line", active, { status: "cancelled" })).problem(refused);
    (await a.support.update("sw_line", ordered, { status: "ordered" })).problem({ status: 403 });
  });
});

export const uniqueness = group("telecom uniqueness", (test) => {
  test("equal_paths over several steps", async ({ a }) => {
    const iccid = `8933${String(Date.now()).padStart(14, "0").slice(-14)}`;
    (
      await a.admin.create(
        "sw_sim",
        { iccid },
        { account: one("sw_account", a.ids["beta"] ?? ""), line: one("sw_line", a.ids["line01"] ?? "") },
      )
    ).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/line" });
    (
      await a.admin.create(
        "sw_sim",
        { iccid },
        { account: one("sw_account", a.ids["alpha"] ?? ""), line: one("sw_line", a.ids["line01"] ?? "") },
      )
    ).is(201);
  });
  test("the pointer names the last field of the key", async ({ a }) => {
    (
      await a.admin.create("sw_line", { number: "+33600000001" }, { park: one("sw_park", a.ids["park"] ?? "") })
    ).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/number" });
    const number = await line(a).then(async (id) =>
      (await a.admin.get(`/jsonapi/sw_line/sw_line/${id}`)).at("/data/attributes/number"),
    );
    (await a.admin.create("sw_line", { number }, { park: one("sw_park", a.ids["park_beta"] ?? "") })).problem({
      status: 422,
      code: "not_unique",
    });
  });
  test("case 16: another writing of a number is the same number", async ({ a }) => {
    const number = `0612${String(Math.floor(Math.random() * 1e6)).padStart(6, "0")}`;
    const park = { park: one("sw_park", a.ids["park_beta"] ?? "") };
    (await a.admin.create("sw_line", { number }, park)).is(201).has("/data/attributes/number", `+33${number.slice(1)}`);
    for (const writing of [number.replace(/(..)/g, "$1 "), `+33 (0)${number.slice(1)}`, `0033${number.slice(1)}`])
      (await a.admin.create("sw_line", { number: writing }, park)).problem({
        status: 422,
        code: "not_unique",
        pointer: "/data/attributes/number",
      });
    const access = `PTO-${crypto.randomUUID().slice(0, 8)}`;
    (await a.admin.create("sw_line", { number: access }, park)).is(201).has("/data/attributes/number", access);
    (await a.admin.create("sw_line", { number: `${access}\u200b ` }, park)).problem({
      status: 422,
      code: "not_unique",
    });
  });
  test("null counts as a value", async ({ a }) => {
    (
      await a.admin.create(
        "sw_park",
        { kind: "mobile" },
        { account: one("sw_account", a.ids["alpha"] ?? ""), operator: one("sw_supplier", a.ids["orange"] ?? "") },
      )
    ).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/operator" });
  });
  test("an invoice's number is one per edition, and rows of the edition that holds are found apart", async ({
    a,
    fresh,
  }) => {
    const [number, supplier] = [fresh("E"), { supplier: one("sw_supplier", a.ids["orange"] ?? "") }];
    const attributes = (edition?: number) => ({
      number,
      format: "csv",
      issued_on: "2026-01-31",
      total_net: "1",
      content_hash: fresh("h"),
      ...(edition && { edition }),
    });
    const first = (await a.accounting.create("sw_supplier_invoice", attributes(), supplier))
      .is(201)
      .has("/data/attributes/edition", 1);
    (await a.accounting.create("sw_supplier_invoice", attributes(), supplier)).problem({
      status: 422,
      code: "not_unique",
    });
    const second = (await a.accounting.create("sw_supplier_invoice", attributes(2), supplier)).is(201);
    for (const { id } of [first, second]) {
      const row = { line_number: "1", description: "x", net: "1" };
      (await a.accounting.create("sw_supplier_invoice_line", row, { invoice: one("sw_supplier_invoice", id) })).is(201);
    }
    const replaced = { replaced_by: one("sw_supplier_invoice", second.id) };
    (await a.accounting.update("sw_supplier_invoice", first.id, {}, replaced)).is(200);
    const rows = `/jsonapi/sw_supplier_invoice_line/sw_supplier_invoice_line?include=invoice&filter[invoice.number]=${number}`;
    const last = "filter[last][condition][path]=invoice.replaced_by.id&filter[last][condition][operator]=IS%20NULL";
    (await a.accounting.get(rows)).count(2);
    (await a.accounting.get(`${rows}&${last}`)).count(1).values("/relationships/invoice/data/id", [second.id]);
    (await a.accounting.update("sw_supplier_invoice", first.id, { edition: 3 })).problem({
      status: 403,
      pointer: "/data/attributes/edition",
    });
  });
});
