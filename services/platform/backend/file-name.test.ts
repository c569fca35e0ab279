import { expect, it } from "vitest";
import { storedFileName, uploadDisposition } from "./file-name.ts";

it.each([
  ["Facture décembre.csv", "Facture décembre.csv"],
  ["Facture de\u0301cembre.csv", "Facture décembre.csv"],
  ["Œuvre — n° 1 (2).PDF", "Œuvre — n° 1 (2).PDF"],
  ["契約.pdf", "契約.pdf"],
  ['a"b/c\\d.txt', "a-b-c-d.txt"],
  ["Fac\u200bture\u202efdp.exe", "Facturefdp.exe"],
  ["", "file"],
])("case 31: %j is stored as %j", (name, stored) => expect(storedFileName(name)).toBe(stored));

it("case 31: a long name keeps its extension", () => {
  const stored = storedFileName(`${"é".repeat(250)}.pdf`);
  expect(stored).toMatch(/^é+\.pdf$/);
  expect(Buffer.byteLength(stored)).toBeLessThanOrEqual(200);
});

it("case 31: the name travels as UTF-8 in a header that fetch takes", () => {
  const header = new Headers({ "Content-Disposition": uploadDisposition("Facture décembre 契.csv") });
  const name = /filename="(.*)"/.exec(header.get("content-disposition") ?? "")?.[1] ?? "";
  expect(Buffer.from(name, "latin1").toString("utf8")).toBe("Facture décembre 契.csv");
});
