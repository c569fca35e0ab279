import type { EntityModel } from "./entity-model.ts";
import { commonPasswordsSource } from "./generators/common-passwords.ts";
import { allEntitiesSource, entitiesSource } from "./generators/entities.ts";
import { allEventKindsSource, eventKindsSource } from "./generators/event-kinds.ts";
import { allFieldKindsSource, fieldKindsSource } from "./generators/field-kinds.ts";
import { allLabelsSource, labelsSource } from "./generators/labels.ts";
import { modelPageSource } from "./generators/model-page.ts";
import { allRecordTypesSource, recordTypesSource } from "./generators/record-types.ts";
import { allRightsSource, rightsSource } from "./generators/rights.ts";
import { roleConfigSource } from "./generators/role-config.ts";
import { allSchemasSource, schemasSource } from "./generators/schemas.ts";
import type { ModuleStep } from "./generators/source.ts";
import { loadEntityModel } from "./load.ts";

export const generatedFolder = "services/model/generated/";
export const roleFolder = "drupal/web/profiles/custom/softwhere/config/install/";

/** File → what a module's folder holds of it, and what puts the modules' parts together. */
const generators: Readonly<
  Record<string, readonly [(step: ModuleStep) => string, (modules: readonly string[]) => string]>
> = {
  "entities.ts": [entitiesSource, allEntitiesSource],
  "schemas.ts": [schemasSource, allSchemasSource],
  "labels.ts": [labelsSource, allLabelsSource],
  "field-kinds.ts": [fieldKindsSource, allFieldKindsSource],
  "record-types.ts": [recordTypesSource, allRecordTypesSource],
  "event-kinds.ts": [eventKindsSource, allEventKindsSource],
  "rights.ts": [rightsSource, allRightsSource],
};

/** Path → text of everything that is derived from the model files, base first. */
export function generatedFiles(modelFiles: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let before: EntityModel | undefined;
  for (const count of modelFiles.keys()) {
    const after = loadEntityModel(modelFiles.slice(0, count + 1));
    const [base = "", module = base] = [after.modules[0], after.modules.at(-1)];
    const step: ModuleStep = { module, base, after, ...(before && { before }) };
    for (const [name, [part]] of Object.entries(generators))
      files.set(`${generatedFolder}${module}/${name}`, part(step));
    before = after;
  }
  if (!before) return files;
  for (const [name, [, whole]] of Object.entries(generators)) files.set(generatedFolder + name, whole(before.modules));
  files.set(`${generatedFolder}common-passwords.ts`, commonPasswordsSource());
  files.set("docs/model.md", modelPageSource(before));
  for (const role of Object.values(before.roles))
    files.set(`${roleFolder}user.role.sw_${role.name}.yml`, roleConfigSource(role));
  return files;
}
