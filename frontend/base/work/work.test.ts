import { beforeEach, expect, test } from "vitest";
import { type Work, workStore } from "./work";

const work = (id: string, more: Partial<Work> = {}): Work => ({
  id,
  title: id,
  done: 0,
  total: 4,
  refused: 0,
  state: "running",
  ...more,
});
const ids = () => workStore.snapshot().map(({ id }) => id);

beforeEach(() => {
  for (const id of ids()) workStore.remove(id);
});

test("the newest stands first and keeps its place while it goes on", () => {
  workStore.put(work("a"));
  workStore.put(work("b"));
  workStore.put(work("a", { done: 3 }));
  expect(ids()).toEqual(["b", "a"]);
  expect(workStore.snapshot()[1]?.done).toBe(3);
});

test("old results go, what still runs never does", () => {
  workStore.put(work("long"));
  for (let at = 0; at < 12; at += 1) workStore.put(work(`done-${at}`, { state: "done" }));
  expect(ids()).toHaveLength(9);
  expect(ids()).toContain("long");
  expect(ids()[0]).toBe("done-11");
});

test("what was taken back is no result any more", () => {
  workStore.put(work("a", { state: "done", undo: "request-1" }));
  workStore.put(work("b", { state: "done", undo: "request-2" }));
  workStore.undone("request-1");
  expect(ids()).toEqual(["b"]);
});
