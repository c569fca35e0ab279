import type { RequestContext } from "../context/request-context.ts";
import { isTenant, type ResourceType, takesRows } from "../store/resource-type.ts";
import { dropLoad, openLoad } from "../store/open-loads.ts";
import type { Progress } from "../store/progress-board.ts";
import { insertRows } from "../work/persist.ts";
import { UnitOfWork, type WorkRow } from "../work/unit-of-work.ts";
import { addRows } from "./add-rows.ts";
import { apply } from "./apply.ts";
import { inTurn, type Operation } from "./operation.ts";
import { preload } from "./preload.ts";
import type { RowsOperation } from "./rows-operation.ts";
import { UniqueIndex, uniqueKeys } from "./uniqueness.ts";

/** Fewer rows are written before anybody notices that the one connection is taken. */
const fewest = 500;

export type AnyOperation = Operation | RowsOperation;

/** Rows that are in the database already, hidden, and the ids that they know new rows of the request by. */
export interface Staged {
  readonly operation: RowsOperation;
  readonly ids: ReadonlyMap<string, number>;
  drop(): Promise<void>;
}

/**
 * The operation whose rows are staged: one alone, and nothing before it concerns rows of its type, so that what was checked beforehand holds in the
 * transaction too.
 */
export function rowsToStage(operations: readonly AnyOperation[]): RowsOperation | undefined {
  const [operation, second] = operations.filter((one) => one.op === "add-rows");
  if (!operation || second || operation.rows.length < fewest) return undefined;
  const before = operations.slice(0, operations.indexOf(operation));
  return before.some(({ type }) => type === operation.type) ? undefined : operation;
}

/** Whom the request must not overlap with: whoever takes keys of a type that rows are added to. */
export function turnsOf(context: RequestContext, operations: readonly AnyOperation[]): Set<string> {
  const brand = context.viewer.brand?.id ?? 0;
  const ofBrand = (type: ResourceType) => `${type.table} ${isTenant(type) ? brand : 0}`;
  const turns = new Set(operations.filter(takesKeys).map(({ type }) => ofBrand(type)));
  const staged = rowsToStage(operations);
  return staged ? turns.add(staged.type.table) : turns;
}

function takesKeys(operation: AnyOperation): boolean {
  const { op, type } = operation;
  if (!takesRows(type) || op === "remove") return false;
  const keys = new Set(uniqueKeys(type).flat());
  return op !== "update" || operation.inputs.some(({ name }) => keys.has(name));
}

/**
 * Checks the rows and writes them bit by bit, each bit a transaction of its own: others are answered in between, and find none of them before the
 * request's own transaction shows them all. What comes before the rows is tried in memory only, for what they refer to.
 */
export async function stage(
  context: RequestContext,
  operations: readonly AnyOperation[],
  { operation, now, progress }: { operation: RowsOperation; now: number; progress?: Progress | undefined },
): Promise<Staged> {
  const { db } = context.backend;
  const { type } = operation;
  const before = operations.slice(0, operations.indexOf(operation));
  const work = new UnitOfWork(db, context.scope, { now, origin: context.url.origin });
  const unique = new UniqueIndex(work);
  await preload(work, unique, before);
  for (const [index, one] of before.entries())
    if (one.op !== "add-rows") await inTurn(index, () => apply(work, unique, one));
  const ids = new Map(
    work.rows.filter(({ state }) => state === "new").map((row) => [`${row.type.name}:${row.uuid}`, row.id]),
  );
  const drop = () => dropLoad(db, type.table);
  const first = await openLoad(db, type, operation.rows.length);
  try {
    const staging = { first, write: (rows: readonly WorkRow[]) => insertRows(db, type, rows) };
    await inTurn(before.length, () => addRows(work, unique, operation, { progress, staging }));
  } catch (error) {
    await drop();
    throw error;
  }
  return { operation, ids, drop };
}
