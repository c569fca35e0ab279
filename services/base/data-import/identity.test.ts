import { expect, it } from "vitest";
import { baseKinds } from "./base-kinds.ts";
import type { CheckInput, CheckReport } from "./contract.ts";
import { checkFile, codesOf } from "./testing/check-file.ts";

const account = { id: "10000000-0000-4000-8000-000000000001", softwhere_id: "SW-1", legal_name: "Groupe Kervadec" };
const contact = (id: string, values: object) => ({ id, version: 3, account: { id: account.id }, ...values });

const kindOf = (type: string) => {
  const kind = baseKinds.find((one) => one.type === type);
  if (!kind) throw new Error(type);
  return kind;
};

const check = (
  type: string,
  csv: string,
  rows: Record<string, object[]> = {},
  existing: CheckInput["existing"] = "update",
): Promise<CheckReport> => checkFile(kindOf(type), csv, { rows: { sw_account: [account], ...rows }, existing });

const people = [
  "Code client;Prénom;Nom;E-mail;Mobile",
  "SW-1;Jean;Dupont;j.testfold@exemple.fr;0611111111",
  "SW-1;Julie;Dupont;jtestfold@exemple.fr;0622222222",
  "SW-1;Marc;Alpha;a.b@c-d.fr;",
  "SW-1;Marie;Beta;ab@cd.fr;",
].join("\n");

it("case 03: addresses that differ by a dot are different people", async () => {
  for (const mode of ["skip", "update"] as const) {
    const report = await check("sw_contact", people, {}, mode);
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "new", "new", "new"]);
    expect(new Set(report.rows.map(({ operations }) => operations[0]?.data.id)).size).toBe(4);
    expect(codesOf(report, 1)).toEqual(["email:resembles_in_file"]);
  }
});

it("case 03: with one of them there, the other is new and the one is never touched", async () => {
  const jean = contact("c-jean", { first_name: "Jean", last_name: "Dupont", email: "j.testfold@exemple.fr" });
  const report = await check("sw_contact", people, { sw_contact: [jean] });
  expect(report.rows.map(({ state }) => state)).toEqual(["update", "new", "new", "new"]);
  expect(report.rows[0]?.operations[0]?.data).toMatchObject({ id: "c-jean", attributes: { mobile: "+33611111111" } });
  expect(report.rows[1]?.problems).toMatchObject([
    { code: "resembles_exists", severity: "warning", expected: "j.testfold@exemple.fr · Jean Dupont" },
    { code: "resembles_in_file", other: 0 },
  ]);
});

it("case 04: a shared mailbox has several people", async () => {
  const file =
    "Code client;Prénom;Nom;E-mail\nSW-1;Jean;Dupont;accueil@exemple.fr\nSW-1;Julie;Martin;accueil@exemple.fr";
  const jean = contact("c-jean", { first_name: "Jean", last_name: "Dupont", email: "accueil@exemple.fr" });
  expect((await check("sw_contact", file)).rows.map(({ state }) => state)).toEqual(["new", "new"]);
  const report = await check("sw_contact", file, { sw_contact: [jean] });
  expect(report.rows.map(({ state }) => state)).toEqual(["unchanged", "new"]);
  expect(report.rows.flatMap(({ problems }) => problems).every(({ severity }) => severity === "warning")).toBe(true);
});

it("a person without an address is the only one of that name, and nobody where there are two", async () => {
  const named = (id: string, email: string | null) => contact(id, { first_name: "Jean", last_name: "Dupont", email });
  const bare = "Code client;Prénom;Nom;Fonction\nSW-1;Jean;Dupont;Achats";
  const states = async (csv: string, ...there: object[]) =>
    (await check("sw_contact", csv, { sw_contact: there })).rows.map(({ state }) => state);
  expect(await states(bare, named("a", "jean@exemple.fr"))).toEqual(["update"]);
  expect(await states(bare, named("a", "jean@exemple.fr"), named("b", "jd@exemple.fr"))).toEqual(["new"]);
  const mail = "Code client;Prénom;Nom;E-mail\nSW-1;Jean;Dupont;jean@exemple.fr";
  expect(await states(mail, named("a", null))).toEqual(["update"]);
  expect(await states(mail, named("a", "autre@exemple.fr"))).toEqual(["new"]);
  // Two rows that lead to the same person.
  expect(await states(`${mail}\nSW-1;Jean;Dupont;`, named("a", "jean@exemple.fr"))).toEqual(["unchanged", "refused"]);
});

it("case 05: codes that differ by a separator are different accounts", async () => {
  const file =
    "Numéro de compte;Raison sociale;Nature;Statut\nKER-1-12;Alpha;Société;Actif\nKER-11-2;Beta;Société;Actif";
  const report = await check("sw_account", file);
  expect(report.rows.map(({ state }) => state)).toEqual(["new", "new"]);
  expect(codesOf(report, 1)).toEqual(["softwhere_id:resembles_in_file"]);
  const there = { id: "a-1", softwhere_id: "KER-1-12", legal_name: "Alpha", kind: "company", status: "active" };
  const beside = await check("sw_account", file, { sw_account: [there] });
  expect(beside.rows.map(({ state }) => state)).toEqual(["unchanged", "new"]);
  expect(beside.rows[1]?.problems[0]).toMatchObject({ code: "resembles_exists", expected: "KER-1-12 · Alpha" });
});

it("case 05: another case or accent is another code, a blank at the end is not", async () => {
  const there = { id: "a-1", softwhere_id: "KER-1 ", legal_name: "Alpha" };
  const states = async (code: string) =>
    (await check("sw_account", `Numéro de compte;Raison sociale\n${code};Alpha`, { sw_account: [there] })).rows[0]
      ?.state;
  expect([await states("KER-1"), await states("KER-1\u00a0"), await states("ker-1"), await states("KÉR-1")]).toEqual([
    "unchanged",
    "unchanged",
    "new",
    "new",
  ]);
});

it("an exact name wins over a near one, and a near one must be the only one", async () => {
  const site = (id: string, name: string) => ({ id, version: 1, account: { id: account.id }, name });
  const rows = { sw_site: [site("s1", "Bistrot"), site("s2", "Bistrôt"), site("s3", "Brest — Port")] };
  const report = await check("sw_site", "Code client;Nom\nSW-1;Bistrôt\nSW-1;BISTROT\nSW-1;Brest - Port", rows);
  expect(report.rows.map(({ state }) => state)).toEqual(["unchanged", "new", "new"]);
  expect(codesOf(report, 2)).toEqual(["name:resembles_exists"]);
});

it("an account is found by its exact code; a near code is proposed, a near name said", async () => {
  const rows = { sw_account: [account, { id: "a-2", softwhere_id: "KER-1-12", legal_name: "Société d’Armor" }] };
  const file = "Code client;Nom\nKER-11-2;A\nker-1-12;B\nSociete d'armor;C\nGROUPE KERVADEC;D";
  const report = await check("sw_site", file, rows);
  expect(report.rows.map(({ state }) => state)).toEqual(["refused", "refused", "new", "new"]);
  expect(report.rows[0]?.problems[0]?.suggestions[0]).toMatchObject({ value: "KER-1-12" });
  expect(codesOf(report, 2)).toEqual(["account:read_as"]);
  const two = { sw_account: [...rows.sw_account, { id: "a-3", softwhere_id: "X", legal_name: "Groupe Kervadéc" }] };
  const again = await check("sw_site", file, two);
  expect(codesOf(again, 3)).toEqual(["account:reference_ambiguous"]);
});

it("case 29: work is given to people of the house; of one who is blocked the import warns", async () => {
  const person = (id: string, full_name: string, user_type: string, status = true) => ({
    id: `u-${id}`,
    full_name,
    user_type,
    status,
  });
  const user = [
    person("anne", "Anne Jaffré", "internal"),
    person("yves", "Yves Parti", "internal", false),
    person("old", "Malo Guen", "internal", false),
    person("new", "Malo Guen", "technician"),
    person("customer", "Paul Client", "client"),
    person("service", "SoftWhere", "service"),
  ];
  const file = [
    "Code client;Raison sociale;Commercial",
    "C-1;Un;Anne Jaffré",
    "C-2;Deux;Yves Parti",
    "C-3;Trois;Malo Guen",
    "C-4;Quatre;Paul Client",
    "C-5;Cinq;SoftWhere",
  ].join("\n");
  const report = await check("sw_account", file, { user });
  expect(report.rows.map(({ state }) => state)).toEqual(["new", "new", "new", "refused", "refused"]);
  expect([0, 1, 2, 3, 4].map((row) => codesOf(report, row))).toEqual([
    [],
    ["salesperson:person_blocked"],
    [],
    ["salesperson:reference_unknown"],
    ["salesperson:reference_unknown"],
  ]);
  expect(report.rows[2]?.operations[0]?.data).toMatchObject({
    relationships: { salesperson: { data: { id: "u-new" } } },
  });
});
