import type { EntityModel, Field, Label } from "../entity-model.ts";
import { allTypes, banner, importPart, importParts, type ModuleStep, partSource, wholeSource } from "./source.ts";

/** Each constant: the type of its values, and what is said of it. */
const constants: readonly (readonly [name: keyof ReturnType<typeof labels>, type: string, comment: string])[] = [
  ["typeLabels", "Label", ""],
  ["pluralLabels", "Label", ""],
  ["fieldLabels", "Label", ""],
  ["valueLabels", "Label", ""],
  ["roleLabels", "Label", ""],
  ["labelFields", "string", "/** The field that names a row of each type. */\n"],
  ["labelPatterns", "string", "/** What names a row where one field does not do. */\n"],
  ["typeModules", "string", "/** The module that brings each type. */\n"],
];

/** Names of types, fields and list values in both languages, for screens that show any object. */
export function labelsSource(step: ModuleStep): string {
  const parts = constants.map(([name]) => partSource(name, step, (model) => labels(model)[name]));
  return `${banner}\n${importPart}\n${parts.join("\n")}`;
}

export function allLabelsSource(modules: readonly string[]): string {
  return `${banner}
import type { Label } from "../entity-model.ts";
${importParts(modules, "labels")}
${constants.map(([name, type, comment]) => comment + wholeSource(name, type, modules)).join("\n")}`;
}

function labels(model: EntityModel) {
  const types: Record<string, Label> = {};
  const plurals: Record<string, Label> = {};
  const fields: Record<string, Label> = {};
  const values: Record<string, Label> = {};
  const roles: Record<string, Label> = {};
  const labelFields: Record<string, string> = { user: "display_name", file: "filename" };
  const typeModules: Record<string, string> = {};
  const labelPatterns: Record<string, string> = {};
  for (const type of Object.values(model.types)) {
    types[type.name] = type.label;
    plurals[type.name] = type.pluralLabel;
    labelFields[type.name] = type.labelField;
    typeModules[type.name] = type.module;
    if (type.labelPattern !== undefined) labelPatterns[type.name] = type.labelPattern;
  }
  for (const { name, fields: list } of allTypes(model)) {
    for (const field of list) {
      fields[`${name}.${field.name}`] = field.label;
      for (const [value, label] of Object.entries(field.values ?? namedBy(model, field)))
        values[`${name}.${field.name}.${value}`] = label;
    }
  }
  for (const role of Object.values(model.roles)) roles[role.name] = role.label;
  return {
    typeLabels: types,
    pluralLabels: plurals,
    fieldLabels: fields,
    valueLabels: values,
    roleLabels: roles,
    labelFields,
    labelPatterns,
    typeModules,
  };
}

/** What the texts of a field name, in words. */
function namedBy(model: EntityModel, { names }: Field): Readonly<Record<string, Label>> {
  const things = names === "roles" ? model.roles : names === "event_kinds" ? model.eventKinds : {};
  return Object.fromEntries(Object.values(things).map(({ name, label }) => [name, label]));
}
