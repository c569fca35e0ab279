/** As much of OData as the simulated API is asked for; what it doesn't understand it refuses, as the real one does. */
type Row = object;

interface Asked {
  readonly filter?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly top?: string | undefined;
  readonly skip?: string | undefined;
}

const most = 100;
const count = /^\d{1,9}$/;
const atLeast = /^(\w+) ge (\d{4}-\d\d-\d\dT[\d:.]+Z)$/;
const endsWith = /^endswith\((\w+),'((?:[^']|'')*)'\)$/;

const memberOf = (row: Row, name: string): unknown => (row as Record<string, unknown>)[name];

/** Rows of a collection, or the word that isn't understood. */
export function answered<Item extends Row>(
  rows: readonly Item[],
  names: ReadonlySet<string>,
  { filter, orderBy, top, skip }: Asked,
): readonly Item[] | { readonly problem: string } {
  const tests: ((row: Row) => boolean)[] = [];
  for (const one of filter === undefined ? [] : filter.split(" or ")) {
    const [, since = "", moment = ""] = atLeast.exec(one) ?? [];
    const [, member = "", end = ""] = endsWith.exec(one) ?? [];
    if (!names.has(since || member)) return { problem: `The query specified in the URI is not valid: ${one}` };
    tests.push((row) =>
      since
        ? Date.parse(String(memberOf(row, since))) >= Date.parse(moment)
        : String(memberOf(row, member) ?? "").endsWith(end.replaceAll("''", "'")),
    );
  }
  const order = orderBy?.split(",") ?? [];
  for (const name of order) if (!names.has(name)) return { problem: `Could not find a property named '${name}'` };
  for (const number of [top, skip])
    if (number !== undefined && !count.test(number)) return { problem: `'${number}' is no number of rows` };
  const found = rows.filter((row) => tests.length === 0 || tests.some((test) => test(row)));
  const sorted = found.toSorted((one, other) => {
    for (const name of order) {
      const [a, b] = [memberOf(one, name), memberOf(other, name)];
      if (a !== b) return (a as string) < (b as string) ? -1 : 1;
    }
    return 0;
  });
  const from = Number(skip ?? 0);
  return sorted.slice(from, from + Math.min(most, Number(top ?? most)));
}
