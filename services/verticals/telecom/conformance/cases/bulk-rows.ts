import { randomUUID } from "node:crypto";
import { add, addRows, one } from "../../../../conformance/client.ts";
import { contents } from "../../../../conformance/cases/bulk-rows.ts";
import { group } from "../../../../conformance/suite.ts";

const invoiceLine = "sw_supplier_invoice_line";
const lines = `/jsonapi/${invoiceLine}/${invoiceLine}`;

/** Values as people and files write them: with the attributes' names, references apart. */
const written: readonly Readonly<Record<string, unknown>>[] = [
  { line_number: "1", description: "Abonnement", net: "12.5" },
  {
    line_number: "2",
    service_id: " 12 34 56 ",
    iccid: "8933 0000 0000 0000 000",
    msisdn: "06 12 34 56 78",
    customer_reference: "R 1",
    item_code: "A\u200b1",
    description: "  Cafe\u0301  ",
    charge: "recurring",
    quantity: "2",
    gross: "20",
    discount: "-0.00005",
    net: ".5",
    period_start: "2026-01-01",
    period_end: "2026-01-31",
    match_key: "number",
    match_confidence: "sure",
  },
  { line_number: "3", description: "x", net: 3, quantity: 1.5, msisdn: "3631", charge: "usage", gross: "-1.00" },
  { line_number: "4", description: "y", net: "0", msisdn: "no number", service_id: "", gross: null, iccid: "  " },
  { line_number: 5, description: 7, net: "1", msisdn: "+262 692 12 34 56", match_key: "none", charge: "other" },
];

export const bulkRows = group("telecom bulk rows", (test) => {
  test("an invoice, its rows and an anomaly in one request; the rows are what single adds make them", async ({
    a,
    fresh,
  }) => {
    const invoice = (lid: string) =>
      add("sw_supplier_invoice", {
        lid,
        attributes: {
          number: fresh("I"),
          format: "csv",
          issued_on: "2026-01-31",
          total_net: "1",
          content_hash: fresh("h"),
        },
        relationships: { supplier: one("sw_supplier", a.ids["orange"] ?? "") },
      });
    const to = (lid: string) => ({ data: { type: "sw_supplier_invoice--sw_supplier_invoice", lid } });
    const line = a.ids["line01"] ?? "";
    const [single, many] = [written.map(() => randomUUID()), written.map(() => randomUUID())];
    (
      await a.accounting.operations([
        invoice("single"),
        ...written.map((attributes, index) =>
          add(invoiceLine, {
            id: single[index],
            attributes,
            relationships: { invoice: to("single"), ...(index === 1 && { line: one("sw_line", line) }) },
          }),
        ),
      ])
    ).is(200);
    // One operation for each set of fields: what isn't given has its default, and null is null.
    const reply = await a.accounting.operations([
      invoice("many"),
      ...written.map((attributes, index) =>
        addRows(
          invoiceLine,
          ["id", "invoice", "line", ...Object.keys(attributes)],
          [[many[index], { lid: "many" }, index === 1 ? line : null, ...Object.values(attributes)]],
        ),
      ),
      add("sw_anomaly", {
        attributes: {
          key: fresh("anomaly"),
          check: "C1",
          period_start: "2026-01-01",
          period_end: "2026-01-31",
          amount: "1",
        },
        relationships: {
          supplier: one("sw_supplier", a.ids["orange"] ?? ""),
          invoice_line: one(invoiceLine, many[1] ?? ""),
        },
      }),
    ]);
    reply.is(200).count(written.length + 2, "/atomic:results");
    const [expected, got] = [await contents(a.admin, invoiceLine, single), await contents(a.admin, invoiceLine, many)];
    const invoiceId = String(reply.at("/atomic:results/0/data/id"));
    for (const [index, row] of got.entries()) {
      const alone = JSON.stringify(expected[index]).replace(/\["invoice","[^"]*"\]/, `["invoice","${invoiceId}"]`);
      if (JSON.stringify(row) !== alone) reply.fail(alone, JSON.stringify(row));
    }
    // They are found by what they hold, as any row.
    for (const [filter, ids] of [
      ["filter[msisdn]=0612345678", [many[1]]],
      ["filter[msisdn]=0692123456", [many[4]]],
      ["filter[service_id]=123456", [many[1]]],
      ["filter[net][value]=3&filter[net][operator]=%3E", [many[0]]],
      [`filter[line.id]=${line}`, [many[1]]],
    ] as const)
      (await a.admin.get(`${lines}?filter[invoice.id]=${invoiceId}&${filter}`)).is(200).values("/id", [...ids]);
    const counted = await a.admin.get(`/jsonapi/aggregate/${invoiceLine}?filter[invoice.id]=${invoiceId}&sumOf=net`);
    counted.is(200).has("/meta/groups/0/count", 5).has("/meta/groups/0/sums/net", "17.0000");
    for (const id of [...single, ...many].reverse())
      if (id !== many[1]) (await a.admin.remove(`${lines}/${id}`)).is(204);
  });
  test("each wrong value is told at its place, as a single add tells it", async ({ a, b }) => {
    const invoice = a.ids["invoice"] ?? "";
    const names = ["invoice", "line_number", "description", "charge", "net", "period_start", "line", "quantity"];
    const sound = [invoice, "w", "x", "other", "1", "2026-01-01", null, "1"];
    const wrong: readonly (readonly [string, unknown])[] = [
      ["invoice", null],
      ["invoice", b.ids["invoice"]],
      ["line_number", "9".repeat(33)],
      ["line_number", "\u200b "],
      ["description", null],
      ["charge", "nothing"],
      ["charge", null],
      ["net", "1,5"],
      ["net", "12345678901.5"],
      ["period_start", "2026-02-30"],
      ["period_start", "31/01/2026"],
      ["line", b.ids["line01"]],
      ["quantity", "abc"],
      ["quantity", true],
      ["description", false],
    ];
    const rows = wrong.map(([name, value], index) =>
      names.map((field, at) => (field === name ? value : field === "line_number" ? `w${index}` : sound[at])),
    );
    const reply = await a.admin.operations([addRows(invoiceLine, names, rows)]);
    const told: (readonly unknown[])[] = reply.list("/errors").map((_, index) => {
      const error = (member: string) => reply.at(`/errors/${index}/${member}`);
      return [error("source/pointer"), error("status"), error("detail"), error("code")];
    });
    for (const [index, [name, value]] of wrong.entries()) {
      const [attributes, relationships]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
      for (const [at, field] of names.entries()) {
        const cell = field === name ? value : sound[at];
        if (field !== "invoice" && field !== "line") attributes[field] = cell;
        else if (cell !== null)
          relationships[field] = one(field === "line" ? "sw_line" : "sw_supplier_invoice", String(cell));
      }
      const single = await a.admin.create(invoiceLine, attributes, relationships);
      const pointer = `/atomic:operations/0/rows/${index}/${names.indexOf(name)}`;
      const expected = single.list("/errors").map((_, index) => {
        const error = (member: string) => single.at(`/errors/${index}/${member}`);
        return [pointer, error("status"), error("detail"), error("code")];
      });
      const got = told.filter(([place]) => place === pointer);
      if (JSON.stringify(got) !== JSON.stringify(expected)) reply.fail(JSON.stringify(expected), JSON.stringify(got));
    }
    (await a.admin.get(`${lines}?filter[line_number][value]=w&filter[line_number][operator]=STARTS_WITH`)).count(0);
  });
  test("a row's number is its own within the invoice, whatever its case, and free in another", async ({ a, fresh }) => {
    const [number, invoice] = [fresh("N"), a.ids["invoice"] ?? ""];
    const rows = (numbers: readonly string[]) =>
      addRows(
        invoiceLine,
        ["invoice", "line_number", "description", "net"],
        numbers.map((text) => [invoice, text, "x", "1"]),
      );
    const many = Array.from({ length: 1500 }, (_, index) => `${number}-${index}`);
    (await a.admin.operations([rows([...many, `${number}-7`])])).problem({
      status: 422,
      code: "not_unique",
      pointer: "/atomic:operations/0/rows/1500/1",
    });
    (await a.admin.operations([rows(many)])).is(200);
    const again = await a.admin.operations([rows(many.map((text) => text.toUpperCase()))]);
    again.count(100, "/errors").problem({ status: 422, code: "not_unique", pointer: "/atomic:operations/0/rows/0/1" });
    again.has("/errors/99/source/pointer", "/atomic:operations/0/rows/99/1");
    const where = `filter[invoice.id]=${invoice}&filter[line_number][value]=${number}&filter[line_number][operator]=STARTS_WITH`;
    (await a.admin.get(`/jsonapi/aggregate/${invoiceLine}?${where}`)).has("/meta/groups/0/count", 1500);
  });
  test("rights of each kind of user; who may not see amounts can't write them", async ({ a }) => {
    const rows = addRows(
      invoiceLine,
      ["invoice", "line_number", "description", "net"],
      [[randomUUID(), "1", "x", "1"]],
    );
    for (const client of [a.admin, a.manager, a.accounting]) (await client.operations([rows])).is(404);
    for (const client of [a.support, a.client])
      (await client.operations([rows])).problem({ status: 403, pointer: "/atomic:operations/0" });
    const granted = ["view anomalies", "import invoices"];
    const role = (await a.admin.create("sw_role", { role: "support_n1", granted })).is(201).id;
    try {
      const single = await a.support.create(invoiceLine, { net: "1" });
      (await a.support.operations([rows])).problem({
        status: 403,
        pointer: "/atomic:operations/0/fields/3",
        detail: String(single.problem({ status: 403 }).at("/errors/0/detail")),
      });
    } finally {
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role}`)).is(204);
    }
  });
  test("clients and partners write inside their accounts only", async ({ a, fresh }) => {
    const name = fresh("item");
    const rows = (site: string) =>
      addRows(
        "sw_billed_item",
        ["billing_site", "name"],
        [
          [a.ids["billing"], name],
          [a.ids[site], `${name} 2`],
        ],
      );
    const granted = ["view sw_billed_item", "create sw_billed_item", "view sw_billing_site"];
    const role = (await a.admin.create("sw_role", { role: "client", granted })).is(201).id;
    try {
      (await a.client.operations([rows("billing_beta")])).problem({
        status: 404,
        pointer: "/atomic:operations/0/rows/1/0",
      });
      (await a.client.operations([rows("point")])).is(200);
    } finally {
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role}`)).is(204);
    }
    const where = `filter[name][value]=${name}&filter[name][operator]=STARTS_WITH`;
    (await a.admin.get(`/jsonapi/aggregate/sw_billed_item?${where}`)).has("/meta/groups/0/count", 2);
  });
});
