import type { EntityModel, Field, JsonSchema } from "../entity-model.ts";
import { camelCase, type ModuleStep, pascalCase } from "./source.ts";

/** The names of the shapes that a module declares. */
export function jsonNamesOf(model: EntityModel, module: string): string[] {
  return Object.keys(model.jsonSchemas).filter((name) => model.jsonSchemas[name]?.module === module);
}

const own = ({ after, module }: ModuleStep) =>
  Object.entries(after.jsonSchemas).filter(([, schema]) => schema.module === module);

/** TypeScript types of the shapes that the module's json fields have, each under its schema's name. */
export function jsonTypesSource(step: ModuleStep): string {
  return own(step)
    .map(([name, { schema }]) => {
      const comment = schema.description ? `/** ${schema.description} */\n` : "";
      return `${comment}export type ${pascalCase(name)} = ${tsType(schema)};\n`;
    })
    .join("\n");
}

/** zod schemas of the same. */
export function jsonZodSource(step: ModuleStep): string {
  return own(step)
    .map(([name, { schema }]) => `export const ${camelCase(name)} = ${zodType(schema)};\n`)
    .join("\n");
}

/** The type of a shape. */
export const jsonType = pascalCase;

/** The type of a json field: its shape, or any of those that the row may choose. */
export function jsonFieldType(field: Field): string {
  return schemaNames(field).map(pascalCase).join(" | ");
}

export function jsonFieldZod(field: Field): string {
  const names = schemaNames(field).map(camelCase);
  return names.length === 1 ? (names[0] ?? "") : `z.union([${names.join(", ")}])`;
}

function schemaNames({ schema, schemaBy }: Field): string[] {
  return [...new Set(schemaBy ? Object.values(schemaBy.schemas) : [schema ?? ""])];
}

const typesOf = ({ type }: JsonSchema) => (typeof type === "string" ? [type] : type);

function tsType(schema: JsonSchema): string {
  return typesOf(schema)
    .map((type) => {
      switch (type) {
        case "object":
          return tsObject(schema);
        case "array":
          return arrayOf(schema.items ? tsType(schema.items) : "unknown");
        case "string":
          return schema.enum ? schema.enum.map((value) => JSON.stringify(value)).join(" | ") : "string";
        case "integer":
          return "number";
        default:
          return type;
      }
    })
    .join(" | ");
}

function arrayOf(item: string): string {
  return /^\w+$/.test(item) ? `${item}[]` : `(${item})[]`;
}

function tsObject({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const members = Object.entries(properties).map(([name, schema]) => {
    const comment = schema.description ? `/** ${schema.description} */ ` : "";
    return `${comment}${name}${required.includes(name) ? "" : "?"}: ${tsType(schema)};`;
  });
  const others = additionalProperties ? `Record<string, ${tsType(additionalProperties)}>` : undefined;
  if (members.length === 0) return others ?? "Record<string, never>";
  return `{ ${members.join(" ")} }${others ? ` & ${others}` : ""}`;
}

function zodType(schema: JsonSchema): string {
  const types = typesOf(schema);
  const parts = types.filter((type) => type !== "null").map((type) => zodPart(type, schema));
  const one = parts.length === 1 ? (parts[0] ?? "") : `z.union([${parts.join(", ")}])`;
  return types.includes("null") ? `${one}.nullable()` : one;
}

function zodPart(type: string, schema: JsonSchema): string {
  const limit = (name: string, value: number | undefined) => (value === undefined ? "" : `.${name}(${value})`);
  switch (type) {
    case "object":
      return zodObject(schema);
    case "array":
      return `z.array(${schema.items ? zodType(schema.items) : "z.unknown()"})${limit("min", schema.minItems)}${limit("max", schema.maxItems)}`;
    case "string":
      if (schema.enum) return `z.enum([${schema.enum.map((value) => JSON.stringify(value)).join(", ")}])`;
      return `z.string()${limit("min", schema.minLength)}${limit("max", schema.maxLength)}${schema.pattern ? `.regex(/${schema.pattern.replaceAll("/", "\\/")}/)` : ""}`;
    case "integer":
      return `z.int()${limit("min", schema.minimum)}${limit("max", schema.maximum)}`;
    default:
      return "z.boolean()";
  }
}

function zodObject({ properties = {}, required = [], additionalProperties, maxProperties }: JsonSchema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) => `${name}: ${zodType(schema)}${required.includes(name) ? "" : ".optional()"}`,
  );
  const others = additionalProperties ? zodType(additionalProperties) : undefined;
  const object =
    members.length === 0 && others
      ? `z.record(z.string(), ${others})`
      : others
        ? `z.object({ ${members.join(", ")} }).catchall(${others})`
        : `z.strictObject({ ${members.join(", ")} })`;
  return maxProperties === undefined
    ? object
    : `${object}.refine((value) => Object.keys(value).length <= ${maxProperties})`;
}
