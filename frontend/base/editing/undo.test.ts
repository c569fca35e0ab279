import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { describe, expect, it } from "vitest";
import { onVersion, type StoredRow, stillAsMade, touchedRows, undoUnits } from "./undo";

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

const asStored = new Map<string, StoredRow>();
const operations = (entries: readonly SwJournalEntry[], stored = asStored) =>
  undoUnits(touchedRows(entries), { requestId: "r1", kinds: fieldKinds, stored }).map((unit) => unit.operations);

describe("undo from the journal", () => {
  it("joins the entries of one row and carries the version the change left", () => {
    expect(
      operations([
        entry({
          changes: [
            { field: "billing_site", from: "p1", to: "p2" },
            { field: "city", from: null, to: "Brest" },
          ],
        }),
        entry({ changes: [{ field: "latitude", from: "48.400000", to: "48.500000" }] }),
      ]),
    ).toEqual([
      [
        {
          op: "update",
          data: {
            type: "sw_site--sw_site",
            id: "l1",
            attributes: { version: 4, city: null, latitude: "48.400000" },
            relationships: { billing_site: { data: { type: "sw_billing_site--sw_billing_site", id: "p1" } } },
          },
        },
      ],
    ]);
  });

  it("removes what was created, as it was and by whose request; empties references", () => {
    expect(operations([entry({ operation: "create", subject_type: "sw_assignment", subject_id: "t1" })])).toEqual([
      [
        {
          op: "remove",
          ref: { type: "sw_assignment--sw_assignment", id: "t1", meta: { version: 4, undo: "r1" } },
        },
      ],
    ]);
    expect(operations([entry({ changes: [{ field: "billing_site", from: null, to: "d" }] })])).toMatchObject([
      [{ data: { relationships: { billing_site: { data: null } } } }],
    ]);
  });

  it("brings a deleted row back under its id, joined from the entries of one deletion", () => {
    const gone = { operation: "delete" as const, subject_type: "sw_price", subject_id: "t1" };
    expect(
      operations([
        entry({
          ...gone,
          changes: [
            { field: "item", from: "i1", to: null },
            { field: "valid_to", from: null, to: null },
          ],
        }),
        entry({ ...gone, changes: [{ field: "net", from: "24.9000", to: null }] }),
      ]),
    ).toEqual([
      [
        {
          op: "add",
          data: {
            type: "sw_price--sw_price",
            id: "t1",
            attributes: { net: "24.9000" },
            relationships: { item: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: "i1" } } },
          },
        },
      ],
    ]);
  });

  it("takes rows back one by one, the periods of one thing together", () => {
    const made = { operation: "create" as const, subject_type: "sw_price" };
    const prices = [
      entry({ ...made, subject_id: "p3" }),
      entry({ ...made, subject_id: "p2" }),
      entry({ ...made, subject_id: "p1" }),
      entry({ operation: "create", subject_id: "s1" }),
    ];
    const stored = new Map<string, StoredRow>([
      ["sw_price/p1", { version: 1, periodOf: "sw_price of i1" }],
      ["sw_price/p2", { version: 1, periodOf: "sw_price of i2" }],
      ["sw_price/p3", { version: 1, periodOf: "sw_price of i1" }],
    ]);
    const units = undoUnits(touchedRows(prices), { requestId: "r1", kinds: fieldKinds, stored });
    expect(units.map(({ rows }) => rows.map(({ id }) => id))).toEqual([["p3", "p1"], ["p2"], ["s1"]]);
  });

  it("leaves alone what one request both made and deleted", () => {
    expect(operations([entry({ operation: "delete" }), entry({ operation: "create" })])).toEqual([[]]);
  });

  it("knows the fields that are still as the request made them", () => {
    const changes = [
      { field: "city", to: "Brest" },
      { field: "latitude", to: "48.400000" },
      { field: "billing_site", to: "b1" },
      { field: "city", to: "Quimper" },
    ];
    const now: Record<string, unknown> = {
      city: "Brest",
      latitude: "48.400000",
      billing_site: { id: "b1" },
      name: "x",
    };
    const as = (values: Record<string, unknown>) =>
      stillAsMade(changes, fieldKinds["sw_site"] ?? {}, (field) => ({ ...now, ...values })[field]);
    expect(as({})).toBe(true);
    expect(as({ name: "somebody else's" })).toBe(true);
    expect(as({ city: "Quimper" })).toBe(false);
    expect(as({ billing_site: null })).toBe(false);
    expect(as({ latitude: null })).toBe(false);
  });

  it("puts an update on another version, and nothing else", () => {
    const [[update] = []] = operations([entry({ changes: [{ field: "city", from: null, to: "Brest" }] })]);
    if (update) expect(onVersion(update, 9)).toMatchObject({ op: "update", data: { attributes: { version: 9 } } });
  });
});
