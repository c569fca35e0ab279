import type { Field } from "../../model/index.ts";
import type { ResourceType, ResourceTypes } from "../store/resource-type.ts";
import type { UnitOfWork, WorkRow } from "./unit-of-work.ts";

/** The id a dotted path of references leads to; null where it ends early. */
export async function follow(work: UnitOfWork, row: WorkRow, path: string): Promise<number | null> {
  let current: WorkRow | null = row;
  const steps = path.split(".");
  for (const [index, step] of steps.entries()) {
    const field: Field | undefined = current?.type.entity.fields[step];
    const value: unknown = field ? current?.values[step] : null;
    if (!field || typeof value !== "number") return null;
    if (index === steps.length - 1) return value;
    current = await work.byId(work.scope.types.target(field), value);
    if (work.isGone(current)) return null;
  }
  return null;
}

/** The account that owns a row, if its type has owners. */
export async function ownerOf(work: UnitOfWork, row: WorkRow): Promise<number | null> {
  const path = row.type.entity.ownerPath;
  if (path === undefined) return null;
  return path === "self" ? row.id : follow(work, row, path);
}

export interface PathStart {
  readonly type: ResourceType;
  readonly reference: (field: string) => number | null;
}

/** Loads the rows along all paths that checks and the journal will follow, one query for each level and type. */
export async function prefetchPaths(work: UnitOfWork, types: ResourceTypes, starts: readonly PathStart[]): Promise<void> {
  let level = starts.flatMap((start) => pathsOf(start.type).map((path) => ({ start, path })));
  while (level.length > 0) {
    const wanted = new Map<ResourceType, Set<number>>();
    const next = level.flatMap(({ start, path }) => {
      const [step, ...rest] = path;
      const field = step === undefined ? undefined : start.type.entity.fields[step];
      const id = field && rest.length > 0 ? start.reference(field.name) : null;
      if (!field || id === null) return [];
      const target = types.target(field);
      wanted.set(target, (wanted.get(target) ?? new Set()).add(id));
      return [{ target, id, rest }];
    });
    for (const [target, ids] of wanted) await work.loadIds(target, ids);
    level = next.flatMap(({ target, id, rest }) => {
      const row = work.knownById(target, id);
      return row ? [{ start: { type: target, reference: (name: string) => referenceOf(row, name) }, path: rest }] : [];
    });
  }
}

export function referenceOf(row: WorkRow, field: string): number | null {
  const value = row.values[field];
  return typeof value === "number" ? value : null;
}

function pathsOf(type: ResourceType): string[][] {
  const { ownerPath, equalPaths } = type.entity;
  return [...(ownerPath ? [ownerPath] : []), ...equalPaths.flat()].map((path) => path.split("."));
}
