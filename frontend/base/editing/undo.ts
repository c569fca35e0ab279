import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import type { AtomicOperation, ResourceWrite } from "@softwhere/services/platform/backend/client";

/** `target` only for references. */
export interface FieldKind {
  readonly type: string;
  readonly multiple?: boolean;
  readonly target?: string;
}

export type FieldKinds = Readonly<Record<string, Readonly<Record<string, FieldKind>>>>;

type Scalar = string | number | boolean | null;

export function changeValue(value: unknown): Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** What of a request is taken back together or not at all. */
export interface UndoUnit {
  readonly rows: readonly UndoRow[];
  readonly operations: readonly AtomicOperation[];
}

export interface UndoRow {
  readonly type: string;
  readonly id: string;
  /** As the journal calls it. */
  readonly label: string;
  /** The version that the request left it in; null for a row that it deleted. */
  readonly version: number | null;
  /** What the request made of which fields; null where it made or deleted the row. */
  readonly changes: readonly { readonly field: string; readonly to: string | null }[] | null;
}

/** A row as it is stored now. */
export interface StoredRow {
  readonly version: number;
  /** Of a period: what it is a period of. */
  readonly periodOf?: string;
  /** Of a period that is no thing of its own: the id of what it is counted as. */
  readonly thing?: string;
  /** The fields that the request changed. */
  readonly values?: object;
}

export const rowKey = (row: { readonly type: string; readonly id: string }): string => `${row.type}/${row.id}`;

/** A row that a request touched, with what the journal says of it. */
export interface Touched {
  readonly type: string;
  readonly id: string;
  readonly entries: readonly SwJournalEntry[];
}

/** The rows that a request touched, in the order of the entries, which come newest first. */
export function touchedRows(entries: readonly SwJournalEntry[]): Touched[] {
  const rows = new Map<string, Touched & { readonly entries: SwJournalEntry[] }>();
  for (const entry of entries) {
    const { subject_type: type, subject_id: id } = entry;
    if (!type || !id) continue;
    const key = rowKey({ type, id });
    const row = rows.get(key);
    if (row) row.entries.push(entry);
    else rows.set(key, { type, id, entries: [entry] });
  }
  return [...rows.values()];
}

/**
 * What takes a request back, newest first: one operation for each row, on the version that the request left. The periods of one thing are
 * taken back together: one of them alone would leave a gap or two plans at once.
 */
export function undoUnits(
  touched: readonly Touched[],
  { requestId, kinds, stored }: { requestId: string; kinds: FieldKinds; stored: ReadonlyMap<string, StoredRow> },
): UndoUnit[] {
  const units = new Map<string, { rows: UndoRow[]; operations: AtomicOperation[] }>();
  for (const { type, id, entries: own } of touched) {
    const key = stored.get(rowKey({ type, id }))?.periodOf ?? rowKey({ type, id });
    const unit = units.get(key) ?? { rows: [], operations: [] };
    const gone = own.some((entry) => entry.operation === "delete");
    const made = own.some((entry) => entry.operation === "create");
    unit.rows.push({
      type,
      id,
      label: own[0]?.subject_label ?? "",
      version: gone ? null : latestVersion(own),
      changes: gone || made ? null : own.flatMap((entry) => entry.changes ?? []),
    });
    // What a request both made and deleted is as it was before.
    if (!(made && gone)) unit.operations.push(inverseOperation(own, { type, id, requestId, kinds: kinds[type] ?? {} }));
    units.set(key, unit);
  }
  return [...units.values()];
}

const latestVersion = (entries: readonly SwJournalEntry[]): number =>
  Math.max(...entries.map((entry) => entry.subject_version ?? 0));

type Kinds = Readonly<Record<string, FieldKind>>;

function inverseOperation(
  entries: readonly SwJournalEntry[],
  { type, id, requestId, kinds }: { type: string; id: string; requestId: string; kinds: Kinds },
): AtomicOperation {
  const resource = `${type}--${type}`;
  const version = latestVersion(entries);
  if (entries.some((entry) => entry.operation === "create"))
    return { op: "remove", ref: { type: resource, id, meta: { version, undo: requestId } } };
  if (entries.some((entry) => entry.operation === "delete"))
    return { op: "add", data: restored(resource, id, entries, kinds) };
  const attributes: Record<string, unknown> = { version };
  const relationships: NonNullable<ResourceWrite["relationships"]> = {};
  for (const change of entries.flatMap((entry) => entry.changes ?? [])) {
    const kind = kinds[change.field];
    if (!kind) continue;
    if (kind.target) relationships[change.field] = { data: reference(change.from, kind) };
    else attributes[change.field] = attribute(change.from, kind);
  }
  return { op: "update", data: { type: resource, id, attributes, relationships } };
}

/** Whether every field that the request changed is still as it made it, whatever else was changed since. */
export function stillAsMade(
  changes: NonNullable<UndoRow["changes"]>,
  kinds: Kinds,
  valueNow: (field: string) => unknown,
): boolean {
  // Entries come newest first: the first of a field says what the request left.
  const left = new Map([...changes].reverse().map(({ field, to }) => [field, to]));
  return [...left].every(([field, to]) => {
    const kind = kinds[field];
    if (!kind) return false;
    if (kind.target) return JSON.stringify(ids(valueNow(field))) === JSON.stringify(ids(reference(to, kind)));
    return JSON.stringify(valueNow(field) ?? null) === JSON.stringify(attribute(to, kind));
  });
}

function ids(linked: unknown): unknown[] {
  const list = Array.isArray(linked) ? linked : linked === null || linked === undefined ? [] : [linked];
  return list.map((one: unknown) => (typeof one === "object" && one !== null && "id" in one ? one.id : null));
}

/** The same operation on the version that is stored now. */
export function onVersion(operation: AtomicOperation, version: number): AtomicOperation {
  if (operation.op !== "update") return operation;
  return { ...operation, data: { ...operation.data, attributes: { ...operation.data.attributes, version } } };
}

/** A deleted row under its own id, with the values that the journal tells this person. */
function restored(resource: string, id: string, rows: readonly SwJournalEntry[], kinds: Kinds): ResourceWrite {
  const data = {
    type: resource,
    id,
    attributes: {} as Record<string, unknown>,
    relationships: {} as NonNullable<ResourceWrite["relationships"]>,
  };
  for (const change of rows.filter((row) => row.operation === "delete").flatMap((row) => row.changes ?? [])) {
    const kind = kinds[change.field];
    if (!kind || kind.type === "file" || change.from === null) continue;
    if (kind.target) data.relationships[change.field] = { data: reference(change.from, kind) };
    else data.attributes[change.field] = attribute(change.from, kind);
  }
  return data;
}

function reference(
  text: string | null,
  kind: FieldKind,
): { type: string; id: string } | { type: string; id: string }[] | null {
  const type = `${kind.target}--${kind.target}`;
  if (kind.multiple) return text ? (JSON.parse(text) as string[]).map((id) => ({ type, id })) : [];
  return text ? { type, id: text } : null;
}

function attribute(text: string | null, kind: FieldKind): unknown {
  if (kind.multiple) return text ? JSON.parse(text) : [];
  if (text === null) return null;
  if (kind.type === "json") return JSON.parse(text);
  if (kind.type === "integer") return Number(text);
  if (kind.type === "boolean") return text === "true" || text === "1";
  return text;
}
