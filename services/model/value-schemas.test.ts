import { expect, test } from "vitest";
import * as z from "zod";
import { attributeSchemas } from "./generated/schemas.ts";
import { strictObjects } from "./value-schemas.ts";

test("a field takes what any of the modules lets it have", () => {
  const kind = (...values: [string, ...string[]]) => ({ kind: z.enum(values).optional() });
  const { sw_thing: schema } = strictObjects({ sw_thing: kind("own") }, { sw_thing: kind("more", "most") }, {});
  for (const value of ["own", "more", "most", undefined]) expect(schema?.safeParse({ kind: value }).success).toBe(true);
  expect(schema?.safeParse({}).success).toBe(true);
  expect(schema?.safeParse({ kind: "none" }).success).toBe(false);
  expect(schema?.safeParse({ other: 1 }).success).toBe(false);
});

test("a gap that a person reports has evidence of its own shape", () => {
  const { sw_anomaly: schema } = attributeSchemas;
  expect(schema?.safeParse({ check: "manual", evidence: { details: "Seen twice" } }).success).toBe(true);
  expect(schema?.safeParse({ check: "manual", evidence: { details: "" } }).success).toBe(false);
  expect(schema?.safeParse({ check: "nobody's" }).success).toBe(false);
});
