import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { maxFileBytes } from "../contract.ts";
import { embedXml } from "../fixtures/pdf.ts";
import type { ReadResult } from "../invoice.ts";
import { readFile } from "./read-file.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const bytes = (name: string) => new Uint8Array(readFileSync(fixtures + name));
const text = (content: string) => new Uint8Array(Buffer.from(content, "utf8"));
const codes = (result: ReadResult) => (result.kind === "rejected" ? result.problems.map(({ code }) => code) : []);
const ubl = readFileSync(`${fixtures}ubl-invoice.xml`, "utf8");
const demo = new Uint8Array(readFileSync(new URL("../../../../../docs/demo/orange-2610-884120.csv", import.meta.url)));

describe("reading supplier files", () => {
  it("reads UBL with its lines, references, numbers in labels and allowances", async () => {
    const result = await readFile(bytes("ubl-invoice.xml"));
    expect(result).toMatchObject({
      kind: "invoice",
      invoice: {
        format: "ubl",
        number: "F-26-10417",
        issuedOn: "2026-11-03",
        totalNet: 1_471_000,
        seller: { name: "Alphalink", vatNumber: "FR12422895722", siren: "422895722" },
        lines: [
          {
            serviceId: "AL-0000-0000",
            itemCode: "AL-F1G",
            net: 671_000,
            type: null,
            periodStart: "2026-10-01",
          },
          { number: "+33261914012", gross: 900_000, discount: 100_000, net: 800_000 },
        ],
      },
    });
  });

  it("reads CII, alone and inside a PDF", async () => {
    const cii = bytes("cii-invoice.xml");
    expect(await readFile(cii)).toMatchObject({
      kind: "invoice",
      invoice: { format: "cii", number: "CII-1", totalNet: 500_000, lines: [{ net: 500_000, serviceId: "OR77" }] },
    });
    expect(await readFile(embedXml(cii))).toMatchObject({
      kind: "invoice",
      invoice: { format: "facturx", number: "CII-1" },
    });
  });

  it("dials numbers where the brand is", async () => {
    const numbers = async (content: Uint8Array, country?: string) => {
      const result = await readFile(content, country);
      return result.kind === "invoice" ? result.invoice.lines.map(({ number }) => number) : [];
    };
    const belgian = text(Buffer.from(demo).toString("utf8").replace("06 39 98 41 03", "0470 12 34 56"));
    expect((await numbers(belgian, "BE"))[0]).toBe("+32470123456");
    expect((await numbers(belgian))[0]).not.toBe("+32470123456");
    const inLabel = text(ubl.replace("02 61 91 40 12", "0470 12 34 56"));
    expect(await numbers(inLabel, "BE")).toContain("+32470123456");
    expect(await numbers(inLabel)).not.toContain("+32470123456");
  });

  it("reads an operator's detail, in UTF-8 and in Windows-1252", async () => {
    const result = await readFile(demo);
    expect(result).toMatchObject({
      kind: "invoice",
      invoice: { format: "csv", number: "2610-884120", periodStart: "2026-10-01", periodEnd: "2026-10-31" },
    });
    const latin = iconv.encode(Buffer.from(demo).toString("utf8"), "win1252");
    expect(await readFile(new Uint8Array(latin))).toEqual(result);
  });

  it("case 09: takes the line sep=; at its word, and keeps the file's row numbers", async () => {
    const plain = Buffer.from(demo)
      .toString("utf8")
      .replace(/^\ufeff/, "");
    const result = await readFile(demo);
    for (const line of ["sep=;\n", "sep=;\r\n", "\ufeffSEP=;\r\n", '"sep=;"\n'])
      expect(await readFile(text(line + plain))).toEqual(result);
    const bad = readFileSync(`${fixtures}bad-rows.csv`, "utf8");
    const rows = (read: ReadResult) => (read.kind === "rejected" ? read.problems.map(({ row }) => row) : []);
    expect(rows(await readFile(text(`sep=;\n${bad}`)))).toEqual([4, 5, 6]);
  });

  it("cases 10 and 11: one bad byte spoils no file, nor does the DOS end of file", async () => {
    const result = await readFile(demo);
    expect(await readFile(new Uint8Array([...demo, 0x1a]))).toEqual(result);
    const at = Buffer.from(demo).indexOf("é");
    const bad = await readFile(new Uint8Array([...demo.subarray(0, at), 0xe9, ...demo.subarray(at + 2)]));
    expect(bad).toEqual(result);
  });

  it.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ["nothing", new Uint8Array(), "empty_file"],
    ["white space", text(" \n\n"), "empty_file"],
    ["50 MB", new Uint8Array(maxFileBytes + 1), "file_too_large"],
    ["prose", text("Bonjour, voici la facture."), "unknown_format"],
    ["truncated XML", bytes("truncated.xml"), "xml_malformed"],
    ["another document", bytes("other-document.xml"), "xml_not_an_invoice"],
    ["HTML", text("<html><body>404</body></html>"), "xml_not_an_invoice"],
    [
      "an Invoice of another namespace",
      text('<Invoice xmlns="urn:example"><ID>1</ID></Invoice>'),
      "xml_not_an_invoice",
    ],
    ["entities", text('<!DOCTYPE x [<!ENTITY a "b">]><Invoice>&a;</Invoice>'), "xml_forbidden_doctype"],
    [
      "UTF-8 that is none",
      new Uint8Array(Buffer.from(ubl.replace("Alphalink", "Opérateur"), "latin1")),
      "encoding_unreadable",
    ],
    ["an unknown encoding", text(ubl.replace("UTF-8", "X-KLINGON")), "encoding_unreadable"],
    ["a PDF without invoice", embedXml(text("<a/>"), "notes.txt"), "pdf_without_invoice"],
    ["a damaged PDF", text("%PDF-1.7\nnothing"), "pdf_unreadable"],
    ["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0x1a]), "encoding_unreadable"],
    [
      "lines that do not add up",
      text(
        ubl.replace(
          '<cbc:LineExtensionAmount currencyID="EUR">147.10',
          '<cbc:LineExtensionAmount currencyID="EUR">150.10',
        ),
      ),
      "total_mismatch",
    ],
    ["no number", text(ubl.replace("<cbc:ID>F-26-10417</cbc:ID>", "")), "field_missing"],
    ["a date that is none", text(ubl.replace("2026-11-03", "2026-13-03")), "date_invalid"],
    [
      "a period that ends before it starts",
      text(ubl.replace("<cbc:EndDate>2026-10-31", "<cbc:EndDate>2026-09-30")),
      "period_invalid",
    ],
  ])("refuses %s with a reason", async (_name, content, code) => {
    expect(codes(await readFile(await content))).toContain(code);
  });
});
