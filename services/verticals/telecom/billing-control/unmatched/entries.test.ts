import { describe, expect, it } from "vitest";
import type { Candidate } from "../contract.ts";
import { entriesOf, nearness, type UnmatchedRow } from "./entries.ts";

const row = (change: Partial<UnmatchedRow> = {}): UnmatchedRow => ({
  id: "1",
  supplierId: "orange",
  supplierName: "Orange",
  invoiceId: "i1",
  invoiceNumber: "F1",
  identifiers: { serviceId: "OR-1", iccid: null, number: null, customerReference: null },
  label: "Business 50 Go",
  net: "10.0000",
  ...change,
});

describe("rows without a line", () => {
  it("are one entry where they name it alike, over all invoices, the dearest first", () => {
    const other = { serviceId: "OR-2", iccid: null, number: null, customerReference: null };
    const rows = [
      row(),
      row({ id: "2", invoiceNumber: "F2", net: "-2.5000", label: "Remise" }),
      row({ id: "3", identifiers: other, net: "30.0000" }),
    ];
    expect(entriesOf(rows)).toMatchObject([
      { identifiers: other, rowIds: ["3"], net: "30.0000" },
      { rowIds: ["1", "2"], invoices: ["F1", "F2"], labels: ["Business 50 Go", "Remise"], net: "7.5000" },
    ]);
  });

  it("that name no line are left out; without the right to amounts there are none", () => {
    const nothing = { serviceId: null, iccid: null, number: null, customerReference: null };
    expect(entriesOf([row({ identifiers: nothing })])).toEqual([]);
    expect(entriesOf([row({ net: undefined })])[0]?.net).toBeUndefined();
  });
});

describe("how near a line is", () => {
  const line = (change: Partial<Candidate>): Candidate => ({
    id: "a",
    number: "+33639980003",
    serviceId: "FTTH-1-23",
    userName: null,
    accountName: null,
    ...change,
  });
  const near = (identifiers: Partial<UnmatchedRow["identifiers"]>, change: Partial<Candidate> = {}, label = "x") => {
    const of = { serviceId: null, iccid: null, number: null, customerReference: null, ...identifiers };
    const [entry] = entriesOf([row({ identifiers: of, label })]);
    return entry ? nearness(entry, line(change)) : -1;
  };

  it.each([
    [{ serviceId: "ftth 1 23" }, 1],
    [{ number: "0639980003" }, 1],
    [{ number: "639980003" }, 1],
    [{ number: "+33639980008" }, 0.85],
    [{ number: "+33639980030" }, 0.7],
    [{ number: "+33612345678" }, 0],
  ])("%o", (identifiers, expected) => expect(near(identifiers)).toBeCloseTo(expected, 5));

  it("a user's name in the label is a sign as well", () => {
    expect(near({ serviceId: "ZZZ" }, { userName: "Yann Kervadec" }, "Forfait Yann Kervadec")).toBe(0.9);
    expect(near({ serviceId: "ZZZ" }, { userName: "Yann" }, "Forfait Yann")).toBe(0);
  });
});
