"use client";
import { useSyncExternalStore } from "react";
import { ExternalStore } from "@/ui/external-store";

/** Something that goes on while the person does something else, and how it ended. */
export interface Work {
  readonly id: string;
  readonly title: string;
  /** How many of `total` came out well. */
  readonly done: number;
  /** Null until it is known. */
  readonly total: number | null;
  readonly refused: number;
  readonly state: "running" | "stopped" | "done" | "interrupted";
  /** The request under which it can be taken back. */
  readonly undo?: string;
}

const none: readonly Work[] = [];
const keptResults = 8;

/** What runs and what has run since the page was opened, the newest first. The top bar shows it. */
class WorkStore extends ExternalStore<readonly Work[]> {
  put(work: Work): void {
    const at = this.value.findIndex(({ id }) => id === work.id);
    const next = at < 0 ? [work, ...this.value] : this.value.with(at, work);
    const results = next.filter(({ state }) => state !== "running").slice(0, keptResults);
    this.publish(next.filter((one) => one.state === "running" || results.includes(one)));
  }

  remove(id: string): void {
    this.publish(this.value.filter((work) => work.id !== id));
  }

  /** What was taken back, from wherever, is no result any more. */
  undone(requestId: string): void {
    this.publish(this.value.filter(({ undo }) => undo !== requestId));
  }
}

export const workStore = new WorkStore(none);

export const useWork = (): readonly Work[] => useSyncExternalStore(workStore.subscribe, workStore.snapshot, () => none);
