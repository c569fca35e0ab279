import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { describe, expect, it } from "vitest";
import { inverseOperations } from "./undo";

const entry = (change: Partial<SwJournalEntry>): SwJournalEntry => ({ id: "e", type: "sw_journal_entry--sw_journal_entry", operation: "update", subject_type: "sw_line", subject_id: "l1", subject_version: 4, changes: [], ...change });

describe("undo from the journal", () => {
  it("joins the entries of one row and carries the version the change left", () => {
    const operations = inverseOperations(
      [entry({ changes: [{ field: "plan", from: "p1", to: "p2" }, { field: "user_name", from: null, to: "Anne" }] }), entry({ changes: [{ field: "buy_price", from: "13.2000", to: "18.4000" }] })],
      fieldKinds,
    );
    expect(operations).toEqual([
      {
        op: "update",
        data: {
          type: "sw_line--sw_line",
          id: "l1",
          attributes: { version: 4, user_name: null, buy_price: "13.2000" },
          relationships: { plan: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: "p1" } } },
        },
      },
    ]);
  });

  it("removes what was created, leaves deletions, empties references", () => {
    expect(inverseOperations([entry({ operation: "create", subject_type: "sw_line_term", subject_id: "t1" })], fieldKinds)).toEqual([{ op: "remove", ref: { type: "sw_line_term--sw_line_term", id: "t1" } }]);
    expect(inverseOperations([entry({ operation: "delete" })], fieldKinds)).toEqual([]);
    expect(inverseOperations([entry({ subject_type: "sw_anomaly", changes: [{ field: "dispute", from: null, to: "d" }] })], fieldKinds)).toMatchObject([{ data: { relationships: { dispute: { data: null } } } }]);
  });
});
