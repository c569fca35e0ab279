import type { EntityModel, Field } from "../entity-model.ts";
import { jsonFieldZod, jsonZodSource } from "./json-types.ts";
import { allTypes, banner, camelCase } from "./source.ts";

/** zod schemas of the attributes a client may send. References are relationships and are not part of them. */
export function schemasSource(model: EntityModel): string {
  const schemas = allTypes(model).map(({ name, fields }) => {
    const attributes = fields.filter((field) => field.type !== "reference" && field.type !== "file");
    const lines = attributes.map((field) => `  ${field.name}: ${zodType(field)}.optional(),`);
    return `export const ${camelCase(name)}Attributes = z.strictObject({\n${lines.join("\n")}\n});`;
  });
  const map = allTypes(model).map(({ name }) => `  ${name}: ${camelCase(name)}Attributes,`);
  return `${banner}
import * as z from "zod";

const externalId = z.strictObject({ system: z.string().min(1).max(64), value: z.string().min(1).max(191) });
const change = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

${jsonZodSource(model.jsonSchemas)}
${schemas.join("\n\n")}

export const attributeSchemas = {
${map.join("\n")}
};
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
