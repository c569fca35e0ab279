"use client";
import {
  type CheckReport,
  type FileProblem,
  maxFileBytes,
  partOperations,
  type PlannedRow,
  type WriteResult,
} from "@softwhere/services/base/data-import/contract";
import { useSyncExternalStore } from "react";
import { apiClient, errorCode, queryClient } from "@/base/api/browser";
import { writesNothing } from "@/base/api/writes";
import { workStore } from "@/base/work/work";
import { fieldStore } from "@/base/editing/field-store";
import { ExternalStore } from "@/ui/external-store";
import { fileBase64 } from "@/ui/file-base64";

export type Step = "file" | "mapping" | "check" | "run";

export interface ImportFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbers: readonly number[];
  readonly remembered: number;
}

export interface ImportRun {
  readonly runId: string;
  readonly total: number;
  readonly results: ReadonlyMap<number, WriteResult>;
  readonly state: "running" | "stopping" | "stopped" | "interrupted" | "done" | "undone";
}

export interface ImportState {
  readonly step: Step;
  readonly kind: string | null;
  readonly file: ImportFile | null;
  readonly mapping: readonly (string | null)[];
  readonly existing: "skip" | "update";
  readonly report: CheckReport | null;
  readonly corrections: number;
  readonly busy: boolean;
  /** Why the file can't be read, or the code of a call that failed as a whole. */
  readonly failure:
    | { readonly kind: "file"; readonly code: FileProblem }
    | { readonly kind: "call"; readonly code: string }
    | null;
  readonly run: ImportRun | null;
}

const empty: ImportState = {
  step: "file",
  kind: null,
  file: null,
  mapping: [],
  existing: "skip",
  report: null,
  corrections: 0,
  busy: false,
  failure: null,
  run: null,
};
const recheckAfter = 600;

/** One import, kept while the person looks at other pages. Nothing of it is lost without a word: closing the window asks first. */
class ImportStore extends ExternalStore<ImportState> {
  private attempt = 0;
  /** Kept when an interrupted import goes on, so that undo takes back all of it. */
  private runId: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether closing the window would lose something. */
  get unfinished(): boolean {
    const { file, run } = this.value;
    return file !== null && run?.state !== "done" && run?.state !== "undone";
  }

  reset(): void {
    this.attempt += 1;
    clearTimeout(this.timer);
    this.runId = undefined;
    this.change({ ...empty, kind: this.value.kind });
  }

  setKind(kind: string): void {
    if (kind !== this.value.kind) this.change({ kind, failure: null });
  }

  goTo(step: Step): void {
    if (!this.value.busy) this.change({ step, failure: null });
  }

  setExisting(existing: ImportState["existing"]): void {
    this.change({ existing });
  }

  /** A field belongs to one column: another one that had it gives it up. */
  map(column: number, field: string | null): void {
    this.change({
      mapping: this.value.mapping.map((before, at) =>
        at === column ? field : field !== null && before === field ? null : before,
      ),
    });
  }

  async read(file: File): Promise<void> {
    const { kind } = this.value;
    if (!kind) return;
    if (file.size > maxFileBytes) return this.change({ failure: { kind: "file", code: "file_too_large" } });
    await this.call(async (isCurrent) => {
      const report = await apiClient.base.dataImport.read.mutate(
        {
          kind,
          fileName: file.name,
          content: await fileBase64(file),
        },
        writesNothing,
      );
      if (!isCurrent()) return;
      if (report.kind === "rejected") return this.change({ failure: { kind: "file", code: report.code } });
      const { header, rows, numbers, mapping, remembered } = report;
      this.change({
        file: { name: file.name, header, rows, numbers, remembered },
        mapping,
        report: null,
        run: null,
        corrections: 0,
        step: "mapping",
      });
    });
  }

  /** Dry run over the rows as they are now. */
  async check(): Promise<void> {
    const { kind, file, mapping, existing } = this.value;
    if (!kind || !file) return;
    clearTimeout(this.timer);
    await this.call(async (isCurrent) => {
      const report = await apiClient.base.dataImport.check.mutate(
        {
          kind,
          header: [...file.header],
          mapping: [...mapping],
          rows: file.rows.map((row) => [...row]),
          existing,
        },
        writesNothing,
      );
      if (isCurrent()) this.change({ report, step: "check", run: null });
    });
  }

  /** Puts a text into a cell, or into every cell of the column that says the same; the check follows by itself. */
  correct(row: number, field: string, text: string, everywhere = false): void {
    const { file, mapping } = this.value;
    const column = mapping.indexOf(field);
    const before = file?.rows[row]?.[column];
    if (!file || before === undefined || before === text) return;
    const rows = file.rows.map((cells, at) =>
      at === row || (everywhere && cells[column] === before)
        ? cells.map((cell, index) => (index === column ? text : cell))
        : cells,
    );
    this.change({
      file: { ...file, rows },
      corrections: this.value.corrections + rows.filter((cells, at) => cells !== file.rows[at]).length,
      busy: true,
    });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), recheckAfter);
  }

  async start(): Promise<void> {
    const { kind, file, report, mapping } = this.value;
    if (!kind || !file || !report) return;
    const columns = Object.fromEntries(
      file.header.flatMap((name, at) => (name && name.length <= 200 ? [[name, mapping[at] ?? null]] : [])),
    );
    void apiClient.base.dataImport.remember.mutate({ kind, columns }).catch(() => undefined);
    const rows = report.rows.filter(({ operations }) => operations.length > 0);
    const runId = this.runId ?? `import-${crypto.randomUUID()}`;
    this.runId = runId;
    this.change({
      step: "run",
      failure: null,
      run: { runId, total: rows.length, results: new Map(), state: "running" },
    });
    const ended = await this.work(kind, runId, [
      ...parts(report.shared.map((one) => ({ ...one, shared: true }))),
      ...parts(rows.map((one) => ({ ...one, shared: false }))),
    ]);
    const { run } = this.value;
    if (!run) return;
    this.change({ run: { ...run, state: ended } });
    if ([...run.results.values()].some((result) => result.kind === "written")) fieldStore.pushUndo(runId);
    await queryClient.invalidateQueries();
  }

  private async work(kind: string, runId: string, work: readonly Unit[][]): Promise<ImportRun["state"]> {
    for (const part of work) {
      if (this.value.run?.state === "stopping") return "stopped";
      try {
        const results = await apiClient.base.dataImport.write.mutate({
          kind,
          runId,
          rows: part.map(({ row, operations }) => ({ row, operations: [...operations] })),
        });
        const { run } = this.value;
        if (run && !part[0]?.shared)
          this.change({
            run: {
              ...run,
              results: new Map([...run.results, ...results.map((result) => [result.row, result] as const)]),
            },
          });
      } catch (error) {
        this.change({ failure: { kind: "call", code: errorCode(error) } });
        return "interrupted";
      }
    }
    return "done";
  }

  stop(): void {
    const { run } = this.value;
    if (run?.state === "running") this.change({ run: { ...run, state: "stopping" } });
  }

  undone(): void {
    const { run } = this.value;
    this.runId = undefined;
    if (run) this.change({ run: { ...run, state: "undone" } });
  }

  private async call(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    this.attempt += 1;
    const { attempt } = this;
    const isCurrent = () => attempt === this.attempt;
    this.change({ busy: true, failure: null });
    try {
      await work(isCurrent);
    } catch (error) {
      if (isCurrent()) this.change({ failure: { kind: "call", code: errorCode(error) } });
    }
    if (isCurrent()) this.change({ busy: false });
  }

  private change(patch: Partial<ImportState>): void {
    const next = { ...this.value, ...patch };
    if (patch.run && next.run && next.file) show(next.run, next.file.name);
    this.publish(next);
  }
}

/** As the top bar shows it. */
function show({ runId, total, results, state }: ImportRun, title: string): void {
  if (state === "undone") {
    workStore.undone(runId);
    return;
  }
  const refused = [...results.values()].filter((result) => result.kind === "refused").length;
  workStore.put({
    id: runId,
    title,
    done: results.size - refused,
    total,
    refused,
    state: state === "stopping" ? "running" : state,
    undo: runId,
  });
}

interface Unit {
  readonly row: number;
  readonly operations: PlannedRow["operations"];
  readonly shared: boolean;
}

/** Rows sent at once, atomic together: what the progress moves by. */
function parts(units: readonly Unit[]): Unit[][] {
  const all: Unit[][] = [];
  let room = 0;
  for (const unit of units) {
    if (room < unit.operations.length) {
      all.push([]);
      room = partOperations;
    }
    all.at(-1)?.push(unit);
    room -= unit.operations.length;
  }
  return all;
}

export const importStore = new ImportStore(empty);

export const useImportState = (): ImportState =>
  useSyncExternalStore(importStore.subscribe, importStore.snapshot, importStore.snapshot);
