import { describe, expect, test } from "vitest";
import { type LineOrder, lineOrderOperations, lineOrderRow, type OrderedLine, type OrderTarget } from "./line-order.ts";

const line: OrderedLine = {
  id: "11111111-1111-4111-8111-111111111111",
  version: 3,
  number: "+33639984107",
  userName: "Goulven",
  status: "active",
  accountId: "a",
  parkId: "p",
  parkKind: "mobile",
  operatorId: "o",
  site: { id: "s", name: "Brest" },
  billingSite: null,
  endDate: null,
  options: [{ id: "opt", itemId: "i", version: 2, validFrom: "2026-01-01" }],
  assignments: [],
  plannedActions: [],
};
const target = (given: Partial<OrderTarget> = {}): OrderTarget => ({
  id: "t",
  name: "Lorient",
  accountId: "a",
  operatorId: "o",
  ...given,
});

describe("who can't, and why", () => {
  test.each<[string, Partial<OrderedLine>, LineOrder, OrderTarget | null, string | null]>([
    ["suspend what runs", {}, { action: "suspend" }, null, null],
    ["suspend what is suspended", { status: "suspended" }, { action: "suspend" }, null, "wrong-status"],
    ["resume what is suspended", { status: "suspended" }, { action: "resume" }, null, null],
    [
      "terminate what is terminated",
      { status: "terminated" },
      { action: "terminate", on: "2026-12-31" },
      null,
      "wrong-status",
    ],
    ["keep what is ending", { status: "terminating" }, { action: "keep" }, null, null],
    ["move to where it is", {}, { action: "move-site", siteId: "s" }, target(), "already"],
    [
      "move to another customer's site",
      {},
      { action: "move-site", siteId: "t" },
      target({ accountId: "b" }),
      "other-account",
    ],
    ["away from any site", {}, { action: "move-site", siteId: null }, null, null],
    [
      "move to another operator's park",
      {},
      { action: "move-park", parkId: "t" },
      target({ operatorId: "x" }),
      "other-operator",
    ],
    ["an option it has", {}, { action: "add-option", itemId: "i", from: "2026-11-01" }, target(), "has-option"],
    [
      "another operator's option",
      {},
      { action: "add-option", itemId: "j", from: "2026-11-01" },
      target({ operatorId: "x" }),
      "other-operator",
    ],
    ["an option it lacks", {}, { action: "remove-option", itemId: "j", on: "2026-11-30" }, target(), "no-option"],
    ["a contact for its site", {}, { action: "assign-contact", contactId: "c", purpose: "support" }, target(), null],
    [
      "a contact for a line without site",
      { site: null },
      { action: "assign-contact", contactId: "c", purpose: "support" },
      target(),
      "no-site",
    ],
    [
      "another customer's contact",
      {},
      { action: "assign-contact", contactId: "c", purpose: "support" },
      target({ accountId: "b" }),
      "other-account",
    ],
    [
      "a contact that the site has",
      { assignments: ["x"] },
      { action: "assign-contact", contactId: "c", purpose: "support" },
      target(),
      "has-contact",
    ],
    [
      "an option before it began",
      {},
      { action: "remove-option", itemId: "i", on: "2025-12-31" },
      target(),
      "starts-later",
    ],
  ])("%s", (_, given, order, at, blocked) =>
    expect(lineOrderRow({ ...line, ...given }, order, at).blocked).toBe(blocked),
  );
});

describe("what is written", () => {
  const run = { runId: "bulk-1", target: target(), today: "2026-11-22" };
  test("every order carries the version that the preview showed", () => {
    expect(lineOrderOperations(line, { action: "terminate", on: "2026-12-31" }, run)).toEqual([
      {
        op: "update",
        data: {
          type: "sw_line--sw_line",
          id: line.id,
          attributes: { version: 3, status: "terminating", end_date: "2026-12-31" },
        },
      },
    ]);
  });
  test("an added option has the same id when the part is sent again", () => {
    const order: LineOrder = { action: "add-option", itemId: "j", from: "2026-11-01" };
    expect(lineOrderOperations(line, order, run)).toEqual(lineOrderOperations(line, order, run));
  });
  test("a contact is assigned once per site, whichever of its lines asks", () => {
    const order: LineOrder = { action: "assign-contact", contactId: "c", purpose: "support" };
    const [first] = lineOrderOperations(line, order, run);
    expect(first).toMatchObject({
      op: "add",
      data: {
        attributes: { purpose: "support" },
        relationships: { contact: { data: { id: "c" } }, site: { data: { id: "s" } } },
      },
    });
    expect(lineOrderOperations({ ...line, id: "22222222-2222-4222-8222-222222222222" }, order, run)).toEqual([first]);
  });
  test("prices that the person may not see are not written", () => {
    const [operation] = lineOrderOperations(
      line,
      { action: "add-option", itemId: "j", from: "2026-11-01" },
      { ...run, target: target({ sell: { net: "60.0000", period: "year" } }) },
    );
    expect(operation).toMatchObject({
      data: { attributes: { sell_price: "60.0000", sell_period: "year" } },
    });
    expect(JSON.stringify(operation)).not.toContain("buy_price");
  });
});
