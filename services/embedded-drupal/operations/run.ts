import { writeJournal, lockChain } from "../journal/write.ts";
import type { Loaded, Row } from "../store/row.ts";
import { readByIds } from "../query/rows.ts";
import type { RequestContext } from "../context/request-context.ts";
import { Refusal } from "../problem/refusal.ts";
import { seconds } from "../session/session-store.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { addRows } from "./add-rows.ts";
import { type Applied, apply } from "./apply.ts";
import type { Operation } from "./operation.ts";
import { persist } from "../work/persist.ts";
import { followPeriods } from "./periods.ts";
import { refusedRemoval } from "./references.ts";
import { preload } from "./preload.ts";
import { advance } from "./progress.ts";
import type { Progress } from "../store/progress-board.ts";
import type { RowsOperation } from "./rows-operation.ts";
import { UniqueIndex } from "./uniqueness.ts";
import { UnitOfWork, type WorkRow } from "../work/unit-of-work.ts";

/** Which operation failed; its refusal is the cause. */
export class OperationFailed extends Error {
  override name = "OperationFailed";
  readonly index: number;
  readonly refusal: Refusal;

  constructor(index: number, refusal: Refusal) {
    super(refusal.message);
    this.index = index;
    this.refusal = refusal;
  }
}

export type Outcome =
  | { readonly operation: Operation; readonly row: WorkRow }
  | { readonly operation: RowsOperation; readonly row: null };

export interface Done {
  readonly outcomes: readonly Outcome[];
  /** What the answer shows of the rows, read before the transaction ends. */
  readonly stored: ReadonlyMap<string, Loaded>;
}

/** All or nothing: checks, writes and history of a list of operations in one transaction. */
export async function run(
  context: RequestContext,
  operations: readonly (Operation | RowsOperation)[],
  read: "rows" | "nothing",
  progress?: Progress,
): Promise<Done> {
  const { backend, scope, facts } = context;
  const done = await backend.db.transaction().execute(async (transaction) => {
    const work = new UnitOfWork(transaction, scope, { now: seconds(), origin: context.url.origin });
    await lockChain(work, context.viewer.brand?.id ?? null);
    const unique = new UniqueIndex(work);
    await preload(work, unique, operations);
    const applied: Applied[] = [];
    const outcomes: Outcome[] = [];
    for (const [index, operation] of operations.entries()) {
      try {
        if (operation.op === "add-rows") {
          await addRows(work, unique, operation, progress);
          outcomes.push({ operation, row: null });
          continue;
        }
        const change = await apply(work, unique, operation);
        applied.push(change);
        outcomes.push({ operation, row: change.row });
        await advance(progress);
      } catch (error) {
        if (error instanceof Refusal) throw new OperationFailed(index, error);
        throw error;
      }
    }
    const asked = applied.flatMap(({ change }) => (change ? [change] : []));
    const changes = [...asked, ...(await followPeriods(work, asked))];
    await persist(work);
    const refused = await refusedRemoval(work, backend.types, operations);
    if (refused) throw new OperationFailed(refused.index, refused.refusal);
    await writeJournal(work, changes, { requestId: facts.requestId, cause: facts.cause });
    const stored: ReadonlyMap<string, Loaded> = read === "rows" ? await readBack(context, work, outcomes) : new Map();
    return { outcomes, stored };
  });
  noteWritten(context, done.outcomes);
  backend.journalHeads.changed();
  return done;
}

function noteWritten({ backend }: RequestContext, outcomes: readonly Outcome[]): void {
  const counts = new Map<string, number>([[backend.types.journal.table, outcomes.length]]);
  for (const { operation, row } of outcomes) {
    const { table } = row?.type ?? operation.type;
    counts.set(table, (counts.get(table) ?? 0) + (operation.op === "add-rows" ? operation.rows.length : 1));
  }
  for (const [table, rows] of counts) backend.statistics.written(table, rows);
}

async function readBack(
  context: RequestContext,
  work: UnitOfWork,
  outcomes: readonly Outcome[],
): Promise<Map<string, Loaded>> {
  const ids = new Map<ResourceType, Set<number>>();
  for (const { operation, row } of outcomes) {
    if (operation.op === "remove" || row === null || row.state === "deleted") continue;
    ids.set(row.type, (ids.get(row.type) ?? new Set()).add(row.id));
  }
  const stored = new Map<string, Loaded>();
  const selection = { fieldsets: context.fieldsets, include: context.include };
  for (const [type, wanted] of ids) {
    const rows: Row[] = await readByIds(work.db, context.scope, type, [...wanted], selection);
    for (const row of rows) stored.set(storedKey(type, row.uuid), { type, row });
  }
  return stored;
}

/** Two types may use the same UUID. */
export function storedKey(type: ResourceType, uuid: string): string {
  return `${type.name}:${uuid}`;
}
