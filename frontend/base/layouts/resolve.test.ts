import { describe, expect, test } from "vitest";
import type { AccountBlock } from "@/base/extension-points/define-vertical";
import { layoutOf, standardLayout } from "./resolve";

const block = (name: string, rank: number, more: Partial<AccountBlock> = {}): AccountBlock => ({
  name,
  rank,
  labelKey: name,
  size: "card",
  roles: "everyone",
  Component: () => null,
  ...more,
});
const blocks = [
  block("lines", 90),
  block("money", 10, { permission: "view margin" }),
  block("notes", 20, { roles: ["support_n1"] }),
  block("trend", 15, { roles: ["direction"] }),
];
const names = (found: readonly AccountBlock[]) => found.map((one) => one.name);
const everything = () => true;

describe("the layout of a person", () => {
  test("is the platform's where the brand says nothing, by rank", () => {
    expect(standardLayout(blocks, "support_n1")).toEqual(["money", "notes", "lines"]);
    expect(names(layoutOf(blocks, ["direction"], {}, everything))).toEqual(["money", "trend", "lines"]);
  });

  test("is the brand's order where it has one, blocks that are gone left out", () => {
    expect(names(layoutOf(blocks, ["direction"], { direction: ["lines", "removed", "notes"] }, everything))).toEqual([
      "lines",
      "notes",
    ]);
  });

  test("an empty layout of the brand stays empty", () => {
    expect(layoutOf(blocks, ["direction"], { direction: [] }, everything)).toEqual([]);
  });

  test("several roles show what any of them shows, once", () => {
    expect(
      names(layoutOf(blocks, ["support_n1", "direction"], { support_n1: ["notes", "lines"] }, everything)),
    ).toEqual(["notes", "lines", "money", "trend"]);
  });

  test("never shows what the person lacks the permission for", () => {
    expect(
      names(
        layoutOf(blocks, ["manager"], { manager: ["money", "lines"] }, (permission) => permission !== "view margin"),
      ),
    ).toEqual(["lines"]);
  });

  test("somebody without a role sees what everyone sees", () => {
    expect(names(layoutOf(blocks, [], {}, everything))).toEqual(["money", "lines"]);
  });
});
