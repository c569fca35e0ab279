import type { Field } from "../../model/index.ts";
import { isRelationship, type ResourceType, type ResourceTypes } from "../store/resource-type.ts";
import type { UnitOfWork, WorkRow } from "../work/unit-of-work.ts";

/** The ids a dotted path of references leads to: none where it ends early, several where a step holds several. */
export async function follow(work: UnitOfWork, row: WorkRow, path: string): Promise<readonly number[]> {
  const steps = path.split(".");
  let rows: readonly WorkRow[] = [row];
  for (const [index, step] of steps.entries()) {
    const ids = [...new Set(rows.flatMap((current) => referencesOf(current, step)))];
    if (index === steps.length - 1) return ids;
    const field = rows[0]?.type.entity.fields[step];
    if (!field || ids.length === 0) return [];
    const target = work.scope.types.target(field);
    await work.loadIds(target, ids);
    rows = ids.flatMap((id) => {
      const found = work.knownById(target, id);
      return found && !work.isGone(found) ? [found] : [];
    });
  }
  return [];
}

/** The account that owns a row, if its type has owners. */
export async function ownerOf(work: UnitOfWork, row: WorkRow): Promise<number | null> {
  const path = row.type.entity.ownerPath;
  if (path === undefined) return null;
  return path === "self" ? row.id : ((await follow(work, row, path))[0] ?? null);
}

export interface PathStart {
  readonly type: ResourceType;
  readonly references: (field: string) => readonly number[];
  readonly text?: (field: string) => string | undefined;
}

/** Loads the rows along all paths that checks and the journal will follow, one query for each level and type. */
export async function prefetchPaths(
  work: UnitOfWork,
  types: ResourceTypes,
  starts: readonly PathStart[],
): Promise<void> {
  const paths = new Map<ResourceType, string[][]>();
  let level = starts.flatMap((start) => {
    const known = paths.get(start.type) ?? pathsOf(start.type);
    paths.set(start.type, known);
    return known.map((path) => ({ start, path }));
  });
  while (level.length > 0) {
    const wanted = new Map<ResourceType, Set<number>>();
    const next = level.flatMap(({ start, path }) => {
      const [step, ...rest] = path;
      const field = step === undefined ? undefined : start.type.entity.fields[step];
      if (!field || rest.length === 0) return [];
      const ids = start.references(field.name);
      if (ids.length === 0) return [];
      const target = types.target(field);
      const known = wanted.get(target) ?? new Set();
      for (const id of ids) known.add(id);
      wanted.set(target, known);
      return ids.map((id) => ({ target, id, rest }));
    });
    for (const [target, ids] of wanted) await work.loadIds(target, ids);
    level = next.flatMap(({ target, id, rest }) => {
      const row = work.knownById(target, id);
      return row
        ? [{ start: { type: target, references: (name: string) => referencesOf(row, name) }, path: rest }]
        : [];
    });
  }
}

/** Where a reference of the row leads, however many it holds. */
export function referencesOf(row: WorkRow, field: string): readonly number[] {
  const value = row.values[field];
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === "number");
}

function pathsOf(type: ResourceType): string[][] {
  const { ownerPath, equalPaths, fields } = type.entity;
  const countries = Object.values(fields).flatMap(({ country }) => country ?? []);
  return [...(ownerPath ? [ownerPath] : []), ...equalPaths.flat(), ...new Set(countries)].map((path) =>
    path.split("."),
  );
}

/** Where a row's telephone numbers are dialled: the first country that the field's paths lead to, else the brand's. */
export async function countryOf(work: UnitOfWork, field: Field, start: PathStart): Promise<string | undefined> {
  for (const path of field.country ?? []) {
    let at: PathStart | undefined = start;
    for (const step of path.split(".")) {
      const reference: Field | undefined = at?.type.entity.fields[step];
      if (!at || !reference) break;
      if (!isRelationship(reference)) {
        const country = at.text?.(step);
        if (country) return country;
        break;
      }
      const target = work.scope.types.target(reference);
      const [id]: readonly number[] = at.references(step);
      if (id === undefined) break;
      await work.loadIds(target, [id]);
      const row = work.knownById(target, id);
      at = row && !work.isGone(row) ? startOf(row) : undefined;
    }
  }
  return work.scope.viewer.brand?.country;
}

export const startOf = (row: WorkRow): PathStart => ({
  type: row.type,
  references: (name) => referencesOf(row, name),
  text: (name) => (typeof row.values[name] === "string" ? row.values[name] : undefined),
});
