/** Who may import what; the words are in docs/decisions/0002-boundaries.md. Every rule has a planted violation in scripts/boundaries. */

/** The embedded backend from top to bottom; its README says what each folder does. */
const embeddedLayers = [
  ["router", "files"],
  ["operations"],
  ["query", "journal"],
  ["context", "work"],
  ["response"],
  ["request"],
  ["plan"],
  ["session"],
  ["store"],
  ["problem"],
];
const embedded = "^services/embedded-drupal/";

const rule = (name, from, to, except) => ({
  name,
  severity: "error",
  from: typeof from === "string" ? { path: from } : from,
  to: { path: to, ...(except && { pathNot: except }) },
});

/** Folder → the packages that only it may import. */
const packages = {
  "^services/base/notifications/mail/": "nodemailer",
  "^services/stand-ins/": "smtp-server|postal-mime",
  "^services/platform/database/": "pg|@electric-sql/pglite",
  "^services/platform/jobs/": "@dbos-inc/dbos-sdk",
  "^services/platform/worker/": "piscina",
  "^services/platform/egress/": "undici",
  "^services/(platform/service|embedded-drupal)/": "@hono/node-server",
  "^services/platform/tables/": "csv-parse|read-excel-file",
  "^services/(verticals/telecom/billing-control/read|base/control/claim)/": "fast-xml-parser",
  "^services/verticals/telecom/billing-control/read/": "fflate",
  "^services/base/control/claim/": "pdfkit",
  "^(services/verticals/telecom/billing-control/read|frontend/base/features/documents)/": "pdfjs-dist",
  "^(services/platform/backend|frontend/server/drupal)/": "next-drupal|jsona",
};

module.exports = {
  forbidden: [
    // The console: base, add-ons, verticals.
    rule("base-knows-no-module", "^frontend/(base|ui|server)/", "^frontend/(addons|verticals)/"),
    rule("verticals-are-siblings", "^frontend/verticals/([^/]+)/", "^frontend/verticals/", "^frontend/verticals/$1/"),
    rule("add-ons-know-no-vertical", "^(frontend|services)/addons/", "^(frontend|services)/verticals/"),
    rule(
      "only-the-composition-names-modules",
      { path: "^frontend/app/", pathNot: "^frontend/app/composition[a-z.]*$" },
      "^frontend/(addons|verticals)/",
    ),
    rule(
      "features-do-not-know-each-other",
      "^frontend/base/features/([^/]+)/",
      "^frontend/base/features/",
      "^frontend/base/features/$1/",
    ),
    rule("a-module-uses-public-doors", "^frontend/(addons|verticals)/", "^frontend/base/features/", "/index\\.ts$"),
    rule("ui-is-a-leaf", "^frontend/ui/", "^frontend/", "^frontend/ui/"),
    rule("server-is-a-leaf", "^frontend/server/", "^frontend/", "^frontend/server/"),

    // What the console sees of the services: contracts, routers' types, what is pure, and the way to the backend.
    rule(
      "console-uses-services-by-contract",
      // What is exported is read again as an import reads it.
      { path: "^frontend/", pathNot: "^frontend/base/records/export-cells\\.test\\.ts$" },
      "^services/",
      "^services/(model/(generated/|row-label\\.ts$|open-modules\\.ts$)|platform/(backend/|deterministic-uuid|(day|money|formula-guard|external-ids|password-rule|logger|tables/read-(day|decimal))\\.ts)|(base|addons|verticals)/.*/(contract|router)\\.ts$|verticals/[^/]+/domain/|conformance/)",
    ),
    rule(
      "console-uses-services-by-contract",
      { path: "^frontend/", pathNot: "^frontend/e2e/" },
      "^services/conformance/",
    ),
    rule(
      "console-base-knows-no-module-service",
      { path: "^frontend/(base|ui|server|app)/" },
      "^services/(addons|verticals)/",
    ),
    rule(
      "a-module-calls-its-own-services",
      "^frontend/verticals/([^/]+)/",
      "^services/verticals/",
      "^services/verticals/$1/",
    ),

    // The services.
    rule(
      "services-know-no-module",
      { path: "^services/(platform|model|base|stand-ins|embedded-drupal)/", pathNot: "\\.test\\.ts$|/testing/" },
      "^services/(addons|verticals)/",
    ),
    rule(
      "only-the-composition-names-modules",
      { path: "^services/", pathNot: "^services/((addons|verticals)/|composition\\.ts$)|\\.test\\.ts$|/testing/" },
      "^services/(addons|verticals)/",
      "/conformance/",
    ),
    rule("verticals-are-siblings", "^services/verticals/([^/]+)/", "^services/verticals/", "^services/verticals/$1/"),
    rule(
      "services-do-not-know-each-other",
      { path: "^services/base/([^/]+)/", pathNot: "\\.test\\.ts$|/testing/" },
      "^services/(base|stand-ins)/",
      "^services/base/$1/",
    ),
    rule(
      "a-module-uses-public-doors",
      { path: "^services/(addons|verticals)/", pathNot: "\\.test\\.ts$|/testing/" },
      "^services/base/",
      "^services/base/(module|[^/]+/(index|contract))\\.ts$",
    ),
    rule(
      "nobody-knows-the-backend",
      { path: "^(frontend|services)/", pathNot: "^services/(embedded-drupal|conformance)/" },
      "^services/embedded-drupal/",
    ),
    rule("services-know-no-console", "^services/", "^frontend/"),
    rule("domain-is-pure", { path: "^services/verticals/[^/]+/domain/", pathNot: "\\.test\\.ts$" }, "^services/", [
      "^services/(verticals/[^/]+/domain|model/generated)/",
      "^services/platform/(day|money|deterministic-uuid|french-phone|plain-text)\\.ts$",
      "^services/platform/backend/client\\.ts$",
    ]),
    rule("platform-is-a-leaf", { path: "^services/platform/" }, "^services/", "^services/(platform|model)/"),
    rule("model-is-a-leaf", "^services/model/", "^services/", "^services/model/"),

    // Generated files: one folder for each module, and what puts them together under neutral names.
    rule(
      "generated-files-belong-to-modules",
      { path: "^(frontend|services)/", pathNot: "^services/model/generated/|^(frontend|services)/(addons|verticals)/" },
      "^services/model/generated/[^/]+/",
      "^services/model/generated/sw_base/",
    ),
    rule(
      "generated-files-belong-to-modules",
      "^(?:frontend|services)/(?:addons|verticals)/([^/]+)/",
      "^services/model/generated/[^/]+/",
      "^services/model/generated/sw_(base|$1)/",
    ),
    rule(
      "generated-files-belong-to-modules",
      "^services/model/generated/([^/]+)/",
      "^services/model/generated/",
      "^services/model/generated/(sw_base|$1)/",
    ),
    ...embeddedLayers.flatMap((layer, depth) =>
      layer.map((folder) => ({
        name: "embedded-flows-downwards",
        severity: "error",
        from: { path: `${embedded}${folder}/`, pathNot: "\\.test\\.ts$" },
        to: {
          path: embedded,
          pathNot: `${embedded}(${[folder, ...embeddedLayers.slice(depth + 1).flat()].join("|")})/`,
        },
      })),
    ),
    rule("contract-suite-is-black-box", "^services/conformance/", "^services/", "^services/conformance/"),
    rule(
      "contract-suite-is-black-box",
      "^services/verticals/([^/]+)/conformance/",
      "^services/",
      "^services/(conformance|verticals/$1/conformance)/",
    ),
    // The way out is taken by those who speak to vendors, nobody else.
    rule(
      "who-speaks-to-vendors",
      {
        path: "^(frontend|services)/",
        pathNot:
          "^services/(platform/egress|base/connectors|base/webhooks/sending|(addons|verticals)/[^/]+/adapters)/|\\.test\\.ts$",
      },
      "^services/platform/egress/",
    ),
    rule(
      "an-adapter-is-its-vendors-alone",
      { path: "^services/", pathNot: "/adapters/|^services/composition\\.ts$|\\.test\\.ts$|/testing/" },
      "^services/.+/adapters/",
      // A module's list of them.
      "^services/(addons|verticals)/.+/adapters/index\\.ts$",
    ),
    rule(
      "an-adapter-is-its-vendors-alone",
      "^services/.+/adapters/([^/]+)/",
      "^services/.+/adapters/",
      "/adapters/$1/",
    ),
    rule("product-code-uses-no-scripts", "^(frontend|services)/", "^scripts/"),

    // Who may use which package: sockets, databases, parsers of what people send.
    ...Object.entries(packages).map(([folder, names]) =>
      rule(
        "a-package-has-its-folder",
        { path: "^(frontend|services)/", pathNot: [folder, "\\.test\\.ts$", "/testing/", "/conformance/", "/e2e/"] },
        `^node_modules/(${names})/`,
      ),
    ),
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.boundaries.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
