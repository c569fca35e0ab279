import type { Field } from "../../model/index.ts";
import { isRelationship, type ResourceType } from "./resource-type.ts";

export interface Column {
  readonly name: string;
  readonly sqlType: string;
}

export function columnType(field: Field): string {
  if (isRelationship(field)) return field.multiple ? "integer[]" : "integer";
  if (field.multiple || ["external_id", "change", "json"].includes(field.type)) return "jsonb";
  switch (field.type) {
    case "integer":
    case "datetime":
      return "bigint";
    case "decimal":
      return `numeric(${field.precision ?? 12},${field.scale ?? 4})`;
    case "boolean":
      return "boolean";
    case "date":
      return "date";
    default:
      return "text";
  }
}

export function isText(field: Field): boolean {
  return !isRelationship(field) && columnType(field) === "text";
}

const systemColumns: readonly Column[] = [
  { name: "id", sqlType: "integer" },
  { name: "uuid", sqlType: "uuid" },
  { name: "brand", sqlType: "integer" },
  { name: "created", sqlType: "bigint" },
  { name: "changed", sqlType: "bigint" },
  { name: "version", sqlType: "integer" },
];

/** Columns of a type's table, in a fixed order. Field names are kept apart from the system's own by a prefix. */
export function columnsOf(type: ResourceType): readonly Column[] {
  return [
    ...systemColumns,
    ...(type.kind === "user" ? [{ name: "pass", sqlType: "text" }] : []),
    ...Object.values(type.entity.fields).map((field) => ({ name: columnName(field.name), sqlType: columnType(field) })),
    ...foldedFields(type).map(({ name }) => ({ name: foldedName(name), sqlType: "text" })),
  ];
}

/** Whether the field holds words: sorted and searched without regard to accents, by a column of its own. */
export function isFolded(type: ResourceType, field: Field): boolean {
  const { multiple, secret, module, pattern, format } = field;
  return (
    type.entity.writable &&
    (field.type === "string" || field.type === "text") &&
    !(multiple || secret || pattern || format) &&
    module !== "core"
  );
}

export const foldedFields = (type: ResourceType): Field[] =>
  Object.values(type.entity.fields).filter((field) => isFolded(type, field));

export const foldedName = (field: string): string => `s_${field}`;

export function columnName(field: string): string {
  return `f_${field}`;
}
