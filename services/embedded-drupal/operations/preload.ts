import { isRelationship, isTenant, type ResourceType } from "../store/resource-type.ts";
import { decodeAttribute } from "./field-value.ts";
import type { Operation } from "./operation.ts";
import { countryOf, type PathStart, prefetchPaths, referencesOf } from "./paths.ts";
import { type Candidate, type UniqueIndex, uniqueKeys } from "./uniqueness.ts";
import type { RowsOperation } from "./rows-operation.ts";
import type { UnitOfWork, Values } from "../work/unit-of-work.ts";

/** Reads in sets what the operations will look at one by one: targets, references, path steps, holders of unique keys. */
export async function preload(
  work: UnitOfWork,
  unique: UniqueIndex,
  operations: readonly (Operation | RowsOperation)[],
): Promise<void> {
  const sound = operations.flatMap((operation) => (operation.op === "add-rows" || operation.refusal ? [] : operation));
  await loadTargets(work, sound);
  await prefetchPaths(
    work,
    work.scope.types,
    sound.map((operation) => pathStart(work, operation)),
  );
  const candidates: Candidate[] = [];
  for (const operation of sound) candidates.push(...(await candidate(work, operation)));
  await unique.preload(candidates);
  const added = new Map<ResourceType, number>();
  for (const { op, type } of sound) if (op === "add") added.set(type, (added.get(type) ?? 0) + 1);
  for (const [type, count] of added) await work.reserveIds(type, count);
}

async function loadTargets(work: UnitOfWork, operations: readonly Operation[]): Promise<void> {
  const wanted = new Map<ResourceType, Set<string>>();
  const want = (type: ResourceType, uuid: string) => wanted.set(type, (wanted.get(type) ?? new Set()).add(uuid));
  for (const operation of operations) {
    want(operation.type, operation.uuid);
    for (const { targets } of operation.inputs) for (const { type, uuid } of targets) want(type, uuid);
  }
  for (const [type, uuids] of wanted) await work.loadUuids(type, uuids);
}

function submitted(work: UnitOfWork, operation: Operation, name: string): readonly number[] | undefined {
  const input = operation.inputs.find((candidate) => candidate.name === name && isRelationship(candidate.field));
  return input?.targets.flatMap((target) => work.knownByUuid(target.type, target.uuid)?.id ?? []);
}

/** The row as the operation leaves it, as far as it is known. */
export function pathStart(work: UnitOfWork, operation: Operation): PathStart {
  const row = work.knownByUuid(operation.type, operation.uuid);
  return {
    type: operation.type,
    references: (name) => submitted(work, operation, name) ?? (row ? referencesOf(row, name) : []),
    text: (name) => {
      const given = operation.inputs.find((input) => input.name === name);
      const value = given ? given.raw : row?.values[name];
      return typeof value === "string" ? value : undefined;
    },
  };
}

/** The values of unique keys after the operation, as far as they can be told already. */
async function candidate(work: UnitOfWork, operation: Operation): Promise<Candidate[]> {
  const { type, op } = operation;
  const names = new Set(uniqueKeys(type).flat());
  if (op === "remove" || names.size === 0) return [];
  if (op === "update" && !operation.inputs.some(({ name }) => names.has(name))) return [];
  const row = op === "update" ? work.knownByUuid(type, operation.uuid) : null;
  const values: Values = {};
  for (const name of names) {
    const field = type.entity.fields[name];
    if (!field) continue;
    const input = operation.inputs.find((entry) => entry.name === name);
    if (isRelationship(field))
      values[name] = input ? (submitted(work, operation, name)?.[0] ?? null) : (row?.values[name] ?? null);
    else if (input) {
      const country = await countryOf(work, field, pathStart(work, operation));
      values[name] = attempt(() => decodeAttribute(field, input.raw, country === undefined ? {} : { country }).value);
    } else values[name] = row?.values[name] ?? field.default ?? null;
  }
  const brand = isTenant(type) ? (work.scope.viewer.brand?.id ?? null) : null;
  return [{ type, brand, values }];
}

/** A value that can't be read is refused in its turn, not here. */
export function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
