import { describe, expect, it } from "vitest";
import { ciiInvoice, type Document, ublInvoice, zugferd1Invoice } from "../fixtures/e-invoices.ts";
import { invoiceOf, lineOf, read, syntaxes, warningsOf } from "../fixtures/read-e-invoices.ts";

const totals = { lines: "10.00", net: "10.00" };

describe.each(syntaxes)("%s", (_, write) => {
  describe("allowances and charges", () => {
    it("of a line: gross is before them, a charge is apart", async () => {
      const line = {
        quantity: "2",
        price: "50.00",
        net: "95.00",
        allowances: [{ amount: "10.00" }, { amount: "2.00" }, { charge: true, amount: "7.00" }],
      };
      expect(await lineOf(write, line)).toMatchObject({
        gross: 1_000_000,
        discount: 120_000,
        charges: 70_000,
        net: 950_000,
      });
      expect(await warningsOf(write({ totals: { lines: "95", net: "95" }, lines: [line] }))).toEqual([]);
    });

    it("of a price: gross price × quantity ÷ base", async () => {
      const line = {
        quantity: "30",
        price: "8.00",
        grossPrice: "10.00",
        priceDiscount: "2.00",
        base: "10",
        net: "24.00",
      };
      expect(await lineOf(write, line)).toMatchObject({
        gross: 300_000,
        discount: 60_000,
        charges: 0,
        net: 240_000,
        quantity: 300_000,
      });
    });

    it("that say neither are refused", async () => {
      const text = write({ lines: [{ net: "10.00" }], allowances: [{ amount: "1.00" }], totals });
      expect(await read(text.replace(/(Indicator>)false/, "$1yes"))).toMatchObject({
        problems: [{ code: "field_missing", field: "BG-20", found: "yes" }],
      });
    });

    it("a gross price may have a base of its own", async () => {
      const text = ciiInvoice({
        lines: [{ quantity: "30", price: "8.00", grossPrice: "10.00", priceDiscount: "2.00", net: "240.00" }],
        totals: { lines: "240.00", net: "240.00" },
      });
      const based = text.replace("10.00</ram:ChargeAmount>", "$&<ram:BasisQuantity>30</ram:BasisQuantity>");
      expect((await invoiceOf(based)).lines).toMatchObject([{ gross: 3_000_000, discount: 600_000 }]);
      expect(await warningsOf(based)).toEqual([]);
    });

    it("of the document: rows of their own, numbered past the lines'", async () => {
      const text = write({
        period: { start: "2026-10-01", end: "2026-10-31" },
        lines: [{ id: "A1", net: "100.00" }],
        allowances: [
          { amount: "10.00", reason: "Remise fidélité", code: "95" },
          { amount: "1.00", code: "104" },
          { charge: true, amount: "5.00" },
        ],
        totals: { lines: "100.00", allowances: "11.00", charges: "5.00", net: "94.00" },
      });
      const { lines, totalNet } = await invoiceOf(text);
      expect(lines.slice(1)).toMatchObject([
        {
          lineNumber: "A2",
          level: "document",
          net: -100_000,
          gross: 0,
          discount: 100_000,
          itemCode: "95",
          description: "Remise fidélité",
          periodStart: "2026-10-01",
          periodOf: "document",
          type: null,
        },
        { lineNumber: "A3", net: -10_000, itemCode: "104", description: "UNTDID 5189 104" },
        { lineNumber: "C1", net: 50_000, gross: 50_000, discount: 0, itemCode: null },
      ]);
      expect(lines.reduce((sum, { net }) => sum + net, 0)).toBe(totalNet);
    });
  });

  it.each([
    ["380", 1],
    ["384", 1],
    ["386", 1],
    ["389", 1],
    ["381", -1],
    ["261", -1],
    ["396", -1],
    ["503", -1],
  ])("type %s: what gives money back is negative", async (type, sign) => {
    const text = write({
      type,
      lines: [
        { quantity: "2", price: "50.00", net: "90.00", allowances: [{ amount: "10.00" }] },
        { quantity: "-1", price: "20.00", net: "-20.00" },
      ],
      allowances: [{ amount: "5.00" }],
      totals: { lines: "70.00", allowances: "5.00", net: "65.00", vat: "13.00", gross: "78.00" },
    });
    const invoice = await invoiceOf(text);
    expect(invoice).toMatchObject({
      kind: sign === 1 ? "invoice" : "credit_note",
      totalNet: sign * 650_000,
      totalGross: sign * 780_000,
      lines: [
        { quantity: 20_000, gross: sign * 1_000_000, discount: sign * 100_000, net: sign * 900_000 },
        { quantity: 10_000, net: sign * -200_000 },
        { net: sign * -50_000, level: "document" },
      ],
    });
    for (const { gross, discount, charges = 0, net } of invoice.lines)
      expect((gross ?? 0) - discount + charges).toBe(net);
    expect(await warningsOf(text)).toEqual([]);
  });

  it("a credit note of a negative amount is to be paid, and says so", async () => {
    const text = write({ type: "381", lines: [{ net: "-10.00" }], totals: { lines: "-10.00", net: "-10.00" } });
    expect(await read(text)).toMatchObject({
      invoice: { kind: "credit_note", totalNet: 100_000, lines: [{ net: 100_000 }] },
      warnings: [{ code: "credit_negative", field: "BT-109" }],
    });
  });
});

describe("UBL", () => {
  it("credit notes have a root of their own", async () => {
    const text = ublInvoice({ lines: [{ quantity: "1", price: "10.00", net: "10.00" }], totals }, "CreditNote");
    expect(await invoiceOf(text)).toMatchObject({
      kind: "credit_note",
      totalNet: -100_000,
      lines: [{ net: -100_000, quantity: 10_000 }],
    });
  });

  it("sub-lines that add up to their line stand for it, others explain it", async () => {
    const text = ublInvoice({
      lines: [
        {
          id: "1",
          net: "6.00",
          inside: [
            { id: "1.1", net: "4.00", object: "OR1" },
            { net: "2.00", inside: [{ net: "1.00" }, { net: "1.00" }] },
          ],
        },
        { id: "2", net: "4.00", inside: [{ net: "3.00" }] },
      ],
      totals,
    });
    expect((await invoiceOf(text)).lines).toMatchObject([
      { lineNumber: "1.1", net: 40_000, serviceId: "OR1" },
      { lineNumber: "1.2.1", net: 10_000 },
      { lineNumber: "1.2.2", net: 10_000 },
      { lineNumber: "2", net: 40_000 },
    ]);
    expect(await warningsOf(text)).toMatchObject([{ code: "line_mismatch", field: "BT-131, 2", difference: "-1.00" }]);
    const many = { id: "1", net: "0", inside: Array.from({ length: 4_500 }, () => ({ net: "0" })) };
    expect(await read(ublInvoice({ lines: [many], totals }))).toMatchObject({ problems: [{ code: "too_many_lines" }] });
  });
});

describe("EXTENDED", () => {
  const tree = (change: Partial<Document["totals"]> = {}): Document => ({
    lines: [
      { id: "1", status: "GROUP", net: "8.00" },
      { id: "1.1", parent: "1", status: "DETAIL", quantity: "2", price: "2.50", net: "5.00" },
      { id: "1.2", parent: "1", status: "GROUP" },
      { id: "1.2.1", parent: "1.2", status: "DETAIL", net: "3.00" },
      { id: "2", status: "DETAIL", net: "2.00" },
      { id: "2.1", parent: "2", status: "INFORMATION", quantity: "1", price: "1.00", net: "1.00" },
      { id: "2.2", parent: "2", status: "INFORMATION" },
    ],
    totals: { ...totals, ...change },
  });

  it("details count, groups and information don't", async () => {
    expect((await invoiceOf(ciiInvoice(tree()))).lines.map(({ lineNumber, net }) => [lineNumber, net])).toEqual([
      ["1.1", 50_000],
      ["1.2.1", 30_000],
      ["2", 20_000],
    ]);
  });

  it("a group that isn't its sub-lines is said", async () => {
    const text = ciiInvoice(tree()).replace(">8.00<", ">9.00<");
    expect(await warningsOf(text)).toEqual([
      { code: "line_mismatch", field: "BT-131, 1", found: "8.00", expected: "9.00", difference: "-1.00" },
    ]);
  });

  it("lines that are texts alone are none; lines in a ring are refused", async () => {
    const text = zugferd1Invoice({ lines: [{ note: "Vos abonnements" }, { net: "10.00" }], totals });
    expect((await invoiceOf(text)).lines).toMatchObject([{ lineNumber: "2" }]);
    const ring = ciiInvoice({
      lines: [
        { id: "1", parent: "2", net: "5" },
        { id: "2", parent: "1", net: "5" },
      ],
      totals,
    });
    expect(await read(ring)).toMatchObject({ problems: [{ code: "too_demanding" }] });
    expect(await invoiceOf(ciiInvoice({ lines: [{ id: "1", parent: "1", net: "10" }], totals }))).toMatchObject({
      lines: [{}],
    });
  });

  it("a sub-line that nothing is said of counts beside its line", async () => {
    const lines = [
      { id: "1", net: "6.00" },
      { id: "2", parent: "1", net: "4.00" },
    ];
    expect((await invoiceOf(ciiInvoice({ lines, totals }))).lines.map(({ net }) => net)).toEqual([60_000, 40_000]);
  });

  it("shipping is a charge", async () => {
    const text = ciiInvoice({
      lines: [{ net: "10.00" }],
      totals: { lines: "10.00", charges: "4.90", net: "14.90" },
    }).replace(
      "<ram:SpecifiedTradeSettlementHeader",
      "<ram:SpecifiedLogisticsServiceCharge><ram:Description>Livraison</ram:Description><ram:AppliedAmount>4.90</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge>$&",
    );
    expect((await invoiceOf(text)).lines[1]).toMatchObject({ lineNumber: "C1", net: 49_000, description: "Livraison" });
  });
});

describe("ZUGFeRD 1", () => {
  it("BASIC has totals of allowances alone: a row each", async () => {
    const text = zugferd1Invoice({
      lines: [{ net: "12.00" }],
      totals: { lines: "12.00", allowances: "2.00", net: "10.00" },
    });
    expect((await invoiceOf(text)).lines[1]).toMatchObject({ lineNumber: "A1", net: -20_000, level: "document" });
  });

  it("an allowance on what is given back has the sign of its total", async () => {
    const text = zugferd1Invoice({
      lines: [{ quantity: "-5", price: "1.00", net: "-5.00" }],
      allowances: [{ amount: "0.10" }],
      totals: { lines: "-5.00", allowances: "-0.10", net: "-4.90" },
    });
    expect(await invoiceOf(text)).toMatchObject({ totalNet: -49_000, lines: [{ net: -50_000 }, { net: 1_000 }] });
  });
});
