import { expect, test, vi } from "vitest";

vi.mock("@/base/api/browser", () => ({ errorCode: () => "", queryClient: {} }));
vi.mock("@/base/editing/field-store", () => ({ fieldStore: {} }));

test("what is left of a run is what was refused or never sent, on its present version", async () => {
  const { stillToDo } = await import("./run-store");
  const row = (id: string, version = 1) => ({ id, version });
  const run = {
    title: "",
    runId: "r",
    order: null,
    part: null,
    rows: [row("done"), row("refused"), row("unsent")],
    state: "stopped" as const,
    results: new Map([
      ["done", { id: "done", kind: "changed" as const }],
      ["refused", { id: "refused", kind: "refused" as const, reason: "", detail: null }],
    ]),
  };
  expect(stillToDo(run, [row("done", 2), row("refused", 3), row("unsent", 4), row("another", 5)])).toEqual([
    row("refused", 3),
    row("unsent", 4),
  ]);
  expect(stillToDo(null, [row("any")])).toEqual([]);
});
