import { expect, test } from "vitest";
import { abilityOf, placesOf } from "./abilities";

test("who may do what: nothing, everywhere, at some places", () => {
  const assigned = [
    { purpose: "tickets", place: "Rennes" },
    { purpose: "support", place: "Brest" },
    { purpose: "billing", place: "Siège" },
    { purpose: "billing", place: null },
    { purpose: "site", place: "Brest" },
    { purpose: "site", place: "Brest" },
  ];
  expect(abilityOf(assigned, "ask")).toEqual(["Brest", "Rennes"]);
  expect(abilityOf(assigned, "invoices")).toBe("everywhere");
  expect(abilityOf(assigned, "work")).toBe("none");
  expect(abilityOf([], "ask")).toBe("none");
  expect(placesOf(assigned)).toEqual(["Brest"]);
});
