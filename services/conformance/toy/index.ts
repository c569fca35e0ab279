import type { Module } from "../suite.ts";
import { toyFields, toyRights, toyWorkflow } from "./cases.ts";

/** The smallest vertical proves what the base offers to verticals and uses in none of its own types. */
export const module: Module = {
  name: "toy",
  type: "sw_toy",
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
  groups: [toyFields, toyRights, toyWorkflow],
};
