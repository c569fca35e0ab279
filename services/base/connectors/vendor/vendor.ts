import * as z from "zod";
import { type FieldNames, type FieldReading, readingOf } from "./record.ts";

const path = z.string().regex(/^\/[^\s?#]*$/);
/** Member, with dots for what lies deeper → what it is: a text with `=`, a number or a yes or no as it stands, else a value's name. */
const members = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));
const size = z.strictObject({ name: z.string(), value: z.int().min(1) });
const operation = z
  .strictObject({
    get: path.optional(),
    post: path.optional(),
    put: path.optional(),
    /** Name → template; what has no value is left out. */
    query: z.record(z.string(), z.string()).default({}),
    body: members.optional(),
    record: z.string(),
    pages: z.boolean().default(false),
    /** With a cursor these parameters are not sent again. */
    first: z.array(z.string()).default([]),
    /** Statuses that say that what is asked for is no longer kept. */
    too_old: z.array(z.int()).default([]),
  })
  .refine(({ get, post, put }) => [get, post, put].filter(Boolean).length === 1, "one of get, post, put");

/** How a vendor proves that a message is its own: `platform/webhooks/signatures.ts`. */
const scheme = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("standard") }),
  z.strictObject({
    kind: z.literal("hmac"),
    header: z.string(),
    algorithm: z.enum(["sha256", "sha512", "sha1"]),
    encoding: z.enum(["hex", "base64"]),
    prefix: z.string().optional(),
    timestampHeader: z.string().optional(),
    idHeader: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("bearer"), idHeader: z.string().optional() }),
]);

/** A vendor as data. Every key is explained in the README. */
const source = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string(),
  /** Absent: each of its customers has it at an address of their own. */
  origin: z.url().optional(),
  auth: z.union([
    z.literal("bearer"),
    z.strictObject({ header: z.string().regex(/^[a-z][a-z-]*$/) }),
    z.strictObject({ client_credentials: path }),
  ]),
  limit: z.strictObject({ requests: z.int().min(1), seconds: z.number().positive() }),
  busy: z.strictObject({ status: z.array(z.int()).min(1), after: z.string() }),
  errors: z.strictObject({ text: z.array(z.string()).min(1) }),
  pages: z.union([
    z.strictObject({ cursor: z.string(), size, items: z.string(), next: z.string(), more: z.string() }),
    z.strictObject({ skip: z.string(), size, items: z.string() }),
  ]),
  journal: z.strictObject({ keep: z.array(z.string()) }).default({ keep: [] }),
  /** What it writes to us: how it is signed, and where the order's number lies. */
  webhooks: z.strictObject({ signed: scheme, order: z.string() }).optional(),
  operations: z.record(z.string(), operation),
  /** What lies in lists of bodies. */
  bodies: z.record(z.string(), members).default({}),
  /** Kind → our word → the vendor's. */
  words: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  records: z.record(z.string(), z.record(z.string(), z.string())),
});

export type BodyMembers = z.infer<typeof members>;

export interface VendorOperation extends z.infer<typeof operation> {
  readonly method: "GET" | "POST" | "PUT";
  /** Done twice it is as done once. */
  readonly isHarmless: boolean;
  readonly path: string;
  readonly fields: Readonly<Record<string, FieldReading>>;
}

export interface Vendor extends Omit<z.infer<typeof source>, "operations" | "records" | "words"> {
  readonly operations: Readonly<Record<string, VendorOperation>>;
}

/** The records of a file, with the words and the other records that they read. */
export function recordsOf(
  vendor: string,
  records: Readonly<Record<string, Readonly<Record<string, string>>>>,
  words: NonNullable<FieldNames["words"]>,
): Readonly<Record<string, Readonly<Record<string, FieldReading>>>> {
  const all: Record<string, Readonly<Record<string, FieldReading>>> = {};
  const names: FieldNames = { words, fieldsOf: (record) => (Object.hasOwn(all, record) ? all[record] : undefined) };
  for (const [name, fields] of Object.entries(records))
    all[name] = Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [field, readingOf(text, `${vendor}.${name}.${field}`, names)]),
    );
  for (const [name, fields] of Object.entries(all))
    for (const [field, { kind }] of Object.entries(fields))
      if (kind.startsWith("list.") && !Object.hasOwn(all, kind.slice(5)))
        throw new Error(`Vendor: ${vendor}.${name}.${field} lists the unknown record ${kind.slice(5)}`);
  return all;
}

export function readVendor(data: unknown): Vendor {
  const read = source.safeParse(data);
  if (!read.success)
    throw new Error(`Vendor: ${read.error.issues.map((one) => `${one.path.join(".")}: ${one.message}`).join("; ")}`);
  const { records, operations, words, ...vendor } = read.data;
  const fieldsOf = recordsOf(vendor.name, records, words);
  return {
    ...vendor,
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, one]) => {
        const fields = fieldsOf[one.record];
        if (!fields) throw new Error(`Vendor: ${vendor.name}.${name} reads the unknown record ${one.record}`);
        const method = one.get ? "GET" : one.post ? "POST" : "PUT";
        return [
          name,
          { ...one, method, isHarmless: method === "GET", path: one.get ?? one.post ?? one.put ?? "", fields },
        ];
      }),
    ),
  };
}
