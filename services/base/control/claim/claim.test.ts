import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { Claim, ClaimedRow } from "./claim.ts";
import { claimCdar } from "./claim-cdar.ts";
import { claimCsv } from "./claim-csv.ts";
import { claimPdf } from "./claim-pdf.ts";
import type { ClaimReason } from "./claim-text.ts";

const ended: ClaimReason = { fr: "Service résilié", en: "Service terminated", code: "CONTRAT_TERM" };
const discount: ClaimReason = { fr: "Remise manquante", en: "Discount missing", code: "REM_ERR" };
const twice: ClaimReason = { fr: "Déjà facturé", en: "Billed before", code: "DOUBLE_FACT" };
const others = ["PU_ERR", "REF_ERR", "ART_ERR", "QTE_ERR", "CMD_ERR"].map(
  (code): ClaimReason => ({ fr: code, en: code, code }),
);

const row = (change: Partial<ClaimedRow> = {}): ClaimedRow => ({
  lineNumber: "12",
  identifier: "+33639980003",
  label: "Business 50 Go",
  reason: ended,
  start: "2026-10-01",
  end: "2026-10-31",
  found: 154_000,
  expected: 49_677,
  amount: 104_323,
  ...change,
});

const claim = (rows: readonly ClaimedRow[], change: Partial<Claim> = {}): Claim => ({
  reference: "R-2026-001",
  sentOn: "2026-11-29",
  comment: null,
  buyer: { name: "SoftWhere", siren: "552100554" },
  supplier: { name: "Orange", siren: "380129866", electronicAddress: "380129866", mail: null },
  invoices: [{ number: "2610/884120", issuedOn: "2026-11-05", rows }],
  total: 0,
  ...change,
});

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

describe("a claim as CSV", () => {
  it("says each row in whole cents, in the language's numbers and days", () => {
    const rows = [row(), row({ label: 'Option "Monde"; 2 Go', reason: discount })];
    expect(decoder.decode(claimCsv(claim(rows), "fr")).split("\r\n")).toEqual([
      "\ufeffFacture;Ligne;Numéro ou service;Libellé;Motif;Début;Fin;Facturé HT;Attendu HT;Écart HT",
      "2610/884120;12;+33639980003;Business 50 Go;Service résilié;01/10/2026;31/10/2026;15,40;4,97;10,43",
      '2610/884120;12;+33639980003;"Option ""Monde""; 2 Go";Remise manquante;01/10/2026;31/10/2026;15,40;4,97;10,43',
      "",
    ]);
    expect(decoder.decode(claimCsv(claim([row()]), "en"))).toContain(
      ";Service terminated;01/10/2026;31/10/2026;15.40;",
    );
  });

  it("a label that a spreadsheet would run stays a text", () => {
    expect(decoder.decode(claimCsv(claim([row({ label: "=HYPERLINK(1)" })]), "fr"))).toContain(";'=HYPERLINK(1);");
  });
});

const text = async (bytes: Uint8Array) => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
  await task.destroy();
  return pages;
};

describe("a claim as PDF", () => {
  it("says who claims what of whom, and what its rows add up to", async () => {
    const pages = await text(await claimPdf(claim([row(), row({ reason: twice })]), "fr"));
    expect(pages).toHaveLength(1);
    for (const said of ["Réclamation R-2026-001", "SoftWhere", "Facture 2610/884120 du 05/11/2026", "Déjà facturé"])
      expect(pages[0]).toContain(said);
    expect(pages[0]?.replace(/\s/g, " ")).toContain("Avoir demandé, hors taxes : 20,86 €");
  });

  it("goes on over pages, each with the heads of its columns and its number", async () => {
    const many = Array.from({ length: 120 }, (_, index) => row({ lineNumber: String(index + 1) }));
    const pages = await text(await claimPdf(claim(many), "en"));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(pages.slice(0, -1).every((page) => page.includes("Number or service"))).toBe(true);
  });
});

describe("a claim as a status message of the e-invoicing network", () => {
  const message = (rows: readonly ClaimedRow[], change: Partial<Claim> = {}) => {
    const of = claim(rows, change);
    const [invoice] = of.invoices;
    return invoice ? claimCdar(of, invoice) : undefined;
  };
  const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: false, parseTagValue: false });

  it("disputes the invoice, reason by reason, with what was billed and what is due", () => {
    const found = message([row(), row({ reason: discount }), row({ lineNumber: "13" })]);
    if (found?.kind !== "message") throw new Error(found?.kind);
    const root = parser.parse(Buffer.from(found.xml).toString("utf8")).CrossDomainAcknowledgementAndResponse;
    const invoice = root.AcknowledgementDocument.ReferenceReferencedDocument;
    expect(root.ExchangedDocument.ID).toBe("R-2026-001-2610/884120");
    expect(invoice).toMatchObject({ IssuerAssignedID: "2610/884120", ProcessConditionCode: "207" });
    expect(invoice.SpecifiedDocumentStatus).toMatchObject([
      { ReasonCode: "CONTRAT_TERM", SequenceNumeric: "1", RequestedAction: "Avoir partiel de 20.86 EUR HT" },
      { ReasonCode: "REM_ERR", SequenceNumeric: "2" },
    ]);
    expect(invoice.SpecifiedDocumentStatus[0].SpecifiedDocumentCharacteristic).toMatchObject([
      { TypeCode: "DIV", Location: "12", ValueAmount: { "#text": "15.40", "@_currencyID": "EUR" } },
      { TypeCode: "DVA", Location: "12", ValueAmount: { "#text": "4.97" } },
      { TypeCode: "DIV", Location: "13" },
      { TypeCode: "DVA", Location: "13" },
    ]);
  });

  it("is not written where nobody has said who claims, or of whom", () => {
    expect(message([row()], { buyer: { name: "SoftWhere", siren: null } })).toEqual({
      kind: "incomplete",
      missing: ["buyer_siren"],
    });
  });

  // The network's own rules and schema are public and not ours to keep: `CDAR_SCHEMA` names the folder with both.
  const rules = process.env["CDAR_SCHEMA"];
  it.skipIf(!rules)("keeps the public schema and rules (where CDAR_SCHEMA names their folder)", () => {
    const found = message([ended, discount, twice, ...others].map((reason) => row({ reason })));
    if (found?.kind !== "message") throw new Error(found?.kind);
    const folder = mkdtempSync(join(tmpdir(), "cdar-"));
    try {
      const file = join(folder, "message.xml");
      writeFileSync(file, found.xml);
      const xsd = join(rules ?? "", "1xsd-CDAR_D22B_uncoupled/CrossDomainAcknowledgementAndResponse_100pD22B.xsd");
      const valid = "$d = new DOMDocument(); $d->load($argv[1]); exit($d->schemaValidate($argv[2]) ? 0 : 1);";
      execFileSync("php", ["-r", valid, file, xsd], { stdio: "pipe" });
      const stylesheet = join(rules ?? "", "2xslt/BR-FR-CDV-Schematron-CDAR.xslt");
      const report = execFileSync("npx", ["--yes", "xslt3", `-xsl:${stylesheet}`, `-s:${file}`], { encoding: "utf8" });
      expect(report.match(/<svrl:failed-assert/g) ?? []).toEqual([]);
      expect(report).toContain("svrl:fired-rule");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
