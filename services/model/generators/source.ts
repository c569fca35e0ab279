import type { EntityModel, Field } from "../entity-model.ts";
import { difference } from "../merged.ts";

export const banner = "// Written by `npm run generate` from the entity model. Do not edit.\n";

/** One module on top of those before it: its generated files hold what the second model has and the first has not. */
export interface ModuleStep {
  readonly module: string;
  readonly base: string;
  /** Absent for the base itself. */
  readonly before?: EntityModel;
  readonly after: EntityModel;
}

export interface TypeFields {
  readonly name: string;
  readonly module: string;
  readonly fields: readonly Field[];
  readonly tenant: boolean;
}

/** The fields of each type, by name. */
export function knownFields(model: EntityModel | undefined): ReadonlyMap<string, ReadonlyMap<string, Field>> {
  const types = model ? allTypes(model) : [];
  return new Map(types.map(({ name, fields }) => [name, new Map(fields.map((field) => [field.name, field]))]));
}

/** What a module adds to a type's field: the field itself, or values of a list that was there and the shapes for them. */
export function addedTo(before: Field | undefined, field: Field): Field[] {
  if (!before) return [field];
  const [values, schemas] = [
    added(before.values, field.values),
    added(before.schemaBy?.schemas, field.schemaBy?.schemas),
  ];
  if (!values && !schemas) return [];
  return [
    {
      ...field,
      ...(values && { values }),
      ...(field.schemaBy && schemas && { schemaBy: { ...field.schemaBy, schemas } }),
    },
  ];
}

function added<Value>(before: Readonly<Record<string, Value>> = {}, after: Readonly<Record<string, Value>> = {}) {
  const more = Object.entries(after).filter(([name]) => !Object.hasOwn(before, name));
  return more.length > 0 ? Object.fromEntries(more) : undefined;
}

/** The import of those of the names that the text uses; empty where it uses none. */
export function importOf(names: readonly string[], text: string, file: string, kind: "" | "type " = ""): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return used.length > 0 ? `import ${kind}{ ${used.join(", ")} } from "${file}";\n` : "";
}

/** A module's part of values that are maps by name: what its model adds to them. */
export function partSource(name: string, step: ModuleStep, values: (model: EntityModel) => object): string {
  const before = step.before ? values(step.before) : {};
  return `export const ${name}: Part = ${JSON.stringify(difference(before, values(step.after)) ?? {}, null, 2)};\n`;
}

/** A value put together from the parts of all modules, and what it needs to be imported. */
export function wholeSource(name: string, type: string, modules: readonly string[]): string {
  return `export const ${name}: Readonly<Record<string, ${type}>> = /* @__PURE__ */ merged(${modules.map((module) => `${camelCase(module)}.${name}`).join(", ")});\n`;
}

export function importParts(modules: readonly string[], file: string): string {
  return [`import { merged } from "../merged.ts";\n`, ...modules.map((module) => importAll(module, file))].join("");
}

export function importAll(module: string, file: string): string {
  return `import * as ${camelCase(module)} from "./${module}/${file}.ts";\n`;
}

export const importPart = `import type { Part } from "../../merged.ts";\n`;

export function pascalCase(name: string): string {
  return name
    .split("_")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** Types of the model and, after them, the extended ones of Drupal core. */
export function allTypes(model: EntityModel): TypeFields[] {
  return [
    ...Object.values(model.types).map((type) => ({
      name: type.name,
      module: type.module,
      fields: Object.values(type.fields),
      tenant: type.scope === "tenant",
    })),
    ...Object.entries(model.coreTypes).map(([name, type]) => ({
      name,
      module: model.modules[0] ?? "",
      fields: [...(coreFields[name] ?? []), ...Object.values(type.fields)],
      tenant: true,
    })),
  ];
}

const core = (name: string, type: Field["type"], en: string, fr: string, multiple = false): Field => ({
  name,
  type,
  label: { fr, en },
  module: "core",
  required: false,
  multiple,
  immutable: false,
  secret: false,
});

/** The fields of Drupal core's own types that the wire contract shows. */
const coreFields: Record<string, Field[]> = {
  user: [
    core("display_name", "string", "Display name", "Nom affiché"),
    core("name", "string", "Sign-in name", "Identifiant"),
    core("mail", "email", "E-mail", "E-mail"),
    core("status", "boolean", "Active", "Actif"),
    core("preferred_langcode", "string", "Language", "Langue"),
    core("permissions", "string", "Effective permissions", "Permissions effectives", true),
  ],
  file: [
    core("filename", "string", "File name", "Nom du fichier"),
    core("filemime", "string", "Media type", "Type de média"),
    core("filesize", "integer", "Size in bytes", "Taille en octets"),
  ],
};
