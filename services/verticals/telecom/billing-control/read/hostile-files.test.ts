import { expect, test } from "vitest";
import { pdfBomb } from "../../../../platform/testing/bombs.ts";
import { readFile } from "./read-file.ts";
import { TooDemanding, workerPool } from "../../../../platform/worker/worker-pool.ts";

test("an attachment that unpacks to gigabytes ends its own worker, and the next file is read", async () => {
  const bomb = pdfBomb(4000);
  expect(bomb.length).toBeLessThan(15 * 2 ** 20);
  const limits = { megabytes: 512, seconds: 60 };
  const files = workerPool<Uint8Array, { kind: string }>(
    new URL("./read-file.ts", import.meta.url),
    "readFile",
    limits,
  );
  const started = process.memoryUsage.rss();
  const outcome = await files.run(bomb).catch((error: unknown) => error);
  expect(outcome instanceof TooDemanding || (outcome as { kind?: string }).kind === "rejected").toBe(true);
  expect(process.memoryUsage.rss() - started).toBeLessThan(2000 * 2 ** 20);
  expect(await files.run(Buffer.from("prose"))).toMatchObject({ kind: "rejected" });
  await files.close();
}, 120_000);

const ubl = (body: string) =>
  `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${body}</Invoice>`;
const pdf = (objects: string) => `%PDF-1.7\n${objects}\ntrailer<</Root 1 0 R/Size 9>>`;
const header = "numero_facture;date_facture;debut_periode;fin_periode";

test.each<[string, string, string]>([
  ["elements in elements", ubl("<a>".repeat(200_000) + "</a>".repeat(200_000)), "too_demanding"],
  ["elements that never end", "<a>".repeat(200_000), "xml_malformed"],
  ["half a million lines", ubl("<InvoiceLine/>".repeat(500_000)), "too_many_lines"],
  ["tens of thousands of attributes", ubl(`<a ${numbered(40_000, (i) => `a${i}="1"`)}/>`), "field_missing"],
  [
    "tens of thousands of namespaces around as many elements with their own",
    `<e ${numbered(30_000, (i) => `xmlns:a${i}="b"`)}>${'<f xmlns="c"/>'.repeat(30_000)}</e>`,
    "xml_not_an_invoice",
  ],
  ["a name of megabytes", `<${"a".repeat(1_000_000)}/>`, "xml_not_an_invoice"],
  ["a comment that never ends", `<!--${"-".repeat(5_000_000)}`, "xml_malformed"],
  ["a hundred thousand references", ubl(`<ID>${"&#x41;".repeat(100_000)}</ID>`), "field_missing"],
  ["names of an object's own", ubl("<__proto__><ID>1</ID></__proto__><constructor/>"), "field_missing"],
  ["millions of cells in a row", `${header};${";".repeat(5_000_000)}`, "table_too_large"],
  ["a quote that never ends", `"${'""'.repeat(2_000_000)}`, "unknown_format"],
  ["millions of empty rows", "\n".repeat(5_000_000), "empty_file"],
  [
    "pages that hold themselves",
    pdf("1 0 obj<</Type/Catalog/Pages 1 0 R/Names 1 0 R/Kids[1 0 R]>>endobj"),
    "pdf_without_invoice",
  ],
  ["arrays in arrays", pdf(`1 0 obj${"[".repeat(1_000_000)}`), "pdf_unreadable"],
])("%s: a sentence", async (_, text, code) => {
  const result = await readFile(Buffer.from(text));
  expect(result.kind === "rejected" && result.problems.map((problem) => problem.code)).toContain(code);
});

function numbered(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(" ");
}
