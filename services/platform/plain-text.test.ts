import { expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

it.each([
  ["Zw\u200bsite", "Zwsite"],
  ["\u200bzw2@exemple.fr", "zw2@exemple.fr"],
  ["E\u0301vreux", "Évreux"],
  ["\ufeff Brest\u00a0", "Brest"],
  ["\u202a06 12 34\u202c", "06 12 34"],
  ["Saint\u00adBrieuc", "SaintBrieuc"],
  ["a\u200db", "ab"],
  ["👩\u200d💻", "👩\u200d💻"],
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["two\nlines\tand a tab", "two\nlines\tand a tab"],
  ["L’Œuvre — n° 1", "L’Œuvre — n° 1"],
])("cases 13 and 14: %j is %j", (text, plain) => expect(plainText(text)).toBe(plain));
