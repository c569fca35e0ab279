import { beforeEach, expect, test, vi } from "vitest";
import { readRows, writeRows } from "./address-rows";

const id = (number: number) => `${number.toString(16).padStart(8, "0")}-4c1e-4f00-9b7a-0123456789ab`;

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
  });
});

test("rows come back from the address as they went in", () => {
  for (const rows of [
    { all: false, ids: [id(1), id(0xfffffffb)] },
    { all: true, ids: [] },
    { all: true, ids: [id(7)] },
    { all: false, ids: ["0a1b2c3d", "ffffffff"] },
  ]) {
    const text = writeRows(rows);
    expect(text).toMatch(/^[\w.*-]+$/);
    expect(readRows(text)).toEqual(rows);
  }
});

test("what no address can hold is kept by the tab", () => {
  const rows = { all: false, ids: Array.from({ length: 5_000 }, (_, index) => id(index)) };
  const text = writeRows(rows);
  expect(text.length).toBeLessThan(40);
  expect(readRows(text)).toEqual(rows);
});

test("what is no row is left out", () => {
  for (const text of ["", "~gone-1", "x", "..", "<script>"]) expect(readRows(text)).toBeNull();
});
