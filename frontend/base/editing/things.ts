import { recordTypes } from "@softwhere/services/model/generated/record-types";

/** What a person calls one thing: a row, or what a row is a period of. */
export interface ThingRef {
  readonly type: string;
  readonly id: string;
}

interface Told {
  readonly changes?: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[];
}

/** The references that say what a row of a dated type is a period of; none where the type isn't dated. */
export function periodParents(type: string): { readonly name: string; readonly target: string }[] {
  const fields = recordTypes[type]?.fields ?? [];
  if (!fields.some(({ name }) => name === "valid_from") || !fields.some(({ name }) => name === "valid_to")) return [];
  return fields.flatMap(({ name, target, required, immutable }) =>
    target && required && immutable ? [{ name, target }] : [],
  );
}

/**
 * The reference to what rows of a type are counted as, where they are no things of their own: a period without a name but its day. The
 * plan of one line changes once, however many periods that ends and begins.
 */
export function countedAs(type: string): { readonly name: string; readonly target: string } | undefined {
  const { labelField, fields } = recordTypes[type] ?? { labelField: "", fields: [] };
  const parents = periodParents(type);
  return parents.length === 1 && fields.find(({ name }) => name === labelField)?.type === "date"
    ? parents[0]
    : undefined;
}

/** The thing that a row is of. `parentId`: what is stored of the reference; what made or removed the row says it too. */
export function thingOf(row: ThingRef, entries: readonly Told[], parentId?: string | null): ThingRef {
  const counted = countedAs(row.type);
  if (!counted) return row;
  const told = entries
    .flatMap(({ changes }) => changes ?? [])
    .find(({ field, from, to }) => field === counted.name && (from ?? to));
  const id = parentId || (told?.to ?? told?.from);
  return id ? { type: counted.target, id } : row;
}
