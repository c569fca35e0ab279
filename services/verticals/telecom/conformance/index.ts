import { one } from "../../../conformance/client.ts";
import { closedModule } from "../../../conformance/closed-module.ts";
import type { Module } from "../../../conformance/suite.ts";
import { advisories } from "./cases/advisories.ts";
import { approvals } from "./cases/approvals.ts";
import { billedItems } from "./cases/billed-items.ts";
import { bulkRows } from "./cases/bulk-rows.ts";
import { customers } from "./cases/customers.ts";
import { journal } from "./cases/journal.ts";
import { notified, recipients } from "./cases/notifications.ts";
import { milestones } from "./cases/milestones.ts";
import { oddWrites } from "./cases/odd-writes.ts";
import { jsonValues } from "./cases/json-values.ts";
import { periods } from "./cases/periods.ts";
import { planned } from "./cases/planned.ts";
import { rights } from "./cases/rights.ts";
import { uniqueness, versions, workflow } from "./cases/rules.ts";
import { sims } from "./cases/sims.ts";
import { steering } from "./cases/steering.ts";
import { tenancy } from "./cases/tenancy.ts";
import { rows } from "./rows.ts";

const closed = closedModule({
  module: "sw_telecom",
  type: "sw_park",
  key: "park",
  permission: "edit plan",
  value: {
    type: "sw_check_setting",
    field: "check",
    value: "C2",
    attributes: { valid_from: "2026-01-01" },
  },
  async make(admin, { account }) {
    const operator = (await admin.create("sw_supplier", { name: "Operator", code: "OP" })).is(201).id;
    const to = { account: one("sw_account", account), operator: one("sw_supplier", operator) };
    return (await admin.create("sw_park", { kind: "mobile" }, to)).is(201).id;
  },
});

export const module: Module = {
  name: "telecom",
  type: "sw_line",
  module: "sw_telecom",
  rows,
  groups: [
    advisories,
    tenancy,
    oddWrites,
    rights,
    customers,
    versions,
    workflow,
    uniqueness,
    bulkRows,
    billedItems,
    journal,
    sims,
    planned,
    milestones,
    approvals,
    periods,
    steering,
    jsonValues,
    recipients,
    notified,
    closed,
  ],
};
