import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../../base/data-import/contract.ts";
import { businessDay } from "../../../platform/day.ts";
import { guessMapping } from "../../../base/data-import/engine/guess-mapping.ts";
import { readCell } from "../../../base/data-import/engine/read-cell.ts";
import { checkFile, codesOf } from "../../../base/data-import/testing/check-file.ts";
import { telecomKinds } from "./kinds.ts";

function read(name: string, text: string, of = "sw_line") {
  const column = telecomKinds.find(({ type }) => type === of)?.columns.find((one) => one.name === name);
  if (!column) throw new Error(name);
  return readCell(column, text);
}

describe("telecom's kinds", () => {
  it("map each field of their template to itself, in both languages", () => {
    for (const { columns } of telecomKinds) {
      for (const language of ["fr", "en"] as const) {
        const header = columns.map(({ field }) => field.label[language]);
        expect(guessMapping(header, columns, {}).mapping).toEqual(columns.map(({ name }) => name));
      }
    }
  });

  it("read what people write of lines and prices", () => {
    expect(read("number", "FW-12-BRE")).toMatchObject({
      value: "FW-12-BRE",
      problem: { code: "not_a_number", severity: "warning" },
    });
    expect(read("sell_price", "12,5 €")).toEqual({ value: "12.5000" });
    expect(read("currency", "€", "sw_price")).toEqual({ value: "EUR" });
    expect(
      ["Annuelle", "AN", "trimestre", "Quarterly", "par mois"].map((cell) => read("billing_period", cell, "sw_price")),
    ).toEqual(["year", "year", "quarter", "quarter", "month"].map((value) => ({ value })));
    expect(read("billing_period", "12", "sw_price").problem?.code).toBe("choice_unknown");
    expect(read("number", "12").problem?.code).toBe("phone_invalid");
  });
});

describe("lines", () => {
  const [lines] = telecomKinds;
  if (!lines) throw new Error("lines");
  const account = { id: "acc", softwhere_id: "SW-1", legal_name: "Groupe Kervadec" };
  const world = {
    sw_account: [account],
    sw_supplier: [{ id: "sup", code: "orange", name: "Orange" }],
    sw_park: [
      { id: "net", account: { id: "acc" }, site: null, kind: "internet", operator: { id: "sup" } },
      { id: "mob", account: { id: "acc" }, site: null, kind: "mobile", operator: { id: "sup" } },
    ],
  };
  const head = "Client;Type de parc;Opérateur;Numéro";
  it("case 02: the two writings of a machine's number are one", async () => {
    const file = `${head}\nSW-1;mobile;Orange;07000012345678\nSW-1;mobile;Orange;+33 700 001 234 567 8`;
    const report = await checkFile(lines, file, { rows: world });
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "refused"]);
    expect(report.rows[0]?.operations[0]?.data.attributes).toMatchObject({ number: "+337000012345678" });
    expect(report.rows[1]?.problems).toMatchObject([{ code: "duplicate_in_file", other: 0 }]);
  });

  it("case 06: references that differ by a separator are two lines", async () => {
    const file = `${head}\nSW-1;internet;Orange;FTTH-1-23\nSW-1;internet;Orange;FTTH-12-3`;
    const report = await checkFile(lines, file, { rows: world });
    expect(report.rows.map(({ state }) => state)).toEqual(["new", "new"]);
    expect(codesOf(report, 1)).toEqual(["number:not_a_number", "number:resembles_in_file"]);
    const there = { id: "l1", version: 1, number: "FTTH-1-23", park: { id: "net" } };
    const beside = await checkFile(lines, file, { rows: { ...world, sw_line: [there] }, existing: "update" });
    expect(beside.rows.map(({ state }) => state)).toEqual(["unchanged", "new"]);
  });

  const plans = {
    sw_catalogue_item: [
      { id: "b20", code: "OR-B20", name: "Business 20 Go" },
      { id: "b50", code: "OR-B50", name: "Business 50 Go" },
    ],
  };
  const existing = (status = "active", last: string | null = null) => ({
    ...world,
    ...plans,
    sw_line: [
      {
        id: "l1",
        version: 4,
        number: "+33639984106",
        status,
        end_date: last,
        plan: { id: "b50" },
        park: { id: "mob" },
      },
    ],
  });
  const update = (file: string, rows: Record<string, object[]>) => checkFile(lines, file, { rows, existing: "update" });
  const file = `${head};Forfait;ICCID\nSW-1;mobile;Orange;06 39 98 41 06;OR-B20;8933150319000099016`;
  const today = businessDay();
  const touched = (report: CheckReport) =>
    report.rows[0]?.operations.map(({ op, data }) => [
      op,
      data.type.split("--")[0],
      data.attributes,
      data.relationships["plan"]?.data,
    ]);

  it("case 17: another plan and the card are written; the period follows in the backend", async () => {
    const report = await update(file, existing());
    expect([report.rows[0]?.state, codesOf(report, 0)]).toEqual(["update", []]);
    expect(touched(report)).toMatchObject([
      ["update", "sw_line", { version: 4 }, { id: "b20" }],
      ["add", "sw_sim", { iccid: "8933150319000099016", status: "active" }, undefined],
    ]);
    const { account, operator, line } = report.rows[0]?.operations[1]?.data.relationships ?? {};
    expect([account, operator, line].map((one) => one?.data)).toEqual([
      expect.objectContaining({ type: "sw_account--sw_account" }),
      expect.objectContaining({ type: "sw_supplier--sw_supplier" }),
      expect.objectContaining({ type: "sw_line--sw_line" }),
    ]);
    // The same plan and card again: nothing to do.
    const card = { iccid: "8933150319000099016", line: { number: "+33639984106" } };
    const rows = existing();
    const done = { ...rows, sw_line: [{ ...rows.sw_line[0], plan: { id: "b20" } }], sw_sim: [card] };
    expect((await update(file, done)).rows[0]?.state).toBe("unchanged");
  });

  it("case 17: a card alone is a change", async () => {
    const card = await update(`${head};ICCID\nSW-1;mobile;Orange;0639984106;8933150319000099016`, existing());
    expect([card.rows[0]?.state, touched(card)?.length]).toEqual(["update", 1]);
  });

  it("case 17: what an import can't change is said, never unchanged", async () => {
    const plan = `${head};Forfait\nSW-1;mobile;Orange;0639984106;OR-B20`;
    const ended = await update(plan, existing("terminated"));
    expect([ended.rows[0]?.state, codesOf(ended, 0)]).toEqual(["refused", ["plan:left_as_is"]]);
    const past = await update(plan, existing("active", "2026-01-31"));
    expect([past.rows[0]?.state, codesOf(past, 0)]).toEqual(["refused", ["plan:left_as_is"]]);
    const state = await update(`${head};Statut\nSW-1;mobile;Orange;0639984106;Suspendue`, existing());
    expect([state.rows[0]?.state, codesOf(state, 0)]).toEqual(["refused", ["status:left_as_is"]]);
    const both = await update(`${head};Statut;Utilisateur\nSW-1;mobile;Orange;0639984106;Suspendue;Jean`, existing());
    expect(both.rows[0]).toMatchObject({ state: "update", problems: [{ code: "left_as_is", severity: "warning" }] });
  });

  it("a new active line without a day has its plan from today on", async () => {
    const report = await checkFile(lines, `${head};Forfait;Statut\nSW-1;mobile;Orange;0639984107;OR-B20;Active`, {
      rows: existing(),
    });
    expect(touched(report)?.at(-1)).toMatchObject(["add", "sw_line_term", { valid_from: today }, { id: "b20" }]);
  });
});

describe("what customers are billed", () => {
  const kind = telecomKinds.find(({ type }) => type === "sw_billed_item");
  if (!kind) throw new Error("billed items");
  const account = { id: "acc", softwhere_id: "SW-1", legal_name: "Groupe Kervadec" };
  const other = { id: "other", softwhere_id: "SW-2", legal_name: "Port" };
  const park = (id: string) => ({ id: `park-${id}`, account: { id } });
  const world = {
    sw_account: [account, other],
    sw_billing_site: [
      { id: "bp1", external_id: "BP-1", name: "Siège", account },
      { id: "bp2", external_id: "BP-2", name: "Port", account: other },
    ],
    sw_line: [
      { id: "mobile", number: "+33639980003", service_id: "OR1", status: "active", park: park("acc") },
      { id: "foreign", number: "+33639980004", service_id: "OR2", status: "active", park: park("other") },
    ],
  };
  const file = (...rows: string[]) =>
    ["Client;Point de facturation;Numéro;Libellé;Montant HT;Début;Qté;PU", ...rows].join("\n");
  const of = async (...rows: string[]) => (await checkFile(kind, file(...rows), { rows: world })).rows;

  it("are found in the park by any writing of the line's key, within the customer", async () => {
    const rows = await of(
      "SW-1;;06 39 98 00 03;Forfait 50 Go;20,00;01/10/2026;;",
      ";BP-1;OR1;Option International;5,00;2026-10-01;;",
      ";BP-1;OR2;Forfait 50 Go;20,00;01/10/2026;;",
      "SW-2;;OR2;Forfait 50 Go;;01/10/2026;2;10",
      ";;OR2;Forfait;20,00;01/10/2026;;",
      ";BP-9;;Forfait;20,00;01/10/2026;;",
    );
    expect(
      rows.map(({ state, problems }) => [state, ...problems.map(({ column, code }) => `${column}:${code}`)]),
    ).toEqual([
      ["new"],
      ["new"],
      ["new", "service_reference:reference_unknown"],
      ["new"],
      ["refused", "billing_site:required"],
      ["refused", "billing_site:reference_unknown"],
    ]);
    const written = rows.map(({ operations: [add] }) => [
      add?.data.relationships["line"]?.data?.id,
      add?.data.relationships["billing_site"]?.data?.id,
      add?.data.attributes["kind"],
      add?.data.attributes["net"],
      add?.data.attributes["period_end"],
    ]);
    expect(written.slice(0, 4)).toEqual([
      ["mobile", "bp1", "recurring", "20.0000", "2026-10-31"],
      ["mobile", "bp1", "option", "5.0000", "2026-10-31"],
      [undefined, "bp1", "recurring", "20.0000", "2026-10-31"],
      ["foreign", "bp2", "recurring", "20.0000", "2026-10-31"],
    ]);
  });

  it("come in once, by the tool's own id or by what and when", async () => {
    const row = "SW-1;;OR1;Forfait 50 Go;20,00;01/10/2026;;";
    const [first, again] = await of(row, row);
    expect([first?.state, again?.state]).toEqual(["new", "refused"]);
    const there = {
      id: "there",
      version: 2,
      billing_site: { id: "bp1" },
      service_reference: "OR1",
      kind: "recurring",
      name: "Forfait 50 Go",
      period_start: "2026-10-01",
      net: "20.0000",
    };
    const known = { rows: { ...world, sw_billed_item: [there] } };
    expect((await checkFile(kind, file(row), known)).rows[0]?.state).toBe("existing");
    const changed = file(row.replace("20,00", "21,00"));
    const [update] = (await checkFile(kind, changed, { ...known, existing: "update" })).rows;
    expect(update).toMatchObject({ state: "update", operations: [{ op: "update", data: { id: "there" } }] });
  });
});
