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

/**
 * The operations that take journal entries back, newest first. Updates of one row become one operation that carries the version the
 * change left behind, so that a row changed since is refused rather than overwritten.
 */
export function inverseOperations(entries: readonly SwJournalEntry[], kinds: FieldKinds): AtomicOperation[] {
  const bySubject = new Map<string, SwJournalEntry[]>();
  for (const entry of entries) {
    const key = `${entry.subject_type}/${entry.subject_id}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), entry]);
  }
  return [...bySubject.values()].flatMap((rows): AtomicOperation[] => {
    const [newest] = rows;
    const type = newest?.subject_type;
    const id = newest?.subject_id;
    if (!newest || !type || !id) return [];
    const resource = `${type}--${type}`;
    if (rows.some((row) => row.operation === "create")) return [{ op: "remove", ref: { type: resource, id } }];
    if (rows.some((row) => row.operation === "delete"))
      return [{ op: "add", data: restored(resource, id, rows, kinds[type] ?? {}) }];
    const data: ResourceWrite & {
      attributes: Record<string, unknown>;
      relationships: NonNullable<ResourceWrite["relationships"]>;
    } = {
      type: resource,
      id,
      attributes: { version: Math.max(...rows.map((row) => row.subject_version ?? 0)) },
      relationships: {},
    };
    for (const change of rows.flatMap((row) => row.changes ?? [])) {
      const kind = kinds[type]?.[change.field];
      if (!kind) continue;
      if (kind.target) data.relationships[change.field] = { data: reference(change.from, kind) };
      else data.attributes[change.field] = attribute(change.from, kind);
    }
    return [{ op: "update", data }];
  });
}

/** A deleted row under its own id, with the values that the journal tells this person. */
function restored(
  resource: string,
  id: string,
  rows: readonly SwJournalEntry[],
  kinds: Readonly<Record<string, FieldKind>>,
): ResourceWrite {
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
