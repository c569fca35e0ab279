import { fold } from "./fold.ts";
import type { ImportColumn } from "./kind.ts";

/** Folded header → field, or null where the person left the column out. */
export type RememberedColumns = Readonly<Record<string, string | null>>;

export interface Guess {
  readonly mapping: (string | null)[];
  /** How many columns an earlier import said. */
  readonly remembered: number;
}

/** The field of each column: what was chosen last time, else what the header says. No field is given twice. */
export function guessMapping(
  header: readonly string[],
  columns: readonly ImportColumn[],
  remembered: RememberedColumns,
): Guess {
  const mapping: (string | null)[] = header.map(() => null);
  const taken = new Set<string>();
  const settled = new Set<number>();
  const settle = (at: number, name: string | null) => {
    if (settled.has(at) || (name !== null && taken.has(name))) return;
    settled.add(at);
    mapping[at] = name;
    if (name !== null) taken.add(name);
  };
  const folded = header.map(fold);
  for (const [at, name] of folded.entries()) {
    const known = Object.hasOwn(remembered, name) ? remembered[name] : undefined;
    if (known === null || columns.some((column) => column.name === known)) settle(at, known ?? null);
  }
  const count = settled.size;
  const ranked = folded
    .flatMap((name, at) => columns.map((column) => ({ at, name: column.name, score: score(name, column) })))
    .filter((one) => one.score > 0);
  for (const { at, name } of ranked.sort((a, b) => b.score - a.score || a.at - b.at)) settle(at, name);
  return { mapping, remembered: count };
}

function score(header: string, { name, field, synonyms }: ImportColumn): number {
  if (header === "") return 0;
  const labels = [fold(field.label.fr), fold(field.label.en), fold(name)];
  if (labels.includes(header)) return 3;
  const other = synonyms.indexOf(header);
  if (other >= 0) return 2 - other / 100;
  const within = [...labels, ...synonyms].filter(
    (label) => label.length > 3 && (header.startsWith(label) || header.endsWith(label)),
  );
  return within.length > 0 ? Math.max(...within.map((label) => label.length)) / 100 : 0;
}
