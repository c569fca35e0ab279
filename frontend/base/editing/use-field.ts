"use client";
import { useSyncExternalStore } from "react";
import { type FieldEdit, type FieldState, type FieldText, fieldKey, fieldStore } from "./field-store";

const none: ReadonlyMap<string, FieldState> = new Map();

export interface FieldSource {
  readonly type: FieldEdit["type"];
  readonly id: string;
  readonly field: string;
  /** As last read from the backend. */
  readonly value: FieldText;
  readonly version: number;
  /** Such as a PIN: this browser keeps nothing of it. */
  readonly secret?: boolean | undefined;
}

/** A field as its editor sees it. */
export interface EditedField {
  readonly key: string;
  readonly state: FieldState | undefined;
  /** What it shows: what was typed last, also while that is on its way. */
  readonly value: FieldText;
  /** What the backend is known to hold, and the version it is of. */
  readonly base: FieldText;
  readonly version: number;
  /** `seen` is what the person saw when they began to type; what is known now, where they didn't type. */
  readonly save: (next: FieldText, seen?: { readonly base: FieldText; readonly version: number }) => void;
}

/** One field of one record: its value now, its state, and how to save it. */
export function useField(source: FieldSource): EditedField {
  const key = fieldKey(source.type, source.id, source.field);
  const states = useSyncExternalStore(fieldStore.subscribe, fieldStore.snapshot, () => none);
  const state = states.get(key);
  const newest = state?.kind === "saved" && state.version >= source.version ? state : undefined;
  const value = newest
    ? newest.value
    : state?.kind === "saving" || state?.kind === "waiting" || state?.kind === "conflict" || state?.kind === "refused"
      ? state.edit.value
      : source.value;
  const version = Math.max(source.version, newest?.version ?? 0);
  return {
    key,
    state,
    value,
    base: newest ? newest.value : source.value,
    version,
    save: (next, seen = { base: newest ? newest.value : source.value, version }) => {
      const { base } = seen;
      const typed = next === "" ? null : next;
      if (typed === base) {
        if (state && state.kind !== "saved") fieldStore.forget(key);
        return;
      }
      void fieldStore.save({
        type: source.type,
        id: source.id,
        field: source.field,
        version: seen.version,
        base,
        value: typed,
        ...(source.secret && { secret: true }),
      });
    },
  };
}

export function useSaveState(): { unsent: number; waiting: number; conflicts: number } {
  const states = useSyncExternalStore(fieldStore.subscribe, fieldStore.snapshot, () => none);
  const all = [...states.values()];
  return {
    unsent: all.filter((state) => state.kind === "saving").length,
    waiting: all.filter((state) => state.kind === "waiting").length,
    conflicts: all.filter((state) => state.kind === "conflict").length,
  };
}
