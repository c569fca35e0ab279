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

module.exports = {
  forbidden: [
    {
      name: "base-knows-no-vertical",
      severity: "error",
      from: { path: "^frontend/(base|ui|server)/" },
      to: { path: "^frontend/verticals/" },
    },
    {
      name: "verticals-are-siblings",
      severity: "error",
      from: { path: "^frontend/verticals/([^/]+)/" },
      to: { path: "^frontend/verticals/", pathNot: "^frontend/verticals/$1/" },
    },
    {
      name: "only-the-composition-names-verticals",
      severity: "error",
      from: { path: "^frontend/app/", pathNot: "^frontend/app/composition[a-z.]*$" },
      to: { path: "^frontend/verticals/" },
    },
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^frontend/base/features/([^/]+)/" },
      to: { path: "^frontend/base/features/", pathNot: "^frontend/base/features/$1/" },
    },
    {
      name: "a-vertical-uses-public-doors",
      severity: "error",
      from: { path: "^frontend/verticals/" },
      to: { path: "^frontend/base/features/", pathNot: "/index\\.ts$" },
    },
    {
      name: "ui-is-a-leaf",
      severity: "error",
      from: { path: "^frontend/ui/" },
      to: { path: "^frontend/", pathNot: "^frontend/ui/" },
    },
    {
      name: "server-is-a-leaf",
      severity: "error",
      from: { path: "^frontend/server/" },
      to: { path: "^frontend/", pathNot: "^frontend/server/" },
    },
    {
      name: "console-uses-services-by-contract",
      severity: "error",
      from: { path: "^frontend/" },
      to: {
        path: "^services/",
        pathNot:
          "^services/(model/(generated/|row-label|open-modules)|platform/(backend/|deterministic-uuid|day\\.ts)|(billing-control|search|data-import|notifications)/(contract|router)\\.ts)",
      },
    },
    {
      name: "console-knows-no-backend",
      severity: "error",
      from: {
        path: "^(frontend|services/billing-control|services/search|services/data-import|services/notifications|services/line-schedule)/",
      },
      to: { path: "^services/embedded-drupal/" },
    },
    {
      name: "services-do-not-know-each-other",
      severity: "error",
      from: { path: "^services/(billing-control|embedded-drupal|search|data-import|notifications|line-schedule)/" },
      to: {
        path: "^services/(billing-control|embedded-drupal|search|data-import|notifications|line-schedule)/",
        pathNot: "^services/$1/",
      },
    },
    {
      name: "the-import-engine-knows-no-trade",
      severity: "error",
      from: { path: "^services/data-import/", pathNot: "^services/data-import/(telecom/|main\\.ts$|.*\\.test\\.ts$)" },
      to: { path: "^services/data-import/telecom/" },
    },
    {
      name: "platform-is-a-leaf",
      severity: "error",
      from: { path: "^services/platform/" },
      to: { path: "^services/", pathNot: "^services/(platform|model)/" },
    },
    {
      name: "model-is-a-leaf",
      severity: "error",
      from: { path: "^services/model/" },
      to: { path: "^services/", pathNot: "^services/model/" },
    },
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
    {
      name: "contract-suite-is-black-box",
      severity: "error",
      from: { path: "^services/conformance/" },
      to: { path: "^services/", pathNot: "^services/conformance/" },
    },
    {
      name: "contract-suite-is-black-box",
      severity: "error",
      from: { path: "^services/verticals/([^/]+)/conformance/" },
      to: { path: "^services/", pathNot: "^services/(conformance|verticals/$1/conformance)/" },
    },
    {
      name: "product-code-uses-no-scripts",
      severity: "error",
      from: { path: "^(frontend|services)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|\\.next|dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.boundaries.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
