import { expect, test } from "vitest";
import { declareReads, mayShow } from "./reads";

test("a query is read again for the types it shows, and for every type where it doesn't say", () => {
  expect(mayShow([["base", "tasks", "openOfAccount"], { input: { accountId: "x" } }], "sw_task")).toBe(true);
  expect(mayShow([["base", "tasks", "openOfAccount"], { input: { accountId: "x" } }], "sw_contact")).toBe(false);
  expect(mayShow([["base", "journal", "list"], {}], "sw_contact")).toBe(true);
  expect(mayShow([["something", "else"]], "sw_contact")).toBe(true);
});

test("a list shows its rows and the names of what they refer to", () => {
  const list = [["base", "records", "list"], { input: { type: "sw_site" }, type: "query" }];
  expect(mayShow(list, "sw_site")).toBe(true);
  expect(mayShow(list, "sw_account")).toBe(true);
  expect(mayShow(list, "sw_mail_template")).toBe(false);
});

test("a vertical says it of its own", () => {
  declareReads({ "trade.things": ["sw_thing"] });
  expect(mayShow([["trade", "things"]], "sw_thing")).toBe(true);
  expect(mayShow([["trade", "things"]], "sw_site")).toBe(false);
});
