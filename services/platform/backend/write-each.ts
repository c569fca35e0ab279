import { refusalOf } from "./refusal.ts";
import type { AtomicOperation, BackendClient } from "./client.ts";
import { BackendError, type BackendErrorObject, errorOperation } from "./errors.ts";

/** What is written of one row, whole or not at all. */
export interface RowWrite<Id> {
  readonly id: Id;
  readonly operations: readonly AtomicOperation[];
}

/** Why a row was not written: somebody changed it meanwhile, it is gone, it is there already, others refer to it, the right is missing, or what the backend says. */
export type RefusalReason = "changed-since" | "gone" | "exists" | "referenced" | "forbidden" | "backend";

export type RowOutcome<Id> =
  /** `version`: that of the row's first operation. */
  | { readonly id: Id; readonly kind: "changed"; readonly version: number | undefined }
  | {
      readonly id: Id;
      readonly kind: "refused";
      readonly reason: RefusalReason;
      readonly field: string | null;
      /** As `refusalOf` writes it. */
      readonly detail: string | null;
    };

/**
 * One atomic request for all rows. Where one is refused, those before it are sent alone, since they passed, and those after it go on: each
 * row is carried out twice at most, however many are refused. Throws what is about no row: an ended session, a backend that doesn't answer.
 */
export async function writeEach<Id>(
  backend: () => Pick<BackendClient, "operate"> | Promise<Pick<BackendClient, "operate">>,
  rows: readonly RowWrite<Id>[],
): Promise<RowOutcome<Id>[]> {
  const outcomes: RowOutcome<Id>[] = [];
  let open = rows;
  while (open.length > 0) {
    const failure = await attempt(await backend(), open, outcomes);
    if (!failure) return outcomes;
    const failed = open[failure.index];
    const good = open.slice(0, failure.index);
    if (good.length > 0 && (await attempt(await backend(), good, outcomes)))
      // They passed a moment ago; what changed since is somebody else's doing.
      for (const { id } of good)
        outcomes.push({ id, kind: "refused", reason: "changed-since", field: null, detail: null });
    if (failed) outcomes.push({ id: failed.id, kind: "refused", ...failure.refusal });
    open = open.slice(failure.index + 1);
  }
  return outcomes;
}

interface Failure {
  /** Place of the failing row. */
  readonly index: number;
  readonly refusal: { readonly reason: RefusalReason; readonly field: string | null; readonly detail: string | null };
}

async function attempt<Id>(
  backend: Pick<BackendClient, "operate">,
  rows: readonly RowWrite<Id>[],
  outcomes: RowOutcome<Id>[],
): Promise<Failure | undefined> {
  try {
    const answers = await backend.operate(rows.flatMap(({ operations }) => operations));
    let place = 0;
    for (const { id, operations } of rows) {
      outcomes.push({ id, kind: "changed", version: answers[place]?.version });
      place += operations.length;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const [first] = error.errors;
    const position = first ? errorOperation(first) : undefined;
    const index = position === undefined ? undefined : rowAt(rows, position);
    if (!first || index === undefined) throw error;
    return { index, refusal: outcomeOf(error.status, first) };
  }
}

function outcomeOf(status: number, error: BackendErrorObject): Failure["refusal"] {
  return {
    reason: reasonOf(status, error.code),
    field: /\/data\/(?:attributes|relationships)\/([a-z0-9_]+)/.exec(error.source?.pointer ?? "")?.[1] ?? null,
    detail: refusalOf(status, error),
  };
}

function reasonOf(status: number, code: string | undefined): RefusalReason {
  if (code === "version_conflict") return "changed-since";
  if (code === "still_referenced") return "referenced";
  if (status === 404) return "gone";
  if (status === 409) return "exists";
  if (status === 403) return "forbidden";
  return "backend";
}

/** Place of the row that an operation belongs to. */
function rowAt<Id>(rows: readonly RowWrite<Id>[], position: number): number | undefined {
  let end = 0;
  for (const [index, { operations }] of rows.entries()) {
    end += operations.length;
    if (position < end) return index;
  }
  return undefined;
}
