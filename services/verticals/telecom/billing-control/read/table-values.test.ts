import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { workbook } from "../../../../platform/testing/workbook.ts";
import {
  at,
  cellsOf,
  csv,
  demo,
  documentsOf,
  expected,
  invoiceOf,
  plain,
  problemsOf,
  questionsOf,
  rows,
  warningsOf,
  written,
} from "../testing/detail.ts";

describe("workbooks", () => {
  const day = (text: string) => {
    const [date = "1", month = "1", year = "2026"] = text.split("/");
    return new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  };
  const typed = rows.map((cells, row) =>
    cells.map((cell) => {
      if (row === 0 || cell === "") return cell === "" ? null : cell;
      if (/^\d+,\d\d$/.test(cell)) return Number(cell.replace(",", "."));
      if (/^\d\d\/\d\d\/\d{4}$/.test(cell)) return day(cell);
      return cell;
    }),
  );

  it("reads numbers and days of a sheet, below a cover that names nothing", async () => {
    const file = workbook({ Couverture: [["Orange Business"], ["Votre détail"]], Détail: [[], ["Détail"], ...typed] });
    expect(await invoiceOf(file, { fileName: "detail.xlsx" })).toEqual({ ...expected, format: "xlsx" });
  });

  it("reads each sheet that is a table, and the number from the cover", async () => {
    const bare = typed.map((cells) =>
      cells.filter((_, column) => column !== at("N° facture") && column !== at("Date facture")),
    );
    const file = workbook({ Couverture: [["Facture n° 2610-884120 du 05/11/2026"]], A: bare });
    expect(await invoiceOf(file)).toEqual({ ...expected, format: "xlsx" });
    const two = await documentsOf(
      workbook({
        A: typed,
        B: typed.map((cells, row) =>
          cells.map((cell, column) => (row > 0 && column === at("N° facture") ? "2610-2" : cell)),
        ),
      }),
    );
    expect(two.map((one) => one.kind === "invoice" && one.invoice.number)).toEqual(["2610-884120", "2610-2"]);
  });

  it("sheets of one invoice are that invoice, and another view of it counts once", async () => {
    const first = typed.slice(0, 5);
    const second = [typed[0] ?? [], ...typed.slice(5)];
    const whole = await invoiceOf(workbook({ Abonnements: first, Options: second }));
    expect(whole).toMatchObject({ number: "2610-884120", totalNet: expected.totalNet });
    expect(whole.lines).toHaveLength(8);
    const again = workbook({ Synthèse: [...first, ...second.slice(1)], Détail: typed });
    expect((await invoiceOf(again)).lines).toHaveLength(8);
    expect(await warningsOf(again)).toEqual([{ code: "table_repeats", found: "detail.csv/Détail" }]);
    const renumbered = second.map((cells, row) =>
      cells.map((cell, column) => (row > 0 && column === at("N° ligne") ? String(row) : cell)),
    );
    const { lines } = await invoiceOf(workbook({ A: first, B: renumbered }));
    expect(lines.map(({ lineNumber }) => lineNumber)).toEqual(["1", "2", "3", "4", "2/1", "2/2", "2/3", "2/4"]);
  });

  it("names numbers that a spreadsheet destroyed", async () => {
    const destroyed = typed.map((cells, row) =>
      cells.map((cell, column) => (row > 0 && column === at("ICCID") ? 893357184649626400 : cell)),
    );
    const file = workbook({ A: destroyed });
    expect((await warningsOf(file))?.[0 as never]).toMatchObject({ code: "digits_lost", row: 2, field: "ICCID" });
    expect((await invoiceOf(file)).lines[0]).toMatchObject({ iccid: null, serviceId: "OR32835599" });
  });

  it.each([
    ["cut off", workbook({ A: typed }).subarray(0, 900), "archive_unreadable"],
    ["of nothing", workbook({ A: [] }), "empty_file"],
    ["of another kind", zipSync({ "[Content_Types].xml": strToU8("<Types/>") }), "workbook_unreadable"],
  ])("refuses one %s", async (_, file, code) => {
    expect(await problemsOf(file)).toMatchObject([{ code }]);
  });
});

describe("numbers that a spreadsheet destroyed", () => {
  it.each(["3,36E+10", "3.36400E+10", "6,4E+08"])("%s is named, and the row keeps its other keys", async (text) => {
    const file = written("Numéro", () => text);
    expect((await invoiceOf(file)).lines[0]).toMatchObject({ number: null, serviceId: "OR32835599" });
    expect(await warningsOf(file)).toHaveLength(8);
    expect(await warningsOf(file)).toContainEqual({ code: "digits_lost", row: 2, field: "Numéro", found: text });
  });

  it("says that nothing else identifies the row", async () => {
    const bare = written("Identifiant service", () => "")
      .split("\n")
      .map(cellsOf);
    const file = csv(
      bare.map((cells, row) =>
        cells.map((cell, column) =>
          row > 0 && column === at("ICCID") ? "8,93E+18" : column === at("Numéro") && row > 0 ? "" : cell,
        ),
      ),
    );
    expect(await warningsOf(file)).toContainEqual({ code: "no_key", row: 3 });
    expect((await invoiceOf(file)).lines[0]).toMatchObject({ iccid: null, number: null, serviceId: null });
  });

  it("sees zeros behind fifteen figures", async () => {
    const file = written("ICCID", (cell) => `${cell.slice(0, 15)}000`);
    expect((await invoiceOf(file)).lines[0]?.iccid).toBeNull();
  });
});

describe("amounts", () => {
  it("says which row contradicts itself", async () => {
    const file = written("Montant brut HT", (cell, row) => (row === 1 ? "99,00" : cell));
    expect(await warningsOf(file)).toEqual([
      { code: "discount_mismatch", row: 2, field: "Montant net HT", found: "15,40" },
    ]);
  });

  it("asks whether a discount is in the net where it seems not to be, and does as is said", async () => {
    const file = written("Montant net HT", (_, row) => rows[row]?.[at("Montant brut HT")] ?? "");
    expect(await questionsOf(file)).toMatchObject([{ kind: "discount_in_net", fits: 0 }]);
    const taken = await invoiceOf(file, { answers: [{ table: "detail.csv", discountInNet: false }] });
    expect(taken.lines[1]).toMatchObject({ gross: 195_000, discount: 20_000, net: 175_000 });
    const stated = await invoiceOf(file, { answers: [{ table: "detail.csv", discountInNet: true }] });
    expect(stated.lines[1]?.net).toBe(195_000);
  });

  it("multiplies price and quantity where the row has no amount", async () => {
    const file =
      "N° facture;Date facture;Numéro;Libellé;Quantité;Prix unitaire HT\nF1;05/11/2026;0639984103;Forfait;3;12,50";
    expect((await invoiceOf(file)).lines[0]).toMatchObject({ quantity: 30_000, net: 375_000 });
  });

  it("never takes an amount with VAT for the net", async () => {
    const file =
      "N° facture;Date facture;Numéro;Libellé;Montant HT;TVA;Montant TTC\nF1;05/11/2026;0639984103;Forfait;10,00;2,00;12,00";
    expect((await invoiceOf(file)).lines[0]?.net).toBe(100_000);
    const taxed = file.replace("Montant HT;", "Remarque;");
    expect(await questionsOf(taxed)).toContainEqual({ kind: "column", column: 4, field: "net" });
  });
});

describe("totals", () => {
  const sum = (expected.totalNet / 10_000).toFixed(2).replace(".", ",");
  const wide = (text: string, label = "TOTAL") => {
    const cells = (rows[0] ?? []).map(() => "");
    cells[0] = label;
    cells[at("Montant net HT")] = text;
    return cells.join(";");
  };

  it.each([
    ["short", `TOTAL;${sum}`],
    ["in its column", wide(sum)],
    ["called otherwise", wide(sum, "Total général HT")],
    ["in the column of a key", wide(sum, "").replace(/^((?:[^;]*;){6})/, "$1Total HT")],
    ["without a word", wide(sum, "")],
    ["with VAT", `${wide(sum)}\n${wide("999,00", "TVA 20 %")}\n${wide("9999,00", "Total TTC")}`],
    ["of what is above", [...demo.slice(1, 1), wide(sum, "Sous-total")].join("\n")],
  ])("a total %s is checked and is no line", async (_, total) => {
    const invoice = await invoiceOf(`${plain}\n${total}`);
    expect(invoice.lines).toEqual(expected.lines);
    expect(await warningsOf(`${plain}\n${total}`)).toEqual([]);
  });

  it("a total in between", async () => {
    const first = expected.lines.slice(0, 4).reduce((all, { net }) => all + net, 0) / 10_000;
    const second = expected.totalNet / 10_000 - first;
    const text = (amount: number) => amount.toFixed(2).replace(".", ",");
    const file = [
      ...demo.slice(0, 5),
      wide(text(first), "Sous-total 1"),
      ...demo.slice(5),
      wide(text(second), "Sous-total 2"),
      wide(sum),
    ].join("\n");
    expect((await invoiceOf(file)).lines).toEqual(expected.lines);
    expect(await warningsOf(file)).toEqual([]);
  });

  it("says by how much another total differs, and where it stands", async () => {
    expect(await warningsOf(`${plain}\nTOTAL;600,00`)).toEqual([
      { code: "total_mismatch", row: 10, field: "Montant net HT", found: "125.0000", expected: "600.0000" },
    ]);
  });

  it("a charge that is called a total stays one", async () => {
    const { lines } = await invoiceOf(plain.replace("Business 50 Go", "Total communications"));
    expect(lines).toHaveLength(8);
  });
});
