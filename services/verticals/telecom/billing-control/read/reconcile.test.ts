import { describe, expect, it } from "vitest";
import { type Document, ublInvoice } from "../fixtures/e-invoices.ts";
import { read, syntaxes, warningsOf } from "../fixtures/read-e-invoices.ts";

describe.each(syntaxes)("%s", (_, write) => {
  describe("totals", () => {
    const sound: Document = {
      lines: [{ quantity: "2", price: "50.00", net: "100.00" }],
      allowances: [{ amount: "10.00" }, { charge: true, amount: "5.00" }],
      vat: [
        { base: "75.00", tax: "15.00", rate: "20" },
        { base: "20.00", tax: "1.10", rate: "5.5" },
      ],
      totals: {
        lines: "100.00",
        allowances: "10.00",
        charges: "5.00",
        net: "95.00",
        vat: "16.10",
        gross: "111.10",
        prepaid: "50.00",
        rounding: "-0.10",
        payable: "61.00",
      },
    };

    it("that add up say nothing", async () => {
      expect(await read(write(sound))).toMatchObject({ kind: "invoice", warnings: [] });
      expect(await read(write({ ...sound, totals: { ...sound.totals, gross: "111.11" } }))).toMatchObject({
        warnings: [],
      });
    });

    it.each<[string, Partial<Document["totals"]>, object[]]>([
      [
        "BT-106",
        { lines: "101.00", net: "96.00" },
        [{ field: "BT-106", found: "100.00", expected: "101.00", difference: "-1.00" }],
      ],
      [
        "BT-107",
        { allowances: "11.00", net: "94.00" },
        [{ field: "BT-107", found: "10.00", expected: "11.00", difference: "-1.00" }],
      ],
      [
        "BT-108",
        { charges: "4.00", net: "94.00" },
        [{ field: "BT-108", found: "5.00", expected: "4.00", difference: "1.00" }],
      ],
      ["BT-109", { net: "95.02" }, [{ field: "BT-109", found: "95.00", expected: "95.02", difference: "-0.02" }]],
    ])("rows that aren't %s refuse the invoice, by how much", async (_, change, problems) => {
      expect(await read(write({ ...sound, totals: { ...sound.totals, ...change } }))).toEqual({
        kind: "rejected",
        problems: problems.map((problem) => ({ code: "total_mismatch", ...problem })),
      });
    });

    it.each<[string, Partial<Document>, object]>([
      [
        "BT-110",
        { totals: { ...sound.totals, vat: "16.20", gross: "111.20", payable: "61.10" } },
        { code: "vat_mismatch", field: "BT-110", found: "16.10", expected: "16.20", difference: "-0.10" },
      ],
      [
        "BT-112",
        { totals: { ...sound.totals, gross: "111.50", payable: "61.40" } },
        { code: "payable_mismatch", field: "BT-112", found: "111.10", expected: "111.50" },
      ],
      [
        "BT-115",
        { totals: { ...sound.totals, payable: "61.10" } },
        { code: "payable_mismatch", field: "BT-115", found: "61.00", expected: "61.10" },
      ],
      [
        "BT-116",
        {
          vat: [
            { base: "75.50", tax: "15.10", rate: "20" },
            { base: "20.00", tax: "1.00", rate: "5" },
          ],
        },
        { code: "vat_mismatch", field: "BT-116", found: "95.50", expected: "95.00" },
      ],
      [
        "BT-117",
        {
          vat: [
            { base: "75.00", tax: "15.02", rate: "20" },
            { base: "20.00", tax: "1.08", rate: "5.5" },
          ],
        },
        { code: "vat_mismatch", field: "BT-117, S 20 %", found: "15.00", expected: "15.02" },
      ],
      [
        "BT-131",
        { lines: [{ quantity: "3", price: "50.00", net: "100.00" }] },
        { code: "line_mismatch", field: "BT-131, 1", found: "150.00", expected: "100.00", difference: "50.00" },
      ],
    ])("%s is a warning, by how much and where", async (_, change, warning) => {
      expect((await warningsOf(write({ ...sound, ...change })))?.[0]).toMatchObject(warning);
      expect(await read(write({ ...sound, ...change }))).toMatchObject({ kind: "invoice" });
    });

    it("a rounded price is no mismatch, an exact one is held to a cent", async () => {
      const of = (price: string, net: string) =>
        warningsOf(write({ lines: [{ quantity: "1000", price, net }], totals: { lines: net, net } }));
      expect(await of("0.02", "23.40")).toEqual([]);
      expect(await of("0.02", "26.00")).toMatchObject([{ code: "line_mismatch" }]);
      expect(await of("0.0234", "23.40")).toEqual([]);
      expect(await of("0.0234", "23.50")).toMatchObject([{ code: "line_mismatch", difference: "-0.10" }]);
    });
  });
});

it("VAT in the currency of the seller's books isn't the invoice's", async () => {
  const text = ublInvoice({
    lines: [{ net: "10.00" }],
    vat: [{ base: "10.00", tax: "2.00", rate: "20" }],
    totals: { lines: "10.00", net: "10.00", vat: "2.00", gross: "12.00" },
  });
  const books = '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">22.00</cbc:TaxAmount></cac:TaxTotal>';
  expect(await warningsOf(text.replace("<cac:TaxTotal>", `${books}<cac:TaxTotal>`))).toEqual([]);
});
