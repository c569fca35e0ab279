import { describe, expect, it } from "vitest";
import { ciiInvoice, zugferd1Invoice } from "../fixtures/e-invoices.ts";
import { embedXml } from "../fixtures/pdf.ts";
import { bytesOf } from "../fixtures/read-e-invoices.ts";
import { readFile } from "./read-file.ts";

describe("a PDF with several attachments", () => {
  const [today, old] = [
    ciiInvoice({ number: "NEW", totals: { lines: "10", net: "10" }, lines: [{ net: "10" }] }),
    zugferd1Invoice({ number: "OLD", totals: { lines: "10", net: "10" }, lines: [{ net: "10" }] }),
  ];
  const numberOf = async (attachments: Record<string, string>) => {
    const result = await readFile(
      embedXml(Object.fromEntries(Object.entries(attachments).map(([name, text]) => [name, bytesOf(text)]))),
    );
    return result.kind === "invoice" ? [result.invoice.number, result.invoice.format] : result.problems;
  };

  it("the standard's name comes first, today's before the former ones", async () => {
    expect(await numberOf({ "ZUGFeRD-invoice.xml": old, "factur-x.xml": today })).toEqual(["NEW", "facturx"]);
    expect(await numberOf({ "annexe.xml": today, "ZUGFERD-INVOICE.XML": old })).toEqual(["OLD", "facturx"]);
    expect(await numberOf({ "annexe.xml": "<a/>", "facture.xml": today })).toEqual(["NEW", "facturx"]);
  });
});
