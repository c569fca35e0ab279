import { recordTypes } from "../../../model/generated/record-types.ts";
import type { ImportOperation } from "../contract.ts";
import type { Existing, ImportColumn, ImportKind, Value, Values } from "./kind.ts";

export const reference = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

/** A new row of `type`: what a cell said, nothing for what it didn't. */
export function newRow(type: string, id: string, values: Values): ImportOperation {
  const data: ImportOperation["data"] = { type: `${type}--${type}`, id, attributes: {}, relationships: {} };
  for (const [name, value] of Object.entries(values)) put(data, { type, name, value });
  return { op: "add", data };
}

export const addOperation = (kind: ImportKind, id: string, values: Values): ImportOperation =>
  newRow(kind.type, id, values);

interface UpdateContext {
  readonly there: Existing;
  /** The mapped columns: nothing else of the row changes. */
  readonly columns: readonly ImportColumn[];
}

/** What the file says differently, on the version that was read. States change by their own steps, never by an import; an empty cell erases nothing. */
export function updateOperation(
  kind: ImportKind,
  values: Values,
  { there, columns }: UpdateContext,
): ImportOperation | undefined {
  const data: ImportOperation["data"] = {
    type: `${kind.type}--${kind.type}`,
    id: there.id,
    attributes: { version: there.version },
    relationships: {},
  };
  let differs = false;
  for (const { name, field } of columns) {
    const value = values[name];
    const isOwn = recordTypes[kind.type]?.fields.some((one) => one.name === name);
    if (value === undefined || !isOwn || field.immutable || field.type === "state" || same(value, there.values[name]))
      continue;
    put(data, { type: kind.type, name, value });
    differs = true;
  }
  return differs ? { op: "update", data } : undefined;
}

/** Columns whose text differs from what is there and that an update leaves as they are. */
export function leftAsIs(values: Values, { there, columns }: UpdateContext): ImportColumn[] {
  return columns.filter(({ name, field }) => {
    const value = values[name];
    return (
      value !== undefined &&
      name in there.values &&
      (field.immutable === true || field.type === "state") &&
      !same(value, there.values[name])
    );
  });
}

function put(data: ImportOperation["data"], { type, name, value }: { type: string; name: string; value: Value }): void {
  const field = recordTypes[type]?.fields.find((one) => one.name === name);
  if (!field || value === undefined) return;
  if (field.target)
    data.relationships[name] = typeof value === "string" ? reference(field.target, value) : { data: null };
  else data.attributes[name] = value === null || typeof value !== "object" ? value : [...value];
}

function same(a: Value, b: Value | undefined): boolean {
  if (typeof a === "object" || typeof b === "object") return JSON.stringify(a) === JSON.stringify(b ?? null);
  // Decimals come back with their full scale.
  if (typeof a === "string" && typeof b === "string" && /^-?\d+\.\d+$/.test(a) && /^-?\d+(\.\d+)?$/.test(b))
    return Number(a) === Number(b);
  return typeof a === "string" && typeof b === "string" ? a === b.trim() : a === b;
}
