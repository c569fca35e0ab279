import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { PeriodRule } from "../../model/index.ts";
import { addDays, businessDay } from "../../platform/day.ts";
import { type Problem, violation } from "../problem/refusal.ts";
import { columnName } from "../store/column.ts";
import type { ResourceType } from "../store/resource-type.ts";
import type { Change, UnitOfWork, Values, WorkRow } from "../work/unit-of-work.ts";
import { defaultValue } from "./field-value.ts";
import { ownerOf } from "./paths.ts";

/** A field that periods say doesn't change once the row has ended: from no day on would the new value hold. */
export async function endedProblems(
  work: UnitOfWork,
  row: WorkRow,
  changed: ReadonlySet<string>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { field, until } of row.type.entity.periods) {
    const last = until && row.values[until];
    if (!changed.has(field) || !last || row.values[field] === null || String(last) >= (await todayOf(work, row)))
      continue;
    const detail = `${field}: The row ended on ${String(last)}: this value no longer changes.`;
    problems.push(violation(detail, `/data/attributes/${field}`, "no_period", String(last)));
  }
  return problems;
}

/** Days of the last change of another field; a change that says another day is taken at its word. */
export async function stampDays(work: UnitOfWork, row: WorkRow, changed: Set<string>): Promise<void> {
  for (const { name, stamp } of Object.values(row.type.entity.fields)) {
    if (stamp === undefined || !changed.has(stamp) || changed.has(name)) continue;
    const today = await todayOf(work, row);
    if (row.values[name] === today) continue;
    row.values[name] = today;
    changed.add(name);
  }
}

interface Changed {
  readonly row: WorkRow;
  readonly rule: PeriodRule;
}

/**
 * The periods of values that the request changed without saying from when they hold: the one that runs ends the day before, another begins
 * today. Decided when all of the request is applied, which may bring the periods itself.
 */
export async function followPeriods(work: UnitOfWork, changes: readonly Change[]): Promise<readonly Change[]> {
  const changed = changes.length === 0 ? [] : changedFields(changes);
  const periods = await loadPeriods(work, changed);
  const followed: Change[] = [];
  for (const { row, rule } of changed) {
    const today = await todayOf(work, row);
    const own = periods.get(rule)?.get(row.id) ?? [];
    followed.push(...(await new Periods(work, { row, rule }, own, today).follow()));
  }
  return followed;
}

/** What counts is what is stored in the end, whatever came between. */
function changedFields(changes: readonly Change[]): Changed[] {
  const first = new Map<WorkRow, Values>();
  for (const { operation, row, before } of changes)
    if (row.type.entity.periods.length > 0 && !first.has(row))
      first.set(row, operation === "update" ? (before ?? {}) : row.values);
  return [...first].flatMap(([row, before]) =>
    row.state === "deleted"
      ? []
      : row.type.entity.periods
          .filter(({ field }) => row.values[field] !== before[field])
          .map((rule) => ({ row, rule })),
  );
}

/** The periods of the rows, the earliest first, as the request leaves them. */
async function loadPeriods(
  work: UnitOfWork,
  changed: readonly Changed[],
): Promise<Map<PeriodRule, Map<number, WorkRow[]>>> {
  const found = new Map<PeriodRule, Map<number, WorkRow[]>>();
  for (const rule of new Set(changed.map((one) => one.rule))) {
    const type = work.scope.types.get(rule.type);
    const ids = changed.filter((one) => one.rule === rule).map(({ row }) => row.id);
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM ${sql.table(type.table)} WHERE ${sql.ref(columnName(rule.parent))} = ANY(${ids}::integer[])`.execute(
      work.db,
    );
    await work.loadIds(
      type,
      rows.map(({ id }) => id),
    );
    const byRow = new Map<number, WorkRow[]>(ids.map((id) => [id, []]));
    for (const period of work.rows)
      if (period.type === type && period.state !== "deleted")
        byRow.get(Number(period.values[rule.parent]))?.push(period);
    for (const own of byRow.values())
      own.sort((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : a.id - b.id));
    found.set(rule, byRow);
  }
  return found;
}

const from = (period: WorkRow) => String(period.values["valid_from"] ?? "");
const to = (period: WorkRow) => (period.values["valid_to"] ? String(period.values["valid_to"]) : null);

class Periods {
  readonly #work: UnitOfWork;
  readonly #row: WorkRow;
  readonly #rule: PeriodRule;
  readonly #own: readonly WorkRow[];
  readonly #today: string;

  constructor(work: UnitOfWork, { row, rule }: Changed, own: readonly WorkRow[], today: string) {
    this.#work = work;
    this.#row = row;
    this.#rule = rule;
    this.#own = own;
    this.#today = today;
  }

  async follow(): Promise<Change[]> {
    const { field } = this.#rule;
    const value = this.#row.values[field] ?? null;
    const has = (period: WorkRow) => value !== null && period.values[field] === value;
    const yesterday = addDays(this.#today, -1);
    const running = this.#own.filter(
      (period) => from(period) <= this.#today && (to(period) ?? this.#today) >= this.#today,
    );
    if (running.some(has)) return [];
    const begun = running.filter((period) => from(period) === this.#today);
    const next = this.#own.find((period) => from(period) > this.#today);
    const last = running.at(-1);
    const until = (last && to(last)) ?? (next ? addDays(from(next), -1) : null);
    // A change that is taken back on its day lets the old period go on, with what was agreed in it.
    const ended = this.#own.find((period) => to(period) === yesterday && has(period));
    const [first] = ended ? [] : begun;
    const changes: Change[] = [];
    for (const period of running)
      if (!begun.includes(period)) changes.push(await this.#update(period, { valid_to: yesterday }));
      else if (value === null || ended) changes.push(await this.#remove(period));
    if (value === null) return changes;
    if (ended) return [...changes, await this.#update(ended, { valid_to: until })];
    if (first) return [...changes, await this.#update(first, this.#values(value))];
    return [...changes, await this.#begin({ ...this.#values(value), valid_from: this.#today, valid_to: until })];
  }

  #values(value: unknown): Values {
    const { field, applied } = this.#rule;
    return { [field]: value, ...(applied && { [applied]: true }) };
  }

  async #begin(values: Values): Promise<Change> {
    const type: ResourceType = this.#work.scope.types.get(this.#rule.type);
    const period = await this.#work.create(type, randomUUID(), this.#row.brand);
    for (const field of Object.values(type.entity.fields)) period.values[field.name] = defaultValue(field);
    Object.assign(period.values, values, { [this.#rule.parent]: this.#row.id });
    return this.#change("create", period, null);
  }

  async #update(period: WorkRow, values: Values): Promise<Change> {
    const before = { ...period.values };
    Object.assign(period.values, values);
    this.#work.touch(period, new Set(Object.keys(values)));
    return this.#change("update", period, before);
  }

  async #remove(period: WorkRow): Promise<Change> {
    const change = await this.#change("delete", period, { ...period.values });
    period.state = "deleted";
    return change;
  }

  async #change(operation: Change["operation"], row: WorkRow, before: Values | null): Promise<Change> {
    const after = operation === "delete" ? null : { ...row.values };
    return { operation, row, before, after, version: row.version, owner: await ownerOf(this.#work, row) };
  }
}

async function todayOf(work: UnitOfWork, { brand }: WorkRow): Promise<string> {
  const row = brand === null ? null : await work.byId(work.scope.types.brand, brand);
  const zone = row?.values["time_zone"];
  return businessDay(new Date(work.now * 1000), typeof zone === "string" ? zone : undefined);
}
