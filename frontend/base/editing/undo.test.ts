import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { describe, expect, it } from "vitest";
import { inverseOperations } from "./undo";

const entry = (change: Partial<SwJournalEntry>): SwJournalEntry => ({
  id: "e",
  type: "sw_journal_entry--sw_journal_entry",
  operation: "update",
  subject_type: "sw_site",
  subject_id: "l1",
  subject_version: 4,
  changes: [],
  ...change,
});

describe("undo from the journal", () => {
  it("joins the entries of one row and carries the version the change left", () => {
    const operations = inverseOperations(
      [
        entry({
          changes: [
            { field: "billing_site", from: "p1", to: "p2" },
            { field: "city", from: null, to: "Brest" },
          ],
        }),
        entry({ changes: [{ field: "latitude", from: "48.400000", to: "48.500000" }] }),
      ],
      fieldKinds,
    );
    expect(operations).toEqual([
      {
        op: "update",
        data: {
          type: "sw_site--sw_site",
          id: "l1",
          attributes: { version: 4, city: null, latitude: "48.400000" },
          relationships: { billing_site: { data: { type: "sw_billing_site--sw_billing_site", id: "p1" } } },
        },
      },
    ]);
  });

  it("removes what was created, empties references", () => {
    expect(
      inverseOperations([entry({ operation: "create", subject_type: "sw_assignment", subject_id: "t1" })], fieldKinds),
    ).toEqual([{ op: "remove", ref: { type: "sw_assignment--sw_assignment", id: "t1" } }]);
    expect(
      inverseOperations([entry({ changes: [{ field: "billing_site", from: null, to: "d" }] })], fieldKinds),
    ).toMatchObject([{ data: { relationships: { billing_site: { data: null } } } }]);
  });

  it("brings a deleted row back under its id, joined from the entries of one deletion", () => {
    const gone = { operation: "delete" as const, subject_type: "sw_price", subject_id: "t1" };
    const operations = inverseOperations(
      [
        entry({
          ...gone,
          changes: [
            { field: "item", from: "i1", to: null },
            { field: "valid_to", from: null, to: null },
          ],
        }),
        entry({ ...gone, changes: [{ field: "net", from: "24.9000", to: null }] }),
      ],
      fieldKinds,
    );
    expect(operations).toEqual([
      {
        op: "add",
        data: {
          type: "sw_price--sw_price",
          id: "t1",
          attributes: { net: "24.9000" },
          relationships: { item: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: "i1" } } },
        },
      },
    ]);
  });
});
