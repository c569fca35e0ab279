import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { TableAnswer } from "../read/table/contract.ts";
import type { Invoice } from "../invoice.ts";
import { readSuppliersFile } from "../read/read-file.ts";
import type { RememberedLayout } from "../read/table/read-table.ts";

export const demo = readFileSync(new URL("../../../../../docs/demo/orange-2610-884120.csv", import.meta.url), "utf8")
  .replace(/^\ufeff/, "")
  .split(/\r?\n/)
  .slice(0, 9);
export const [header = ""] = demo;
export const plain = demo.join("\n");
export const cellsOf = (line: string) => line.split(";");
export const rows = demo.map(cellsOf);
export const at = (name: string) => cellsOf(header).indexOf(name);

export type Content = string | Uint8Array;
interface Options {
  readonly fileName?: string;
  readonly answers?: readonly TableAnswer[];
  readonly remembered?: readonly RememberedLayout[];
}

export const read = (content: Content, { fileName = "detail.csv", ...said }: Options = {}) =>
  readSuppliersFile({
    bytes: typeof content === "string" ? new Uint8Array(Buffer.from(content)) : content,
    fileName,
    ...said,
  });

export async function documentsOf(content: Content, options?: Options) {
  const { documents } = await read(content, options);
  return documents.map(({ result }) => result);
}

/** The only invoice of a file. */
export async function invoiceOf(content: Content, options?: Options): Promise<Invoice> {
  const [result, ...others] = await documentsOf(content, options);
  expect(others).toEqual([]);
  if (result?.kind !== "invoice") throw new Error(JSON.stringify(result));
  return result.invoice;
}

export async function warningsOf(content: Content, options?: Options) {
  const [result] = await documentsOf(content, options);
  return result?.kind === "invoice" ? (result.warnings ?? []) : result;
}

export async function problemsOf(content: Content, options?: Options) {
  const [result] = await documentsOf(content, options);
  return result?.kind === "rejected" ? result.problems : result;
}

export async function questionsOf(content: Content, options?: Options) {
  const { documents, tables } = await read(content, options);
  expect(documents.map(({ result }) => result.kind)).toEqual(["needs-mapping"]);
  return tables[0]?.questions;
}

export const expected = await invoiceOf(plain);

/** Every row with a column's cell written another way. */
export const written = (name: string, write: (cell: string, row: number) => string): string =>
  rows
    .map((cells, row) =>
      cells.map((cell, column) => (row > 0 && column === at(name) ? write(cell, row) : cell)).join(";"),
    )
    .join("\n");
export const without = (...names: string[]): string[][] =>
  rows.map((cells) => cells.filter((_, column) => !names.some((name) => at(name) === column)));
export const csv = (cells: readonly (readonly string[])[], separator = ";"): string =>
  cells.map((row) => row.join(separator)).join("\n");
