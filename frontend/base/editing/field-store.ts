"use client";
import { apiClient, errorCode, queryClient } from "@/base/api/browser";
import { mayShow } from "@/base/api/reads";
import { sessionEnded } from "@/base/api/session-ended";
import { ExternalStore } from "@/ui/external-store";
import { keptEdits } from "./kept";
import type { FieldSave } from "./server";

export type FieldText = string | number | boolean | null;

export interface FieldEdit {
  readonly type: Parameters<typeof apiClient.base.editing.saveField.mutate>[0]["type"];
  readonly id: string;
  readonly field: string;
  readonly version: number;
  /** What the user saw before typing. */
  readonly base: FieldText;
  readonly value: FieldText;
  /** Waits in this page alone, not in the browser's storage. */
  readonly secret?: true;
}

export type FieldState =
  | { kind: "saving"; edit: FieldEdit }
  | { kind: "saved"; value: FieldText; version: number; requestId: string }
  /** Nothing answered: the edit waits here and in the browser's storage, and is sent again. */
  | { kind: "waiting"; edit: FieldEdit }
  | { kind: "conflict"; edit: FieldEdit; theirs: Extract<FieldSave, { kind: "conflict" }> }
  | { kind: "refused"; edit: FieldEdit; reason: "invalid" | "forbidden" | "missing"; detail: string | null };

const temporary = new Set([
  "OFFLINE",
  "SERVICE_UNAVAILABLE",
  "BAD_GATEWAY",
  "UNAUTHORIZED",
  "INTERNAL_SERVER_ERROR",
  "TOO_MANY_REQUESTS",
]);

/** Every edited field's state, shared by all places that show the field. Outside React so that an edit outlives its component. */
class FieldStore extends ExternalStore<ReadonlyMap<string, FieldState>> {
  private undoable: string[] = [];
  private retry: ReturnType<typeof setTimeout> | undefined;
  onUndoable: ((requestId: string) => void) | undefined;

  static key(type: string, id: string, field: string): string {
    return `${type}/${id}/${field}`;
  }

  async save(edit: FieldEdit): Promise<void> {
    const key = FieldStore.key(edit.type, edit.id, edit.field);
    const requestId = `edit-${crypto.randomUUID()}`;
    this.put(key, { kind: "saving", edit });
    try {
      const result = await apiClient.base.editing.saveField.mutate({ ...edit, requestId });
      if (result.kind === "saved") {
        this.put(key, { kind: "saved", value: result.value, version: result.version, requestId });
        this.pushUndo(requestId);
        this.onUndoable?.(requestId);
        this.refreshSoon(edit.type);
      } else if (result.kind === "conflict") this.put(key, { kind: "conflict", edit, theirs: result });
      else this.put(key, { kind: "refused", edit, reason: result.reason, detail: result.detail });
    } catch (error) {
      const code = errorCode(error);
      if (code === "UNAUTHORIZED") sessionEnded.set();
      if (temporary.has(code)) {
        this.put(key, { kind: "waiting", edit });
        this.retryLater();
      } else
        this.put(key, {
          kind: "refused",
          edit,
          reason: code === "FORBIDDEN" ? "forbidden" : code === "NOT_FOUND" ? "missing" : "invalid",
          detail: null,
        });
    }
  }

  /** Conflict: keep mine writes over theirs, on their version. */
  keepMine(key: string): void {
    const state = this.value.get(key);
    if (state?.kind !== "conflict") return;
    void this.save({ ...state.edit, base: state.theirs.value, version: state.theirs.version });
  }

  takeTheirs(key: string): void {
    const state = this.value.get(key);
    if (state?.kind !== "conflict") return;
    this.put(key, { kind: "saved", value: state.theirs.value, version: state.theirs.version, requestId: "" });
    this.refreshSoon(state.edit.type);
  }

  forget(key: string): void {
    const states = new Map(this.value);
    states.delete(key);
    keptEdits.remove(key);
    this.publish(states);
  }

  /** Sends what waits, oldest first. */
  resend(): void {
    for (const state of this.value.values()) if (state.kind === "waiting") void this.save(state.edit);
  }

  /** Takes up what an earlier page had not brought to an end: unsent, in conflict or refused. Sent again, each comes out as it did. */
  restore(): void {
    for (const edit of keptEdits.all()) if (isEdit(edit)) void this.save(edit);
  }

  get unsent(): number {
    return [...this.value.values()].filter(
      (state) => state.kind === "waiting" || state.kind === "saving" || state.kind === "conflict",
    ).length;
  }

  pushUndo(requestId: string): void {
    this.undoable = [...this.undoable, requestId].slice(-50);
  }

  popUndo(): string | undefined {
    const last = this.undoable.at(-1);
    this.undoable = this.undoable.slice(0, -1);
    return last;
  }

  dropUndo(requestId: string): void {
    this.undoable = this.undoable.filter((other) => other !== requestId);
  }

  /** After an undo every screen reads anew, and what was saved before no longer covers it. */
  async reload(): Promise<void> {
    await readAnew();
    this.publish(new Map([...this.value].filter(([, state]) => state.kind !== "saved")));
  }

  private refreshSoon(type: string): void {
    setTimeout(() => void readAnew(type), 300);
  }

  private retryLater(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.resend(), 5_000);
  }

  private put(key: string, state: FieldState): void {
    if (state.kind === "saved") keptEdits.remove(key);
    else if (!state.edit.secret) keptEdits.set(key, state.edit);
    this.publish(new Map(this.value).set(key, state));
  }
}

function isEdit(kept: unknown): kept is FieldEdit {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "type" in kept &&
    "id" in kept &&
    "field" in kept &&
    "version" in kept &&
    "value" in kept
  );
}

export const fieldStore = new FieldStore(new Map());
export const fieldKey = FieldStore.key;

/** What a change of the type can have changed is read again, or everything. A first answer still on its way was asked for before the change, and asking again would only wait for it. */
export async function readAnew(type?: string): Promise<void> {
  const concerned = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    type === undefined || mayShow(queryKey, type);
  await queryClient.cancelQueries({
    predicate: (query) =>
      query.isActive() && query.state.data === undefined && query.state.fetchStatus === "fetching" && concerned(query),
  });
  await queryClient.invalidateQueries({ refetchType: "active", predicate: concerned });
}
