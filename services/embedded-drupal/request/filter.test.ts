import { describe, expect, it } from "vitest";
import { Refusal } from "../problem/refusal.ts";
import { parseFilter } from "./filter.ts";
import { arrayParameter, parseQuery } from "./query-string.ts";

function parse(query: string) {
  return parseFilter(arrayParameter(parseQuery(query), "filter") ?? new Map());
}

describe("parseFilter", () => {
  it("reads the short form as equality", () => {
    expect(parse("filter[name]=Acme").members).toEqual([
      { kind: "condition", path: "name", operator: "=", values: ["Acme"] },
    ]);
  });

  it("reads operator and value without a condition key", () => {
    expect(parse("filter[name][operator]=CONTAINS&filter[name][value]=me").members).toEqual([
      { kind: "condition", path: "name", operator: "CONTAINS", values: ["me"] },
    ]);
  });

  it("nests groups", () => {
    const group = parse(
      "filter[g][group][conjunction]=OR&filter[a][condition][path]=x&filter[a][condition][value]=1&filter[a][condition][memberOf]=g&filter[y]=2",
    );
    expect(group.members).toEqual([
      { kind: "group", conjunction: "OR", members: [{ kind: "condition", path: "x", operator: "=", values: ["1"] }] },
      { kind: "condition", path: "y", operator: "=", values: ["2"] },
    ]);
  });

  it("reads lists however they are written", () => {
    const values = (query: string) =>
      parse(query).members.map((member) => (member.kind === "condition" ? member.values : []));
    expect(
      values(
        "filter[a][condition][path]=x&filter[a][condition][operator]=IN&filter[a][condition][value][]=1&filter[a][condition][value][]=2",
      ),
    ).toEqual([["1", "2"]]);
    expect(
      values(
        "filter[a][condition][path]=x&filter[a][condition][operator]=IN&filter[a][condition][value][0]=1&filter[a][condition][value][1]=2",
      ),
    ).toEqual([["1", "2"]]);
  });

  it.each([
    ["filter[@root]=1", "'@root' is a reserved filter id."],
    ["filter[g][group][conjunction]=XOR", "Allowed conjunctions: AND, OR."],
    [
      "filter[a][condition][path]=x&filter[a][condition][operator]=LIKE&filter[a][condition][value]=1",
      "The 'LIKE' operator is not allowed in a filter parameter.",
    ],
    [
      "filter[a][condition][path]=x&filter[a][condition][value][]=1&filter[a][condition][value][]=2",
      "The '=' operator takes a single value.",
    ],
    [
      "filter[a][group][conjunction]=OR&filter[a][group][memberOf]=b&filter[b][group][conjunction]=OR&filter[b][group][memberOf]=a",
      "The filter group 'a' is a member of itself.",
    ],
    ["filter[g][group][conjunction]=OR", "The filter group 'g' is empty."],
    [
      "filter[a][condition][path]=x&filter[a][condition][value]=1&filter[a][condition][memberOf]=g",
      "The filter 'a' is a member of a group that doesn't exist.",
    ],
    [
      "filter[a][condition][path]=x&filter[a][condition][operator]=BETWEEN&filter[a][condition][value][]=1",
      "The 'BETWEEN' operator takes two values.",
    ],
  ])("refuses %s", (query, detail) => {
    expect(() => parse(query)).toThrow(Refusal);
    expect(() => parse(query)).toThrow(detail);
  });
});
