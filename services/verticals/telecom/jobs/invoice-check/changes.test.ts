import { describe, expect, test } from "vitest";
import type { JournalChange } from "../../../../platform/backend/outbox.ts";
import { marksOf } from "./changes.ts";

const change = (
  subjectType: string,
  changes: JournalChange["changes"],
  operation: JournalChange["operation"] = "update",
) =>
  marksOf({
    sequence: 1,
    operation,
    subjectType,
    subjectId: "row",
    accountId: null,
    requestId: null,
    actorId: null,
    actorName: "",
    subjectLabel: "",
    occurredAt: "",
    viewPermission: null,
    changes,
  }).map(({ kind, id }) => `${kind}/${id}`);

describe("what marks an invoice to be checked again", () => {
  test("a line, by its end; and by what rows may call it from now on", () => {
    expect(change("sw_line", [{ field: "end_date", from: null, to: "2026-10-10" }])).toEqual(["sw_line/row"]);
    expect(change("sw_line", [{ field: "number", from: null, to: "+33639984107" }], "create")).toEqual([
      "sw_line/row",
      "key/+33639984107",
    ]);
    expect(
      change("sw_line", [{ field: "external_ids", from: "[]", to: '[{"system":"invoice orange","value":"K 12"}]' }]),
    ).toEqual(["sw_line/row", "key/K 12"]);
    expect(change("sw_line", [{ field: "external_ids", from: "[]", to: "no JSON" }])).toEqual(["sw_line/row"]);
  });

  test("a period or an option, new or gone, by its line; changed, by itself", () => {
    const line = [{ field: "line", from: null, to: "l" }];
    expect(change("sw_line_term", line, "create")).toEqual(["sw_line/l"]);
    expect(change("sw_line_option", [{ field: "line", from: "l", to: null }], "delete")).toEqual(["sw_line/l"]);
    expect(change("sw_line_term", [{ field: "valid_to", from: null, to: "2026-10-10" }])).toEqual(["sw_line_term/row"]);
    expect(change("sw_line_option", [{ field: "buy_period", from: "month", to: "year" }])).toEqual([
      "sw_line_option/row",
    ]);
  });

  test("a card that moves, by both its lines", () => {
    expect(change("sw_sim", [{ field: "line", from: "a", to: "b" }])).toEqual(["sw_line/a", "sw_line/b"]);
  });

  test("a price that is gone, by its item; of what else is gone nothing", () => {
    expect(change("sw_price", [{ field: "item", from: "i", to: null }], "delete")).toEqual(["sw_catalogue_item/i"]);
    expect(change("sw_price", [{ field: "net", from: "1.0000", to: null }], "delete")).toEqual([]);
    expect(change("sw_price", [{ field: "net", from: "1.0000", to: "2.0000" }])).toEqual(["sw_price/row"]);
    expect(change("sw_price", [{ field: "billing_period", from: "month", to: "year" }])).toEqual(["sw_price/row"]);
  });

  test("a supplier's settings of control", () => {
    expect(change("sw_supplier", [{ field: "notice_days", from: "0", to: "30" }])).toEqual(["sw_supplier/row"]);
  });

  test.each([
    ["sw_line", "comment"],
    ["sw_line", "sell_price"],
    ["sw_line_term", "applied"],
    ["sw_supplier", "dispute_email"],
    ["sw_anomaly", "status"],
    ["sw_supplier_invoice", "checked_count"],
    ["sw_task", "line"],
  ])("nothing where checking doesn't look: %s.%s", (type, field) =>
    expect(change(type, [{ field, from: null, to: "x" }])).toEqual([]),
  );
});
