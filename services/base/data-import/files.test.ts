import { describe, expect, it } from "vitest";
import { baseKinds } from "./base-kinds.ts";
import { checkInput } from "./contract.ts";
import { readCell } from "./engine/read-cell.ts";
import { readTable } from "./engine/read-table.ts";
import { checkFile, codesOf, tableOf } from "./testing/check-file.ts";

const kindOf = (type: string) => {
  const kind = baseKinds.find((one) => one.type === type);
  if (!kind) throw new Error(type);
  return kind;
};
const columnOf = (type: string, name: string) => {
  const column = kindOf(type).columns.find((one) => one.name === name);
  if (!column) throw new Error(name);
  return column;
};
const account = { id: "acc", softwhere_id: "SW-1", legal_name: "Groupe Kervadec" };
const rows = { sw_account: [account] };
const attributes = (report: Awaited<ReturnType<typeof checkFile>>) =>
  report.rows.map(({ operations }) => operations[0]?.data.attributes);

describe("postcodes", () => {
  const file = [
    "Code client;Nom;Code postal;Ville;Pays",
    "SW-1;Bruxelles;1000;Bruxelles;Belgique",
    "SW-1;Bourg;1000;Bourg-en-Bresse;France",
    "SW-1;Bourg 2;1000;Bourg-en-Bresse;",
    "SW-1;Lisbonne;1000-001;Lisboa;Portugal",
  ].join("\n");
  it("case 07: four figures miss their zero in France alone", async () => {
    const report = await checkFile(kindOf("sw_site"), file, { rows });
    expect(attributes(report).map((one) => one?.["postal_code"])).toEqual(["1000", "01000", "01000", "1000-001"]);
    expect([0, 1, 2, 3].map((row) => codesOf(report, row))).toEqual([
      [],
      ["postal_code:completed"],
      ["postal_code:completed"],
      [],
    ]);
  });
  it("case 07: a row that lies abroad keeps its postcode where the file names no country", async () => {
    const there = {
      id: "s1",
      version: 2,
      account: { id: "acc" },
      name: "Bruxelles",
      postal_code: "1000",
      country: "BE",
    };
    const report = await checkFile(kindOf("sw_site"), "Code client;Nom;Code postal\nSW-1;Bruxelles;1000", {
      rows: { ...rows, sw_site: [there] },
      existing: "update",
    });
    expect([report.rows[0]?.state, codesOf(report, 0)]).toEqual(["unchanged", []]);
  });
});

describe("files", () => {
  it.each([
    "sep=;\r\nA;B\r\n1;2",
    "sep=;\nA;B\n1;2",
    '\ufeff"sep=;"\r\nA;B\r\n1;2',
    "SEP=;;;\r\nA;B\r\n1;2",
    "sep=,\nA,B\n1,2",
  ])("case 08: %j is taken at its word", async (file) =>
    expect(await tableOf(file)).toEqual({ header: ["A", "B"], rows: [["1", "2"]], numbers: [3] }),
  );
  it("case 08: a header that begins so is no separator line", async () => {
    expect((await tableOf("Sept;Nom\n1;2")).header).toEqual(["Sept", "Nom"]);
  });
  it("case 10: one bad byte spoils no file", async () => {
    const file = Buffer.concat([Buffer.from("Code client;Nom\nSW-1;Été\nSW-1;Caf"), Buffer.from([0xe9, 0x0a])]);
    const report = await checkFile(kindOf("sw_site"), file, { rows });
    expect(attributes(report).map((one) => one?.["name"])).toEqual(["Été", "Café"]);
  });
  it("case 10: a letter that was lost before is said at its row", async () => {
    const report = await checkFile(kindOf("sw_site"), "Code client;Nom\nSW-1;Caf\ufffd\nSW-1;Été", { rows });
    expect(report.rows.map(({ state }) => state)).toEqual(["refused", "new"]);
    expect(codesOf(report, 0)).toEqual(["name:character_lost"]);
  });
  it("case 11: the DOS end of file is no row", async () => {
    expect((await tableOf("Code client;Nom\nSW-1;SiteZ\n\u001a")).rows).toEqual([["SW-1", "SiteZ"]]);
  });
  it("takes cells of 25,000 characters, which their field may refuse with a sentence", async () => {
    const long = "x".repeat(25_000);
    const input = { kind: "sw_site", header: ["Nom"], mapping: ["name"], rows: [[long]], existing: "skip" };
    expect(checkInput.safeParse(input).success).toBe(true);
    const report = await checkFile(kindOf("sw_site"), `Code client;Nom;Accès\nSW-1;${long};\nSW-1;Port;${long}`, {
      rows,
    });
    expect(codesOf(report, 0)).toEqual(["name:too_long"]);
    expect(report.rows[1]?.state).toBe("new");
  });
  it.each(["", "\ufeff", " \r\n\r\n", ";;\n;;", "Code client;Nom", "sep=;\r\n", "sep=;\r\nA;B\r\n", "\u001a"])(
    "case 32: %j is an empty file",
    async (file) =>
      expect(await readTable(new Uint8Array(Buffer.from(file)))).toEqual({ kind: "rejected", code: "empty_file" }),
  );
});

describe("numbers", () => {
  it("case 01: a national writing of overseas is no mainland number", async () => {
    const file =
      "Code client;Nom;Mobile\nSW-1;A;0690123456\nSW-1;B;06 96 12 34 56\nSW-1;C;0694123456\nSW-1;D;+33690123456";
    expect(attributes(await checkFile(kindOf("sw_contact"), file, { rows }))).toMatchObject([
      { mobile: "+590690123456" },
      { mobile: "+596696123456" },
      { mobile: "+594694123456" },
      { mobile: "+590690123456" },
    ]);
  });
  it("a number is dialled where its account is", async () => {
    const abroad = { sw_account: [{ id: "acc", softwhere_id: "SW-1", legal_name: "Kervadec", country: "BE" }] };
    const file = "Code client;Nom;Mobile\nSW-1;A;0470 12 34 56";
    expect(attributes(await checkFile(kindOf("sw_contact"), file, { rows: abroad }))).toMatchObject([
      { mobile: "+32470123456" },
    ]);
  });
  it("case 18: telephone numbers without their zero or plus are completed, lost figures refused", () => {
    const mobile = columnOf("sw_contact", "mobile");
    for (const text of ["612345678", "33612345678", "+33 (0)6 12 34 56 78"])
      expect(readCell(mobile, text).value).toBe("+33612345678");
    expect(readCell(mobile, "6,12346E+08").problem).toMatchObject({ code: "digits_lost", severity: "refused" });
  });
  it("case 19: what arithmetic leaves behind the decimals is no decimal", () => {
    const latitude = columnOf("sw_site", "latitude");
    expect(readCell(latitude, "48,119999999999997")).toMatchObject({
      value: "48.120000",
      problem: { code: "read_as", severity: "warning", expected: "48.120000" },
    });
    expect(readCell(latitude, "48,12345678").problem?.code).toBe("too_many_decimals");
    expect(readCell(latitude, "48,1234567890123456").problem?.code).toBe("too_many_decimals");
  });
});

describe("texts and days", () => {
  it("cases 13 and 14: are stored composed and without what can't be seen", async () => {
    const file = "Code client;Nom;Ville\nSW-1;Zw\u200bsite;Br\u200best\nSW-1;E\u0301vreux nfd;E\u0301vreux";
    expect(attributes(await checkFile(kindOf("sw_site"), file, { rows }))).toMatchObject([
      { name: "Zwsite", city: "Brest" },
      { name: "Évreux nfd", city: "Évreux" },
    ]);
    const mail =
      "Code client;Nom;E-mail;Mobile\nSW-1;Zw2;\u200bzw2@exemple.fr;\u202a06 12 34 56 78\u202c\nSW-1\u200b;B;;";
    expect(attributes(await checkFile(kindOf("sw_contact"), mail, { rows }))).toMatchObject([
      { email: "zw2@exemple.fr", mobile: "+33612345678" },
      { last_name: "B" },
    ]);
  });
  it("case 13: a row that was stored decomposed is known again", async () => {
    const there = { id: "s1", version: 1, account: { id: "acc" }, name: "E\u0301vreux" };
    const world = { rows: { ...rows, sw_site: [there] } };
    expect((await checkFile(kindOf("sw_site"), "Code client;Nom\nSW-1;Évreux", world)).rows[0]?.state).toBe("existing");
  });
  it("case 12: a moment is a day in the brand's zone", async () => {
    const file = "Code client;Nom;Ouverture\nSW-1;D0;2026-10-24T22:00:00.000Z\nSW-1;D1;2026-03-12T00:00:00Z";
    const days = async (timeZone?: string) =>
      attributes(await checkFile(kindOf("sw_site"), file, { rows, ...(timeZone && { timeZone }) })).map(
        (one) => one?.["opens_on"],
      );
    expect(await days()).toEqual(["2026-10-25", "2026-03-12"]);
    expect(await days("America/Martinique")).toEqual(["2026-10-24", "2026-03-11"]);
  });
});
