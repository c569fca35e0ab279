import { describe, expect, test } from "vitest";
import type { JsonSchema } from "./entity-model.ts";
import { jsonProblem } from "./json-value.ts";

const schema: JsonSchema = {
  type: "object",
  additionalProperties: { type: "integer", minimum: 0 },
  required: ["name"],
  properties: {
    name: { type: ["string", "null"], maxLength: 3 },
    items: {
      type: "array",
      items: { type: "object", additionalProperties: false, properties: { on: { type: "boolean" } } },
    },
  },
};
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

describe("what is wrong with a json value", () => {
  test.each([[{ name: "abc", more: 1 }], [{ name: null, items: [] }], [{ name: "😀😀😀", items: [{}, { on: true }] }]])(
    "nothing: %j",
    (value) => expect(jsonProblem(value, schema)).toBeUndefined(),
  );

  test.each([
    ["x", "The value is not allowed here."],
    [{}, "The value at /name is missing."],
    [{ name: "abcd" }, "The value at /name is not allowed here."],
    [{ name: 5 }, "The value at /name is not allowed here."],
    [{ name: "a", more: -1 }, "The value at /more is not allowed here."],
    [{ name: "a", more: 1.5 }, "The value at /more is not allowed here."],
    [{ name: "a\0" }, "The value at /name is not allowed here."],
    [{ name: "a\ud800" }, "The value at /name is not allowed here."],
    [{ name: "a", "b\0": 1 }, "The value is not allowed here."],
    [{ name: "a", "~/": "" }, "The value at /~0~1 is not allowed here."],
    [
      { name: 1, items: [{}, {}, { on: 1 }, {}, {}, {}, {}, {}, {}, {}, { of: 1 }] },
      "The value at /items/2/on is not allowed here.",
    ],
    [{ items: 1 }, "The value at /items is not allowed here."],
    [nested(21), "The value has more than 20 levels."],
    [{ name: "x".repeat(70_000) }, "The value is larger than 64 KiB."],
    [{ ["n".repeat(500)]: "" }, "The value at /name is missing."],
    [{ name: "a", ["n".repeat(500)]: "" }, `The value at /${"n".repeat(199)} is not allowed here.`],
  ])("%j", (value, sentence) => expect(jsonProblem(value, schema)).toBe(sentence));

  test("without a shape only what no database keeps", () => {
    expect(jsonProblem({ any: ["thing"] }, undefined)).toBeUndefined();
    expect(jsonProblem({ any: [2 ** 53] }, undefined)).toBe("The value at /any/0 is not allowed here.");
  });
});
