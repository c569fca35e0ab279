import { expect, it } from "vitest";
import { guarded, unguarded } from "./formula-guard.ts";

it.each(["-1 234,56 €", "-1\u202f234,56\u00a0€", "-€1,234.56", "-12.3456", "+33 6 12 34 56 78", "-5 %", "-", "Com"])(
  "case 21: %s is no formula",
  (text) => expect(guarded(text)).toBe(text),
);

it.each([
  "=1+1",
  "@Com",
  "+1-1",
  "-1+2",
  "-1 €+2",
  "\t=1",
  "+cmd|' /C calc'!A0",
  "-Com",
  "'=1",
  "''@Com",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠Com",
])("cases 21 and 24: %j is guarded, and comes back", (text) => {
  expect(guarded(text)).toBe(`'${text}`);
  expect(unguarded(guarded(text))).toBe(text);
});

it.each(["'Atelier", "L'Aven", "'-5", "@Com", "''"])("case 24: %s was not guarded", (text) =>
  expect(unguarded(text)).toBe(text),
);
