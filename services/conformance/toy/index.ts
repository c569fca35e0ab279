import { one } from "../client.ts";
import { closedModule } from "../closed-module.ts";
import type { Module } from "../suite.ts";
import { toyJson } from "./json.ts";
import { toyFields, toyRights, toyWorkflow } from "./cases.ts";

const closed = closedModule({
  module: "sw_toy",
  type: "sw_toy",
  key: "toy",
  permission: "paint toys",
  field: { type: "sw_site", name: "toy_box", value: "attic" },
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
  groups: [toyFields, toyRights, toyWorkflow, toyJson, closed],
};
