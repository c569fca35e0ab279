import type { EntityModel, Label } from "../entity-model.ts";
import { allTypes, banner } from "./source.ts";

/** Names of types, fields and list values in both languages, for screens that show any object. */
export function labelsSource(model: EntityModel): string {
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
      for (const [value, label] of Object.entries(field.values ?? {})) values[`${name}.${field.name}.${value}`] = label;
    }
  }
  for (const role of Object.values(model.roles)) roles[role.name] = role.label;
  const constant = (name: string, value: unknown) =>
    `export const ${name}: Readonly<Record<string, Label>> = ${JSON.stringify(value, null, 2)};\n`;
  return `${banner}
import type { Label } from "../entity-model.ts";

${[constant("typeLabels", types), constant("pluralLabels", plurals), constant("fieldLabels", fields), constant("valueLabels", values), constant("roleLabels", roles)].join("\n")}
/** The field that names a row of each type. */
export const labelFields: Readonly<Record<string, string>> = ${JSON.stringify(labelFields, null, 2)};

/** What names a row where one field does not do. */
export const labelPatterns: Readonly<Record<string, string>> = ${JSON.stringify(labelPatterns, null, 2)};

/** The module that brings each type. */
export const typeModules: Readonly<Record<string, string>> = ${JSON.stringify(typeModules, null, 2)};
`;
}
