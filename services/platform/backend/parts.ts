/** Nothing that the model holds as a key is longer. */
const longestKey = 128;

/** Distinct values, as many together as an address holds. */
export function parts(values: readonly (string | null)[]): string[][] {
  const distinct = [...new Set(values)].filter(
    (value): value is string => value !== null && value.length <= longestKey,
  );
  return Array.from({ length: Math.ceil(distinct.length / 80) }, (_, index) =>
    distinct.slice(index * 80, (index + 1) * 80),
  );
}
