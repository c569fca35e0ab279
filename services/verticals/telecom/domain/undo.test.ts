import { expect, it } from "vitest";
import { hasUndoing, type UndoneAction, undoId, undoneChange, undoOperations, undoSteps } from "./undo.ts";

const reverses = {
  create_line: { by: "terminate_line" },
  modify_line: { by: "modify_line" },
  create_service: { by: "end_service" },
  add_fee: { stays: { fr: "Le brouillon reste", en: "The draft stays" } },
};
const given = { deploymentId: "d", details: "Undoing of “Lyon”", today: "2026-06-15", isBeginning: true };

let lastId = 0;
function action(status: string, after: readonly UndoneAction[] = [], more: Partial<UndoneAction> = {}): UndoneAction {
  lastId += 1;
  return {
    id: `a${lastId}`,
    version: 3,
    operation: "modify_line",
    capability: "supplier",
    status,
    plannedOn: "2026-06-01",
    line: null,
    hasBillingSite: false,
    supplierId: null,
    accountId: "account",
    billingSiteId: null,
    afterIds: after.map(({ id }) => id),
    compensates: null,
    ...more,
  };
}
/** Each after the one before. */
function chain(...states: readonly string[]): UndoneAction[] {
  const actions: UndoneAction[] = [];
  for (const status of states) actions.push(action(status, actions.slice(-1)));
  return actions;
}
/** What is written: the state of what was there, and of what is new whom it undoes, after whom. */
const written = (actions: readonly UndoneAction[], more: Partial<typeof given> = {}) =>
  undoOperations(actions, reverses, { ...given, ...more }).map((operation) => {
    if (operation.op === "update") return [operation.data.id, operation.data.attributes?.["status"]];
    const { compensates, depends_on: after } = ("data" in operation ? operation.data.relationships : undefined) ?? {};
    const ids = (after?.data ?? []) as readonly { id: string }[];
    return ["undoes", (compensates?.data as { id: string } | undefined)?.id, ids.map(({ id }) => id)];
  });

it("refused at the fourth step, the third, the second and the first are undone, in that order", () => {
  const [a, b, c, d] = chain("done", "done", "done", "rejected_by_vendor") as [
    UndoneAction,
    UndoneAction,
    UndoneAction,
    UndoneAction,
  ];
  expect(written([a, b, c, d])).toEqual([
    [d.id, "cancelled"],
    ["undoes", c.id, []],
    ["undoes", b.id, [undoId(c.id)]],
    ["undoes", a.id, [undoId(b.id)]],
  ]);
  // However they are listed.
  expect(written([d, b, a, c]).slice(1)).toEqual(written([a, b, c, d]).slice(1));
});

it("refused at the first step, nothing is undone", () => {
  const [a, b] = chain("rejected_by_us", "ready") as [UndoneAction, UndoneAction];
  expect(written([a, b])).toEqual([
    [a.id, "cancelled"],
    [b.id, "cancelled"],
  ]);
  expect(
    hasUndoing(undoSteps([action("cancelled"), action("done", [], { operation: "add_fee" })], reverses).values()),
  ).toBe(false);
});

it("what is undone already is undone no second time, and what came before it waits for that", () => {
  const [a, b] = chain("done", "done") as [UndoneAction, UndoneAction];
  const back = action("rejected_by_vendor", [], { id: undoId(b.id), compensates: b.id });
  expect(written([a, b, back])).toEqual([["undoes", a.id, [back.id]]]);
  const first = action("ready", [back], { id: undoId(a.id), compensates: a.id });
  expect(written([a, b, back, first])).toEqual([]);
  expect([...undoSteps([a, b, back, first], reverses).values()]).toEqual([{ kind: "undone" }, { kind: "undone" }]);
});

it("what is under way is asked to end, once; what came before it is undone when that is known", () => {
  const [a, b] = chain("done", "in_progress") as [UndoneAction, UndoneAction];
  expect(written([a, b])).toEqual([[b.id, "cancelling"]]);
  expect(undoSteps([a, b], reverses).get(a.id)).toEqual({ kind: "reverse", by: "modify_line", waits: true });
  // The vendor doesn't end it: it isn't asked again and again.
  expect(written([a, b], { isBeginning: false })).toEqual([]);
  expect(written([a, { ...b, status: "cancelled" }], { isBeginning: false })).toEqual([["undoes", a.id, []]]);
  expect(written([a, { ...b, status: "done" }], { isBeginning: false })).toEqual([
    ["undoes", b.id, []],
    ["undoes", a.id, [undoId(b.id)]],
  ]);
  for (const status of ["unknown", "delivered", "cancelling"]) expect(written([a, { ...b, status }])).toEqual([]);
});

it("a step that can’t be undone stays, and holds nothing up", () => {
  const [a] = chain("done") as [UndoneAction];
  const fee = action("done", [a], { operation: "add_fee" });
  const c = action("done", [fee]);
  expect(written([a, fee, c])).toEqual([
    ["undoes", c.id, []],
    ["undoes", a.id, [undoId(c.id)]],
  ]);
  expect(undoSteps([fee], reverses).get(fee.id)).toEqual({ kind: "stays", why: reverses.add_fee.stays });
  expect(
    undoSteps([action("done", [], { operation: "port_in" })], reverses)
      .values()
      .next().value,
  ).toEqual({
    kind: "stays",
    why: null,
  });
});

it("steps side by side are undone side by side, and before what both came after", () => {
  const [a] = chain("done") as [UndoneAction];
  const [b, c] = [action("done", [a]), action("done", [a])];
  expect(written([a, b, c])).toEqual([
    ["undoes", b.id, []],
    ["undoes", c.id, []],
    ["undoes", a.id, [undoId(b.id), undoId(c.id)]],
  ]);
});

it("however many ways lead through its steps, each is looked at once", () => {
  const actions = chain("done");
  for (let layer = 0; layer < 40; layer += 1) {
    const before = actions.slice(layer === 0 ? -1 : -2);
    actions.push(action("done", before), action("done", before));
  }
  expect(written(actions)).toHaveLength(actions.length);
  const fees = actions.map((one) => ({ ...one, operation: "add_fee" }));
  expect(written([...fees, action("in_progress", fees.slice(-2))])).toHaveLength(1);
});

it("a line that is ordered no more isn’t on order; one that was made is ended", () => {
  const line = { id: "l", version: 2, number: "1", userName: null, planName: null, operatorName: null };
  const ordered = action("ready", [], { operation: "create_line", line: { ...line, status: "ordered" } });
  expect(written([ordered])).toEqual([
    [ordered.id, "cancelled"],
    ["l", "cancelled"],
  ]);
  const made = action("done", [], {
    operation: "create_line",
    line: { ...line, status: "active", sellPrice: "19.9000", buyPrice: "8.0000" },
  });
  const step = undoSteps([made], reverses).get(made.id) ?? { kind: "none" };
  expect(undoneChange(made, step)).toEqual({ sell: "-19.9000", buy: "-8.0000" });
  expect(undoneChange(made, { kind: "cancel" })).toEqual({ sell: "0.0000", buy: "0.0000" });
});
