import { baseKinds } from "@softwhere/services/base/data-import/base-kinds";
import { readCell } from "@softwhere/services/base/data-import/engine/read-cell";
import { readTable } from "@softwhere/services/base/data-import/engine/read-table";
import { column } from "@softwhere/services/base/data-import/engine/kind";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { csvLine } from "@/base/format/csv-line";
import { makeFormat } from "@/base/format/format-text";
import { exportText, sheetCell } from "./export-cells";
import type { RecordValue } from "./rows";

const field = (type: string, name: string) => {
  const found = recordTypes[type]?.fields.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const tableOf = async (file: string | Uint8Array) => {
  const result = await readTable(new Uint8Array(Buffer.from(file)));
  return result.kind === "table" ? result.table.rows : result.code;
};

/** Exported as CSV, and what an import reads then. */
async function back(type: string, name: string, value: RecordValue, language: "fr" | "en") {
  const text = exportText(field(type, name), value, makeFormat(language));
  const rows = await tableOf(`Titre;Autre\r\n${csvLine([text, "x"])}`);
  const kind = baseKinds.find((one) => one.type === type);
  const read = kind?.columns.find((one) => one.name === name) ?? column(type as "sw_price", name);
  return readCell(read, rows[0]?.[0] ?? "").value;
}

describe.each(["fr", "en"] as const)("an export in %s", (language) => {
  it.each([
    ["sw_price", "net", "-1234.5600"],
    ["sw_price", "net", "12.3456"],
    ["sw_price", "gross", "24.9050"],
    ["sw_price", "gross", "1234567.0000"],
    ["sw_price", "discount", "0.0000"],
    ["sw_site", "latitude", "-48.123457"],
    ["sw_site", "longitude", "1234.567000"],
    ["sw_account", "external_ids", [{ system: "cfast", value: "BP-04182" }]],
    [
      "sw_account",
      "external_ids",
      [
        { system: "sage", value: "A;1|2" },
        { system: "crm", value: "9" },
      ],
    ],
    ["sw_site", "name", "@Com & Co"],
    ["sw_site", "name", "=1+1"],
    ["sw_site", "name", "'=1+1"],
    ["sw_account", "customer_since", "2026-03-12"],
    ["sw_account", "status", "active"],
    ["sw_contact", "mobile", "+33612345678"],
  ] as const)("cases 22, 23 and 24: %s.%s %j comes back", async (type, name, value) =>
    expect(await back(type, name, value, language)).toEqual(value),
  );
});

it("case 21: a negative amount has no apostrophe, a formula has", () => {
  const amount = exportText(field("sw_price", "net"), "-1234.5600", makeFormat("fr"));
  expect(spaced(csvLine([amount]))).toBe("-1 234,56 €\r\n");
  expect(csvLine(["=1+1", "@Com", "+1-1"])).toBe("'=1+1;'@Com;'+1-1\r\n");
});

it("case 33: a workbook's cells stay within Excel's limits, and are read again", async () => {
  const format = makeFormat("fr");
  const name = field("sw_site", "name");
  const long = sheetCell(name, "é".repeat(40_000), format);
  expect(long).toMatchObject({ type: String });
  expect(String(long?.value).length).toBe(32_767);
  expect(sheetCell(name, `${"x".repeat(32_765)}${"👩".repeat(2_000)}`, format)?.value).toBe(`${"x".repeat(32_765)}…`);
  expect(sheetCell(name, "a\u0001b\ud800c", format)?.value).toBe("abc");
  expect(sheetCell(field("sw_price", "net"), "-1234.5678", format)?.value).toBe(-1234.5678);
  expect(sheetCell(field("sw_price", "net"), "12345678901234.5678", format)).toMatchObject({ type: String });
  expect(sheetCell(field("sw_account", "customer_since"), "1850-01-01", format)).toMatchObject({ type: String });
  const header = ["Nom", "Net", "Du"].map((value) => ({ value, type: String }));
  const row = [
    sheetCell(name, "=1+1", format),
    sheetCell(field("sw_price", "net"), "-12.3456", format),
    sheetCell(field("sw_price", "valid_from"), "2026-03-12", format),
  ];
  const file = await writeXlsxFile([header, row]).toBuffer();
  expect(await tableOf(new Uint8Array(file))).toEqual([["=1+1", "-12.3456", "2026-03-12"]]);
});

it("case 19: a workbook's numbers have the fifteen figures that it shows", async () => {
  const number = (value: number) => ({ value, type: Number });
  const values = [24.9 * 1.2, 0.1 + 0.2, 0.1 + 0.2 - 0.3, 12.3456, -0.000_001_5, 612_345_678];
  const file = await writeXlsxFile([
    values.map((_, at) => ({ value: `C${at}`, type: String })),
    values.map(number),
    [number(7.328_293_200_007_4e20), number(1_234_567_890_123_456), number(0)],
  ]).toBuffer();
  expect(await tableOf(new Uint8Array(file))).toEqual([
    ["29.88", "0.3", "0", "12.3456", "-0.0000015", "612345678"],
    ["7.3282932000074e+20", "1.234567890123456e+15", "0", "", "", ""],
  ]);
});
