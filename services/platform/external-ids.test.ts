import { expect, it } from "vitest";
import { externalIdsText, readExternalIds } from "./external-ids.ts";

it.each([
  [[{ system: "cfast", value: "BP-04182" }]],
  [
    [
      { system: "sage", value: "A12" },
      { system: "crm:eu", value: "a|b;c\\d:e" },
    ],
  ],
])("case 23: %j comes back", (ids) => expect(readExternalIds(externalIdsText(ids))).toEqual(ids));

it("reads what people write and refuses what names nothing", () => {
  expect(readExternalIds("sage: A12 | crm:9")).toEqual([
    { system: "sage", value: "A12" },
    { system: "crm", value: "9" },
  ]);
  for (const text of ["cfast", ":9", "sage:", "", "|", `${"s".repeat(33)}:1`])
    expect(readExternalIds(text)).toBeUndefined();
});
