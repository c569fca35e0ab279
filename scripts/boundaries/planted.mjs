/** One violation per rule of `.dependency-cruiser.cjs`: a rule that misses its own would pass in silence. */
export const planted = [
  {
    rule: "base-knows-no-vertical",
    file: "frontend/base/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/parks/groups";',
  },
  {
    rule: "verticals-are-siblings",
    file: "frontend/verticals/planted/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/parks/groups";',
  },
  {
    rule: "only-the-composition-names-verticals",
    file: "frontend/app/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/pages";',
  },
  {
    rule: "features-do-not-know-each-other",
    file: "frontend/base/features/sites/planted-violation.ts",
    source: 'export * from "@/base/features/contacts";',
  },
  {
    rule: "a-vertical-uses-public-doors",
    file: "frontend/verticals/telecom/planted-violation.ts",
    source: 'export * from "@/base/features/timeline/timeline";',
  },
  { rule: "ui-is-a-leaf", file: "frontend/ui/planted-violation.ts", source: 'export * from "@/base/format/format";' },
  {
    rule: "server-is-a-leaf",
    file: "frontend/server/planted-violation-base.ts",
    source: 'export * from "@/base/panels/use-panels";',
  },
  {
    rule: "console-uses-services-by-contract",
    file: "frontend/server/planted-violation.ts",
    source: 'export * from "../../services/billing-control/amount.ts";',
  },
  {
    rule: "console-knows-no-backend",
    file: "services/billing-control/planted-violation.ts",
    source: 'export * from "../embedded-drupal/server.ts";',
  },
  {
    rule: "services-do-not-know-each-other",
    file: "services/embedded-drupal/planted-violation.ts",
    source: 'export * from "../billing-control/amount.ts";',
  },
  {
    rule: "the-import-engine-knows-no-trade",
    file: "services/data-import/engine/planted-violation.ts",
    source: 'export * from "../telecom/kinds.ts";',
  },
  {
    rule: "platform-is-a-leaf",
    file: "services/platform/planted-violation.ts",
    source: 'export * from "../billing-control/amount.ts";',
  },
  {
    rule: "model-is-a-leaf",
    file: "services/model/planted-violation.ts",
    source: 'export * from "../platform/result.ts";',
  },
  {
    rule: "embedded-flows-downwards",
    file: "services/embedded-drupal/plan/planted-violation.ts",
    source: 'export * from "../response/answer.ts";',
  },
  {
    rule: "embedded-flows-downwards",
    file: "services/embedded-drupal/store/planted-violation.ts",
    source: 'export * from "../app.ts";',
  },
  {
    rule: "embedded-flows-downwards",
    file: "services/embedded-drupal/journal/planted-violation.ts",
    source: 'export * from "../query/rows.ts";',
  },
  {
    rule: "contract-suite-is-black-box",
    file: "services/conformance/planted-violation.ts",
    source: 'export * from "../embedded-drupal/server.ts";',
  },
  {
    rule: "contract-suite-is-black-box",
    file: "services/conformance/planted-violation-module.ts",
    source: 'export * from "../verticals/telecom/conformance/index.ts";',
  },
  {
    rule: "contract-suite-is-black-box",
    file: "services/verticals/telecom/conformance/planted-violation.ts",
    source: 'export * from "../../../platform/result.ts";',
  },
  {
    rule: "product-code-uses-no-scripts",
    file: "services/billing-control/planted-violation-scripts.ts",
    source: 'export * from "../../scripts/seed/random.ts";',
  },
  {
    rule: "no-circles",
    file: "services/platform/planted-violation-a.ts",
    source: 'import { b } from "./planted-violation-b.ts";\nexport const a = () => b;',
  },
  {
    rule: "no-circles",
    file: "services/platform/planted-violation-b.ts",
    source: 'import { a } from "./planted-violation-a.ts";\nexport const b = () => a;',
  },
];
