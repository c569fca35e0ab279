import type { Field } from "../../model/index.ts";
import { columnName } from "../store/column.ts";
import { isTenant, type ResourceType, type ResourceTypes } from "../store/resource-type.ts";

/** A public name of a resource and the column that holds it. */
export interface Member {
  readonly field: Field;
  readonly column: string;
  /** Set by the server only. */
  readonly system: boolean;
}

function systemField(name: string, type: Field["type"], target?: string): Field {
  return {
    name,
    type,
    label: { fr: name, en: name },
    module: "core",
    required: false,
    multiple: false,
    immutable: true,
    secret: false,
    ...(target ? { target } : {}),
  };
}

/** Names that every resource has, besides what its type declares. */
export function systemMember(types: ResourceTypes, type: ResourceType, name: string): Member | undefined {
  if (name === type.idName) return { field: systemField(name, "integer"), column: "id", system: true };
  if (name === "created" || name === "changed")
    return { field: systemField(name, "datetime"), column: name, system: true };
  if (name === "version") return { field: systemField(name, "integer"), column: name, system: true };
  if (name === "brand" && isTenant(type)) {
    return { field: systemField(name, "reference", types.brand.name), column: name, system: true };
  }
  return undefined;
}

export function memberOf(types: ResourceTypes, type: ResourceType, name: string): Member | undefined {
  const own = Object.hasOwn(type.entity.fields, name) ? type.entity.fields[name] : undefined;
  if (own) return { field: own, column: columnName(name), system: false };
  return systemMember(types, type, name);
}

export function relationshipsOf(types: ResourceTypes, type: ResourceType): readonly Member[] {
  const brand = systemMember(types, type, "brand");
  const own = type.relationships.map((field) => ({ field, column: columnName(field.name), system: false }));
  return brand ? [brand, ...own] : own;
}
