"use client";
import { useSyncExternalStore } from "react";

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
class WorkStore {
  private all = none;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): readonly Work[] => this.all;

  put(work: Work): void {
    const at = this.all.findIndex(({ id }) => id === work.id);
    const next = at < 0 ? [work, ...this.all] : this.all.with(at, work);
    const results = next.filter(({ state }) => state !== "running").slice(0, keptResults);
    this.publish(next.filter((one) => one.state === "running" || results.includes(one)));
  }

  remove(id: string): void {
    this.publish(this.all.filter((work) => work.id !== id));
  }

  /** What was taken back, from wherever, is no result any more. */
  undone(requestId: string): void {
    this.publish(this.all.filter(({ undo }) => undo !== requestId));
  }

  private publish(all: readonly Work[]): void {
    this.all = all;
    for (const listener of this.listeners) listener();
  }
}

export const workStore = new WorkStore();

export const useWork = (): readonly Work[] => useSyncExternalStore(workStore.subscribe, workStore.snapshot, () => none);
