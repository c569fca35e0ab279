import { describe, expect, it } from "vitest";
import { inEnvelope } from "../fixtures/e-invoices.ts";
import { bytesOf, invoiceOf, lineOf, read, syntaxes, warningsOf } from "../fixtures/read-e-invoices.ts";
import { readSuppliersFile } from "./read-file.ts";
import { readXmlDocuments } from "./xml.ts";

const totals = { lines: "10.00", net: "10.00" };

describe.each(syntaxes)("%s", (syntax, write) => {
  it("is read alone, in an envelope, after a comment or an instruction, and whatever its prefixes are", async () => {
    const text = write({ totals, lines: [{ net: "10.00" }] });
    const invoice = await invoiceOf(text);
    expect(invoice).toMatchObject({
      format: syntax === "UBL" ? "ubl" : "cii",
      kind: "invoice",
      number: "F-1",
      issuedOn: "2026-11-03",
      totalNet: 100_000,
      seller: { name: "Alphalink", vatNumber: "FR12422895722", siren: "422895722" },
      lines: [{ lineNumber: "1", net: 100_000, gross: 100_000, discount: 0, quantity: 10_000, level: "line" }],
    });
    const after = (what: string) => text.replace("?>", `?>${what}`);
    const variants = [
      inEnvelope(text),
      after('<!-- <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"> -->'),
      after('<?xml-stylesheet href="a.xsl"?>\n'),
      text.replace(/(<\/?|xmlns:)ram\b/g, "$1x").replace(/(<\/?|xmlns:)cbc\b/g, "$1y.z"),
      text.replace(
        /<(\/?)(Invoice)\b( xmlns)?/g,
        (_, end, name, xmlns) => `<${end}u:${name}${xmlns ? " xmlns:u" : ""}`,
      ),
      text.replace("Alphalink", "<![CDATA[Alpha]]>l<!-- name -->ink"),
      `\ufeff${text}`,
    ];
    for (const variant of variants) expect(await invoiceOf(variant)).toEqual(invoice);
    expect(await invoiceOf(text.replace("Alphalink", "&#65;lphalin&#x6b;"))).toEqual(invoice);
  });

  it("decodes character references once, in every value", async () => {
    const line = await lineOf(write, {
      net: "10.00",
      name: "Op&#233;rateur &#x20AC; &lt;b&gt; &quot;&apos; &amp;#233; &#0;&#xD800;",
    });
    expect(line?.description).toBe("Opérateur € <b> \"' &#233; &#0;&#xD800;");
  });

  it.each([
    ["64.", 640_000],
    [".50", 5_000],
    ["+5.00", 50_000],
    [" -1.23456 ", -12_346],
    ["007", 70_000],
  ])("reads %s", async (net, money) => expect(await lineOf(write, { net })).toMatchObject({ net: money }));

  it.each(["1,50", "1 000.00", "1e3", ".", "-", "12 €", "NaN", "1000000000000"])(
    "refuses %s as an amount",
    async (net) => {
      expect(await read(write({ totals, lines: [{ net }] }))).toEqual({
        kind: "rejected",
        problems: [{ code: "number_invalid", field: "BT-131, 1", found: net }],
      });
    },
  );

  it("keeps what a line says of its period, and takes the document's where it says nothing", async () => {
    const whole = { start: "2026-10-01", end: "2026-10-31" };
    const period = async (own?: { start?: string; end?: string }, header?: typeof whole) => {
      const line = await lineOf(write, { net: "1", ...(own && { period: own }) }, header && { period: header });
      return [line?.periodStart, line?.periodEnd, line?.periodOf];
    };
    expect(await period({ start: "2026-10-15" }, whole)).toEqual(["2026-10-15", null, "line"]);
    expect(await period({ end: "2026-10-15" }, whole)).toEqual([null, "2026-10-15", "line"]);
    expect(await period(undefined, whole)).toEqual(["2026-10-01", "2026-10-31", "document"]);
    expect(await period()).toEqual([null, null, null]);
    expect(await read(write({ totals, lines: [{ net: "10", period: { start: "2026-02-30" } }] }))).toMatchObject({
      problems: [{ code: "date_invalid", field: "BT-134, 1" }],
    });
  });

  it("reads a document without lines as its totals, and says so", async () => {
    const text = write({ totals: { net: "10.00", vat: "2.00", gross: "12.00", payable: "5.00" } });
    expect(await read(text)).toMatchObject({
      invoice: { totalNet: 100_000, lines: [] },
      warnings: [{ code: "header_only" }],
    });
    expect(await warningsOf(text)).toHaveLength(1);
    expect(await read(write({ totals: { lines: "12.00", net: "10.00" } }))).toMatchObject({
      problems: [{ code: "total_mismatch", field: "BT-109", difference: "2.00" }],
    });
  });

  it("tells lines of the same number apart, and says so", async () => {
    const text = write({
      lines: [
        { id: "7", net: "4.00" },
        { id: "7", net: "6.00" },
      ],
      totals,
    });
    expect(await read(text)).toMatchObject({
      invoice: { lines: [{ lineNumber: "7" }, { lineNumber: "7 (2)" }] },
      warnings: [{ code: "duplicate_line", found: "7" }],
    });
  });

  it("reads every invoice of an envelope", async () => {
    const [one, two] = [
      write({ totals, lines: [{ net: "10" }] }),
      write({ number: "F-2", totals, lines: [{ net: "11" }] }),
    ];
    expect(readXmlDocuments(bytesOf(inEnvelope(one, two, one)), undefined, "FR")).toMatchObject([
      { kind: "invoice", invoice: { number: "F-1" } },
      { kind: "rejected", problems: [{ code: "total_mismatch" }] },
      { kind: "invoice", invoice: { number: "F-1" } },
    ]);
    const { documents } = await readSuppliersFile({ bytes: bytesOf(inEnvelope(one, two)), fileName: "two.xml" });
    expect(documents.map(({ result }) => result.kind)).toEqual(["invoice", "rejected"]);
  });

  it("keeps its limits inside an envelope", async () => {
    const of = (body: string) => inEnvelope(write({ totals }).replace(/<\/[^>]+>$/, (end) => body + end));
    expect(await read(of("<a>".repeat(200) + "</a>".repeat(200)))).toMatchObject({
      problems: [{ code: "too_demanding" }],
    });
    const line = syntax === "UBL" ? "<InvoiceLine/>" : "<x:IncludedSupplyChainTradeLineItem/>";
    expect(await read(of(line.repeat(4_501)))).toMatchObject({ problems: [{ code: "too_many_lines" }] });
    expect(await read(`<!DOCTYPE a>${write({ totals })}`)).toMatchObject({
      problems: [{ code: "xml_forbidden_doctype" }],
    });
  });
});
