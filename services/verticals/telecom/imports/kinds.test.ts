import { describe, expect, it } from "vitest";
import { guessMapping } from "../../../base/data-import/engine/guess-mapping.ts";
import { readCell } from "../../../base/data-import/engine/read-cell.ts";
import { checkFile, codesOf } from "../../../base/data-import/testing/check-file.ts";
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

describe("lines", () => {
  const [lines] = telecomKinds;
  if (!lines) throw new Error("lines");
  const account = { id: "acc", softwhere_id: "SW-1", legal_name: "Groupe Kervadec" };
  const world = {
    sw_account: [account],
    sw_supplier: [{ id: "sup", code: "orange", name: "Orange" }],
    sw_park: [
      { id: "net", account: { id: "acc" }, site: null, kind: "internet", operator: { id: "sup" } },
      { id: "mob", account: { id: "acc" }, site: null, kind: "mobile", operator: { id: "sup" } },
    ],
  };
  const head = "Client;Type de parc;Opérateur;Numéro";

  it("case 06: references that differ by a separator are two lines", async () => {
    const file = `${head}\nSW-1;internet;Orange;FTTH-1-23\nSW-1;internet;Orange;FTTH-12-3`;
    const report = await checkFile(lines, file, { rows: world });
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "new"]);
    expect(codesOf(report, 1)).toEqual(["number:resembles_in_file"]);
    const there = { id: "l1", version: 1, number: "FTTH-1-23", park: { id: "net" } };
    const beside = await checkFile(lines, file, { rows: { ...world, sw_line: [there] }, existing: "update" });
    expect(beside.rows.map(({ state }) => state)).toEqual(["unchanged", "new"]);
  });
});
