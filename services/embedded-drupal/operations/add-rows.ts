import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Field } from "../../model/index.ts";
import { type Problem, Refusal } from "../problem/refusal.ts";
import { isTenant, type ResourceType } from "../store/resource-type.ts";
import type { Progress } from "../store/progress-board.ts";
import type { UnitOfWork, Values, WorkRow } from "../work/unit-of-work.ts";
import { draft, newRowProblems } from "./apply.ts";
import { type DecodedInput, decodeInput, missingTarget } from "./apply-values.ts";
import { defaultValue } from "./field-value.ts";
import type { Input, Operation } from "./operation.ts";
import { pathStart } from "./preload.ts";
import { prefetchPaths } from "./paths.ts";
import { advance } from "./progress.ts";
import { atCell, givenId, inputsOf, type RowsOperation } from "./rows-operation.ts";
import { type UniqueIndex, uniqueKeys } from "./uniqueness.ts";

const atOnce = 1000;
/** Where others are answered in between. */
const stagedAtOnce = 250;
const mostProblems = 100;

/** Thrown as soon as nobody would be told of more. */
class Problems {
  readonly #rows: RowsOperation;
  readonly #found: Problem[] = [];

  constructor(rows: RowsOperation) {
    this.#rows = rows;
  }

  add(row: number, problems: readonly Problem[]): void {
    for (const problem of problems) {
      this.#found.push(atCell(this.#rows, row, problem));
      if (this.#found.length === mostProblems) this.throw();
    }
  }

  get none(): boolean {
    return this.#found.length === 0;
  }

  throw(): void {
    if (this.#found.length > 0) throw new Refusal(this.#found);
  }
}

/** Where rows go bit by bit, before the request ends: once written they are no longer kept. */
interface Staging {
  /** The first row's id; the others' follow. */
  readonly first: number;
  write(rows: readonly WorkRow[]): Promise<void>;
}

interface Manner {
  readonly progress: Progress | undefined;
  readonly staging?: Staging;
}

/** Adds the rows to the unit of work: first what each of them is worth, then whether ids and keys are free. */
export async function addRows(
  work: UnitOfWork,
  unique: UniqueIndex,
  operation: RowsOperation,
  { progress, staging }: Manner,
): Promise<void> {
  const problems = new Problems(operation);
  const made: WorkRow[] = [];
  const { fields } = operation.type.entity;
  const common = {
    remembered: new Map(),
    valueBefore: (name: string) => fields[name]?.default,
    own: ownIds(operation),
    defaults: defaultsOf(operation.type),
    first: staging?.first,
  };
  const size = staging ? stagedAtOnce : atOnce;
  for (let start = 0; start < operation.rows.length; start += size) {
    const next: WorkRow[] = [];
    for (const add of await prepare(work, operation, { start, size, reserve: !staging })) {
      const { row, found } = await addRow(work, add, { ...common, index: made.length + next.length });
      problems.add(made.length + next.length, found);
      next.push(row);
      await advance(progress);
    }
    await preloadKeys(work, unique, operation, next);
    if (staging) {
      if (problems.none) await staging.write(next.filter(({ id }) => id !== 0));
      work.forget(next);
      for (const row of next) row.values = keysOf(row);
      await setImmediate();
    }
    for (const row of next) made.push(row);
  }
  problems.throw();
  for (const [index, row] of made.entries()) {
    const taken = { status: 409, detail: "Conflict: Entity already exists.", pointer: "/data/id" };
    problems.add(index, row.id === 0 ? [taken] : unique.check(row, null));
    if (index % atOnce === 0) await setImmediate();
  }
  problems.throw();
}

/** What is looked at once the rows are written. */
function keysOf({ type, values }: WorkRow): Values {
  return Object.fromEntries(uniqueKeys(type).flatMap((key) => key.map((name) => [name, values[name]])));
}

/** Rows of one operation don't refer to each other: nothing of it is there before all of it is. */
function ownIds(operation: RowsOperation): ReadonlySet<string> {
  const { type, fields, rows } = operation;
  const refersToItself = fields.some((field) => field !== "id" && field.field.target === type.name);
  return new Set(refersToItself ? rows.map((row) => String(givenId(operation, row))) : []);
}

/** The next rows as single operations, with all they refer to loaded. */
async function prepare(
  work: UnitOfWork,
  operation: RowsOperation,
  { start, size, reserve }: { start: number; size: number; reserve: boolean },
): Promise<Operation[]> {
  const { type } = operation;
  const rows = operation.rows.slice(start, start + size);
  const adds = rows.map((row): Operation => {
    const id = givenId(operation, row);
    const uuid = typeof id === "string" ? id : randomUUID();
    const refusal = id === null || typeof id === "string" ? {} : { refusal: new Refusal([id]) };
    return { op: "add", type, uuid, inputs: inputsOf(operation, row), route: "collection.post", ...refusal };
  });
  const wanted = new Map<ResourceType, Set<string>>([[type, new Set(adds.map(({ uuid }) => uuid))]]);
  for (const { inputs } of adds)
    for (const { targets } of inputs)
      for (const target of targets)
        wanted.set(target.type, (wanted.get(target.type) ?? new Set<string>()).add(target.uuid));
  for (const [target, uuids] of wanted) await work.loadUuids(target, uuids);
  await prefetchPaths(
    work,
    work.scope.types,
    adds.map((add) => pathStart(work, add)),
  );
  if (reserve) await work.reserveIds(type, adds.length);
  return adds;
}

function defaultsOf({ entity }: ResourceType): Values {
  return Object.fromEntries(Object.values(entity.fields).map((field) => [field.name, defaultValue(field)]));
}

/** A row with its values, and what is wrong with them; `id` 0 where its id is another row's. */
async function addRow(
  work: UnitOfWork,
  add: Operation,
  { defaults, first, index, ...reading }: Reading & { defaults: Values; first: number | undefined; index: number },
): Promise<{ row: WorkRow; found: readonly Problem[] }> {
  const { type, uuid } = add;
  const existing = work.knownByUuid(type, uuid);
  const row =
    existing && !work.isGone(existing)
      ? draft(work, add)
      : await work.create(
          type,
          uuid,
          isTenant(type) ? (work.scope.viewer.brand?.id ?? null) : null,
          first === undefined ? undefined : first + index,
        );
  row.values = { ...defaults };
  // What can't be read at all stands alone, as it would end a request of its own.
  const { decoded, refused } = await readValues(work, add, reading);
  for (const { input, value } of decoded) row.values[input.name] = value;
  return { row, found: refused.length > 0 ? refused : (await newRowProblems(work, row, decoded)).problems };
}

/** Texts of a field that were read before. */
type Remembered = Map<Field, Map<string, unknown>>;

interface Reading {
  readonly own: ReadonlySet<string>;
  readonly remembered: Remembered;
  readonly valueBefore: (field: string) => unknown;
}

/** Most columns of a table repeat themselves: what a text is worth is remembered of so many, where nothing but the text decides. */
const mostRemembered = 1000;

function read(
  work: UnitOfWork,
  add: Operation,
  input: Input,
  { remembered, valueBefore }: Reading,
): DecodedInput | Promise<DecodedInput> {
  const { field, raw, member } = input;
  const alone = member === "attributes" && !field.multiple && field.type !== "json" && !field.country?.length;
  if (typeof raw !== "string" || !alone) return decodeInput(work, add, { input, valueBefore });
  const known = remembered.get(field) ?? new Map<string, unknown>();
  remembered.set(field, known);
  const value = known.get(raw);
  if (value !== undefined) return { input, value, problems: [] };
  const decoded = decodeInput(work, add, { input, valueBefore });
  if (!(decoded instanceof Promise) && decoded.problems.length === 0 && known.size < mostRemembered)
    known.set(raw, decoded.value);
  return decoded;
}

/** References first: without them nothing else is looked at. */
async function readValues(
  work: UnitOfWork,
  add: Operation,
  reading: Reading,
): Promise<{ decoded: DecodedInput[]; refused: Problem[] }> {
  const decoded: DecodedInput[] = [];
  const refused: Problem[] = [...(add.refusal?.problems ?? [])];
  const { own } = reading;
  for (const member of ["relationships", "attributes"]) {
    for (const input of add.inputs) {
      if (input.member !== member || (member === "attributes" && refused.length > 0)) continue;
      try {
        const beside = own.size > 0 && input.targets.find(({ type, uuid }) => type === add.type && own.has(uuid));
        if (beside) throw missingTarget(beside);
        const value = read(work, add, input, reading);
        decoded.push(value instanceof Promise ? await value : value);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const pointer = `/data/${input.member}/${input.name}`;
        refused.push(...error.problems.map((problem) => ({ ...problem, pointer })));
      }
    }
  }
  return { decoded, refused };
}

/** Who holds the keys of the next rows. */
async function preloadKeys(
  work: UnitOfWork,
  unique: UniqueIndex,
  { type }: RowsOperation,
  rows: readonly WorkRow[],
): Promise<void> {
  if (uniqueKeys(type).length === 0) return;
  const brand = isTenant(type) ? (work.scope.viewer.brand?.id ?? null) : null;
  await unique.preload(rows.filter(({ id }) => id !== 0).map(({ values }) => ({ type, brand, values })));
}
