import type { Module } from "../../../conformance/suite.ts";
import { advisories } from "./cases/advisories.ts";
import { journal } from "./cases/journal.ts";
import { notified, recipients } from "./cases/notifications.ts";
import { oddWrites } from "./cases/odd-writes.ts";
import { planned } from "./cases/planned.ts";
import { rights } from "./cases/rights.ts";
import { uniqueness, versions, workflow } from "./cases/rules.ts";
import { tenancy } from "./cases/tenancy.ts";
import { rows } from "./rows.ts";

export const module: Module = {
  name: "telecom",
  type: "sw_line",
  rows,
  groups: [
    advisories,
    tenancy,
    oddWrites,
    rights,
    versions,
    workflow,
    uniqueness,
    journal,
    planned,
    recipients,
    notified,
  ],
};
