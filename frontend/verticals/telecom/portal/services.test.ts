import { describe, expect, test } from "vitest";
import { changesOf, isRunning, matches, passes, planChangesOf, type Service } from "./services";

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
  userSince: null,
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

  test("plans that began, after another or after one that nobody wrote down; what is to come isn't told", () => {
    const term = (serviceId: string, from: string, plan: string | null) => ({ serviceId, from, plan });
    const changes = planChangesOf(
      [
        term("a", "2026-11-10", "Business 150 Go"),
        term("a", "2025-01-01", "Business 50 Go"),
        term("b", "2026-11-10", "Business 50 Go"),
        term("c", "2026-01-01", "Business 50 Go"),
        term("c", "2026-03-01", "Business 20 Go"),
        term("d", "2026-01-01", "Business 50 Go"),
        term("d", "2026-11-10", "Business 50 Go"),
        term("e", "2026-01-01", "Business 50 Go"),
        term("e", "2027-01-01", "Business 20 Go"),
      ],
      "2026-09-01",
      today,
    );
    expect(changes).toEqual([
      { serviceId: "a", day: "2026-11-10", from: "Business 50 Go", to: "Business 150 Go" },
      { serviceId: "b", day: "2026-11-10", from: null, to: "Business 50 Go" },
    ]);
  });

  test("plans are told together by day and plan, users one by one", () => {
    const changes = changesOf(
      [
        service({ id: "a", number: "1", userSince: "2026-11-28", activatedOn: "2025-01-01" }),
        service({ id: "b", number: "2", userSince: "2026-11-28", activatedOn: "2025-01-01" }),
        service({ id: "c", number: "3", userSince: "2026-01-01", activatedOn: "2025-01-01" }),
        service({ id: "e", number: "5", activatedOn: "2026-07-01" }),
        service({ id: "d", number: "4", userSince: "2026-11-28", status: "terminated" }),
      ],
      today,
      [
        { serviceId: "a", day: "2026-11-10", from: "50 Go", to: "150 Go" },
        { serviceId: "b", day: "2026-11-10", from: "20 Go", to: "150 Go" },
        { serviceId: "c", day: "2026-11-09", from: "50 Go", to: "150 Go" },
        { serviceId: "e", day: "2026-07-01", from: null, to: "150 Go" },
        { serviceId: "gone", day: "2026-11-09", from: "50 Go", to: "150 Go" },
      ],
    );
    expect(changes.map(({ kind, services, plans }) => [kind, services.length, plans])).toEqual([
      ["user", 1, undefined],
      ["user", 1, undefined],
      ["plan", 2, { from: null, to: "150 Go" }],
      ["plan", 1, { from: "50 Go", to: "150 Go" }],
    ]);
  });
});
