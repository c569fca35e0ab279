/**
 * `npm run generate`: writes what is derived from the entity model. `npm run generate -- --check` writes nothing and fails when a
 * committed file differs from what the model says.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { entitiesSource } from "./generators/entities.ts";
import { eventKindsSource } from "./generators/event-kinds.ts";
import { fieldKindsSource } from "./generators/field-kinds.ts";
import { labelsSource } from "./generators/labels.ts";
import { modelPageSource } from "./generators/model-page.ts";
import { recordTypesSource } from "./generators/record-types.ts";
import { rightsSource } from "./generators/rights.ts";
import { roleConfigSource } from "./generators/role-config.ts";
import { schemasSource } from "./generators/schemas.ts";
import { loadPlatformModel } from "./load.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const roleFolder = "drupal/web/profiles/custom/softwhere/config/install/";
const model = loadPlatformModel();

const files = new Map<string, string>([
  ["services/model/generated/entities.ts", entitiesSource(model)],
  ["services/model/generated/schemas.ts", schemasSource(model)],
  ["services/model/generated/labels.ts", labelsSource(model)],
  ["services/model/generated/field-kinds.ts", fieldKindsSource(model)],
  ["services/model/generated/record-types.ts", recordTypesSource(model)],
  ["services/model/generated/event-kinds.ts", eventKindsSource(model)],
  ["services/model/generated/rights.ts", rightsSource(model)],
  ["docs/model.md", modelPageSource(model)],
  ...Object.values(model.roles).map((role): [string, string] => [
    `${roleFolder}user.role.sw_${role.name}.yml`,
    roleConfigSource(role),
  ]),
]);

const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const orphans = list(roleFolder).filter(
  (name) => name.startsWith("user.role.sw_") && !files.has(`${roleFolder}${name}`),
);

if (process.argv.includes("--check")) {
  if (stale.length + orphans.length > 0) {
    console.error(
      `Generated files differ from the entity model: ${[...stale, ...orphans].map((path) => basename(path)).join(", ")}. Run npm run generate.`,
    );
    process.exit(1);
  }
  console.log(`${files.size} generated files match the entity model.`);
} else {
  for (const path of stale) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, files.get(path) ?? "");
  }
  console.log(`${files.size} generated files, ${stale.length} written.`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(root + path, "utf8");
  } catch {
    return undefined;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(root + folder);
  } catch {
    return [];
  }
}
