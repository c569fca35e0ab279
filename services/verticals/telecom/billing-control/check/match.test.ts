import { describe, expect, it } from "vitest";
import { Matcher } from "./match.ts";
import { line, parkLine } from "./testing/rows.ts";

const number = "+33639980006";

describe("a number that two lines have had", () => {
  const ended = parkLine({ id: "ended", serviceId: "OR1", number, endDate: "2026-08-14" });
  const active = parkLine({ id: "active", serviceId: "OR2", number, activatedOn: "2026-09-01" });
  const found = (periodStart: string | null, periodEnd: string | null, lines = [ended, active]) => {
    const row = line({ serviceId: null, number, periodStart, periodEnd });
    const { line: hit, confidence } = new Matcher({ lines }).match(row);
    return [hit?.id, confidence];
  };

  it.each([
    ["2026-10-01", "2026-10-31", "active"],
    ["2026-07-01", "2026-07-31", "ended"],
    ["2026-08-01", "2026-09-05", "ended"],
    ["2026-08-10", "2026-09-30", "active"],
    [null, null, "active"],
  ])("%s to %s is the line's that had it", (start, end, id) => expect(found(start, end)).toEqual([id, "dated"]));

  it("where none had it then, the last that had it before is billed too late", () => {
    const again = parkLine({ id: "again", number, activatedOn: "2025-01-01", endDate: "2025-06-30" });
    expect(found("2026-10-01", "2026-10-31", [again, ended])).toEqual(["ended", "dated"]);
  });

  it("two that have it at once are not guessed between", () => {
    const same = parkLine({ id: "same", number });
    expect(found("2026-10-01", "2026-10-31", [active, same])).toEqual([undefined, "ambiguous"]);
    expect(found("2026-01-01", "2026-01-31", [parkLine({ id: "a", number }), same])).toEqual([undefined, "ambiguous"]);
  });
});

describe("what a person has said", () => {
  const lines = [
    parkLine({ id: "a", serviceId: "OR1", number: "+33639980006", remembered: ["X-77", "+33639980099"] }),
    parkLine({ id: "b", serviceId: "OR2", number: "+33639980007", remembered: ["Y-1"] }),
  ];
  const match = (change: Parameters<typeof line>[0]) => {
    const {
      key,
      line: hit,
      confidence,
    } = new Matcher({ lines }).match(line({ serviceId: null, number: null, ...change }));
    return [key, hit?.id, confidence];
  };

  it("finds the line by any identifier it was said of, where nothing else does", () => {
    expect(match({ serviceId: "X-77" })).toEqual(["manual", "a", "manual"]);
    expect(match({ number: "06 39 98 00 99" })).toEqual(["manual", "a", "manual"]);
    expect(match({ serviceId: "X-77", number: "+33639980007" })).toEqual(["number", "b", "contradicted"]);
    expect(match({ serviceId: "X-77", customerReference: "Y-1" })).toEqual(["none", undefined, "unknown"]);
  });
});

describe("identifiers that contradict each other", () => {
  const lines = [
    parkLine({ id: "a", serviceId: "OR1", number, references: ["R-1"] }),
    parkLine({ id: "b", serviceId: "OR2", number: "+33639980007" }),
  ];
  const match = (change: Parameters<typeof line>[0]) => {
    const { key, line: hit, confidence } = new Matcher({ lines }).match(line(change));
    return [key, hit?.id, confidence];
  };

  it("the stronger wins, and it is said", () => {
    expect(match({ serviceId: "OR1", number: "+33639980007" })).toEqual(["service_id", "a", "contradicted"]);
    expect(match({ serviceId: "OR1", number })).toEqual(["service_id", "a", "sure"]);
    expect(match({ serviceId: "unknown", number })).toEqual(["number", "a", "contradicted"]);
  });

  it("a reference finds no line that is another than the row says", () => {
    const reference = { customerReference: "R-1" };
    expect(match({ ...reference, serviceId: null, number: null })).toEqual(["customer_reference", "a", "sure"]);
    expect(match({ ...reference, serviceId: null, number: "+33639980099" })).toEqual(["none", undefined, "ambiguous"]);
    expect(match({ serviceId: "unknown", number: null })).toEqual(["none", undefined, "unknown"]);
  });
});
