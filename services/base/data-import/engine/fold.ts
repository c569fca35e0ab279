import { fold as alike, foldName as fold } from "../../../platform/fold.ts";

export { fold };

/** The words of a text without accents and case, apart as they were: `KER-1-12` is not `KER-11-2`. */
export const foldWords = (text: string): string =>
  alike(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** 0 to 1: share of the letter pairs that two folded texts have in common. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1)
    pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left === 0) continue;
    pairs.set(b.slice(at, at + 2), left - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length - 2);
}

/** The candidates most like `text`, best first, none that is plainly another. */
export function nearest<T>(text: string, candidates: Iterable<readonly [string, T]>, most = 3): T[] {
  const wanted = fold(text);
  const scored: { score: number; candidate: T }[] = [];
  for (const [name, candidate] of candidates) {
    const score = name.startsWith(wanted) && wanted.length > 2 ? 0.9 : similarity(wanted, name);
    if (score >= 0.5) scored.push({ score, candidate });
  }
  return [...new Set(scored.sort((a, b) => b.score - a.score).map(({ candidate }) => candidate))].slice(0, most);
}
