import { badRequest } from "../problem/refusal.ts";
import { arrayParameter, type QueryMap, type QueryNode, textParameter } from "./query-string.ts";

export interface SortKey {
  readonly path: string;
  readonly descending: boolean;
}

export function parseSort(node: QueryNode | undefined): readonly SortKey[] {
  if (node === undefined) return [];
  if (typeof node === "string") {
    if (node === "" || node === "0") throw badRequest("You need to provide a value for the sort parameter.");
    return node
      .split(",")
      .map((entry) => (entry.startsWith("-") ? sortKey(entry.slice(1), true) : sortKey(entry, false)));
  }
  return [...node.values()].map((entry) => {
    const path = entry instanceof Map ? entry.get("path") : undefined;
    if (!(entry instanceof Map) || typeof path !== "string") {
      throw badRequest("You need to provide a field name for the sort parameter.");
    }
    const direction = entry.get("direction");
    return sortKey(path, typeof direction === "string" && direction.toUpperCase() === "DESC");
  });
}

function sortKey(path: string, descending: boolean): SortKey {
  if (path === "") throw badRequest("You need to provide a field name for the sort parameter.");
  return { path, descending };
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

const largestOffset = 2_000_000_000;

/** Text and too large limits mean the maximum, as in core. */
export function parsePage(query: QueryMap, maximum: number): Page {
  const page = arrayParameter(query, "page");
  const limit = wholeNumber(page?.get("limit"), 50);
  const offset = wholeNumber(page?.get("offset"), 0);
  const size = limit === undefined || limit > maximum ? maximum : limit;
  if (size <= 0) throw badRequest("The page size needs to be a positive integer.");
  return { limit: size, offset: Math.min(Math.max(offset ?? 0, 0), largestOffset) };
}

function wholeNumber(node: QueryNode | undefined, absent: number): number | undefined {
  if (node === undefined) return absent;
  if (node instanceof Map) throw badRequest("The page parameter's keys must be single values.");
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(node.trim()) ? Math.trunc(Number(node)) : undefined;
}

export type Fieldsets = ReadonlyMap<string, ReadonlySet<string>>;

export function parseFieldsets(query: QueryMap): Fieldsets {
  const fields = arrayParameter(query, "fields");
  return new Map(
    [...(fields ?? [])].map(([resource, names]) => {
      if (names instanceof Map) throw badRequest(`The sparse fieldset of ${resource} must be a comma separated list.`);
      return [resource, new Set(names.split(","))];
    }),
  );
}

export type IncludeTree = Map<string, IncludeTree>;

const maxIncludes = 50;

export function parseInclude(query: QueryMap): IncludeTree {
  const tree: IncludeTree = new Map();
  const text = textParameter(query, "include");
  if (!text) return tree;
  const paths = text.split(",");
  if (paths.length > maxIncludes) throw badRequest("Too many include paths.");
  for (const path of paths) {
    let node = tree;
    const steps = path.trim().split(".");
    if (steps.length > 6) throw badRequest(`\`${path}\` is not a valid include path. It is too long.`);
    for (const step of steps) {
      if (step === "")
        throw badRequest(
          node === tree ? "Empty include path." : `\`${path}\` is not a valid include path. Empty include path.`,
        );
      const next: IncludeTree = node.get(step) ?? new Map();
      node.set(step, next);
      node = next;
    }
  }
  return tree;
}
