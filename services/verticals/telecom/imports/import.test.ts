import { readFileSync } from "node:fs";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BackendClient } from "../../../platform/backend/client.ts";
import type { BackendSession } from "../../../platform/backend/session-header.ts";
import { runProgram, signIn, startBackend, type TestServer } from "../../../platform/testing/servers.ts";
import { baseKinds } from "../../../base/data-import/base-kinds.ts";
import {
  type CheckReport,
  partOperations,
  type ReadReport,
  type WriteResult,
} from "../../../base/data-import/contract.ts";
import { DataImport } from "../../../base/data-import/data-import.ts";
import { telecomKinds } from "./kinds.ts";

let baseUrl = "";

let server: TestServer;
let imports: DataImport;

beforeAll(async () => {
  server = await startBackend();
  baseUrl = server.url;
  await runProgram("scripts/seed/main.ts", baseUrl);
  imports = new DataImport([...baseKinds, ...telecomKinds]);
}, 90_000);

afterAll(async () => {
  void server?.stop();
  await imports?.close();
});

const sessionOf = (name: string) => signIn(baseUrl, name, "demo-2026");

const clientOf = (session: BackendSession, requestId = "read") =>
  new BackendClient({ baseUrl, ...session, requestId, cause: "import" });

type Table = Extract<ReadReport, { kind: "table" }>;

async function read(kind: string, bytes: Uint8Array | string, session: BackendSession): Promise<Table> {
  const report = await imports.read(
    { kind, fileName: "file", content: Buffer.from(bytes).toString("base64") },
    clientOf(session),
  );
  if (report.kind !== "table") throw new Error(report.code);
  return report;
}

const check = (kind: string, table: Table, session: BackendSession, existing: "skip" | "update" = "skip") =>
  imports.check(
    { kind, header: [...table.header], mapping: [...table.mapping], rows: table.rows.map((row) => [...row]), existing },
    clientOf(session),
  );

/** As the console does it: what is shared first, then the rows in parts. */
async function write(
  kind: string,
  report: CheckReport,
  session: BackendSession,
): Promise<{ runId: string; results: WriteResult[] }> {
  const runId = `import-${crypto.randomUUID()}`;
  const rows = [...report.shared, ...report.rows.filter((row) => row.operations.length > 0)].map(
    ({ row, operations }) => ({ row, operations: [...operations] }),
  );
  const results: WriteResult[] = [];
  for (let start = 0; start < rows.length; start += partOperations / 2)
    results.push(
      ...(await imports.write(
        { kind, runId, rows: rows.slice(start, start + partOperations / 2) },
        clientOf(session, runId),
      )),
    );
  return { runId, results };
}

const codes = (report: CheckReport, row: number) =>
  report.rows[row]?.problems.map(({ column, code }) => `${column}:${code}`);

describe("importing accounts", () => {
  it("names what is wrong with each row, writes the others once, and updates only when asked", async () => {
    const manager = await sessionOf("manager@softwhere");
    const known = (
      await clientOf(manager).list(
        "sw_account",
        new DrupalJsonApiParams().addFields("sw_account--sw_account", ["softwhere_id", "legal_name"]).addPageLimit(1),
      )
    )[0];
    const file = [
      "Code client;Raison sociale;SIRET;SIREN;Date entrée;CP;Ville;Pays;Commercial;Couleur",
      "IMP-1;Atelier du Port;732 829 320 00074;732829320;12 mars 2024;1000;Bourg;france;Anne Jaffré;bleu",
      "IMP-2;Boulangerie Le Men;73282932000075;;31/06/2025;29000;Quimper;FR;;",
      "IMP-1;Atelier du Port bis;;;;;;;;",
      `${known?.softwhere_id};${known?.legal_name};;;;;Nulle-Part;;;`,
      ";Sans numéro;;;;;;;Anne Jaffrey;",
    ].join("\r\n");
    const table = await read("sw_account", file, manager);
    expect(table.mapping).toEqual([
      "softwhere_id",
      "legal_name",
      "siret",
      "siren",
      "customer_since",
      "postal_code",
      "city",
      "country",
      "salesperson",
      null,
    ]);
    const report = await check("sw_account", table, manager);
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "refused", "refused", "existing", "refused"]);
    expect(codes(report, 0)).toEqual(["postal_code:completed"]);
    expect(codes(report, 1)).toEqual(["siret:siret_invalid", "customer_since:date_invalid"]);
    expect(report.rows[1]?.problems[1]?.suggestions.map(({ value }) => value)).toEqual(["2025-06-30", ""]);
    expect(report.rows[2]?.problems).toMatchObject([{ code: "duplicate_in_file", other: 0 }]);
    expect(codes(report, 4)).toEqual(["softwhere_id:required", "salesperson:reference_unknown"]);
    expect(report.rows[4]?.problems[1]?.suggestions[0]?.value).toBe("Anne Jaffré");

    const { results, runId } = await write("sw_account", report, manager);
    expect(results).toEqual([{ row: 0, kind: "written" }]);
    const [created] = await clientOf(manager).list(
      "sw_account",
      new DrupalJsonApiParams()
        .addFields("sw_account--sw_account", ["siret", "customer_since", "postal_code", "country"])
        .addFilter("softwhere_id", "IMP-1"),
    );
    expect(created).toMatchObject({
      siret: "73282932000074",
      customer_since: "2024-03-12",
      postal_code: "01000",
      country: "FR",
    });
    const entries = await clientOf(manager).list(
      "sw_journal_entry",
      new DrupalJsonApiParams()
        .addFields("sw_journal_entry--sw_journal_entry", ["cause"])
        .addFilter("request_id", runId),
    );
    expect(new Set(entries.map(({ cause }) => cause))).toEqual(new Set(["import"]));

    // The same file again: nothing to do. Written twice from an old check: said, and nothing doubled.
    expect((await check("sw_account", table, manager)).rows[0]?.state).toBe("existing");
    expect((await write("sw_account", report, manager)).results).toMatchObject([
      { row: 0, kind: "refused", reason: "exists" },
    ]);
    const update = await check("sw_account", table, manager, "update");
    expect(update.rows.map(({ state }) => state)).toEqual(["unchanged", "refused", "refused", "update", "refused"]);
    expect(update.rows[3]?.operations[0]?.data.attributes).toMatchObject({ city: "Nulle-Part" });
    expect(Object.keys(update.rows[3]?.operations[0]?.data.attributes ?? {}).sort()).toEqual(["city", "version"]);

    // The mapping is kept for the brand, and for this kind alone.
    await imports.remember({ kind: "sw_account", columns: { Couleur: "partner", Ville: null } }, clientOf(manager));
    const again = await read("sw_account", file, await sessionOf("administrator@softwhere"));
    expect([again.mapping[6], again.mapping[9], again.remembered]).toEqual([null, "partner", 2]);
    expect((await read("sw_account", file, await sessionOf("manager@connextoo"))).mapping[6]).toBe("city");

    // Whose role creates no such rows: the file isn't even looked at. Each row is refused to them all the same, and another kind's rows can't be
    // smuggled in.
    const support = await sessionOf("support-n1@softwhere");
    await expect(read("sw_account", "id;nom\nIMP-9;Neuf", support)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const fresh = await check("sw_account", await read("sw_account", "id;nom\nIMP-9;Neuf", manager), support);
    expect((await write("sw_account", fresh, support)).results).toMatchObject([
      { kind: "refused", reason: "forbidden" },
    ]);
    await expect(write("sw_contact", fresh, manager)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("reads workbooks, and refuses what is no table", async () => {
    const manager = await sessionOf("manager@softwhere");
    const table = await read("sw_account", readFileSync(new URL("./fixtures/accounts.xlsx", import.meta.url)), manager);
    expect(table.header).toEqual(["Code client", "Raison sociale", "Client depuis", "SIRET"]);
    expect(table.rows).toEqual([
      ["X-1", "Chantier naval", "2024-03-12", "73282932000074"],
      ["X-2", "Criée", "", "7.3282932000074e+20"],
    ]);
    const report = await check("sw_account", table, manager);
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "refused"]);
    expect(codes(report, 1)).toEqual(["siret:digits_lost"]);
    const reject = async (content: string | Uint8Array) =>
      imports.read(
        { kind: "sw_account", fileName: "x", content: Buffer.from(content).toString("base64") },
        clientOf(manager),
      );
    expect(await reject("")).toEqual({ kind: "rejected", code: "empty_file" });
    expect(await reject("a;b\n\n;\n")).toEqual({ kind: "rejected", code: "empty_file" });
    expect(await reject(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toEqual({
      kind: "rejected",
      code: "unknown_format",
    });
    expect(await reject(new Uint8Array([0, 1, 2, 3, 4]))).toEqual({ kind: "rejected", code: "unknown_format" });
  });
});

describe("importing lines", () => {
  it("finds or makes their park, gives them their card and plan period", async () => {
    const manager = await sessionOf("manager@softwhere");
    const [account] = await clientOf(manager).list(
      "sw_account",
      new DrupalJsonApiParams()
        .addFields("sw_account--sw_account", ["softwhere_id", "legal_name"])
        .addFilter("legal_name", "Biscuiterie", "STARTS_WITH"),
    );
    const [item] = await clientOf(manager).list(
      "sw_catalogue_item",
      new DrupalJsonApiParams()
        .addFields("sw_catalogue_item--sw_catalogue_item", ["code"])
        .addFilter("kind", "plan")
        .addPageLimit(1),
    );
    const file = [
      "Client\tParc\tOpérateur\tMSISDN\tForfait\tMise en service\tEtat\tPrix vente\tSIM",
      `${account?.softwhere_id}\tCyber\tSFR\t612345678\t${item?.code}\t01/02/2025\tactive\t1 012,5 €\t8933150319000000006`,
      `${account?.legal_name}\tcyber\tsfr\t06 12 34 56 79\t\t\tOrdered\t12,123456\t8933150319000000007`,
      `${account?.softwhere_id}\tcyber\tsfr\t0612345680\t\t\t\t\t8933150319000000006`,
      `Biscuitrie\tcyber\tsfr\t0612345681\t\t\t\t\t`,
    ].join("\n");
    const table = await read("sw_line", file, manager);
    expect(table.mapping).toEqual([
      "account",
      "kind",
      "operator",
      "number",
      "plan",
      "activated_on",
      "status",
      "sell_price",
      "iccid",
    ]);
    const report = await check("sw_line", table, manager);
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "refused", "refused", "refused"]);
    expect(codes(report, 1)).toEqual(["sell_price:too_many_decimals", "iccid:iccid_invalid"]);
    expect(report.rows[2]?.problems).toMatchObject([{ column: "iccid", code: "duplicate_in_file", other: 0 }]);
    expect(report.rows[3]?.problems[0]).toMatchObject({
      column: "account",
      code: "reference_unknown",
      suggestions: [{ value: account?.softwhere_id }],
    });
    expect(report.shared).toHaveLength(1);
    const { results } = await write("sw_line", report, manager);
    expect(results.every(({ kind }) => kind === "written")).toBe(true);
    const [line] = await clientOf(manager).list(
      "sw_line",
      new DrupalJsonApiParams()
        .addFields("sw_line--sw_line", ["number", "status", "sell_price", "park"])
        .addFields("sw_park--sw_park", ["kind"])
        .addInclude(["park"])
        .addFilter("number", "+33612345678"),
    );
    expect(line).toMatchObject({ status: "active", sell_price: "1012.5000", park: { kind: "cyber" } });
    expect(
      await clientOf(manager).count("sw_line_term", new DrupalJsonApiParams().addFilter("line.id", line?.id ?? "")),
    ).toBe(1);
    expect(
      await clientOf(manager).count("sw_sim", new DrupalJsonApiParams().addFilter("iccid", "8933150319000000006")),
    ).toBe(1);
    const again = await check("sw_line", table, manager);
    expect([again.rows[0]?.state, again.shared.length]).toEqual(["existing", 0]);
  });

  it("takes ten thousand rows of sites", async () => {
    const administrator = await sessionOf("administrator@softwhere");
    const accounts = await clientOf(administrator).list(
      "sw_account",
      new DrupalJsonApiParams().addFields("sw_account--sw_account", ["softwhere_id"]),
    );
    const lines = Array.from(
      { length: 10_000 },
      (_, at) =>
        `${accounts[at % accounts.length]?.softwhere_id},Agence ${at},29${String(at % 1000).padStart(3, "0")},Brest,"48,${at}",01/01/2026`,
    );
    const table = await read(
      "sw_site",
      `Client,Nom,Code postal,Ville,Latitude,Ouverture\n${lines.join("\n")}`,
      administrator,
    );
    expect(table.rows).toHaveLength(10_000);
    const report = await check("sw_site", table, administrator);
    expect(report.rows.filter(({ state }) => state === "new")).toHaveLength(10_000);
    const { results } = await write("sw_site", report, administrator);
    expect(results.filter(({ kind }) => kind === "written")).toHaveLength(10_000);
    expect((await check("sw_site", table, administrator)).rows.every(({ state }) => state === "existing")).toBe(true);
  }, 300_000);
});
