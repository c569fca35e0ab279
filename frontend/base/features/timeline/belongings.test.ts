import { recordTypes } from "@softwhere/services/model/generated/record-types";
import { expect, test } from "vitest";
import { belongings } from "./belongings";

const paths = (type: string) => Object.fromEntries(belongings(type).map((one) => [one.type, one.path]));

test("what belongs to a contact, to a site and to an account, in one step and in two", () => {
  expect(paths("sw_contact")).toMatchObject({ sw_assignment: "contact" });
  expect(paths("sw_site")).toMatchObject({ sw_assignment: "site" });
  const twice = belongings("sw_account").filter(({ path }) => path.includes("."));
  expect(twice.length).toBeGreaterThan(0);
  // Every path is one of the model's.
  for (const { type, path } of belongings("sw_account"))
    expect(recordTypes[type]?.fields.some((field) => field.name === path.split(".")[0] && field.target)).toBe(true);
});

test("not itself, nothing unjournalled, nothing of what no customer owns", () => {
  expect(paths("sw_site")).not.toHaveProperty("sw_site");
  expect(belongings("sw_billing_site").filter(({ type }) => recordTypes[type]?.journal === false)).toEqual([]);
  expect(belongings("sw_supplier")).toEqual([]);
  expect(belongings("nothing")).toEqual([]);
});
