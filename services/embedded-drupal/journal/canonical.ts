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
  readonly view_permission: string | null;
}

export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function entryHash(previous: string, entry: HashedEntry): string {
  return createHash("sha256").update(`${previous}\n${canonicalJson(entry)}`).digest("hex");
}
