/** How a field of ours is read from a vendor's answer: where it lies, what it has to be, and whether it may be missing. */
export interface FieldReading {
  readonly path: readonly string[];
  readonly optional: boolean;
  readonly read: (value: unknown) => VendorValue | undefined | { readonly drift: string };
  readonly kind: string;
}

/** What a file has besides its fields: words of the vendor's for words of ours, and records that lie in others. */
export interface FieldNames {
  readonly words?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Given when it is read: a record may be described after the one that it lies in. */
  readonly fieldsOf?: (record: string) => Readonly<Record<string, FieldReading>> | undefined;
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
  /** A day of the calendar, of itself or of a moment. */
  day: (value: unknown) =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) && !Number.isNaN(Date.parse(value))
      ? value.slice(0, 10)
      : undefined,
  yes: (value: unknown) => (typeof value === "boolean" ? (value ? "yes" : "no") : undefined),
  texts: (value: unknown) =>
    Array.isArray(value) && value.every((one) => typeof one === "string") ? (value as string[]) : undefined,
} as const;

/**
 * `billing_address.city text?`: path, kind, and a mark where it may be missing or null. Besides the kinds there are the file's words (`status
 * word.state`: ours for the vendor's; `known.cause`: nothing where it is none of them) and lists of its records (`steps list.step`).
 */
export function readingOf(text: string, place: string, names: FieldNames = {}): FieldReading {
  const match = /^([a-z0-9_]+(?:\.[a-z0-9_]+)*) ([a-z]+(?:\.[a-z_]+)?)(\?)?$/i.exec(text);
  const kind = match?.[2] ?? "";
  const read = readerOf(kind, names);
  if (!match || !read) throw new Error(`Vendor: ${place}: “${text}” is no path and kind`);
  return { path: (match[1] ?? "").split("."), kind, read, optional: match[3] !== undefined };
}

function readerOf(kind: string, { words, fieldsOf }: FieldNames): FieldReading["read"] | undefined {
  if (Object.hasOwn(kinds, kind)) return kinds[kind as keyof typeof kinds];
  const [of, name = ""] = kind.split(".");
  const known = of === "word" || of === "known" ? words?.[name] : undefined;
  if (known) {
    const ours = new Map(Object.entries(known).flatMap(([word, theirs]) => theirs.map((one) => [one, word])));
    const unknown = of === "known" ? "" : undefined;
    return (value) => (typeof value === "string" ? (ours.get(value) ?? unknown) : undefined);
  }
  if (of !== "list" || !fieldsOf) return undefined;
  return (value) => {
    const fields = fieldsOf(name);
    if (!Array.isArray(value) || !fields) return undefined;
    const records: VendorRecord[] = [];
    for (const one of value) {
      const read = readRecord(one, fields);
      if ("drift" in read) return read;
      records.push(read.record);
    }
    return records;
  };
}

export type VendorValue = string | readonly string[] | readonly VendorRecord[];
export interface VendorRecord {
  readonly [field: string]: VendorValue | null;
}

/** What a vendor says in our words; else the first place that isn't what it was. */
export function readRecord(
  from: unknown,
  fields: Readonly<Record<string, FieldReading>>,
): { readonly record: VendorRecord } | { readonly drift: string } {
  const record: Record<string, VendorValue | null> = {};
  for (const [name, { path, kind, read, optional }] of Object.entries(fields)) {
    const value = valueAt(from, path);
    // A cell of a table is never missing: it is empty.
    const isAbsent = value === undefined || value === null || (optional && value === "");
    const found = isAbsent ? undefined : read(value);
    if (typeof found === "object" && "drift" in found) return { drift: `${path.join(".")}: ${found.drift}` };
    if (found === undefined && !(isAbsent && optional))
      return { drift: `${path.join(".")} is ${isAbsent ? "missing" : `no ${kind}`}` };
    record[name] = found ?? null;
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
