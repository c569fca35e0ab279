import { sql } from "kysely";
import { and, column, type Fragment, or } from "../plan/scope.ts";
import { type Problem, violation } from "../problem/refusal.ts";
import { columnName, isText } from "../store/column.ts";
import { isRelationship, isTenant, type ResourceType } from "../store/resource-type.ts";
import type { UnitOfWork, Values, WorkRow } from "../work/unit-of-work.ts";

/** What a batch may write into the fields of unique keys, gathered before the first write. */
export interface Candidate {
  readonly type: ResourceType;
  readonly brand: number | null;
  readonly values: Values;
}

/** Log-in names are unique on the whole server; every other key within its brand. */
export function uniqueKeys(type: ResourceType): readonly (readonly string[])[] {
  return type.kind === "user" ? [...type.entity.unique, ["name"]] : type.entity.unique;
}

function isGlobal(type: ResourceType): boolean {
  return type.kind === "user" || !isTenant(type);
}

/** Who holds which key, kept true while the operations of a transaction take and release keys. */
export class UniqueIndex {
  readonly #work: UnitOfWork;
  readonly #holders = new Map<string, Set<number>>();

  constructor(work: UnitOfWork) {
    this.#work = work;
  }

  /** One query for each key: a superset of the rows that could conflict. */
  async preload(candidates: readonly Candidate[]): Promise<void> {
    const groups = new Map<
      string,
      { type: ResourceType; key: readonly string[]; brand: number | null; members: Values[] }
    >();
    for (const { type, brand, values } of candidates) {
      for (const key of uniqueKeys(type)) {
        if (!key.every((name) => name in values) || this.#isFree(type, key, values)) continue;
        const id = `${type.name}:${key.join()}:${brand}`;
        const group = groups.get(id) ?? { type, key, brand, members: [] };
        group.members.push(values);
        groups.set(id, group);
      }
    }
    for (const group of groups.values()) await this.#preloadKey(group);
  }

  /** Nothing that is stored refers to a row that the request itself makes. */
  #isFree(type: ResourceType, key: readonly string[], values: Values): boolean {
    return key.some((name) => {
      const field = type.entity.fields[name];
      const id = values[name];
      if (!field || !isRelationship(field) || typeof id !== "number") return false;
      return this.#work.knownById(this.#work.scope.types.target(field), id)?.state === "new";
    });
  }

  async #preloadKey({
    type,
    key,
    brand,
    members,
  }: {
    type: ResourceType;
    key: readonly string[];
    brand: number | null;
    members: Values[];
  }): Promise<void> {
    const conditions = key.map((name) =>
      oneOf(
        type,
        name,
        members.map((values) => values[name]),
      ),
    );
    if (!isGlobal(type)) conditions.push(sql`b.brand IS NOT DISTINCT FROM ${brand}::integer`);
    const result = await sql<{
      id: number;
    }>`SELECT b.id FROM ${sql.table(type.table)} AS b WHERE ${and(conditions)}`.execute(this.#work.db);
    await this.#work.loadIds(
      type,
      result.rows.map((row) => row.id),
    );
    for (const { id } of result.rows) {
      const row = this.#work.knownById(type, id);
      if (row && row.state !== "deleted") this.#hold(row, key, row.values);
    }
  }

  /** Problems of the row's keys, and the keys are the row's from now on. */
  check(row: WorkRow, before: Values | null): Problem[] {
    const problems: Problem[] = [];
    for (const key of uniqueKeys(row.type)) {
      const old = before === null ? null : keyOf(row.type, row.brand, { key, values: before });
      const fresh = keyOf(row.type, row.brand, { key, values: row.values });
      if (old === fresh) continue;
      if (fresh !== null && [...(this.#holders.get(fresh) ?? [])].some((id) => id !== row.id)) {
        problems.push(notUnique(row, key));
        continue;
      }
      if (old !== null) this.#holders.get(old)?.delete(row.id);
      this.#hold(row, key, row.values);
    }
    return problems;
  }

  release(row: WorkRow): void {
    for (const key of uniqueKeys(row.type)) {
      const held = keyOf(row.type, row.brand, { key, values: row.values });
      if (held !== null) this.#holders.get(held)?.delete(row.id);
    }
  }

  #hold(row: WorkRow, key: readonly string[], values: Values): void {
    const held = keyOf(row.type, row.brand, { key, values });
    if (held !== null) this.#holders.set(held, (this.#holders.get(held) ?? new Set()).add(row.id));
  }
}

function notUnique(row: WorkRow, key: readonly string[]): Problem {
  const name = key.at(-1) ?? "";
  const pointer = `/data/attributes/${name}`;
  if (row.type.kind === "user")
    return violation(`${name}: The username ${String(row.values[name])} is already taken.`, pointer, "not_unique");
  const labels = key.map((field) => row.type.entity.fields[field]?.label.en ?? field);
  return violation(`${name}: Another row already has this value of: ${labels.join(", ")}.`, pointer, "not_unique");
}

function oneOf(type: ResourceType, name: string, values: readonly unknown[]): Fragment {
  const field = type.entity.fields[name];
  const stored = column("b", columnName(name));
  const text = field !== undefined && isText(field);
  const present = [...new Set(values.filter((value) => value !== null && value !== undefined).map(String))];
  const parts: Fragment[] = [];
  if (values.some((value) => value === null || value === undefined)) parts.push(sql`${stored} IS NULL`);
  if (present.length > 0) {
    parts.push(
      // A plain array, not a subquery: the planner knows its size whatever it believes about the table.
      text
        ? sql`(lower(${stored}) COLLATE "C") = ANY(${[...new Set(present.map((value) => value.toLowerCase()))]}::text[])`
        : field !== undefined && isRelationship(field)
          ? sql`${stored} = ANY(${present.map(Number)}::integer[])`
          : sql`${stored}::text = ANY(${present}::text[])`,
    );
  }
  return or(parts);
}

function keyOf(
  type: ResourceType,
  brand: number | null,
  at: { key: readonly string[]; values: Values },
): string | null {
  const parts = at.key.map((name) => {
    const value = at.values[name];
    return value === null || value === undefined ? null : String(value).toLowerCase();
  });
  if (parts.every((part) => part === null)) return null;
  return JSON.stringify([type.name, at.key, isGlobal(type) ? null : brand, parts]);
}
