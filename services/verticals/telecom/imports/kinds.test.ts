import { describe, expect, it } from "vitest";
import { guessMapping } from "../../../base/data-import/engine/guess-mapping.ts";
import { readCell } from "../../../base/data-import/engine/read-cell.ts";
import { telecomKinds } from "./kinds.ts";

function read(name: string, text: string, of = "sw_line") {
  const column = telecomKinds.find(({ type }) => type === of)?.columns.find((one) => one.name === name);
  if (!column) throw new Error(name);
  return readCell(column, text);
}

describe("telecom's kinds", () => {
  it("map each field of their template to itself, in both languages", () => {
    for (const { columns } of telecomKinds) {
      for (const language of ["fr", "en"] as const) {
        const header = columns.map(({ field }) => field.label[language]);
        expect(guessMapping(header, columns, {}).mapping).toEqual(columns.map(({ name }) => name));
      }
    }
  });

  it("read what people write of lines and prices", () => {
    expect(read("number", "FW-12-BRE")).toEqual({ value: "FW-12-BRE" });
    expect(read("sell_price", "12,5 €")).toEqual({ value: "12.5000" });
    expect(read("currency", "€", "sw_price")).toEqual({ value: "EUR" });
    expect(read("number", "12").problem?.code).toBe("phone_invalid");
  });
});
