import { describe, expect, it } from "vitest";
import {
  isOver,
  launchBlock,
  type LaunchedAction,
  type LaunchedLine,
  launchOperations,
  monthlyChange,
} from "./launch.ts";

const line: LaunchedLine = {
  id: "l",
  number: "+33639980000",
  userName: null,
  status: "active",
  planName: null,
  operatorName: null,
  sellPrice: "19.9000",
  buyPrice: "13.2000",
};
const action = (given: Partial<LaunchedAction> = {}): LaunchedAction => ({
  id: "a",
  version: 2,
  operation: "terminate_line",
  capability: "supplier",
  status: "ready",
  plannedOn: null,
  line,
  hasBillingSite: false,
  supplierId: null,
  after: [],
  ...given,
});
const of = (status: string) => ({ line: { ...line, status } });

describe("what can begin", () => {
  it.each([
    [{}, null],
    [{ after: ["ready", "done"] }, null],
    [{ status: "submitted" }, "begun"],
    [{ plannedOn: "2026-12-14" }, "begun"],
    [of("terminated"), "terminated"],
    [{ ...of("terminating"), operation: "modify_line" }, "terminating"],
    [of("terminating"), null],
    [{ ...of("terminating"), operation: "end_service" }, null],
    [{ ...of("terminated"), operation: "end_service" }, null],
    [{ operation: "create_customer", line: null }, "no-billing-site"],
    [{ operation: "create_customer", line: null, hasBillingSite: true }, null],
    [{ after: ["done", "rejected_by_vendor"] }, "predecessor-ended"],
    [{ after: ["cancelled"] }, "predecessor-ended"],
  ] satisfies [Partial<LaunchedAction>, string | null][])("%j: %s", (given, blocked) =>
    expect(launchBlock(action(given))).toBe(blocked),
  );
});

it("gives a day to what can begin, and launches what is not launched", () => {
  const deployment = { id: "d", version: 5, status: "planned", day: "2026-12-14" };
  const actions = [action(), action({ id: "b", status: "cancelled" })];
  const attributes = (operations: readonly { readonly data?: unknown }[]) =>
    operations
      .map(({ data }) => (data as { id: string; attributes: unknown }) ?? {})
      .map((one) => [one.id, one.attributes]);
  expect(attributes(launchOperations(deployment, actions, "u") as { data?: unknown }[])).toEqual([
    ["d", { version: 5, status: "launched" }],
    ["a", { version: 2, planned_on: "2026-12-14" }],
  ]);
  const [approved] = launchOperations({ ...deployment, status: "awaiting_approval" }, actions, "u");
  expect(approved).toMatchObject({
    data: { relationships: { approved_by: { data: { type: "user--user", id: "u" } } } },
  });
  const launched = { ...deployment, status: "launched" };
  expect(launchOperations(launched, actions, "u")).toHaveLength(1);
  expect(launchOperations(launched, [action({ plannedOn: "2026-12-14" })], "u")).toEqual([]);
});

it("counts a termination as what a month no longer brings and costs, and shows no price that isn't shown", () => {
  expect(monthlyChange(action())).toEqual({ sell: "-19.9000", buy: "-13.2000" });
  expect(monthlyChange(action({ operation: "modify_line" }))).toEqual({ sell: "0.0000", buy: "0.0000" });
  const { buyPrice: _, ...seen } = line;
  expect(monthlyChange(action({ line: seen }))).toEqual({ sell: "-19.9000" });
  expect(monthlyChange(action({ line: null }))).toEqual({});
});

it("is over when nothing is left to be done", () => {
  expect(isOver(["done", "cancelled", "rejected_by_vendor"])).toBe(true);
  expect(isOver(["done", "unknown"])).toBe(false);
});
