import { createHash } from "node:crypto";

/** JSON with sorted keys and no spaces: the same bytes in every language. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

export const firstHash = "0".repeat(64);

/** What an entry's hash covers; references are UUIDs. */
export interface HashedEntry {
  readonly account: string | null;
  readonly actor: string | null;
  readonly actor_name: string | null;
  readonly cause: string;
  readonly changes: readonly FieldChange[];
  readonly occurred_at: number;
  readonly operation: string;
  readonly request_id: string;
  readonly sequence: number;
  readonly subject_id: string;
  readonly subject_label: string | null;
  readonly subject_type: string;
  readonly subject_version: number;
  /** Absent where nothing is taken back, as in entries from before they could say so. */
  readonly undoes?: string | undefined;
  readonly view_permission: string | null;
}

export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The entry's canonical JSON, written out: a million of them are verified in one go. */
function entryText(entry: HashedEntry): string {
  const changes = entry.changes
    .map(({ field, from, to }) => `{"field":${text(field)},"from":${text(from)},"to":${text(to)}}`)
    .join(",");
  const undoes = entry.undoes === undefined ? "" : `"undoes":${text(entry.undoes)},`;
  return `{"account":${text(entry.account)},"actor":${text(entry.actor)},"actor_name":${text(entry.actor_name)},"cause":${text(entry.cause)},"changes":[${changes}],"occurred_at":${entry.occurred_at},"operation":${text(entry.operation)},"request_id":${text(entry.request_id)},"sequence":${entry.sequence},"subject_id":${text(entry.subject_id)},"subject_label":${text(entry.subject_label)},"subject_type":${text(entry.subject_type)},"subject_version":${entry.subject_version},${undoes}"view_permission":${text(entry.view_permission)}}`;
}

function text(value: string | null): string {
  return value === null ? "null" : JSON.stringify(value);
}

export function entryHash(previous: string, entry: HashedEntry): string {
  return createHash("sha256")
    .update(`${previous}\n${entryText(entry)}`)
    .digest("hex");
}
