import "server-only";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { countedAs } from "@/base/editing/things";
import type { Narrowing } from "./read-events";

/** What an object is to people: a period is of what it is a period of. */
export const kindOf = (type: string): string => countedAs(type)?.target ?? type;

/** The types whose entries tell of a kind. */
export const typesOf = (kind: string): string[] => [
  kind,
  ...Object.keys(recordTypes).filter((type) => countedAs(type)?.target === kind),
];

/** The most groups that the backend answers. */
const mostGroups = 10_000;

export interface KindCounts {
  readonly all: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** Whether there may be more than was counted. */
  readonly more: boolean;
}

/** How many things were done, by the kind of object that they touched; an undoing is told with what it took back. */
export async function countKinds(backend: BackendClient, narrowing: Narrowing): Promise<KindCounts> {
  const answers = await Promise.all(
    narrowing.map((params) =>
      backend.aggregate("sw_journal_entry", {
        groupBy: ["subject_type", "request_id"],
        filter: params().addFilter("undoes", null, "IS NULL"),
      }),
    ),
  );
  const all = new Set<string>();
  const kinds = new Map<string, Set<string>>();
  for (const { keys } of answers.flat()) {
    const [type, request] = [keys["subject_type"], keys["request_id"]];
    if (typeof type !== "string" || typeof request !== "string") continue;
    all.add(request);
    const kind = kindOf(type);
    kinds.set(kind, (kinds.get(kind) ?? new Set<string>()).add(request));
  }
  return {
    all: all.size,
    kinds: [...kinds]
      .map(([kind, requests]) => ({ kind, count: requests.size }))
      .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind)),
    more: answers.some((groups) => groups.length >= mostGroups),
  };
}
