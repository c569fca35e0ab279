import type { Money } from "../../../../platform/money.ts";
import { type StatedLine, sum } from "./stated.ts";

/** Sub-lines in sub-lines, as deep as elements may lie. */
const deepest = 100;

export type CountedLine = StatedLine & { readonly net: Money };

export interface Counted {
  /** The lines that the sums are made of. */
  readonly lines: readonly CountedLine[];
  /** What is the sum of others, with those of them that count. */
  readonly groups: readonly { readonly group: CountedLine; readonly lines: readonly CountedLine[] }[];
}

/** Which of an invoice's lines count: details do, groups and information don't. Undefined where they lie in a ring or too deep. */
export function countedLines(lines: readonly StatedLine[]): Counted | undefined {
  const below = byParent(lines);
  const seen = new Set<StatedLine>();
  const groups: Counted["groups"][number][] = [];
  const of = (line: StatedLine, depth: number): CountedLine[] => {
    if (seen.has(line) || depth > deepest) return [];
    seen.add(line);
    const inner = (below.get(line.number) ?? []).flatMap((one) => of(one, depth + 1));
    if (line.status === "information") return [];
    if (!hasNet(line)) return inner;
    if (line.status === "detail" || (line.status === null && inner.length === 0)) return [line, ...inner];
    groups.push({ group: line, lines: inner });
    if (line.status === "group") return inner;
    // Sub-lines that nothing is said of stand for their line where they add up to it, else they explain it.
    return Math.abs(sum(inner.map(({ net }) => net)) - line.net) <= 100 ? inner : [line];
  };
  const counted = (below.get(null) ?? []).flatMap((line) => of(line, 1));
  return seen.size === lines.length ? { lines: counted, groups } : undefined;
}

const hasNet = (line: StatedLine): line is CountedLine => line.net !== null;

function byParent(lines: readonly StatedLine[]): ReadonlyMap<string | null, readonly StatedLine[]> {
  const numbers = new Set(lines.map(({ number }) => number));
  const below = new Map<string | null, StatedLine[]>();
  for (const line of lines) {
    const known = line.parent !== null && line.parent !== line.number && numbers.has(line.parent);
    const parent = known ? line.parent : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(line);
    else below.set(parent, [line]);
  }
  return below;
}
