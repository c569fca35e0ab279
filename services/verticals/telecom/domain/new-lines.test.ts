import { describe, expect, test } from "vitest";
import { newLineId, newLineOperations } from "./new-line-operations.ts";
import { doubtfulRows, type NewLine, newLineProblems, type NewLinesOrder } from "./new-lines.ts";
import { rioKey } from "./rio.ts";

const line = (given: Partial<NewLine> = {}): NewLine => ({
  port: null,
  number: "02 98 00 00 01",
  siteId: "s",
  planId: "p",
  userName: "",
  ...given,
});

const start = "01E123456";
const ported = (given: Partial<NonNullable<NewLine["port"]>>) =>
  line({
    number: "06 12 34 56 78",
    port: { rio: `${start}${rioKey(start, "+33612345678")}`, holder: "Kervadec SAS", wishedOn: "", ...given },
  });

test("a RIO that seems to be another number's is told by row", () => {
  expect(doubtfulRows([line(), ported({}), ported({ rio: "01 E 123456 AAA" })])).toEqual([2]);
});

describe("what is wrong with new lines, by row and field", () => {
  test.each([
    [[line()], []],
    [[line({ number: " " })], [{ row: 0, field: "number", fault: "missing" }]],
    [[line(), line({ number: "x".repeat(33) })], [{ row: 1, field: "number", fault: "too-long" }]],
    [[line(), line({ number: "0298.00.00-01" })], [{ row: 1, field: "number", fault: "twice" }]],
    [[line({ planId: null })], [{ row: 0, field: "plan", fault: "missing" }]],
    [[line({ planId: "other" })], [{ row: 0, field: "plan", fault: "not-offered" }]],
    [[line({ siteId: null })], []],
    [[line({ siteId: "other" })], [{ row: 0, field: "site", fault: "not-there" }]],
    [[line({ userName: "x".repeat(161) })], [{ row: 0, field: "user", fault: "too-long" }]],
    [[ported({})], []],
    [[ported({ wishedOn: "2026-12-14" })], []],
    // A key that isn't the number's stops nobody.
    [[ported({ rio: "01E123456AAA" })], []],
    [[ported({ rio: "" })], [{ row: 0, field: "rio", fault: "missing" }]],
    [[ported({ rio: "01E1234" })], [{ row: 0, field: "rio", fault: "rio-structure" }]],
    [[ported({ rio: "01F123456AAA" })], [{ row: 0, field: "rio", fault: "rio-kind" }]],
    [[ported({ holder: " " })], [{ row: 0, field: "holder", fault: "missing" }]],
    [[ported({ wishedOn: "soon" })], [{ row: 0, field: "wishedOn", fault: "no-day" }]],
    [[{ ...ported({}), number: "FTTH-1" }], [{ row: 0, field: "number", fault: "not-portable" }]],
    [
      [line({ number: "", planId: null }), line({ number: "" })],
      [
        { row: 0, field: "number", fault: "missing" },
        { row: 0, field: "plan", fault: "missing" },
        { row: 1, field: "number", fault: "missing" },
      ],
    ],
  ] as const)("%j", (lines, problems) =>
    expect(newLineProblems(lines, { plans: new Set(["p"]), sites: new Set(["s"]) })).toEqual(problems),
  );
});

const order: NewLinesOrder = {
  accountId: "a",
  name: "Ouverture",
  plannedOn: "2026-12-07",
  ownerId: "u",
  parkId: "k",
  billingSiteId: "b",
  lines: [line({ userName: " Accueil " }), line({ number: "A-2", siteId: null })],
};
const given = {
  runId: "new-lines-1",
  operatorId: "o",
  plans: new Map([
    ["p", { id: "p", name: "Fibre", sell: { net: "468.0000", period: "year" as const }, buy: undefined }],
  ]),
};
const written = (asked: NewLinesOrder) =>
  newLineOperations(asked, given).map(({ row, operation }) => {
    if (operation.op !== "add") throw new Error("Everything is new.");
    const { type, id, attributes = {}, relationships = {} } = operation.data;
    return { row, type, id, attributes, relationships };
  });

describe("what a deployment with new lines writes", () => {
  test("the deployment and its steps, then per line the line, its order, and what is billed after that", () => {
    const all = written(order);
    expect(all.map(({ row, type }) => [row, type.split("--")[0]])).toEqual([
      [null, "sw_deployment"],
      ...Array.from({ length: 5 }, () => [null, "sw_milestone"]),
      ...[0, 1].flatMap((row) => [
        [row, "sw_line"],
        [row, "sw_action"],
        [row, "sw_action"],
      ]),
    ]);
    const [deployment] = all;
    expect(deployment).toMatchObject({
      attributes: { name: "Ouverture", kind: "lines", status: "planned", planned_on: "2026-12-07" },
      relationships: { supplier: { data: { id: "o" } }, billing_site: { data: { id: "b" } }, owner: {} },
    });
    // A site that several lines share is named once.
    expect(deployment?.relationships["sites"]).toEqual({ data: [{ type: "sw_site--sw_site", id: "s" }] });
    const [made, ordered, billed] = all.filter(({ row }) => row === 0);
    expect(made).toMatchObject({
      id: newLineId("new-lines-1", 0),
      attributes: { number: "02 98 00 00 01", status: "ordered", user_name: "Accueil", sell_price: "39.0000" },
    });
    expect(made?.attributes).not.toHaveProperty("buy_price");
    expect(ordered?.attributes).toMatchObject({ operation: "create_line", payload: { details: "Fibre — Accueil" } });
    expect(billed?.attributes).toMatchObject({ capability: "billing", operation: "create_service" });
    expect(billed?.relationships["depends_on"]).toEqual({ data: [{ type: "sw_action--sw_action", id: ordered?.id }] });
    expect(billed?.attributes["idempotency_key"]).not.toBe(ordered?.attributes["idempotency_key"]);
  });

  test("a number that is ported is asked for in place of a new one, and billed after it as well", () => {
    const port = { rio: "01 e 123456 aaa", holder: " Kervadec SAS ", wishedOn: "2026-12-14" };
    const all = written({ ...order, lines: [line({ number: "06 12 34 56 78", port }), line({ number: "A-2" })] });
    const [, asked, billed] = all.filter(({ row }) => row === 0);
    expect(asked?.attributes).toMatchObject({
      operation: "port_in",
      payload: {
        number: "+33612345678",
        rio: "01E123456AAA",
        holder: "Kervadec SAS",
        wishedOn: "2026-12-14",
        details: "Fibre",
      },
    });
    expect(billed?.relationships["depends_on"]).toEqual({ data: [{ type: "sw_action--sw_action", id: asked?.id }] });
    const steps = all.filter(({ type }) => type.startsWith("sw_milestone")).map(({ attributes }) => attributes["kind"]);
    expect(steps).toContain("porting");
    expect(all.find(({ row, type }) => row === 1 && type.startsWith("sw_action"))?.attributes["operation"]).toBe(
      "create_line",
    );
  });

  test("without a billing site nothing is billed, and no step says when that begins", () => {
    const all = written({ ...order, billingSiteId: null });
    expect(
      all.filter(({ type }) => type.startsWith("sw_action")).map(({ attributes }) => attributes["operation"]),
    ).toEqual(["create_line", "create_line"]);
    expect(all.some(({ relationships }) => "billing_site" in relationships)).toBe(false);
  });

  test("asked again by the same run it is the same, by another another", () => {
    expect(newLineOperations(order, given)).toEqual(newLineOperations(order, given));
    const ids = (runId: string) => newLineOperations(order, { ...given, runId }).map(({ operation }) => operation);
    expect(ids("new-lines-2")).not.toEqual(ids("new-lines-1"));
  });
});
