import { describe, expect, test } from "vitest";
import type { OrderedLine } from "./line-order.ts";
import {
  actionOperations,
  deploymentRow,
  deploymentBlock,
  deploymentOperation,
  deploymentOrder,
  type DeploymentOrder,
  payloadOf,
} from "./deployment-order.ts";

const line = (given: Partial<OrderedLine> = {}): OrderedLine => ({
  id: "l1",
  version: 3,
  number: "+33639984107",
  userName: null,
  status: "active",
  accountId: "a",
  parkId: "p",
  parkKind: "mobile",
  operatorId: "o",
  site: { id: "s", name: "Brest" },
  billingSite: null,
  endDate: null,
  options: [],
  assignments: [],
  plannedActions: [],
  ...given,
});
const sims: DeploymentOrder = {
  name: "SIM",
  plannedOn: "2026-12-14",
  ownerId: null,
  work: { kind: "order_sim", sim: "esim", quantity: 2, deliverySiteId: "s", deliveryContactId: null },
};
const work: DeploymentOrder = {
  name: "Options",
  plannedOn: "2026-12-14",
  ownerId: "u",
  work: { kind: "add_fee", code: null, quantity: 1, details: "Déplacement" },
};
const given = { runId: "plan-1", accountId: "a", severalAccounts: false };

describe("which lines can't, and why", () => {
  test.each([
    [{}, "order_sim", null],
    [{ status: "suspended" }, "order_sim", null],
    [{ status: "terminated" }, "order_sim", "terminated"],
    [{ status: "terminated" }, "modify_line", "terminated"],
    [{ status: "terminating" }, "order_sim", "wrong-status"],
    [{ status: "terminating" }, "terminate_line", "wrong-status"],
    [{ status: "terminating" }, "modify_line", null],
    [{ parkKind: "fixed" }, "order_sim", "not-mobile"],
    [{ parkKind: "fixed" }, "modify_options", null],
    [{ plannedActions: ["x"] }, "order_sim", "already-planned"],
  ] as const)("%j, %s", (change, kind, blocked) =>
    expect(deploymentBlock(line(change as Partial<OrderedLine>), kind)).toBe(blocked),
  );
});

describe("what is planned", () => {
  test("one deployment with the lines' sites and operator, delivered where it was said", () => {
    expect(
      deploymentOperation(
        sims,
        [line(), line({ id: "l2" }), line({ id: "l3", site: { id: "t", name: "Lorient" } })],
        given,
      ),
    ).toMatchObject({
      data: {
        attributes: { kind: "sim_order", status: "planned", planned_on: "2026-12-14" },
        relationships: {
          sites: { data: [{ id: "s" }, { id: "t" }] },
          supplier: { data: { id: "o" } },
          delivery_site: { data: { id: "s" } },
        },
      },
    });
  });
  test("with several accounts nobody gets a delivery at another customer's; with several operators none is named", () => {
    const operation = JSON.stringify(
      deploymentOperation(sims, [line(), line({ operatorId: "x" })], { ...given, severalAccounts: true }),
    );
    expect(operation).not.toContain("delivery_site");
    expect(operation).not.toContain("supplier");
  });
  test("an action per line, the same ids and key when it is sent again", () => {
    const operation = actionOperations(work, line(), given);
    expect(operation).toEqual(actionOperations(work, line(), given));
    expect(operation).toMatchObject([
      {
        data: {
          attributes: { capability: "billing", operation: "add_fee", idempotency_key: "plan-1/l1" },
          relationships: { account: { data: { id: "a" } } },
        },
      },
    ]);
    expect(actionOperations(sims, line(), given)).toMatchObject([
      { data: { attributes: { capability: "supplier", operation: "order_sim" } } },
    ]);
    expect(deploymentOperation(work, [line()], given)).toMatchObject({
      data: { attributes: { kind: "billing" }, relationships: { owner: { data: { id: "u" } } } },
    });
  });
});

test("a line that is billed is billed no more once its end is done; the others have nothing to end", () => {
  const end: DeploymentOrder = { ...work, work: { kind: "terminate_line", details: "Closing" } };
  const billed = line({ isBilled: true });
  const operations = actionOperations(end, billed, given);
  expect(operations).toEqual(actionOperations(end, billed, given));
  const [first, second] = operations.map((one) => ("data" in one ? (one.data as { id?: string }).id : undefined));
  expect(first).not.toBe(second);
  expect(operations).toMatchObject([
    { data: { attributes: { capability: "supplier", operation: "terminate_line" } } },
    {
      data: {
        attributes: {
          capability: "billing",
          operation: "end_service",
          payload: { details: "Closing" },
          idempotency_key: "plan-1/l1/end_service",
        },
        relationships: {
          line: { data: { id: "l1" } },
          depends_on: { data: [{ type: "sw_action--sw_action", id: first }] },
        },
      },
    },
  ]);
  expect(actionOperations(end, line({ isBilled: false }), given)).toHaveLength(1);
  expect(actionOperations(work, billed, given)).toHaveLength(1);
  const also = (of: OrderedLine, kind: "terminate_line" | "add_fee") => deploymentRow(of, kind).also;
  expect([also(billed, "terminate_line"), also(line(), "terminate_line"), also(billed, "add_fee")]).toEqual([
    "end_service",
    undefined,
    undefined,
  ]);
});

test("a payload has the shape of its operation", () => {
  expect(payloadOf(sims.work)).toEqual({ sim: "esim", quantity: 2 });
  expect(payloadOf(work.work)).toEqual({ details: "Déplacement", quantity: 1 });
});

test.each([
  ["no name", { ...sims, name: " " }],
  ["no day", { ...sims, plannedOn: "" }],
  ["no cards", { ...sims, work: { ...sims.work, quantity: 0 } }],
  ["nothing to do", { ...work, work: { kind: "add_fee", code: null, quantity: 1, details: "" } }],
  ["a SIM order in disguise", { ...work, work: { kind: "create_line", details: "x" } }],
])("refused: %s", (_, order) => expect(deploymentOrder.safeParse(order).success).toBe(false));
