import { expect, it } from "vitest";
import { contactOf, milestoneKinds, milestoneOperations, usualMilestones } from "./milestones.ts";

it("has the steps that its operations bring, in the order in which they come", () => {
  expect(usualMilestones(["terminate_line"])).toEqual(["order_confirmed"]);
  expect(usualMilestones(["order_sim", "modify_line", "order_sim"])).toEqual([
    "order_confirmed",
    "delivery",
    "go_live",
  ]);
  expect(usualMilestones(["create_service", "create_line"])).toEqual([
    "order_confirmed",
    "appointment",
    "delivery",
    "go_live",
    "billing_start",
  ]);
  expect(usualMilestones([])).toEqual(milestoneKinds);
});

it("makes a step once: its id is the deployment's and its own", () => {
  const of = (deploymentId: string) =>
    milestoneOperations({ deploymentId, ownerId: "u", day: "2027-01-04" }, ["order_confirmed", "delivery"]);
  const part = (name: string, operations: ReturnType<typeof of>): unknown[] =>
    operations.map((one) => ("data" in one ? Reflect.get(one.data ?? {}, name) : undefined));
  const ids = (operations: ReturnType<typeof of>) => part("id", operations);
  expect(ids(of("a"))).toEqual(ids(of("a")));
  expect(new Set([...ids(of("a")), ...ids(of("b"))]).size).toBe(4);
  expect(part("attributes", of("a"))).toEqual([
    { kind: "order_confirmed", due_on: "2027-01-04" },
    { kind: "delivery" },
  ]);
});

it("tells who is assigned on the day: at a site of the deployment, else everywhere, the longest first", () => {
  const assigned = [
    { contactId: "late", siteId: null, from: "2027-02-01", to: null },
    { contactId: "over", siteId: null, from: null, to: "2026-12-31" },
    { contactId: "newer", siteId: null, from: "2026-05-01", to: null },
    { contactId: "all", siteId: null, from: "2026-01-01", to: "2027-01-15" },
    { contactId: "brest", siteId: "brest", from: "2026-11-01", to: null },
  ];
  const asked = (site: string, day = "2027-01-15") => contactOf(assigned, { sites: new Set([site]), day });
  expect(asked("brest")).toBe("brest");
  expect(asked("lorient")).toBe("all");
  expect(asked("lorient", "2027-01-16")).toBe("newer");
  expect(contactOf([], { sites: new Set(), day: "2027-01-15" })).toBeNull();
});
