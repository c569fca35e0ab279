import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import {
  at,
  csv,
  demo,
  expected,
  header,
  invoiceOf,
  plain,
  read,
  rows,
  without,
  written,
  type Content,
} from "../testing/detail.ts";

describe("one detail in many writings is one invoice", () => {
  it("reads it whole", () => {
    expect(expected).toMatchObject({
      format: "csv",
      number: "2610-884120",
      issuedOn: "2026-11-05",
      seller: { name: "Orange" },
      periodStart: "2026-10-01",
      periodEnd: "2026-10-31",
    });
    expect(expected.lines).toHaveLength(8);
    expect(expected.lines[1]).toMatchObject({
      lineNumber: "2",
      serviceId: "OR61596064",
      iccid: "893317834509405532",
      number: "+33639984106",
      itemCode: "OR-B100",
      description: "Business 100 Go",
      type: "Abonnement",
      quantity: 10_000,
      gross: 195_000,
      discount: 20_000,
      net: 175_000,
      periodOf: "line",
    });
  });

  const encoded = (encoding: string, addBOM = false) => new Uint8Array(iconv.encode(plain, encoding, { addBOM }));
  const english: Readonly<Record<string, string>> = {
    Fournisseur: "Supplier",
    "N° facture": "Invoice number",
    "Date facture": "Invoice date",
    "N° ligne": "Line",
    "Identifiant service": "Service ID",
    ICCID: "ICCID",
    Numéro: "Phone number",
    "Référence client": "Customer reference",
    "Code article": "Item code",
    Libellé: "Description",
    Type: "Charge type",
    Quantité: "Quantity",
    "Montant brut HT": "Gross amount",
    "Remise HT": "Discount",
    "Montant net HT": "Net amount (excl. VAT)",
    "Début période": "Period start",
    "Fin période": "Period end",
  };
  const short: Readonly<Record<string, string>> = {
    "N° facture": "Num_Fact",
    "Date facture": "Dt_Fact",
    Numéro: "Num_Ligne",
    Libellé: "Lib_Produit",
    "Montant brut HT": "Mt_Brut",
    "Remise HT": "Mt_Rem",
    "Montant net HT": "Mt_Net",
    "Début période": "Per_Deb",
    "Fin période": "Per_Fin",
  };
  const named = (names: Readonly<Record<string, string>>) =>
    csv([rows[0]?.map((name) => names[name] ?? name) ?? [], ...rows.slice(1)]);
  const pointed = (text: string) => text.replace(/(\d),(\d{2})/g, "$1.$2");

  it.each<[string, Content]>([
    ["Windows-1252", encoded("windows-1252")],
    ["UTF-8 with its mark", `\ufeff${plain}`],
    ["UTF-16 with its mark", encoded("utf-16le", true)],
    ["UTF-16 without", encoded("utf-16le")],
    ["UTF-16 the other way round", encoded("utf-16be", true)],
    ["an old Mac's", encoded("macintosh")],
    ["DOS", encoded("cp850")],
    ["UTF-8 encoded twice", Buffer.from(plain).toString("latin1")],
    ["Windows' lines", plain.replaceAll("\n", "\r\n")],
    ["an old Mac's lines", plain.replaceAll("\n", "\r")],
    ["all in quotes", csv(rows.map((row) => row.map((cell) => `"${cell}"`)))],
    ["tabs", plain.replaceAll(";", "\t")],
    ["bars", plain.replaceAll(";", "|")],
    ["commas and decimal points", pointed(plain).replaceAll(";", ",")],
    [
      "commas and quotes",
      csv(
        rows.map((row) => row.map((cell) => `"${cell}"`)),
        ",",
      ),
    ],
    ["sep=", `sep=;\r\n${plain}`],
    ["empty rows", plain.replaceAll("\n", "\n\n;;;;;;;;;;;;;;;;\n")],
    ["a separator at the end", demo.map((line) => `${line};`).join("\n")],
    ["one more column", demo.map((line, row) => `${line};${row === 0 ? "Commentaire" : "x"}`).join("\n")],
    ["columns turned round", csv(rows.map((row) => [...row].reverse()))],
    ["capitals", csv([header.toUpperCase().split(";"), ...rows.slice(1)])],
    [
      "neither accents nor blanks",
      csv([(rows[0] ?? []).map((name) => name.normalize("NFD").replace(/[^A-Za-z]/g, "")), ...rows.slice(1)]),
    ],
    ["English names", named(english)],
    ["names cut short", named({ ...short, "N° ligne": "Rang" })],
    ["a title above", `Détail de facture\n\n${plain}`],
    ["lines about the document above", `Orange Business;;\nPage 1/2\n\n${plain}`],
    ["the names again on every page", [...demo.slice(0, 4), "Page 2", header, ...demo.slice(4)].join("\n")],
    ["no discount column", csv(without("Remise HT"))],
    ["no net column", csv(without("Montant net HT"))],
    ["no quantity", csv(without("Quantité"))],
    ["empty quantities", written("Quantité", () => "")],
    ["ISO days", written("Date facture", () => "2026-11-05")],
    ["points in days", written("Début période", () => "01.10.2026")],
    ["years of two figures", written("Date facture", () => "05/11/26")],
    ["hours behind days", written("Date facture", () => "05/11/2026 00:00:00")],
    ["days of one figure", written("Début période", () => "1/10/2026")],
    ["names of months", written("Date facture", () => "5 nov. 2026")],
    ["English days", written("Date facture", () => "November 5, 2026")],
    ["a spreadsheet's days", written("Début période", () => "46296")],
    ["months", written("Début période", () => "octobre 2026")],
    ["numbers together", written("Numéro", (cell) => cell.replaceAll(" ", ""))],
    ["numbers with points", written("Numéro", (cell) => cell.replaceAll(" ", "."))],
    ["numbers with dashes", written("Numéro", (cell) => cell.replaceAll(" ", "-"))],
    ["numbers with blanks that don't break", written("Numéro", (cell) => cell.replaceAll(" ", "\u00a0"))],
    ["numbers without their zero", written("Numéro", (cell) => cell.replaceAll(" ", "").slice(1))],
    ["numbers with a decimal", written("Numéro", (cell) => `${cell.replaceAll(" ", "").slice(1)},0`)],
    ["numbers with an apostrophe", written("Numéro", (cell) => `'${cell.replaceAll(" ", "")}`)],
    ["numbers as formulas", written("Numéro", (cell) => `"=""${cell.replaceAll(" ", "")}"""`)],
    ["numbers as addresses", written("Numéro", (cell) => `tel:${cell.replaceAll(" ", "")}`)],
    ["international numbers", written("Numéro", (cell) => `+33 (0)${cell.slice(1)}`)],
    ["numbers with 0033", written("Numéro", (cell) => `0033${cell.slice(1).replaceAll(" ", "")}`)],
    ["numbers with 33", written("Numéro", (cell) => `33${cell.slice(1).replaceAll(" ", "")}`)],
    [
      "numbers of which a spreadsheet kept all figures",
      written("Numéro", (cell) => `${cell[1]},${cell.slice(2).replaceAll(" ", "")}E+08`),
    ],
    ["euros behind", written("Montant net HT", (cell) => `${cell} €`)],
    ["euros before", written("Montant net HT", (cell) => `€ ${cell}`)],
    ["EUR", written("Montant net HT", (cell) => `${cell} EUR`)],
    ["decimal points", written("Montant net HT", (cell) => cell.replace(",", "."))],
    ["a plus", written("Montant net HT", (cell) => `+${cell}`)],
    [
      "a column of months",
      csv(without("Début période", "Fin période").map((row, line) => [...row, line === 0 ? "Mois" : "10/2026"])),
    ],
    [
      "a column of periods",
      csv(
        without("Début période", "Fin période").map((row, line) => [
          ...row,
          line === 0 ? "Période" : "du 01/10/2026 au 31/10/2026",
        ]),
      ),
    ],
    ["discounts written negative", written("Remise HT", (cell) => (cell === "0,00" ? cell : `-${cell}`))],
    [
      "discounts as shares",
      written(
        "Remise HT",
        (cell, row) =>
          `${((100 * Number(cell.replace(",", "."))) / Number((rows[row]?.[at("Montant brut HT")] ?? "1").replace(",", "."))).toFixed(6).replace(".", ",")} %`,
      ),
    ],
  ])("%s", async (_, content) => {
    expect(await invoiceOf(content)).toEqual(expected);
  });

  it("quotes within a label, and one that never ends", async () => {
    const inches = await invoiceOf(plain.replace("Business 50 Go", 'Écran 27"'));
    expect(inches.lines[0]?.description).toBe('Écran 27"');
    const open = await invoiceOf(plain.replace("Business 50 Go", '"Forfait'));
    expect(open.lines).toHaveLength(8);
  });

  it("lines within a label", async () => {
    const { lines } = await invoiceOf(plain.replace("Business 50 Go", '"Business 50 Go\noption; comprise"'));
    expect(lines[0]?.description).toBe("Business 50 Go option; comprise");
    expect(lines).toHaveLength(8);
  });

  it.each([
    ["1 234,56", 12_345_600],
    ["1\u00a0234,56", 12_345_600],
    ["1\u202f234,56", 12_345_600],
    ["1.234,56", 12_345_600],
    ["1'234,56", 12_345_600],
    ["1,234.56", 12_345_600],
    ["-12,40", -124_000],
    ["12,40-", -124_000],
    ["(12,40)", -124_000],
    ["−12,40", -124_000],
    ["- 12,40 €", -124_000],
    ["1.234", 12_340_000],
  ])("%s", async (text, net) => {
    const { lines } = await invoiceOf(written("Montant net HT", (cell, row) => (row === 1 ? text : cell)));
    expect(lines[0]?.net).toBe(net);
  });

  it("English thousands where the other amounts have a decimal point", async () => {
    const english = written("Montant net HT", (cell, row) => (row === 1 ? '"1,234"' : cell)).replace(
      /(\d),(\d{2})(?!\d)/g,
      "$1.$2",
    );
    expect((await invoiceOf(english)).lines[0]?.net).toBe(12_340_000);
  });

  it("names mean what their values can be", async () => {
    const fields = async (content: string) => {
      const { tables } = await read(content);
      return tables[0]?.columns.map(({ field, confidence }) => `${field} ${confidence}`);
    };
    const bill = [
      "Bill number,Bill date,Account,Service number,Line,Description,From,To,Qty,Amount (ex VAT)",
      'B-1,10/31/2026,4711,0639984103,1,Plan,10/01/2026,10/31/2026,1,"1,234.50"',
      "B-1,10/31/2026,4711,0639984106,2,Plan,10/01/2026,10/31/2026,1,12.50",
    ].join("\n");
    expect(await fields(bill)).toEqual([
      "invoiceNumber sure",
      "issuedOn sure",
      "null unused",
      "number sure",
      "lineNumber sure",
      "description sure",
      "periodStart sure",
      "periodEnd sure",
      "quantity sure",
      "net sure",
    ]);
    expect(await invoiceOf(bill)).toMatchObject({
      issuedOn: "2026-10-31",
      periodEnd: "2026-10-31",
      totalNet: 12_470_000,
    });
    const calls = "N° facture;Date facture;Date;Ligne;Libellé;Montant\nF-7;05/11/2026;01/10/2026;0639984103;Appel;0,12";
    expect(await fields(`${calls}\n${"F-7;05/11/2026;02/10/2026;0639984103;Appel;0,12"}`)).toEqual([
      "invoiceNumber sure",
      "issuedOn sure",
      "null unused",
      "number sure",
      "description sure",
      "net asked",
    ]);
  });
});
