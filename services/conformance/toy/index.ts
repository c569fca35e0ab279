import { one } from "../client.ts";
import { closedModule } from "../closed-module.ts";
import type { Module } from "../suite.ts";
import { toyJson } from "./json.ts";
import { toyActions, toyFields, toyRights, toyValues, toyWorkflow } from "./cases.ts";

const closed = closedModule({
  module: "sw_toy",
  type: "sw_toy",
  key: "toy",
  permission: "paint toys",
  field: { type: "sw_site", name: "toy_box", value: "attic" },
  value: {
    type: "sw_anomaly",
    field: "check",
    value: "toy_missing",
    attributes: { key: "", period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" },
  },
  reference: "favourite_toy",
  make: async (admin, { site }) =>
    (await admin.create("sw_toy", { name: "Yo-yo" }, { site: one("sw_site", site) })).is(201).id,
});

/** The smallest vertical proves what the base offers to verticals and uses in none of its own types. */
export const module: Module = {
  name: "toy",
  type: "sw_toy",
  module: "sw_toy",
  rows: () => [
    {
      type: "sw_toy",
      key: "toy",
      attributes: { name: "Top", color: "red", price: "4.5" },
      relationships: { site: ["sw_site", "site01"] },
    },
    {
      type: "sw_toy",
      key: "toy_beta",
      attributes: { name: "Top" },
      relationships: { site: ["sw_site", "site99"] },
    },
  ],
  groups: [toyFields, toyRights, toyValues, toyActions, toyWorkflow, toyJson, closed],
};
