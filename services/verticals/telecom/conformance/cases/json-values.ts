import { randomUUID } from "node:crypto";
import { add, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

const at = "/data/attributes/payload";
const described = { details: "Prévenir l’accueil" };
const port = { number: "+33612345678", rio: "01E123456+A7", holder: "Kervadec SAS" };
const evidence = { endDate: "2026-01-31", noticeDays: 0, overdueDays: 21, periodDays: 31 };

async function deployment(brand: BrandWorld): Promise<object> {
  const to = { account: one("sw_account", brand.ids["alpha"] ?? "") };
  const { id } = (await brand.admin.create("sw_deployment", { name: "D" }, to)).is(201);
  return { deployment: one("sw_deployment", id) };
}

export const jsonValues = group("telecom json values", (test) => {
  test("an action's payload has the shape of its operation", async ({ a }) => {
    const of = await deployment(a);
    const billing = new Set(["add_fee"]);
    const make = (operation: string, payload: unknown) => {
      const capability = billing.has(operation) ? "billing" : "supplier";
      return a.admin.create("sw_action", { capability, operation, idempotency_key: randomUUID(), payload }, of);
    };
    (await make("order_sim", { sim: "esim", quantity: 2 })).is(201).has(at, { sim: "esim", quantity: 2 });
    for (const kind of ["create_line", "modify_line", "terminate_line", "modify_options", "add_fee"])
      (await make(kind, described)).is(201).has(at, described);
    (await make("modify_line", null)).is(201).has(at, null);
    (await make("port_in", port)).is(201).has(at, port);
    (await make("port_in", { ...port, wishedOn: "2027-01-11", iccid: "8933012345678901234", ...described })).is(201);
    (await make("swap_sim", { iccid: "8933012345678901234", ...described })).is(201);
    const refused: readonly (readonly [string, unknown, string])[] = [
      ["port_in", described, "The value at /holder is missing."],
      ["port_in", { ...port, number: "0612345678" }, "The value at /number is not allowed here."],
      ["port_in", { ...port, rio: "01 E 123456 ABC" }, "The value at /rio is not allowed here."],
      ["port_in", { ...port, rio: "01E123456AB" }, "The value at /rio is not allowed here."],
      ["port_in", { ...port, holder: "" }, "The value at /holder is not allowed here."],
      ["port_in", { ...port, wishedOn: "soon" }, "The value at /wishedOn is not allowed here."],
      ["port_in", { ...port, price: "1" }, "The value at /price is not allowed here."],
      ["order_sim", described, "The value at /details is not allowed here."],
      ["order_sim", { quantity: 2 }, "The value at /sim is missing."],
      ["order_sim", { sim: "card", quantity: 2 }, "The value at /sim is not allowed here."],
      ["order_sim", { sim: "sim", quantity: 11 }, "The value at /quantity is not allowed here."],
      ["order_sim", { sim: "sim", quantity: "2" }, "The value at /quantity is not allowed here."],
      ["swap_sim", described, "The value at /iccid is missing."],
      ["swap_sim", { iccid: "1234" }, "The value at /iccid is not allowed here."],
      ["modify_line", { sim: "sim", quantity: 2 }, "The value at /details is missing."],
      ["modify_line", { details: "" }, "The value at /details is not allowed here."],
      ["modify_line", JSON.stringify(described), "The value is not allowed here."],
    ];
    for (const [kind, payload, sentence] of refused)
      (await make(kind, payload)).problem({ status: 422, detail: `payload: ${sentence}`, pointer: at });
    (
      await a.admin.operations([
        add("sw_action", {
          attributes: {
            capability: "supplier",
            operation: "order_sim",
            idempotency_key: randomUUID(),
            payload: described,
          },
          relationships: of,
        }),
      ])
    ).problem({
      status: 422,
      detail: "payload: The value at /details is not allowed here.",
      pointer: "/atomic:operations/0/data/attributes/payload",
    });
  });
  test("a payload is set on creation only", async ({ a }) => {
    const of = await deployment(a);
    const key = { idempotency_key: randomUUID() };
    const attributes = { ...key, capability: "supplier", operation: "modify_line", payload: described };
    const { id } = (await a.admin.create("sw_action", attributes, of)).is(201);
    (await a.admin.update("sw_action", id, { payload: { details: "x" } })).problem({ status: 403, pointer: at });
    (await a.admin.update("sw_action", id, { payload: described })).is(200).has("/data/attributes/version", 1);
  });
  test("the evidence of an anomaly has the shape of its check, and the right of margins", async ({ a, fresh }) => {
    const make = (check: string, value: object) =>
      a.admin.create(
        "sw_anomaly",
        {
          key: fresh("k"),
          check,
          period_start: "2026-01-01",
          period_end: "2026-01-31",
          amount: "1",
          evidence: value,
        },
        {
          supplier: one("sw_supplier", a.ids["orange"] ?? ""),
          line: one("sw_line", a.ids["line01"] ?? ""),
        },
      );
    const { id } = (await make("C1", evidence)).is(201).has("/data/attributes/evidence", evidence);
    (await make("C2", evidence)).problem({
      status: 422,
      detail: "evidence: The value at /discount is missing.",
      pointer: "/data/attributes/evidence",
    });
    (await a.accounting.get(`/jsonapi/sw_anomaly/sw_anomaly/${id}`)).is(200).has("/data/attributes/evidence", evidence);
    (await a.support.get(`/jsonapi/sw_anomaly/sw_anomaly/${id}`))
      .lacks("/data/attributes/evidence")
      .never("2026-01-31T");
  });
});
