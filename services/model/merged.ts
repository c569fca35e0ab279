/** What one module brings to values that are put together from all modules: maps by name, lists, single values. */
export type Part = Readonly<Record<string, unknown>>;

/** The parts of all modules as one. The generator cut them from the whole, so that together they are what the caller says. */
export function merged<Value>(...parts: readonly Part[]): Readonly<Record<string, Value>> {
  return parts.reduce((whole, part) => mergedMaps(whole, part), {}) as Record<string, Value>;
}

function mergedMaps(one: Part, other: Part): Part {
  const whole = { ...one };
  for (const [name, value] of Object.entries(other))
    whole[name] = Object.hasOwn(one, name) ? mergedValues(one[name], value) : value;
  return whole;
}

function mergedValues(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return mergedLists(one, other);
  return isMap(one) && isMap(other) ? mergedMaps(one, other) : other;
}

/** What has a name stands once, with what both say of it. */
function mergedLists(one: readonly unknown[], other: readonly unknown[]): unknown[] {
  const more = new Map(other.flatMap((item) => (nameOf(item) === undefined ? [] : [[nameOf(item), item] as const])));
  const known = new Set(one.map(nameOf));
  return [
    ...one.map((item) => (more.has(nameOf(item)) ? mergedValues(item, more.get(nameOf(item))) : item)),
    ...other.filter((item) => nameOf(item) === undefined || !known.has(nameOf(item))),
  ];
}

const nameOf = (item: unknown): unknown => (isMap(item) ? item["name"] : undefined);

/** What has to be merged into the first value to make it the second; undefined where nothing has to. */
export function difference(before: unknown, after: unknown): unknown {
  if (isMap(before) && isMap(after)) {
    const added = Object.entries(after).flatMap(([name, value]) => {
      const more = Object.hasOwn(before, name) ? difference(before[name], value) : value;
      return more === undefined ? [] : [[name, more]];
    });
    return added.length > 0 ? Object.fromEntries(added) : undefined;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const known = new Set(before.map((value) => JSON.stringify(value)));
    const named = new Map(before.map((value) => [nameOf(value), value]));
    const added = after
      .filter((value) => !known.has(JSON.stringify(value)))
      .map((value) => {
        const name = nameOf(value);
        if (name === undefined || !named.has(name)) return value;
        return { name, ...Object(difference(named.get(name), value)) };
      });
    return added.length > 0 ? added : undefined;
  }
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
}

function isMap(value: unknown): value is Part {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
