import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { EntityModel } from "./entity-model.ts";
import type { ModelSource } from "./model-source.ts";
import { resolveEntityModel } from "./resolve.ts";

const drupal = fileURLToPath(new URL("../../drupal/web/", import.meta.url));
const modules = `${drupal}modules/custom/`;

/** Model files of the platform as it ships, base first: those of the modules that the install profile names, in its order. */
export function platformModelFiles(): readonly string[] {
  const profile: { install: readonly string[] } = parse(
    readFileSync(`${drupal}profiles/custom/softwhere/softwhere.info.yml`, "utf8"),
  );
  return profile.install
    .map((module) => `${modules}${module}/${module}.entity_model.yml`)
    .filter((file) => existsSync(file));
}

const schemaFile = `${modules}sw_base/entity_model.schema.json`;

/** A model file that can't be used: says which file and, where it can, which key. */
export class ModelError extends Error {
  override name = "ModelError";
}

/** Reads, validates and resolves model files. Throws `ModelError` naming file and key. */
export function loadEntityModel(files: readonly string[]): EntityModel {
  const validate = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  }).compile<ModelSource>(JSON.parse(readFileSync(schemaFile, "utf8")));
  const sources = files.map((file) => {
    const source: unknown = readYaml(file);
    if (!validate(source)) {
      const problems = (validate.errors ?? []).map((error) => {
        const key = error.params["additionalProperty"] ?? error.params["unevaluatedProperty"];
        return `${error.instancePath || "/"} ${error.message}${key ? ` (${String(key)})` : ""}`;
      });
      throw new ModelError(`${file}: ${problems.slice(0, 5).join("; ")}`);
    }
    return { module: moduleName(file), source };
  });
  return resolveEntityModel(sources);
}

/** Model files on top of the base, which need not be named with them. */
export function loadModelOnBase(files: readonly string[]): EntityModel {
  const [base] = platformModelFiles();
  const hasBase = files.some((file) => {
    const source = readYaml(file);
    return (
      typeof source === "object" &&
      source !== null &&
      "entity_types" in source &&
      typeof source.entity_types === "object" &&
      source.entity_types !== null &&
      "sw_brand" in source.entity_types
    );
  });
  return loadEntityModel(hasBase || base === undefined ? files : [base, ...files]);
}

/** The platform's own model. */
export function loadPlatformModel(): EntityModel {
  return loadEntityModel(platformModelFiles());
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new ModelError(`${file}: ${cause instanceof Error ? cause.message : "unreadable"}`, { cause });
  }
}

function moduleName(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.entity_model\.ya?ml$/, "");
}
