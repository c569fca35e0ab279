import { beforeEach, expect, test, vi } from "vitest";
import { keepFor, keptDrafts, keptEdits } from "./kept";

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  });
  keepFor("anne");
});

test("edits and drafts are kept apart, by key", () => {
  keptEdits.set("sw_site/1/name", { value: "A" });
  keptDrafts.set("sw_site/1/name", "B");
  expect(keptEdits.all()).toEqual([{ value: "A" }]);
  expect(keptDrafts.get("sw_site/1/name")).toBe("B");
  keptEdits.remove("sw_site/1/name");
  expect(keptEdits.all()).toEqual([]);
  expect(keptDrafts.get("sw_site/1/name")).toBe("B");
});

test("nobody gets what another person typed", () => {
  keptDrafts.set("k", "secret");
  keepFor("paul");
  expect(keptDrafts.get("k")).toBeNull();
  expect(keptDrafts.all()).toEqual([]);
});

test("a storage that is full or forbidden loses nothing but the copy", () => {
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    getItem: () => "not json",
  });
  expect(() => keptEdits.set("k", 1)).not.toThrow();
  expect(keptEdits.get("k")).toBeNull();
});
