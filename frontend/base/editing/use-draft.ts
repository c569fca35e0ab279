"use client";
import { useEffect, useState } from "react";
import type { FieldText } from "./field-store";
import { keptDrafts } from "./kept";

/** What is being typed, and what the person saw when they began: a save is based on that, whatever has been read since. */
export interface Draft {
  readonly text: string;
  readonly base: FieldText;
  readonly version: number;
}

/**
 * The draft of a field, null while nobody types. It is kept with every key, so that a reload, a crash or an empty battery leaves it where it
 * was: the editor opens with it again. Without a key nothing is kept.
 */
export function useDraft(key: string | null): readonly [Draft | null, (draft: Draft | null) => void] {
  const [draft, setDraft] = useState<Draft | null>(null);
  // After the first drawing, which has to be the server's.
  useEffect(() => {
    const kept = key === null ? null : keptDrafts.get(key);
    if (isDraft(kept)) setDraft(kept);
  }, [key]);
  const change = (next: Draft | null) => {
    if (key !== null && next === null) keptDrafts.remove(key);
    // Opened and left as it was: there is nothing to keep.
    else if (key !== null && draft !== null && next !== null && next.text !== draft.text) keptDrafts.set(key, next);
    setDraft(next);
  };
  return [draft, change];
}

function isDraft(kept: unknown): kept is Draft {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "text" in kept &&
    typeof kept.text === "string" &&
    "base" in kept &&
    "version" in kept &&
    typeof kept.version === "number"
  );
}
