"use client";
import { errorCode, queryClient } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { type Work, workStore } from "@/base/work/work";
import { ExternalStore } from "@/ui/external-store";

export type RowResult =
  | { readonly id: string; readonly kind: "changed"; readonly version?: number | undefined }
  | { readonly id: string; readonly kind: "refused"; readonly reason: string; readonly detail: string | null };

export interface BulkRow {
  readonly id: string;
  readonly version: number;
}

/** One order carried out over many rows. */
export interface BulkRun<Order> {
  /** What the top bar calls it. */
  readonly title: string;
  readonly runId: string;
  readonly order: Order;
  readonly rows: readonly BulkRow[];
  readonly results: ReadonlyMap<string, RowResult>;
  /** How far the part on its way is at the backend, in operations; null where nothing is known yet. */
  readonly part: { readonly done: number; readonly total: number } | null;
  readonly state: "running" | "stopping" | "stopped" | "done" | "interrupted";
}

/** Of rows read anew, those a run has still to do: what was refused, and what it never sent. */
export function stillToDo<Row extends BulkRow>(run: BulkRun<unknown> | null, fresh: readonly Row[]): BulkRow[] {
  const ordered = new Set(run?.rows.map((row) => row.id));
  return fresh
    .filter(({ id }) => run?.results.get(id)?.kind === "refused" || (ordered.has(id) && !run?.results.has(id)))
    .map(({ id, version }) => ({ id, version }));
}

interface BulkOptions<Order> {
  readonly name: string;
  /** Rows sent at once: each part is one call, and what the progress moves by. */
  readonly partSize: number;
  readonly send: (run: { runId: string; order: Order; rows: BulkRow[] }) => Promise<RowResult[]>;
  /** How far the run's present request is at the backend. */
  readonly progressOf: (runId: string) => Promise<{ done: number; total: number } | null>;
}

/** A part that is done by then needs no progress. */
const progressEvery = 600;

/** A run goes on when its dialog is closed; whoever opens it again sees where it is. Repeating a part changes nothing twice. */
export class BulkRunStore<Order> extends ExternalStore<BulkRun<Order> | null> {
  constructor(private readonly options: BulkOptions<Order>) {
    super(null);
  }

  async start(
    title: string,
    order: Order,
    rows: readonly BulkRow[],
    onDone: (run: BulkRun<Order>) => void,
  ): Promise<void> {
    // A run that goes on is looked at, not begun once more.
    if (this.value?.state === "running" || this.value?.state === "stopping") return;
    this.publish({
      title,
      runId: `${this.options.name}-${crypto.randomUUID()}`,
      order,
      rows,
      results: new Map(),
      part: null,
      state: "running",
    });
    await this.work(rows, onDone);
  }

  /** Sends refused or unsent rows again, on their present versions. */
  async retry(rows: readonly BulkRow[], onDone: (run: BulkRun<Order>) => void): Promise<void> {
    const run = this.value;
    if (!run || run.state === "running" || run.state === "stopping") return;
    const results = new Map(run.results);
    for (const row of rows) results.delete(row.id);
    this.publish({ ...run, results, state: "running" });
    await this.work(rows, onDone);
  }

  stop(): void {
    if (this.value?.state === "running") this.publish({ ...this.value, state: "stopping" });
  }

  clearFinished(): void {
    if (this.value && this.value.state !== "running" && this.value.state !== "stopping") this.publish(null);
  }

  private async work(rows: readonly BulkRow[], onDone: (run: BulkRun<Order>) => void): Promise<void> {
    const { name, partSize, send } = this.options;
    for (let start = 0; start < rows.length; start += partSize) {
      const run = this.value;
      if (!run) return;
      if (run.state === "stopping") break;
      try {
        const results = await this.watched(run.runId, () =>
          send({ runId: run.runId, order: run.order, rows: rows.slice(start, start + partSize) }),
        );
        const merged = new Map(this.value?.results ?? run.results);
        for (const result of results) merged.set(result.id, result);
        this.publish({ ...(this.value ?? run), results: merged });
      } catch (error) {
        console.warn(`${name} stopped: ${errorCode(error)}`);
        this.publish({ ...(this.value ?? run), state: "interrupted" });
        return;
      }
    }
    const run = this.value;
    if (!run) return;
    const done: BulkRun<Order> = { ...run, state: run.state === "stopping" ? "stopped" : "done" };
    this.publish(done);
    if ([...done.results.values()].some((result) => result.kind === "changed")) fieldStore.pushUndo(done.runId);
    await queryClient.invalidateQueries();
    onDone(done);
  }

  /** Asks now and then how far the part is, one question at a time. */
  private async watched<Answer>(runId: string, work: () => Promise<Answer>): Promise<Answer> {
    let over = false;
    const watch = async () => {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, progressEvery));
        if (over) return;
        const part = await this.options.progressOf(runId).catch(() => null);
        if (over || !this.value) return;
        if (part) this.publish({ ...this.value, part });
      }
    };
    void watch();
    try {
      return await work();
    } finally {
      over = true;
      if (this.value) this.publish({ ...this.value, part: null });
    }
  }

  override publish(run: BulkRun<Order> | null): void {
    if (run) workStore.put(workOf(run));
    super.publish(run);
  }
}

function workOf({ runId, title, rows, results, part, state }: BulkRun<unknown>): Work {
  const changed = [...results.values()].filter((result) => result.kind === "changed").length;
  const underWay = part ? Math.floor((part.done / Math.max(part.total, 1)) * (rows.length - results.size)) : 0;
  return {
    id: runId,
    title,
    done: changed + (state === "running" ? underWay : 0),
    total: rows.length,
    refused: results.size - changed,
    state: state === "stopping" ? "running" : state,
    undo: runId,
  };
}
