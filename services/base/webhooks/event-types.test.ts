import { describe, expect, it } from "vitest";
import { typeModules } from "../../model/generated/labels.ts";
import { recordTypes } from "../../model/generated/record-types.ts";
import type { JournalChange } from "../../platform/backend/outbox.ts";
import { eventsFor, payloadOf, typesFor } from "./event-types.ts";

const all = [
  ...new Set(
    Object.values(recordTypes).flatMap(({ access, rowPermissions = [], fields }) => [
      ...Object.values(access),
      ...rowPermissions,
      ...fields.flatMap(({ viewPermission }) => viewPermission ?? []),
    ]),
  ),
];
const without = (...names: string[]) => all.filter((one) => !names.includes(one));
let last = 0;
const next = () => {
  last += 1;
  return last;
};
const entry = (more: Partial<JournalChange>): JournalChange => ({
  sequence: next(),
  operation: "update",
  subjectType: "sw_site",
  subjectId: "row",
  accountId: null,
  requestId: "request",
  actorId: null,
  actorName: "Hélène Marrec",
  subjectLabel: "Brest — Kergaradec",
  occurredAt: "2026-12-01T08:00:00+00:00",
  viewPermission: null,
  changes: [{ field: "name", from: "A", to: "B" }],
  ...more,
});

describe("what one can be told of", () => {
  it("is what the model journals, whoever brings it", () => {
    const types = typesFor(all, []);
    expect(types).toEqual(expect.arrayContaining(["sw_account", "sw_site", "sw_price", "sw_document", "sw_action"]));
    for (const name of ["sw_brand", "sw_journal_entry", "sw_notification", "sw_saved_view", "user", "file"])
      expect(types).not.toContain(name);
  });

  it("is not what some row of which a permission hides that isn't held, nor what isn't open to the brand", () => {
    expect(typesFor(without("view margin"), [])).not.toContain("sw_price");
    expect(typesFor(without("view internal notes"), [])).not.toContain("sw_document");
    expect(typesFor(without("view internal notes"), [])).not.toContain("sw_document_version");
    expect(typesFor(without("view sw_site"), [])).not.toContain("sw_site");
    expect(typesFor([], [])).not.toContain("sw_account");
    const modules = [...new Set(Object.values(typeModules))];
    const ofModules = (types: readonly string[]) => types.filter((name) => typeModules[name] !== "sw_base");
    expect(ofModules(typesFor(all, []))).toEqual([]);
    expect(ofModules(typesFor(all, modules)).length > 0).toBe(modules.length > 1);
  });
});

describe("what is told of a change", () => {
  it("is one event of one row and request, with the names of fields and no value of any", () => {
    const entries = [
      entry({}),
      entry({ viewPermission: "view sell price", changes: [{ field: "sell_price", from: "1.00", to: "2.00" }] }),
    ];
    const [event, ...more] = eventsFor(entries, all, []);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: "sw_site.updated", row: "row", fields: ["name", "sell_price"] });
    const payload = payloadOf("brand", event as NonNullable<typeof event>);
    expect(JSON.parse(payload)).toEqual({
      type: "sw_site.updated",
      timestamp: "2026-12-01T08:00:00+00:00",
      data: { brand: "brand", id: "row", changed: ["name", "sell_price"] },
    });
    expect(payload).not.toMatch(/Brest|Marrec|2\.00|"A"|"B"/);
  });

  it("leaves out what needs a permission that isn't held, even that it was", () => {
    const hidden = entry({ viewPermission: "view margin", changes: [{ field: "buy_price", from: "1", to: "2" }] });
    expect(eventsFor([hidden], without("view margin"), [])).toEqual([]);
    expect(eventsFor([entry({}), hidden], without("view margin"), [])).toMatchObject([{ fields: ["name"] }]);
    expect(eventsFor([entry({ subjectType: "sw_price" })], without("view margin"), [])).toEqual([]);
  });

  it("has no fields where a row was made or removed; two requests are two events", () => {
    const [made, removed] = eventsFor(
      [entry({ operation: "create" }), entry({ operation: "delete", requestId: "another" })],
      all,
      [],
    );
    expect(made && JSON.parse(payloadOf("b", made))).toMatchObject({ type: "sw_site.created", data: { id: "row" } });
    expect(made && payloadOf("b", made)).not.toContain("changed");
    expect(removed?.type).toBe("sw_site.deleted");
  });
});
