import type { Field } from "../entity-model.ts";
import { jsonFieldType, jsonNamesOf, jsonType, jsonTypesSource } from "./json-types.ts";
import {
  addedTo,
  allTypes,
  banner,
  importOf,
  knownFields,
  type ModuleStep,
  pascalCase,
  type TypeFields,
} from "./source.ts";

/** What the base's file declares besides its types. */
const sharedTypes = ["Resource", "ExternalId", "Change"];

/**
 * TypeScript interfaces of every resource as jsona reads it: attributes flat, relationships as nested resources. A module after the base
 * declares its own types and adds to the base's interfaces.
 */
export function entitiesSource(step: ModuleStep): string {
  return step.before ? additionsSource(step, allTypes(step.before)) : baseSource(step);
}

/** The base's types by name; what other modules add to them is there too. */
export function allEntitiesSource(modules: readonly string[]): string {
  const [base, ...others] = modules;
  return `${banner}
${others.map((module) => `import type {} from "./${module}/entities.ts";\n`).join("")}
export type * from "./${base}/entities.ts";
`;
}

function additionsSource(step: ModuleStep, before: readonly TypeFields[]): string {
  const { base, after } = step;
  const known = knownFields(step.before);
  const types = allTypes(after);
  const added = types.filter(({ name }) => !known.has(name));
  const own = [jsonTypesSource(step), ...added.map(interfaceSource)].filter((part) => part !== "").join("\n\n");
  const modules = [...new Set([base, ...before.map(({ module }) => module)])];
  const augmented = modules.map((module) => {
    const interfaces = types.flatMap((type) => {
      const fieldsBefore = type.module === module ? known.get(type.name) : undefined;
      if (!fieldsBefore) return [];
      const more = type.fields.filter(({ name }) => !fieldsBefore.has(name));
      const changed = type.fields.flatMap((field) => addedTo(fieldsBefore.get(field.name), field));
      return [
        ...(more.length > 0
          ? [
              block(
                pascalCase(type.name),
                more.map((field) => fieldLines(type, field)),
              ),
            ]
          : []),
        ...valueBlocks(type, changed).map(({ name, lines }) => block(name, lines)),
      ];
    });
    if (module === base && added.length > 0) interfaces.push(block("EntityMap", added.map(mapLine)));
    return { module, text: interfaces.join("\n\n") };
  });
  const imports = modules.map((module) => {
    const names = [
      ...before.filter((type) => type.module === module).map(({ name }) => name),
      ...jsonNamesOf(after, module),
    ].map(pascalCase);
    // Inside an augmentation the names of the augmented file are known.
    const text = [own, ...augmented.flatMap((one) => (one.module === module ? [] : [one.text]))].join("\n");
    return importOf(module === base ? [...sharedTypes, ...names] : names, text, `../${module}/entities.ts`, "type ");
  });
  const augmentations = augmented.flatMap(({ module, text }) =>
    text === "" ? [] : [`declare module "../${module}/entities.ts" {\n${text}\n}\n`],
  );
  return `${[banner, imports.join(""), `${own || "export {};"}\n`, ...augmentations].filter((part) => part !== "").join("\n")}`;
}

function block(name: string, lines: readonly string[]): string {
  return `  interface ${name} {\n${lines.join("\n").replace(/^/gm, "  ")}\n  }`;
}

function mapLine({ name }: TypeFields): string {
  return `  ${name}: ${pascalCase(name)};`;
}

function baseSource(step: ModuleStep): string {
  const types = allTypes(step.after);
  const interfaces = types.map(interfaceSource);
  const map = types.map(mapLine);
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

${jsonTypesSource(step)}
${interfaces.join("\n\n")}

export interface EntityMap {
${map.join("\n")}
}

export type EntityTypeName = keyof EntityMap;
`;
}

function interfaceSource(type: TypeFields): string {
  const { name, fields, tenant } = type;
  return [
    ...valueBlocks(type, fields).map((values) => `export interface ${values.name} {\n${values.lines.join("\n")}\n}\n`),
    `export interface ${pascalCase(name)} extends Resource {`,
    `  type: "${name}--${name}";`,
    ...(tenant ? ["  brand?: SwBrand | null;"] : []),
    ...fields.map((field) => fieldLines(type, field)),
    "}",
  ].join("\n");
}

function fieldLines(type: TypeFields, field: Field): string {
  return `  /** ${field.label.en} */\n  ${field.name}?: ${tsType(type, field)};`;
}

const valuesName = (type: TypeFields, field: Field) => pascalCase(`${type.name}_${field.name}_values`);

/** The list by whose values other modules add to the field: itself, or the one that says a json field's shape. */
function extensibleList({ fields }: TypeFields, field: Field): Field | undefined {
  const list = field.schemaBy ? fields.find(({ name }) => name === field.schemaBy?.field) : field;
  return list?.extensible ? list : undefined;
}

/** Interfaces that other modules add members to: one for each value of a list, with the shape that a json field has for it. */
function valueBlocks(type: TypeFields, fields: readonly Field[]): { name: string; lines: string[] }[] {
  return fields.flatMap((field) => {
    if (!extensibleList(type, field)) return [];
    const lines = field.schemaBy
      ? Object.entries(field.schemaBy.schemas).map(([value, schema]) => `  ${value}: ${jsonType(schema)};`)
      : Object.keys(field.values ?? {}).map((value) => `  ${value}: true;`);
    return [{ name: valuesName(type, field), lines }];
  });
}

function tsType(type: TypeFields, field: Field): string {
  const values = valuesName(type, field);
  if (extensibleList(type, field)) return `${field.schemaBy ? `${values}[keyof ${values}]` : `keyof ${values}`} | null`;
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
