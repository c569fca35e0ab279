import { describe, expect, test } from "vitest";
import { draftProblems, emptyLine, newLinesOrderOf, type NewLinesDraft, pastedLines } from "./new-lines-draft";

const id = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000`;
const choices = {
  sites: [{ id: id(1), name: "Brest — Siège" }],
  plans: [{ id: id(2), name: "Fibre Pro 1 Gb" }],
};
const first = { ...emptyLine(1), siteId: id(1), planId: id(2) };

describe("lines of a spreadsheet", () => {
  test("names are found however they are written; what isn't said is that of the row", () => {
    const lines = pastedLines("0298000001\tbrest — siege\tFIBRE  pro 1 gb\tAccueil\r\n0298000002\r\n", choices, first);
    expect(lines).toEqual([
      { number: "0298000001", siteId: id(1), planId: id(2), userName: "Accueil", port: null, unknown: {} },
      { number: "0298000002", siteId: id(1), planId: id(2), userName: "", port: null, unknown: {} },
    ]);
  });

  test("a name of nothing is kept and said, with its row", () => {
    const lines = pastedLines("A-1\tQuimper\tFibre 2\nA-2", choices, first) ?? [];
    expect(lines[0]).toMatchObject({ siteId: "", planId: "", unknown: { site: "Quimper", plan: "Fibre 2" } });
    expect(
      draftProblems(
        lines.map((line, key) => ({ key, ...line })),
        { plans: new Set([id(2)]), sites: new Set([id(1)]) },
      ),
    ).toEqual([
      { row: 0, field: "plan", fault: "unknown", text: "Fibre 2" },
      { row: 0, field: "site", fault: "unknown", text: "Quimper" },
    ]);
  });

  test("RIO, holder and day make it a port; a head says which column lies where", () => {
    const port = { rio: "01 e 123456 abc", holder: "Kervadec", wishedOn: "2026-12-14" };
    const dayOf = (text: string) => (text === "14/12/2026" ? "2026-12-14" : text);
    const [plain, fresh] =
      pastedLines("0612345678\t\t\t\t01 e 123456 abc\tKervadec\t14/12/2026\nA-2", choices, first, dayOf) ?? [];
    expect([plain?.port, fresh?.port]).toEqual([port, null]);
    const headed = pastedLines(
      "RIO\tNuméro\tTitulaire\tPorter le\n01 e 123456 abc\t0612345678\tKervadec\t14/12/2026",
      choices,
      first,
      dayOf,
    );
    expect(headed).toMatchObject([{ number: "0612345678", planId: id(2), port }]);
    // Without names of columns the first row is one like the others.
    expect(pastedLines("A-1\tSite\nA-2\tSite", choices, first)).toHaveLength(2);
  });

  test("who can't port numbers is said of each row that needs it", () => {
    const lines = [
      { ...first, number: "0612345678", port: { rio: "01E123456ABC", holder: "K", wishedOn: "" } },
      { ...first, key: 2, number: "A-2" },
    ];
    const offered = { plans: new Set([id(2)]), sites: new Set([id(1)]) };
    expect(draftProblems(lines, offered)).toEqual([]);
    expect(draftProblems(lines, offered, "Alphalink")).toEqual([
      { row: 0, field: "rio", fault: "unable", text: "Alphalink" },
    ]);
  });

  test("one cell is no table", () => expect(pastedLines("0298000001\n", choices, first)).toBeUndefined());
});

test("an order is made once its head is complete; the rows are said by their own problems", () => {
  const draft: NewLinesDraft = {
    name: "Ouverture",
    plannedOn: "2026-12-07",
    owner: "me",
    parkId: id(3),
    billingSiteId: "",
    lines: [emptyLine(1, first)],
  };
  const order = newLinesOrderOf(draft, { accountId: id(4), me: id(5) });
  expect(order).toMatchObject({ ownerId: id(5), billingSiteId: null, lines: [{ number: "", planId: id(2) }] });
  expect(draftProblems(draft.lines, { plans: new Set(), sites: new Set([id(1)]) })).toEqual([
    { row: 0, field: "number", fault: "missing" },
    { row: 0, field: "plan", fault: "not-offered" },
  ]);
  expect(newLinesOrderOf({ ...draft, plannedOn: "" }, { accountId: id(4), me: null })).toBeNull();
});
