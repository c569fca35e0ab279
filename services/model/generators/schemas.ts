import type { Field } from "../entity-model.ts";
import { jsonFieldZod, jsonNamesOf, jsonZodSource } from "./json-types.ts";
import { addedTo, allTypes, banner, camelCase, importAll, importOf, knownFields, type ModuleStep } from "./source.ts";

/** zod schemas of the attributes a client may send. References are relationships and are not part of them. */
export function schemasSource(step: ModuleStep): string {
  const { before, after } = step;
  const known = knownFields(before);
  const shapes = allTypes(after).flatMap(({ name, fields }) => {
    const attributes = fields
      .filter(({ type }) => type !== "reference" && type !== "file")
      .flatMap((field) => addedTo(known.get(name)?.get(field.name), field));
    const lines = attributes.map((field) => `    ${field.name}: ${zodType(field)}.optional(),\n`);
    return known.has(name) && lines.length === 0 ? [] : [`  ${name}: {\n${lines.join("")}  },\n`];
  });
  const text = shapes.join("");
  const others = (before?.modules ?? []).map((module) =>
    importOf(jsonNamesOf(after, module).map(camelCase), text, `../${module}/schemas.ts`),
  );
  return `${banner}
import * as z from "zod";
${importOf(["change", "externalId"], text, "../../value-schemas.ts")}${others.join("")}
${jsonZodSource(step)}
export const attributes: Readonly<Record<string, z.ZodRawShape>> = {
${text}};
`;
}

export function allSchemasSource(modules: readonly string[]): string {
  return `${banner}
import { strictObjects } from "../value-schemas.ts";
${modules.map((module) => importAll(module, "schemas")).join("")}
export const attributeSchemas = strictObjects(${modules.map((module) => `${camelCase(module)}.attributes`).join(", ")});
`;
}

function zodType(field: Field): string {
  const single = singleType(field);
  return field.multiple ? `z.array(${single})` : field.required ? single : `${single}.nullable()`;
}

function singleType(field: Field): string {
  const max = field.maxLength ? `.max(${field.maxLength})` : "";
  switch (field.type) {
    case "string":
      return `z.string()${field.required && !field.multiple ? ".min(1)" : ""}${max}${field.pattern ? `.regex(/${field.pattern}/)` : ""}`;
    case "email":
      return "z.email()";
    case "integer":
      return `z.int()${bounds(field)}`;
    case "decimal":
      return `z.string().regex(/^-?\\d{1,${(field.precision ?? 12) - (field.scale ?? 0)}}(\\.\\d{1,${field.scale ?? 0}})?$/)`;
    case "boolean":
      return "z.boolean()";
    case "date":
      return "z.iso.date()";
    case "datetime":
      return "z.iso.datetime({ offset: true })";
    case "list":
    case "state":
      return `z.enum([${Object.keys(field.values ?? {})
        .map((value) => JSON.stringify(value))
        .join(", ")}])`;
    case "external_id":
      return "externalId";
    case "change":
      return "change";
    case "json":
      return jsonFieldZod(field);
    default:
      return "z.string()";
  }
}

function bounds(field: Field): string {
  return `${field.min === undefined ? "" : `.min(${field.min})`}${field.max === undefined ? "" : `.max(${field.max})`}`;
}
