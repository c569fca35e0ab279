/** How a field of ours is read from a vendor's answer: where it lies, what it has to be, and whether it may be missing. */
export interface FieldReading {
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly optional: boolean;
}

const kinds = {
  text: (value: unknown) => (typeof value === "string" ? value : undefined),
  /** Ids are texts with us; a vendor may count. */
  id: (value: unknown) =>
    typeof value === "string" && value !== "" ? value : Number.isSafeInteger(value) ? String(value) : undefined,
  /** An amount is a decimal text: a number with a fraction has lost something already. */
  decimal: (value: unknown) => (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? value : undefined),
  time: (value: unknown) =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value))
      ? new Date(value).toISOString()
      : undefined,
  texts: (value: unknown) =>
    Array.isArray(value) && value.every((one) => typeof one === "string") ? (value as string[]) : undefined,
} as const;
type Kind = keyof typeof kinds;

/** `billing_address.city text?`: path, kind, and a mark where it may be missing or null. */
export function readingOf(text: string, place: string): FieldReading {
  const match = /^([a-z0-9_]+(?:\.[a-z0-9_]+)*) ([a-z]+)(\?)?$/i.exec(text);
  const kind = match?.[2] ?? "";
  if (!match || !Object.hasOwn(kinds, kind)) throw new Error(`Vendor: ${place}: “${text}” is no path and kind`);
  return { path: (match[1] ?? "").split("."), kind: kind as Kind, optional: match[3] !== undefined };
}

export type VendorRecord = Readonly<Record<string, string | readonly string[] | null>>;

/** What a vendor says in our words; else the first place that isn't what it was. */
export function readRecord(
  from: unknown,
  fields: Readonly<Record<string, FieldReading>>,
): { readonly record: VendorRecord } | { readonly drift: string } {
  const record: Record<string, string | readonly string[] | null> = {};
  for (const [name, { path, kind, optional }] of Object.entries(fields)) {
    const value = valueAt(from, path);
    const isAbsent = value === undefined || value === null;
    const read = isAbsent ? undefined : kinds[kind](value);
    if (read === undefined && !(isAbsent && optional))
      return { drift: `${path.join(".")} is ${isAbsent ? "missing" : `no ${kind}`}` };
    record[name] = read ?? null;
  }
  return { record };
}

export function valueAt(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    from,
  );
}
