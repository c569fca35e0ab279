import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { countedAs } from "@/base/editing/things";
import type { HistoryKind } from "@/base/extension-points/define-vertical";
import type { EventFact, HistoryEvent } from "./events";

/** What an event is, before it is put into words. */
export type Sentence =
  | { readonly kind: "told"; readonly by: HistoryKind; readonly fact: EventFact; readonly day: string | null }
  /** One field got one value. */
  | { readonly kind: "set"; readonly fact: EventFact }
  /** Several fields, or several values. */
  | { readonly kind: "update"; readonly fields: readonly EventFact[] }
  | { readonly kind: "create" | "delete" }
  /** Only what belongs to the things was written. */
  | {
      readonly kind: "belonging";
      readonly type: string;
      /** What they are periods with, where it is said, and since when. */
      readonly fact: EventFact | null;
      readonly day: string | null;
    };

/** What a history says of an event: a kind that fits, else what happened to most of its things. */
export function sentenceOf(
  event: Pick<HistoryEvent, "at" | "types" | "facts">,
  kinds: readonly HistoryKind[],
): Sentence {
  for (const kind of kinds) {
    const fact = event.facts.find(
      (one) =>
        one.type === kind.type &&
        one.operation === kind.operation &&
        one.field === kind.field &&
        typeof one.to === "string" &&
        (kind.to === undefined || one.to === kind.to),
    );
    if (!fact) continue;
    const day = event.facts.find(
      (one) => one.type === kind.type && one.operation === kind.operation && one.field === "valid_from",
    )?.to;
    if (!kind.later) return { kind: "told", by: kind, fact, day: day ?? null };
    if (day && day > event.at.slice(0, 10)) return { kind: "told", by: kind, fact, day };
  }
  const [main] = event.types;
  if (main?.operation === "create" || main?.operation === "delete") return { kind: main.operation };
  const own = event.facts.filter((fact) => fact.type === main?.type && fact.operation === "update");
  const [only] = own;
  if (only && own.length === 1 && only.to !== undefined && only.count === main?.count)
    return { kind: "set", fact: only };
  if (own.length > 0) return { kind: "update", fields: own };
  const type = event.facts[0]?.type ?? main?.type ?? "";
  const made = event.facts.filter((fact) => fact.operation === "create" && typeof fact.to === "string");
  const fact = made.find((one) => fieldKinds[one.type]?.[one.field]?.target && one.field !== countedAs(one.type)?.name);
  const day = made.find((one) => one.type === fact?.type && one.field === "valid_from")?.to;
  return { kind: "belonging", type, fact: fact ?? null, day: day ?? null };
}
