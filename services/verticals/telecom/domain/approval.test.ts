import { expect, it } from "vitest";
import { approvalOf } from "./approval.ts";
import type { LaunchedAction } from "./launch.ts";

const action = (operation: string, sellPrice: string | null | undefined, status = "ready"): LaunchedAction => ({
  id: "a",
  version: 1,
  operation,
  capability: "supplier",
  status,
  plannedOn: null,
  line: { id: "l", number: "+33", userName: null, status: "active", planName: null, operatorName: null, sellPrice },
  hasBillingSite: false,
  supplierId: null,
  after: [],
});

it("weighs what begins and what ends, to the ten-thousandth; what has left and what changes doesn't count", () => {
  const actions = [
    action("create_line", "30.0000"),
    action("terminate_line", "20.0001"),
    action("modify_line", "500.0000"),
    action("create_line", "500.0000", "done"),
    action("create_line", null),
  ];
  expect(approvalOf(actions, "50.0000")).toEqual({ amount: "50.0001", above: "50.0000" });
  expect(approvalOf(actions, "50.0001")).toBeNull();
  expect(approvalOf(actions, null)).toBeNull();
  // Who sees no amounts learns it from the backend.
  expect(approvalOf([action("create_line", undefined)], "0.0000")).toBeNull();
});
