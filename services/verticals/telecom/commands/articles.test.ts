import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import { businessDay } from "../../../platform/day.ts";
import { add, CommandsWorld, to } from "./testing/commands-world.ts";

const today = businessDay();

let world: CommandsWorld;
let lineIds: string[] = [];
beforeAll(async () => {
  world = await CommandsWorld.start();
  lineIds = await world.lines(2);
  const [catalogue, other, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
  const item = (code: string, attributes: object, given: { in?: string; supplier?: string; sell?: object } = {}) => {
    const id = randomUUID();
    return [
      add(
        "sw_catalogue_item",
        id,
        { code, name: `The ${code}`, ...attributes },
        {
          catalogue: to("sw_catalogue", given.in ?? catalogue),
          ...(given.supplier && { supplier: to("sw_supplier", given.supplier) }),
        },
      ),
      ...(given.sell
        ? [
            add(
              "sw_price",
              randomUUID(),
              { direction: "sell", valid_from: "2026-01-01", ...given.sell },
              { item: to("sw_catalogue_item", id) },
            ),
          ]
        : []),
    ];
  };
  const price = (net: string, more = {}) => ({ sell: { gross: net, net, ...more } });
  const { operator } = world.place;
  await world.admin.operate([
    add("sw_supplier", elsewhere, { name: "Elsewhere", code: "elsewhere" }),
    add("sw_catalogue", catalogue, { name: "Options" }),
    add("sw_catalogue", other, { name: "Other" }),
    ...item("ROAM", { kind: "option" }, { supplier: operator, ...price("60", { billing_period: "year" }) }),
    ...item("FOREIGN", { kind: "option" }, { supplier: elsewhere, ...price("1") }),
    ...item("FREE", { kind: "option" }),
    ...item("TWICE", { kind: "option" }, price("1")),
    ...item("TWICE", { kind: "option" }, { in: other, ...price("2") }),
    ...item("OLD", { kind: "option", active: false }, price("1")),
    ...item("VISIT", { kind: "fee" }, price("49.5")),
  ]);
}, 60_000);
afterAll(() => world?.stop());

const choices = () => ({ kind: "add_option", lineIds, on: today }) as const;
type Kind = "add_option" | "add_hardware" | "add_fee";
const planned = async (
  kind: Kind,
  code: string | null,
  given: { readonly quantity?: number; readonly details?: string } = {},
) => {
  const commands = await world.as("administrator");
  const name = randomUUID();
  const order = {
    name,
    plannedOn: today,
    ownerId: null,
    work: { kind, code, quantity: given.quantity ?? 1, details: given.details ?? "" },
  };
  const lines = lineIds.map((id) => ({ id, version: 1 }));
  const results = await commands.planDeployment({ order, runId: `plan-${randomUUID()}`, lines });
  const [deployment] = await world.admin.list("sw_deployment", new DrupalJsonApiParams().addFilter("name", name));
  const rows = deployment ? (await commands.previewLaunch({ id: deployment.id })).rows : [];
  return { results, rows };
};

it("offers what these lines can have and a code names, with the prices that the person may see", async () => {
  const offered = await (await world.as("administrator")).articleChoices(choices());
  expect(offered).toEqual([
    { code: "FREE", name: "The FREE", operatorId: null, sell: null, buy: null },
    {
      code: "ROAM",
      name: "The ROAM",
      operatorId: world.place.operator,
      sell: { net: "60.0000", period: "year" },
      buy: null,
    },
  ]);
  const unpriced = await (await world.as("support_n1")).articleChoices(choices());
  expect(unpriced.map(({ code, sell, buy }) => [code, sell, buy])).toEqual([
    ["FREE", undefined, undefined],
    ["ROAM", undefined, undefined],
  ]);
  expect(await (await world.as("administrator")).articleChoices({ ...choices(), kind: "add_hardware" })).toEqual([]);
});

it("plans it by its code, and says before launching what a month brings, at what was agreed first", async () => {
  const agreed = randomUUID();
  const [{ id: item = "" } = {}] = await world.admin.list(
    "sw_catalogue_item",
    new DrupalJsonApiParams().addFilter("code", "ROAM"),
  );
  await world.admin.operate([
    add(
      "sw_line_option",
      agreed,
      { valid_from: "2026-01-01", sell_price: "4.1000" },
      { line: to("sw_line", lineIds[1] ?? ""), item: to("sw_catalogue_item", item) },
    ),
  ]);
  const { results, rows } = await planned("add_option", "ROAM", { quantity: 3 });
  expect(results.map(({ kind }) => kind)).toEqual(["changed", "changed"]);
  const shown = rows.map(({ line, article, lacks, sell, sellOnce }) => [line?.id, article, lacks, sell, sellOnce]);
  const article = { name: "The ROAM", quantity: 3 };
  expect(shown.sort()).toEqual(
    [
      [lineIds[0], article, null, "15.0000", undefined],
      [lineIds[1], article, null, "12.3000", undefined],
    ].sort(),
  );
  const actions = await world.admin.list("sw_action", new DrupalJsonApiParams().addFilter("operation", "add_option"));
  expect(actions.map(({ payload }) => payload)).toEqual(
    [1, 2].map(() => ({ details: "The ROAM", code: "ROAM", quantity: 3 })),
  );
});

it("a fee is paid once, and changes no month", async () => {
  const { rows } = await planned("add_fee", "VISIT", { quantity: 2, details: "Saturday" });
  expect(rows.map(({ sell, sellOnce, article }) => [sell, sellOnce, article?.name])).toEqual([
    ["0.0000", "99.0000", "The VISIT"],
    ["0.0000", "99.0000", "The VISIT"],
  ]);
});

it("says what a billing system would refuse; in words it is a person's", async () => {
  expect((await planned("add_hardware", null, { details: "A router" })).rows.map(({ lacks }) => lacks)).toEqual([
    "no-article",
    "no-article",
  ]);
  expect((await planned("add_option", "FREE")).rows.map(({ lacks }) => lacks)).toEqual(["no-price", "no-price"]);
  const commands = await world.as("administrator");
  for (const code of ["TWICE", "OLD", "NOWHERE", "VISIT"]) {
    const { results } = await planned("add_option", code);
    expect(results.map((result) => "reason" in result && result.reason)).toEqual(["no-article", "no-article"]);
    const { rows } = await commands.previewDeployment({ kind: "add_option", code, lineIds });
    expect(rows.map(({ blocked }) => blocked)).toEqual(["no-article", "no-article"]);
  }
  const foreign = await commands.previewDeployment({ kind: "add_option", code: "FOREIGN", lineIds });
  expect(foreign.rows.map(({ blocked }) => blocked)).toEqual(["other-operator", "other-operator"]);
});
