import type { RecordField } from "@softwhere/services/model/generated/record-types";
import { expect, it } from "vitest";
import { openFields } from "./open-fields";

const label = { fr: "", en: "" };
const fields: readonly RecordField[] = [
  { name: "own", type: "string", label },
  { name: "added", type: "string", label, module: "sw_other" },
  { name: "account", type: "reference", label, target: "sw_account" },
  {
    name: "kind",
    type: "list",
    label,
    options: [
      { value: "a", label },
      { value: "b", label, module: "sw_other" },
    ],
  },
];
const seen = (brandId: string | null, ...modules: string[]) =>
  openFields(fields, { brandId, modules }).map(({ name, options }) => [
    name,
    ...(options ?? []).map(({ value }) => value),
  ]);

it("what a closed module adds to a type is not there: fields, and values of its lists", () => {
  expect(seen("brand")).toEqual([["own"], ["account"], ["kind", "a"]]);
  const all = [["own"], ["added"], ["account"], ["kind", "a", "b"]];
  expect(seen("brand", "sw_other")).toEqual(all);
  expect(seen(null)).toEqual(all);
});
