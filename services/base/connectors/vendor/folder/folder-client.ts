import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeText } from "../../../../platform/decode-text.ts";
import { failure, success } from "../../../../platform/result.ts";
import { readCells } from "../../../../platform/tables/read-csv.ts";
import { type Given, valuesOf } from "../ask.ts";
import type { Asks, Page } from "../asks.ts";
import type { VendorFailure, VendorResult } from "../failure.ts";
import { readRecord, type VendorRecord, type VendorValue } from "../record.ts";
import type { FolderOperation, FolderVendor } from "./folder-vendor.ts";
import { nameOf, PostBox, unless } from "./post-box.ts";

/** A connection's own folder below the installation's; undefined where none is given. */
export function folderOf(
  { name }: Pick<FolderVendor, "name">,
  origin: string | undefined,
  owner: readonly string[],
): string | undefined {
  if (!origin?.startsWith("file:") || owner.length === 0) return undefined;
  if (owner.some((one) => !/^[A-Za-z0-9-]+$/.test(one))) throw new Error("A folder is named by ids");
  return join(fileURLToPath(origin), name, ...owner);
}

type Row = Readonly<Record<string, string>>;
type Reading = Extract<FolderOperation, { read: string }>;

/** Speaks to a vendor by CSV files in a folder that both sides see: orders go out, answers come in. */
export class FolderClient implements Asks {
  constructor(
    private readonly vendor: FolderVendor,
    private readonly folder: string | undefined,
  ) {}

  async one(name: string, given: Given = {}): Promise<VendorResult<VendorRecord>> {
    const operation = this.#operation(name);
    return this.#guarded(async (folder) => {
      const box = new PostBox(folder, this.vendor.folder.out);
      if ("folder" in operation) {
        await box.isThere();
        return success({ id: folder, name: this.vendor.label, registration: null });
      }
      if (!("write" in operation)) throw new Error(`${this.vendor.name}.${name} gives many`);
      const values = valuesOf(operation.columns, given);
      const { separator } = this.vendor.folder;
      const rows = [values.map(([column]) => column), values.map(([, value]) => value)];
      const text = rows.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join("");
      if (!(await box.send(nameOf(operation.write, referenceIn(given)), text)))
        return this.#fail("conflict", `${referenceIn(given)} was sent before with something else in it`);
      const told = await this.page(operation.told, given);
      const [first] = told.ok ? told.value.records : [];
      if (!told.ok) return told;
      return first ? success(first) : this.#fail("missing", `nothing was sent for ${referenceIn(given)}`);
    });
  }

  async page(name: string, given: Given = {}): Promise<VendorResult<Page>> {
    const operation = this.#operation(name);
    return this.#guarded(async (folder) => {
      if ("read" in operation) return this.#answers(folder, operation, referenceIn(given));
      if (!("newest" in operation)) throw new Error(`${this.vendor.name}.${name} gives one`);
      const rows = await this.#rows(folder, operation.newest, "newest");
      return "drift" in rows ? this.#fail("schema_drift", rows.drift) : this.#read(rows.rows, operation.record);
    });
  }

  async #answers(folder: string, operation: Reading, reference: string): Promise<VendorResult<Page>> {
    const { record, lists, by, unanswered } = operation;
    const rows = await this.#rows(folder, operation.read, "all");
    if ("drift" in rows) return this.#fail("schema_drift", rows.drift);
    const own = rows.rows.filter((row) => row[by] === reference);
    if (own.length === 0) {
      const box = new PostBox(folder, this.vendor.folder.out);
      const wasSent = await box.wasSent(nameOf(operation.sent, reference));
      return success({ records: wasSent ? [{ ...unanswered, reference }] : [] });
    }
    const all = this.#read(own, record);
    if (!all.ok) return all;
    // A later answer says what has changed, with the reason that it has: an older reason is none.
    const last = all.value.records.at(-1) ?? {};
    const merged: Record<string, VendorValue | null> = { ...last };
    for (const one of all.value.records)
      for (const [field, value] of Object.entries(one)) if (field !== "reason" && value !== null) merged[field] = value;
    for (const [field, item] of Object.entries(lists)) {
      const fields = this.vendor.fields[item] ?? {};
      const column = Object.values(fields)[0]?.path[0] ?? "";
      const items = this.#read(
        own.filter((row) => row[column]),
        item,
      );
      if (!items.ok) return items;
      merged[field] = items.value.records;
    }
    for (const [field, file] of Object.entries(operation.files)) {
      const listed = await this.#rows(folder, file.read, "all");
      if ("drift" in listed) return this.#fail("schema_drift", listed.drift);
      const items = this.#read(
        listed.rows.filter((row) => row[file.by] === reference),
        file.record,
      );
      if (!items.ok) return items;
      merged[field] = items.value.records;
    }
    return success({ records: [merged] });
  }

  #read(rows: readonly Row[], record: string): VendorResult<Page> {
    const records: VendorRecord[] = [];
    for (const row of rows) {
      const read = readRecord(row, this.vendor.fields[record] ?? {});
      if ("drift" in read) return this.#fail("schema_drift", read.drift);
      records.push(read.record);
    }
    return success({ records });
  }

  /** The rows of the files of a name, in the files' order: by their names, as a day in them sorts. */
  async #rows(
    folder: string,
    template: string,
    which: "all" | "newest",
  ): Promise<{ readonly rows: readonly Row[] } | { readonly drift: string }> {
    const { limit } = this.vendor;
    const place = join(folder, this.vendor.folder.in);
    const [start = "", end = ""] = template.split("*");
    const there = (await readdir(place, { withFileTypes: true }).catch(unless("ENOENT"))) ?? [];
    const names = there
      .filter((entry) => entry.isFile() && entry.name.startsWith(start) && entry.name.endsWith(end))
      .map(({ name }) => name)
      .sort();
    if (names.length > limit.files) return { drift: `${place} has more than ${limit.files} files` };
    const rows: Row[] = [];
    for (const name of which === "newest" ? names.slice(-1) : names) {
      const text = await contentOf(join(place, name), limit.bytes);
      if (text === undefined) return { drift: `${name} has more than ${limit.bytes} bytes, or is no text` };
      const [head = [], ...cells] = readCells(text, this.vendor.folder.separator) ?? [];
      for (const row of cells) {
        if (row.every((cell) => cell === "")) continue;
        if (row.length !== head.length)
          return { drift: `${name} has a row of ${row.length} cells, and ${head.length} columns` };
        rows.push(Object.fromEntries(head.map((column, index) => [column, row[index] ?? ""])));
        if (rows.length > limit.rows) return { drift: `${place} has more than ${limit.rows} rows` };
      }
    }
    return { rows };
  }

  #operation(name: string): FolderOperation {
    const operation = this.vendor.operations[name];
    if (!operation) throw new Error(`${this.vendor.name} has no operation ${name}`);
    return operation;
  }

  /** A disk that is away is a vendor that is away: what was begun is finished when it is asked again. */
  async #guarded<Value>(work: (folder: string) => Promise<VendorResult<Value>>): Promise<VendorResult<Value>> {
    if (this.folder === undefined) return this.#fail("unavailable", "it has no folder here");
    try {
      return await work(this.folder);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
      return this.#fail("unavailable", `its folder can't be used (${error.code})`);
    }
  }

  #fail(code: VendorFailure["code"], said: string): VendorResult<never> {
    return failure({ code, message: `${this.vendor.label}: ${said}` });
  }
}

const referenceIn = (given: Given): string => {
  const { reference } = given;
  if (typeof reference !== "string" || reference === "") throw new Error("A file needs a reference");
  return reference;
};

const cellOf = (text: string): string => `"${text.replace(/[\r\n]+/g, " ").replaceAll('"', '""')}"`;

/** Undefined: longer than that, or no text. */
async function contentOf(path: string, most: number): Promise<string | undefined> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(most + 1);
    let size = 0;
    for (let read = 1; read > 0 && size <= most; size += read)
      ({ bytesRead: read } = await file.read(buffer, size, buffer.length - size, null));
    return size > most ? undefined : decodeText(buffer.subarray(0, size));
  } finally {
    await file.close();
  }
}
