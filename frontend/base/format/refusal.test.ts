import { expect, it } from "vitest";
import { readRefusal } from "./refusal";

it("knows the refusals people meet, on both backends", () => {
  expect(readRefusal("code: This value should not be null.")).toEqual({ key: "required" });
  expect(readRefusal("gross.0.value: This value is not valid.")).toEqual({ key: "invalid" });
  expect(readRefusal("name: Another row already has this value of: Name.")).toEqual({ key: "taken" });
});

it("leaves any other sentence as it is, without the path", () => {
  expect(readRefusal("site: account and site must lead to the same row.")).toEqual({
    text: "account and site must lead to the same row.",
  });
  expect(readRefusal("Conflict: Entity already exists.")).toEqual({ text: "Conflict: Entity already exists." });
});
