import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BackendClient } from "../../../../platform/backend/client.ts";
import { runProgram, signIn, startBackend, type TestServer } from "../../../../platform/testing/servers.ts";
import { workbook } from "../../../../platform/testing/workbook.ts";
import { BillingControl } from "../billing-control.ts";
import type { TableAnswer } from "../read/table/contract.ts";

const control = new BillingControl();
const rows = readFileSync(new URL("../../../../../docs/demo/orange-2610-884120.csv", import.meta.url), "utf8")
  .replace(/^\ufeff/, "")
  .split("\n")
  .slice(0, 6)
  .map((line) => line.split(";"));
const at = (name: string) => (rows[0] ?? []).indexOf(name);
const csv = (cells: readonly (readonly string[])[]) => cells.map((row) => row.join(";")).join("\n");
const numbered = (number: string) =>
  rows.map((cells, row) => cells.map((cell, column) => (row > 0 && column === at("N° facture") ? number : cell)));

let server: TestServer;
let manager: () => BackendClient;

beforeAll(async () => {
  server = await startBackend();
  await runProgram("scripts/seed/main.ts", server.url);
  const session = await signIn(server.url, "manager@softwhere", "demo-2026");
  manager = () =>
    new BackendClient({ baseUrl: server.url, ...session, requestId: `import-${randomUUID()}`, cause: "import" });
}, 90_000);

afterAll(async () => {
  void server?.stop();
  await control.close();
});

const file = (content: string | Uint8Array, fileName: string, mapping?: TableAnswer[]) => ({
  fileName,
  content: Buffer.from(content).toString("base64"),
  ...(mapping && { mapping }),
});

const invoices = (number: string) =>
  manager().list(
    "sw_supplier_invoice",
    new DrupalJsonApiParams()
      .addFields("sw_supplier_invoice--sw_supplier_invoice", [
        "number",
        "format",
        "line_count",
        "total_net",
        "source_file",
      ])
      .addFilter("number", number),
  );

it("each document of an archive is imported for itself, with its own file", async () => {
  const packed = zipSync({
    "un.csv": strToU8(csv(numbered("Z-1"))),
    "deux.xlsx": workbook({ Détail: numbered("Z-2") }),
    "lisezmoi.txt": strToU8("Bonjour"),
    "encore.csv": strToU8(csv(numbered("Z-1").slice(0, 4))),
  });
  const { documents } = await control.commit(file(packed, "novembre.zip"), manager());
  expect(documents.map(({ kind }) => kind)).toEqual(["imported", "imported", "rejected", "rejected"]);
  expect(documents[3]).toMatchObject({ problems: [{ code: "duplicate_in_file", found: "Z-1" }] });
  expect(await invoices("Z-1")).toMatchObject([{ format: "csv", line_count: 5, source_file: { type: "file--file" } }]);
  expect(await invoices("Z-2")).toMatchObject([{ format: "xlsx", source_file: { type: "file--file" } }]);
  const again = await control.commit(file(packed, "novembre.zip"), manager());
  expect(again.documents.map(({ kind }) => kind)).toEqual([
    "already-imported",
    "already-imported",
    "rejected",
    "rejected",
  ]);
});

it("what a person says of the columns is kept for the supplier's next file, and nobody is asked again", async () => {
  const bare = (shift: string) =>
    csv([
      ["Col A", "Col B", "Col C", "Col D", "Col E"],
      ...rows
        .slice(1)
        .map((cells) => [
          cells[at("Identifiant service")] ?? "",
          cells[at("Libellé")] ?? "",
          cells[at("Début période")] ?? "",
          cells[at("Fin période")] ?? "",
          (cells[at("Montant net HT")] ?? "").replace("15,40", shift),
        ]),
    ]);
  const [orange] = await manager().list(
    "sw_supplier",
    new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", ["name"]).addFilter("name", "Orange"),
  );
  const asked = await control.preview(file(bare("15,40"), "octobre.csv"), manager());
  expect(asked.documents).toMatchObject([{ kind: "needs-mapping", table: "octobre.csv" }]);
  const mapping: TableAnswer[] = [
    {
      table: "octobre.csv",
      columns: { "0": "serviceId", "1": "description", "2": "periodStart", "3": "periodEnd", "4": "net" },
      invoiceNumber: "M-1",
      issuedOn: "2026-11-05",
      remember: true,
    },
  ];
  const answered = file(bare("15,40"), "octobre.csv", mapping);
  expect((await control.preview(answered, manager())).documents).toMatchObject([
    { kind: "unknown-supplier", seller: { name: "" } },
  ]);
  const named = { ...answered, supplierId: orange?.id };
  const { documents } = await control.commit(named, manager());
  expect(documents).toMatchObject([{ kind: "imported", matched: { service_id: 5 } }]);

  const next = await control.preview(file(`Facture n° M-2 du 05/12/2026\n${bare("16,40")}`, "novembre.csv"), manager());
  expect(next.tables).toMatchObject([{ state: "remembered", questions: [] }]);
  expect(next.documents).toMatchObject([
    { kind: "ready", supplier: { name: "Orange" }, invoice: { number: "M-2" }, matched: { service_id: 5 } },
  ]);
});

it("the detail completes an invoice that came without lines; another sum is refused with both", async () => {
  const ubl = readFileSync(new URL("../fixtures/ubl-invoice.xml", import.meta.url), "utf8");
  const total = rows.slice(1).reduce((sum, cells) => sum + Number(cells[at("Montant net HT")]?.replace(",", ".")), 0);
  const head = ubl
    .replace(/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s, "")
    .replace("F-26-10417", "H-1")
    .replaceAll("Alphalink", "Orange")
    .replace(/FR12422895722|422895722/g, "")
    .replace(/147\.10/g, total.toFixed(2));
  const first = await control.commit(file(head, "tete.xml"), manager());
  expect(first.documents).toMatchObject([{ kind: "imported", invoice: { lineCount: 0 } }]);
  const short = file(csv(numbered("H-1").slice(0, 4)), "partie.csv");
  expect((await control.commit(short, manager())).documents).toMatchObject([
    { kind: "rejected", problems: [{ code: "total_mismatch", expected: `${total.toFixed(2)}00` }] },
  ]);
  const detail = file(csv(numbered("H-1")), "detail.csv");
  expect((await control.commit(detail, manager())).documents).toMatchObject([
    { kind: "imported", matched: { service_id: 5 } },
  ]);
  expect(await invoices("H-1")).toMatchObject([{ format: "ubl", line_count: 5 }]);
  for (const same of [detail, file(head, "tete.xml")])
    expect((await control.commit(same, manager())).documents).toMatchObject([{ kind: "already-imported" }]);
});
