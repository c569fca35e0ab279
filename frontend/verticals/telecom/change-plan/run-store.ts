"use client";
import { errorCode, queryClient } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { telecomClient } from "../api";
import type { PricePolicy } from "./plan-change";
import type { LineResult } from "./server";

export interface PlanChangeRun {
  readonly runId: string;
  readonly planId: string;
  readonly effectiveOn: string;
  readonly policy: PricePolicy;
  readonly lines: readonly { id: string; version: number }[];
  readonly results: ReadonlyMap<string, LineResult>;
  readonly state: "running" | "stopping" | "stopped" | "done" | "interrupted";
}

const partSize = 10;

/** The run goes on when its dialog is closed; whoever opens it again sees where it is. */
class RunStore {
  private run: PlanChangeRun | null = null;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): PlanChangeRun | null => this.run;

  async start(order: Omit<PlanChangeRun, "runId" | "results" | "state">, onDone: (run: PlanChangeRun) => void): Promise<void> {
    this.publish({ ...order, runId: `plan-${crypto.randomUUID()}`, results: new Map(), state: "running" });
    await this.work(order.lines, onDone);
  }

  /** Sends the refused lines again, on their present versions. */
  async retry(lines: readonly { id: string; version: number }[], onDone: (run: PlanChangeRun) => void): Promise<void> {
    const { run } = this;
    if (!run) return;
    const results = new Map(run.results);
    for (const line of lines) results.delete(line.id);
    this.publish({ ...run, results, state: "running" });
    await this.work(lines, onDone);
  }

  stop(): void {
    if (this.run?.state === "running") this.publish({ ...this.run, state: "stopping" });
  }

  clearFinished(): void {
    if (this.run && this.run.state !== "running" && this.run.state !== "stopping") this.publish(null);
  }

  private async work(lines: readonly { id: string; version: number }[], onDone: (run: PlanChangeRun) => void): Promise<void> {
    for (let start = 0; start < lines.length; start += partSize) {
      const { run } = this;
      if (!run) return;
      if (run.state === "stopping") break;
      const { runId, planId, effectiveOn, policy } = run;
      try {
        const results = await telecomClient.telecom.changePlan.run.mutate({ runId, planId, effectiveOn, policy, lines: lines.slice(start, start + partSize) });
        const merged = new Map(this.run?.results ?? run.results);
        for (const result of results) merged.set(result.id, result);
        this.publish({ ...(this.run ?? run), results: merged });
      } catch (error) {
        console.warn(`change plan stopped: ${errorCode(error)}`);
        this.publish({ ...(this.run ?? run), state: "interrupted" });
        return;
      }
    }
    const { run } = this;
    if (!run) return;
    const done: PlanChangeRun = { ...run, state: run.state === "stopping" ? "stopped" : "done" };
    this.publish(done);
    if ([...done.results.values()].some((result) => result.kind === "changed")) fieldStore.pushUndo(done.runId);
    await queryClient.invalidateQueries();
    onDone(done);
  }

  private publish(run: PlanChangeRun | null): void {
    this.run = run;
    for (const listener of this.listeners) listener();
  }
}

export const runStore = new RunStore();
