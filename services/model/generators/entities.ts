import type { EntityModel, Field } from "../entity-model.ts";
import { jsonFieldType, jsonTypesSource } from "./json-types.ts";
import { allTypes, banner, pascalCase } from "./source.ts";

/** TypeScript interfaces of every resource as jsona reads it: attributes flat, relationships as nested resources. */
export function entitiesSource(model: EntityModel): string {
  const interfaces = allTypes(model).map(({ name, fields, tenant }) => {
    const lines = fields.map((field) => `  /** ${field.label.en} */\n  ${field.name}?: ${tsType(field)};`);
    return [
      `export interface ${pascalCase(name)} extends Resource {`,
      `  type: "${name}--${name}";`,
      ...(tenant ? ["  brand?: SwBrand | null;"] : []),
      ...lines,
      "}",
    ].join("\n");
  });
  const map = allTypes(model).map(({ name }) => `  ${name}: ${pascalCase(name)};`);
  return `${banner}
/** A value the user may not see is absent; an empty one is null. Decimals are strings with a fixed number of digits. */
export interface Resource {
  id: string;
  type: string;
  created?: string;
  changed?: string;
  version?: number;
}

export interface ExternalId {
  system: string;
  value: string;
}

export interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

${jsonTypesSource(model.jsonSchemas)}
${interfaces.join("\n\n")}

export interface EntityMap {
${map.join("\n")}
}

export type EntityTypeName = keyof EntityMap;
`;
}

function tsType(field: Field): string {
  const single = singleType(field);
  return field.multiple ? `${single.includes("|") ? `(${single})` : single}[]` : `${single} | null`;
}

function singleType(field: Field): string {
  switch (field.type) {
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "list":
    case "state":
      return Object.keys(field.values ?? {})
        .map((value) => JSON.stringify(value))
        .join(" | ");
    case "reference":
      return pascalCase(field.target ?? "");
    case "file":
      return "File";
    case "external_id":
      return "ExternalId";
    case "change":
      return "Change";
    case "json":
      return jsonFieldType(field);
    default:
      return "string";
  }
}
