import { describe, expect, test } from "vitest";
import { changesOf, isRunning, matches, passes, type Service } from "./services";

const service = (more: Partial<Service> = {}): Service => ({
  id: more.number ?? "1",
  number: "+33639984107",
  user: "Gwenaëlle Morvan",
  status: "active",
  siteId: null,
  plan: "Business 100 Go",
  kind: "mobile",
  commitmentEnd: null,
  price: "24.9",
  activatedOn: null,
  suspendedOn: null,
  endsOn: null,
  ...more,
});
const today = "2026-12-01";

describe("what a customer searches", () => {
  test.each([
    ["06 39 98 41", true],
    ["0639984107", true],
    ["+33 6 39", true],
    ["gwenaelle", true],
    ["brest morvan", true],
    ["100 go", true],
    ["06 39 98 42", false],
    ["lorient", false],
  ])("%s: %s", (text, expected) => {
    expect(matches(service(), "Brest — Kergaradec", text)).toBe(expected);
  });
});

describe("filters", () => {
  test("to watch is what isn't simply running", () => {
    const shown = ["active", "suspended", "terminating", "ordered"].filter((status) =>
      passes(service({ status }), "watch", today),
    );
    expect(shown).toEqual(["suspended", "terminating", "ordered"]);
  });

  test("a commitment ends from today to ninety days on", () => {
    const shown = [null, "2026-11-30", "2026-12-01", "2027-03-01", "2027-03-02"].filter((commitmentEnd) =>
      passes(service({ commitmentEnd }), "commitment", today),
    );
    expect(shown).toEqual(["2026-12-01", "2027-03-01"]);
  });

  test("what is on order is there, but doesn't run yet", () => {
    expect(
      ["active", "suspended", "terminating", "ordered", "terminated"].map((status) => isRunning(service({ status }))),
    ).toEqual([true, true, true, false, false]);
  });
});

describe("what changed", () => {
  test("the newest first, one entry for what happened together, nothing older than ninety days or yet to come", () => {
    const changes = changesOf(
      [
        service({ number: "1", activatedOn: "2026-11-14" }),
        service({ number: "2", activatedOn: "2026-11-14" }),
        service({ number: "3", activatedOn: "2026-08-31" }),
        service({ number: "4", activatedOn: "2026-12-02" }),
        service({ number: "5", status: "suspended", suspendedOn: "2026-11-20" }),
        service({ number: "6", suspendedOn: "2026-11-20" }),
        service({ number: "7", status: "terminating", endsOn: "2026-12-31" }),
        service({ number: "8", status: "terminated", endsOn: "2026-11-30" }),
      ],
      today,
    );
    expect(changes.map(({ day, kind, services }) => [day, kind, services.map(({ number }) => number).join()])).toEqual([
      ["2026-12-31", "ending", "7"],
      ["2026-11-30", "ended", "8"],
      ["2026-11-20", "suspended", "5"],
      ["2026-11-14", "activated", "1,2"],
    ]);
  });
});
