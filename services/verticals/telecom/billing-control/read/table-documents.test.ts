import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { RememberedLayout } from "./table/read-table.ts";
import {
  at,
  csv,
  demo,
  documentsOf,
  expected,
  header,
  invoiceOf,
  plain,
  problemsOf,
  questionsOf,
  read,
  rows,
  warningsOf,
  without,
  written,
} from "../testing/detail.ts";

describe("documents of a file", () => {
  it("two numbers are two invoices", async () => {
    const two = await documentsOf(written("N° facture", (cell, row) => (row === 3 ? "X-1" : cell)));
    expect(two.map((one) => one.kind === "invoice" && [one.invoice.number, one.invoice.lines.length])).toEqual([
      ["2610-884120", 7],
      ["X-1", 1],
    ]);
  });

  it("a number has one day of issue: rows with another one are named", async () => {
    const [first, second] = await documentsOf(
      written("Date facture", (cell, row) => (row === 3 ? "06/11/2026" : cell)),
    );
    expect(first?.kind === "invoice" && first.invoice.lines.length).toBe(7);
    expect(second).toMatchObject({
      kind: "rejected",
      problems: [{ code: "issue_date_differs", row: 4, field: "Date facture", found: "2026-11-06" }],
    });
  });

  it("a row that belongs to none of several is refused by number", async () => {
    const file = written("N° facture", (cell, row) => (row === 3 ? "X-1" : row === 5 ? "" : cell));
    expect((await documentsOf(file)).at(-1)).toEqual({
      kind: "rejected",
      problems: [{ code: "row_without_invoice", row: 6, field: "N° facture" }],
    });
  });

  it("a number in the first row of each document is that of the rows below", async () => {
    const file = written("N° facture", (_, row) => (row === 1 ? "A-1" : row === 5 ? "B-2" : ""));
    const found = await documentsOf(file);
    expect(found.map((one) => one.kind === "invoice" && [one.invoice.number, one.invoice.lines.length])).toEqual([
      ["A-1", 4],
      ["B-2", 4],
    ]);
  });

  it("a line number used twice, or missing, gets its row's", async () => {
    const twice = written("N° ligne", (cell, row) => (row === 3 ? "2" : row === 4 ? "" : cell));
    expect((await invoiceOf(twice)).lines.map(({ lineNumber }) => lineNumber).slice(0, 5)).toEqual([
      "1",
      "2",
      "2#4",
      "#5",
      "5",
    ]);
    expect(await warningsOf(twice)).toEqual([
      { code: "line_number_given", row: 4, field: "N° ligne", found: "2", expected: "2#4" },
      { code: "line_number_given", row: 5, field: "N° ligne", found: "", expected: "#5" },
    ]);
  });

  it("number and day stand above the table, or a person says them", async () => {
    const bare = csv(without("N° facture", "Date facture"));
    expect(await invoiceOf(`Orange;Facture n° 2610-884120 du 05/11/2026\n\n${bare}`)).toEqual(expected);
    expect(
      await invoiceOf(
        `N° de facture :;2610-884120\nDate d'émission;5 novembre 2026\nPériode;du 01/10/2026 au 31/10/2026\n\n${bare}`,
      ),
    ).toEqual(expected);
    expect(await questionsOf(bare, { fileName: "SFR_26-11-55873_detail.csv" })).toEqual([
      { kind: "invoice_number", suggestion: "26-11-55873" },
      { kind: "issued_on", suggestion: null },
    ]);
    const answers = [{ table: "detail.csv", invoiceNumber: "2610-884120", issuedOn: "2026-11-05" }];
    expect(await invoiceOf(bare, { answers })).toEqual(expected);
  });

  it("a column that says nothing of it, or only a month, is no answer", async () => {
    const both = [{ kind: "invoice_number", suggestion: null }];
    expect(await questionsOf(written("N° facture", () => ""))).toEqual(both);
    expect(await questionsOf(written("N° facture", () => "2,61E+09"))).toEqual(both);
    expect(await questionsOf(written("Date facture", () => "novembre 2026"))).toEqual([
      { kind: "issued_on", suggestion: null },
    ]);
  });

  it("a name that stands alone at the top is the supplier's, where no column names it", async () => {
    const bare = csv(without("Fournisseur"));
    expect((await invoiceOf(`SFR Business;;\nDétail des lignes\n${bare}`)).seller.name).toBe("SFR Business");
    expect((await invoiceOf(`Détail des lignes\n${bare}`)).seller.name).toBe("");
    expect((await invoiceOf(`Fournisseur : Opérateur d’Été\n${bare}`)).seller.name).toBe("Opérateur d’Été");
  });

  it("a period above the table is the document's, and makes nothing recurring", async () => {
    const bare = csv(without("Début période", "Fin période"));
    const invoice = await invoiceOf(`Période du 01/10/2026 au 31/10/2026\n${bare}`);
    expect([invoice.periodStart, invoice.lines[0]?.periodOf]).toEqual(["2026-10-01", "document"]);
  });

  it("a credit note gives money back, whatever the sign it is written with", async () => {
    const bare = csv(without("N° facture", "Date facture"));
    const invoice = await invoiceOf(`Avoir n° AV-2610 du 05/11/2026\n${bare}`);
    expect([invoice.kind, invoice.totalNet]).toEqual(["credit_note", -expected.totalNet]);
  });

  it("an archive holds several, each with its name; what systems put beside is none", async () => {
    const other = written("N° facture", () => "X-1");
    const file = zipSync({
      "d.csv": strToU8(plain),
      "sub/e.csv": strToU8(other),
      "__MACOSX/._d.csv": strToU8("x"),
      "lisezmoi.txt": strToU8("Bonjour"),
    });
    const { documents } = await read(file, { fileName: "factures.zip" });
    expect(documents.map(({ fileName, result }) => [fileName, result.kind])).toEqual([
      ["factures.zip/d.csv", "invoice"],
      ["factures.zip/sub/e.csv", "invoice"],
      ["factures.zip/lisezmoi.txt", "rejected"],
    ]);
    expect(documents[0]?.packed?.name).toBe("d.csv");
  });

  it("an archive of too much is refused before it is unpacked", async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`${n}.csv`, strToU8("a")])));
    expect(await problemsOf(many)).toEqual([{ code: "archive_too_large" }]);
    const large = zipSync({ "a.csv": new Uint8Array(21 * 1024 * 1024) });
    expect(await problemsOf(large)).toEqual([{ code: "archive_too_large" }]);
    expect(await problemsOf(zipSync({ "a.zip": zipSync({ "b.csv": strToU8(plain) }) }))).toEqual([
      { code: "unknown_format" },
    ]);
  });

  it("an e-invoice without lines and its detail are one document", async () => {
    const ubl = readFileSync(new URL("../fixtures/ubl-invoice.xml", import.meta.url), "utf8");
    const head = ubl
      .replace(/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s, "")
      .replace("F-26-10417", "2610-884120")
      .replace(/147\.10/g, "125.00");
    const file = zipSync({ "a.xml": strToU8(head), "b.csv": strToU8(plain) });
    const [whole, ...others] = await documentsOf(file);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({
      invoice: { format: "ubl", seller: { vatNumber: "FR12422895722" }, lines: expected.lines },
    });
    const less = zipSync({ "a.xml": strToU8(head), "b.csv": strToU8(demo.slice(0, 5).join("\n")) });
    expect(await problemsOf(less)).toMatchObject([{ code: "total_mismatch", expected: "125.0000" }]);
  });
});

describe("what can't be read", () => {
  it("is named by row and column; nothing of the document is imported", async () => {
    const bad = readFileSync(new URL("../fixtures/bad-rows.csv", import.meta.url), "utf8");
    expect(await problemsOf(bad)).toEqual([
      { code: "number_invalid", row: 3, field: "Montant net HT", found: "douze" },
      { code: "date_invalid", row: 4, field: "Début période", found: "31/02/2026" },
      { code: "row_length", row: 5, found: "5", expected: "17" },
    ]);
    const { tables } = await read(`sep=;\n${bad}`);
    expect(tables[0]?.rows.filter(({ problems }) => problems.length > 0).map(({ row }) => row)).toEqual([4, 5, 6]);
  });

  it("may be put right, or left out, by a person", async () => {
    const file = written("Montant net HT", (cell, row) => (row === 2 ? "17,5O" : cell));
    const { tables } = await read(file);
    expect(tables[0]?.questions).toEqual([{ kind: "cell", row: 3, column: 14, found: "17,5O", suggestion: "17,50" }]);
    const corrections = [{ row: 3, column: 14, text: "17,50" }];
    expect(await invoiceOf(file, { answers: [{ table: "detail.csv", corrections }] })).toEqual(expected);
    const answers = [{ table: "detail.csv", without: [3] }];
    expect((await invoiceOf(file, { answers })).lines).toHaveLength(7);
    expect(await warningsOf(file, { answers })).toEqual([{ code: "row_left_out", row: 3 }]);
  });

  it("a cell too many moves the others", async () => {
    const file = plain.replace("Business 50 Go", "Business; 50 Go");
    expect(await problemsOf(file)).toEqual([{ code: "row_length", row: 2, found: "18", expected: "17" }]);
  });

  it.each([
    ["prose", "Bonjour, voici la facture.", "unknown_format"],
    ["a header alone", header, "empty_file"],
    ["blanks", " \n;;\n", "empty_file"],
    ["too many columns", "a;".repeat(400), "table_too_large"],
  ])("%s", async (_, text, code) => {
    expect(await problemsOf(text)).toMatchObject([{ code }]);
  });
});

describe("columns of an unknown layout", () => {
  const names = ["A", "B", "C", "D", "E", "F", "G"];
  const unknown = csv([
    names,
    ...rows
      .slice(1)
      .map((cells) => [
        cells[at("Numéro")] ?? "",
        cells[at("ICCID")] ?? "",
        cells[at("Libellé")] ?? "",
        cells[at("Début période")] ?? "",
        cells[at("Fin période")] ?? "",
        cells[at("Montant net HT")] ?? "",
        "KGA-02",
      ]),
  ]);

  it("are proposed from their values, and asked", async () => {
    const { tables } = await read(unknown);
    expect(tables[0]).toMatchObject({
      state: "needs-mapping",
      settings: { encoding: "utf-8", separator: ";", headerRow: 1, decimals: ",", lines: 8, totals: 0 },
    });
    expect(tables[0]?.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ["number", "probable"],
      ["iccid", "sure"],
      ["description", "probable"],
      ["periodStart", "probable"],
      ["periodEnd", "probable"],
      ["net", "asked"],
      [null, "unused"],
    ]);
    expect(tables[0]?.questions).toEqual([
      { kind: "column", column: 5, field: "net" },
      { kind: "invoice_number", suggestion: null },
      { kind: "issued_on", suggestion: null },
    ]);
  });

  it("are what a person says, and then what they said last time", async () => {
    const columns = {
      0: "number",
      1: "iccid",
      2: "description",
      3: "periodStart",
      4: "periodEnd",
      5: "net",
      6: null,
    } as const;
    const answers = [{ table: "detail.csv", columns, invoiceNumber: "F-1", issuedOn: "2026-11-05" }];
    const invoice = await invoiceOf(unknown, { answers });
    expect(invoice.lines.map(({ net }) => net)).toEqual(expected.lines.map(({ net }) => net));
    const remembered: RememberedLayout[] = [
      { supplierCode: "autre", columns: { a: "net", b: "net" } },
      {
        supplierCode: "orange",
        columns: { a: "number", b: "iccid", c: "description", d: "periodStart", e: "periodEnd", f: "net", g: null },
      },
    ];
    const { tables, documents } = await read(`Facture F-1 du 05/11/2026\n${unknown}`, { remembered });
    expect([tables[0]?.state, tables[0]?.questions, documents[0]?.supplierCode]).toEqual(["remembered", [], "orange"]);
    expect(documents[0]?.result).toMatchObject({ kind: "invoice", invoice: { lines: invoice.lines } });
  });

  it("shows rows as lines as long as no column is the amount", async () => {
    const { tables } = await read("Champ1;Champ2\nA;b\nC;d", {
      answers: [{ table: "detail.csv", headerRow: 1 }],
    });
    expect(tables[0]?.questions).toContainEqual({ kind: "missing", field: "net" });
    expect([tables[0]?.settings.lines, tables[0]?.rows.map(({ kind }) => kind)]).toEqual([2, ["line", "line"]]);
  });

  it("may have no names at all", async () => {
    const { tables } = await read(unknown.split("\n").slice(1).join("\n"));
    expect(tables[0]?.settings).toMatchObject({ headerRow: 0, lines: 8 });
  });

  it("settings are taken at a person's word", async () => {
    const answers = [{ table: "detail.csv", headerRow: 2, separator: ";", encoding: "windows-1252" }] as const;
    const { tables } = await read(`x;y;z\n${unknown}`, { answers });
    expect(tables[0]?.settings).toMatchObject({ headerRow: 2, encoding: "windows-1252" });
  });
});
