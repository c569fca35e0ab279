import { writeJournal, lockChain } from "../journal/write.ts";
import type { Loaded, Row } from "../store/row.ts";
import { readByIds } from "../query/rows.ts";
import type { RequestContext } from "../context/request-context.ts";
import { seconds } from "../session/session-store.ts";
import { showLoad } from "../store/open-loads.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { addRows } from "./add-rows.ts";
import { type Applied, apply } from "./apply.ts";
import { inTurn, OperationFailed, type Operation } from "./operation.ts";
import { persist } from "../work/persist.ts";
import { followPeriods } from "./periods.ts";
import { refusedRemoval } from "./references.ts";
import { preload } from "./preload.ts";
import { advance } from "./progress.ts";
import type { Progress } from "../store/progress-board.ts";
import type { RowsOperation } from "./rows-operation.ts";
import { UniqueIndex } from "./uniqueness.ts";
import { type AnyOperation, rowsToStage, stage, type Staged, turnsOf } from "./stage.ts";
import { UnitOfWork, type WorkRow } from "../work/unit-of-work.ts";

export type Outcome =
  | { readonly operation: Operation; readonly row: WorkRow }
  | { readonly operation: RowsOperation; readonly row: null };

export interface Done {
  readonly outcomes: readonly Outcome[];
  /** What the answer shows of the rows, read before the transaction ends. */
  readonly stored: ReadonlyMap<string, Loaded>;
}

/** All or nothing: checks, writes and history of a list of operations. */
export async function run(
  context: RequestContext,
  operations: readonly AnyOperation[],
  read: "rows" | "nothing",
  progress?: Progress,
): Promise<Done> {
  const { backend } = context;
  const now = seconds();
  const endTurn = await backend.turns?.take(turnsOf(context, operations));
  try {
    const many = backend.turns && rowsToStage(operations);
    const staged = many && (await stage(context, operations, { operation: many, now, progress }));
    const done = await write(context, operations, { read, now, progress, staged }).catch(async (error: unknown) => {
      await staged?.drop();
      throw error;
    });
    noteWritten(context, done.outcomes);
    backend.journalHeads.changed();
    return done;
  } finally {
    endTurn?.();
  }
}

interface Writing {
  readonly read: "rows" | "nothing";
  readonly now: number;
  readonly progress: Progress | undefined;
  readonly staged: Staged | undefined;
}

/** One transaction; of staged rows it only says that they exist. */
async function write(
  context: RequestContext,
  operations: readonly AnyOperation[],
  { read, now, progress, staged }: Writing,
): Promise<Done> {
  const { backend, scope, facts } = context;
  return backend.db.transaction().execute(async (transaction) => {
    if (staged) await showLoad(transaction, staged.operation.type);
    const ids = staged && { ids: staged.ids };
    const work = new UnitOfWork(transaction, scope, { now, origin: context.url.origin, ...ids });
    await lockChain(work, context.viewer.brand?.id ?? null);
    const unique = new UniqueIndex(work);
    await preload(work, unique, operations);
    const applied: Applied[] = [];
    const outcomes: Outcome[] = [];
    for (const [index, operation] of operations.entries()) {
      if (operation.op === "add-rows") {
        if (operation !== staged?.operation) await inTurn(index, () => addRows(work, unique, operation, { progress }));
        outcomes.push({ operation, row: null });
        continue;
      }
      const change = await inTurn(index, () => apply(work, unique, operation));
      applied.push(change);
      outcomes.push({ operation, row: change.row });
      await advance(progress);
    }
    const asked = applied.flatMap(({ change }) => (change ? [change] : []));
    const changes = [...asked, ...(await followPeriods(work, asked))];
    await persist(work);
    const refused = await refusedRemoval(work, backend.types, operations);
    if (refused) throw new OperationFailed(refused.index, refused.refusal);
    await writeJournal(work, changes, { requestId: facts.requestId, cause: facts.cause, undoes: facts.undoes });
    const stored: ReadonlyMap<string, Loaded> = read === "rows" ? await readBack(context, work, outcomes) : new Map();
    return { outcomes, stored };
  });
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
