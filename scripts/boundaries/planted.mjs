/** Violations of every rule of `.dependency-cruiser.cjs`, of the kinds that slipped through once: a rule that misses its own would pass in silence. */
export const planted = [
  {
    rule: "base-knows-no-module",
    file: "frontend/base/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/parks/groups";',
  },
  {
    rule: "verticals-are-siblings",
    file: "frontend/verticals/planted/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/parks/groups";',
  },
  {
    rule: "add-ons-know-no-vertical",
    file: "frontend/addons/planted/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/parks/groups";',
  },
  {
    rule: "add-ons-know-no-vertical",
    file: "services/addons/planted/planted-violation.ts",
    source: 'export * from "../../verticals/telecom/domain/line-order.ts";',
  },
  {
    rule: "only-the-composition-names-modules",
    file: "frontend/app/planted-violation.ts",
    source: 'export * from "@/verticals/telecom/pages";',
  },
  {
    rule: "only-the-composition-names-modules",
    file: "services/planted-violation.ts",
    source: 'export * from "./verticals/telecom/index.ts";',
  },
  {
    rule: "features-do-not-know-each-other",
    file: "frontend/base/features/sites/planted-violation.ts",
    source: 'export * from "@/base/features/contacts";',
  },
  {
    rule: "a-module-uses-public-doors",
    file: "frontend/verticals/telecom/planted-violation.ts",
    source: 'export * from "@/base/features/timeline/timeline";',
  },
  {
    rule: "a-module-uses-public-doors",
    file: "services/verticals/telecom/planted-violation-door.ts",
    source: 'export * from "../../base/data-import/engine/check.ts";',
  },
  {
    rule: "ui-is-a-leaf",
    file: "frontend/ui/planted-violation.ts",
    source: 'export * from "@/base/format/format";',
  },
  {
    rule: "server-is-a-leaf",
    file: "frontend/server/planted-violation-base.ts",
    source: 'export * from "@/base/panels/use-panels";',
  },
  {
    rule: "console-uses-services-by-contract",
    file: "frontend/server/planted-violation.ts",
    source: 'export * from "../../services/platform/env.ts";',
  },
  {
    rule: "console-uses-services-by-contract",
    file: "frontend/verticals/telecom/planted-violation-command.ts",
    source: 'export * from "@softwhere/services/verticals/telecom/commands/change-plan";',
  },
  {
    rule: "console-base-knows-no-module-service",
    file: "frontend/base/planted-violation-service.ts",
    source: 'export * from "@softwhere/services/verticals/telecom/domain/line-order";',
  },
  {
    rule: "a-module-calls-its-own-services",
    file: "frontend/verticals/planted/planted-violation-service.ts",
    source: 'export * from "@softwhere/services/verticals/telecom/domain/line-order";',
  },
  {
    rule: "services-know-no-module",
    file: "services/base/search/planted-violation-module.ts",
    source: 'export * from "../../verticals/telecom/domain/line-order.ts";',
  },
  {
    rule: "verticals-are-siblings",
    file: "services/verticals/planted/planted-violation.ts",
    source: 'export * from "../telecom/domain/line-order.ts";',
  },
  {
    rule: "services-do-not-know-each-other",
    file: "services/base/planted/planted-violation.ts",
    source: 'export * from "../search/text.ts";',
  },
  {
    rule: "services-do-not-know-each-other",
    file: "services/base/planted/planted-violation-two.ts",
    source: 'export * from "../notifications/message/sentence.ts";',
  },
  {
    rule: "nobody-knows-the-backend",
    file: "services/verticals/telecom/planted-violation-backend.ts",
    source: 'export * from "../../embedded-drupal/server.ts";',
  },
  {
    rule: "services-know-no-console",
    file: "services/base/search/planted-violation-console.ts",
    source: 'export * from "../../../frontend/base/format/format.ts";',
  },
  {
    rule: "domain-is-pure",
    file: "services/verticals/telecom/domain/planted-violation.ts",
    source: 'export * from "../commands/load-lines.ts";',
  },
  {
    rule: "who-speaks-to-vendors",
    file: "services/base/search/planted-violation-egress.ts",
    source: 'export * from "../../platform/egress/egress.ts";',
  },
  {
    rule: "who-speaks-to-vendors",
    file: "services/verticals/telecom/commands/planted-violation-egress.ts",
    source: 'export * from "../../../platform/egress/egress.ts";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/platform/backend/planted-violation-undici.ts",
    source: 'export { request } from "undici";',
  },
  {
    rule: "an-adapter-is-its-vendors-alone",
    file: "services/base/connectors/planted-violation.ts",
    source: 'export * from "./adapters/pennylane/pennylane.ts";',
  },
  {
    rule: "an-adapter-is-its-vendors-alone",
    file: "services/base/connectors/adapters/planted/planted-violation.ts",
    source: 'export * from "../pennylane/pennylane.ts";',
  },
  {
    rule: "platform-is-a-leaf",
    file: "services/platform/planted-violation.ts",
    source: 'export * from "../base/search/text.ts";',
  },
  {
    rule: "model-is-a-leaf",
    file: "services/model/planted-violation.ts",
    source: 'export * from "../platform/result.ts";',
  },
  {
    rule: "generated-files-belong-to-modules",
    file: "services/platform/planted-violation-generated.ts",
    source: 'export type * from "../model/generated/sw_telecom/entities.ts";',
  },
  {
    rule: "generated-files-belong-to-modules",
    file: "frontend/base/planted-violation-generated.ts",
    source: 'export * from "@softwhere/services/model/generated/sw_telecom/record-types";',
  },
  {
    rule: "generated-files-belong-to-modules",
    file: "services/verticals/planted/planted-violation-generated.ts",
    source: 'export type * from "../../model/generated/sw_telecom/entities.ts";',
  },
  {
    rule: "generated-files-belong-to-modules",
    file: "services/model/generated/sw_base/planted-violation.ts",
    source: 'export type * from "../sw_telecom/entities.ts";',
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
    file: "services/base/search/planted-violation-scripts.ts",
    source: 'export * from "../../../scripts/seed/random.ts";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/base/search/planted-violation-mail.ts",
    source: 'export * from "nodemailer";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/verticals/telecom/planted-violation-pool.ts",
    source: 'export * from "pg";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/base/search/planted-violation-jobs.ts",
    source: 'export * from "@dbos-inc/dbos-sdk";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/base/notifications/planted-violation-xml.ts",
    source: 'export * from "fast-xml-parser";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "frontend/base/planted-violation-client.ts",
    source: 'export * from "next-drupal";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/verticals/telecom/planted-violation-thread.ts",
    source: 'export * from "piscina";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/base/search/planted-violation-smtp.ts",
    source: 'export * from "smtp-server";',
  },
  {
    rule: "a-package-has-its-folder",
    file: "services/base/search/planted-violation-http.ts",
    source: 'export * from "@hono/node-server";',
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
