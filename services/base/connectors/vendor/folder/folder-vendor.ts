import * as z from "zod";
import type { FieldReading } from "../record.ts";
import { recordsOf } from "../vendor.ts";

const columns = z.record(z.string(), z.string());
const fileName = z.string().regex(/^[A-Za-z0-9_-]*(\{reference\}|\*)?[A-Za-z0-9_-]*\.csv$/);
const operation = z.union([
  /** Whether the folder is there and can be written to. */
  z.strictObject({ folder: z.literal(true) }),
  /** One file for each reference, which is written once; what is told of it is what `told` says. */
  z.strictObject({ write: fileName, columns, told: z.string() }),
  /**
   * All answers to a reference, read as one record: the newest value of each field. `files`: lists that lie in files of their own; `sent`: the file that
   * says that it was asked at all.
   */
  z.strictObject({
    read: fileName,
    by: z.string(),
    record: z.string(),
    lists: z.record(z.string(), z.string()).default({}),
    files: z.record(z.string(), z.strictObject({ read: fileName, by: z.string(), record: z.string() })).default({}),
    sent: fileName,
    unanswered: z.record(z.string(), z.string()),
  }),
  /** The rows of the newest of such files. */
  z.strictObject({ newest: fileName, record: z.string() }),
]);

/** A vendor that is spoken to by files in a folder, as data. Every key is explained in the README. */
const source = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string(),
  folder: z.strictObject({
    out: z.string().regex(/^[a-z0-9_-]+$/),
    in: z.string().regex(/^[a-z0-9_-]+$/),
    separator: z.enum([";", ",", "\t", "|"]),
  }),
  /** Of what is read. */
  limit: z.strictObject({ files: z.int().min(1), bytes: z.int().min(1), rows: z.int().min(1) }),
  operations: z.record(z.string(), operation),
  words: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  records: z.record(z.string(), z.record(z.string(), z.string())),
});

export type FolderOperation = z.infer<typeof operation>;
export interface FolderVendor extends Omit<z.infer<typeof source>, "records" | "words"> {
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldReading>>>>;
}

export const isFolderFile = (data: unknown): boolean => typeof data === "object" && data !== null && "folder" in data;

export function readFolderVendor(data: unknown): FolderVendor {
  const read = source.safeParse(data);
  if (!read.success)
    throw new Error(`Vendor: ${read.error.issues.map((one) => `${one.path.join(".")}: ${one.message}`).join("; ")}`);
  const { records, words, ...vendor } = read.data;
  const fields = recordsOf(vendor.name, records, words);
  for (const [name, one] of Object.entries(vendor.operations)) {
    const told = "write" in one && !Object.hasOwn(vendor.operations, one.told) ? one.told : undefined;
    if (told) throw new Error(`Vendor: ${vendor.name}.${name} tells of the unknown operation ${told}`);
    const named =
      "record" in one
        ? [
            one.record,
            ...("lists" in one
              ? [...Object.values(one.lists), ...Object.values(one.files).map(({ record }) => record)]
              : []),
          ]
        : [];
    const unknown = named.find((record) => !Object.hasOwn(fields, record));
    if (unknown) throw new Error(`Vendor: ${vendor.name}.${name} reads the unknown record ${unknown}`);
  }
  return { ...vendor, fields };
}
