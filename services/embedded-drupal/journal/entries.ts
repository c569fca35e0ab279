import type { Field } from "../../model/index.ts";
import type { Change, UnitOfWork, Values, WorkRow } from "../work/unit-of-work.ts";
import { sameValue } from "../work/same-value.ts";
import { canonicalJson, type FieldChange } from "./canonical.ts";
import { rfc3339 } from "../response/wire-value.ts";
import { administerBrand, isRelationship, patternLabel, type ResourceType } from "../store/resource-type.ts";

/** The changes of one row that share a needed permission. */
export interface Part {
  readonly permission: string | null;
  readonly changes: readonly FieldChange[];
}

const publicUserFields = new Set(["full_name", "user_type"]);

function neededPermission(type: ResourceType, field: Field): string | null {
  if (type.kind === "user") return publicUserFields.has(field.name) ? null : administerBrand;
  return field.viewPermission ?? null;
}

/** A row that itself needs another permission than its type lends it to all that is told about it. */
async function rowPermission(work: UnitOfWork, type: ResourceType, values: Values): Promise<string | null> {
  const rule = type.entity.rowView;
  if (!rule || rule.kind === "user") return null;
  if (rule.kind === "flag") {
    const reference = type.relationships.find(({ name }) => name === rule.through);
    const id = reference && values[reference.name];
    const row = reference && typeof id === "number" ? await work.byId(work.scope.types.target(reference), id) : null;
    return (reference ? row?.values : values)?.[rule.field] === true ? rule.permission : null;
  }
  const value = values[rule.field];
  if (typeof value !== "string") return null;
  const needed = rule.kind === "permission" ? value : (rule.permissions[value] ?? null);
  return needed === type.entity.access.view ? null : needed;
}

/** Splits a change by the permission its fields need; what everyone who sees the row may see comes first. */
export async function partsOf(work: UnitOfWork, change: Change): Promise<Part[]> {
  const { type } = change.row;
  const base = await rowPermission(work, type, change.after ?? change.before ?? {});
  const parts = new Map<string | null, FieldChange[]>();
  if (change.operation !== "update") parts.set(base, []);
  for (const field of Object.values(type.entity.fields)) {
    if (field.secret || sameValue(change.before?.[field.name], change.after?.[field.name])) continue;
    const permission = neededPermission(type, field) ?? base;
    const entry = {
      field: field.name,
      from: await asText(work, field, change.before?.[field.name]),
      to: await asText(work, field, change.after?.[field.name]),
    };
    const part = parts.get(permission);
    if (part) part.push(entry);
    else parts.set(permission, [entry]);
  }
  return [...parts]
    .map(([permission, changes]) => ({ permission, changes }))
    .sort((a, b) =>
      a.permission === base ? -1 : b.permission === base ? 1 : (a.permission ?? "") < (b.permission ?? "") ? -1 : 1,
    );
}

async function asText(work: UnitOfWork, field: Field, value: unknown): Promise<string | null> {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (isRelationship(field)) {
    const target = work.scope.types.target(field);
    const ids: unknown[] = Array.isArray(value) ? value : [value];
    const uuids: (string | null)[] = [];
    for (const id of ids) uuids.push(typeof id === "number" ? ((await work.byId(target, id))?.uuid ?? null) : null);
    return field.multiple ? canonicalJson(uuids) : (uuids[0] ?? null);
  }
  if (field.multiple || typeof value === "object") return canonicalJson(value);
  if (field.type === "datetime" && typeof value === "number") return rfc3339(value);
  return String(value);
}

/** What the pattern or the label field says; a reference lends its target's label. */
export async function labelOf(work: UnitOfWork, row: WorkRow, values: Values, depth = 0): Promise<string | null> {
  const pattern = patternLabel(row.type, (name) => values[name]);
  if (pattern) return pattern.slice(0, 255);
  const field = row.type.entity.fields[row.type.entity.labelField];
  const value = field ? values[field.name] : null;
  if (row.type.kind === "user") return String(values["full_name"] ?? values["name"] ?? "");
  if (!field || value === null || value === undefined) return null;
  if (!isRelationship(field)) return String(value).slice(0, 255);
  const target = typeof value === "number" && depth < 3 ? await work.byId(work.scope.types.target(field), value) : null;
  return target ? labelOf(work, target, target.values, depth + 1) : null;
}

/** Loads in sets what the texts of all changes refer to. */
export async function prefetchReferences(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  const wanted = new Map<ResourceType, Set<number>>();
  for (const { row, before, after } of changes) {
    for (const field of row.type.relationships) {
      const label = field.name === row.type.entity.labelField;
      if (!label && sameValue(before?.[field.name], after?.[field.name])) continue;
      const target = work.scope.types.target(field);
      const ids = wanted.get(target) ?? new Set();
      for (const value of [before?.[field.name], after?.[field.name]].flat())
        if (typeof value === "number") ids.add(value);
      wanted.set(target, ids);
    }
  }
  for (const [type, ids] of wanted) await work.loadIds(type, ids);
}
