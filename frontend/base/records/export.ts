import "server-only";
import { cookies } from "next/headers";
import { businessDay } from "@softwhere/services/platform/day";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import * as z from "zod";
import { csvLine } from "@/base/format/csv-line";
import { makeFormat } from "@/base/format/format-text";
import { baseApi } from "@/base/api/router";
import { columnField, type RecordDescription } from "./description";
import { exportText, sheetCell } from "./export-cells";
import { fieldPath, recordFilter } from "./filters";
import type { RecordRow } from "./rows";

const request = z.object({
  type: z.string().regex(/^[a-z_]{1,64}$/),
  columns: z.array(fieldPath).min(1).max(40),
  filters: z.array(recordFilter).max(20),
  search: z.string().max(100),
  sort: z.union([z.literal(""), fieldPath, z.string().startsWith("-")]),
  ids: z.array(z.uuid()).max(10_000),
});

export type ExportRequest = z.infer<typeof request>;

export function readExportRequest(type: string, query: URLSearchParams): ExportRequest | undefined {
  try {
    const list = (name: string) => (query.get(name) ?? "").split(",").filter(Boolean);
    return request.parse({
      type,
      columns: list("columns"),
      filters: JSON.parse(query.get("filters") ?? "[]"),
      search: query.get("search") ?? "",
      sort: query.get("sort") ?? "",
      ids: list("ids"),
    });
  } catch {
    return undefined;
  }
}

const pageSize = 500;
/** A sheet is made in memory; whoever needs more rows takes CSV. */
const mostSheetRows = 100_000;

interface Export {
  readonly language: "fr" | "en";
  readonly today: string;
  readonly format: ReturnType<typeof makeFormat>;
  readonly description: RecordDescription;
  /** The wanted columns, without those the person may not see. */
  readonly columns: readonly string[];
  readonly labels: readonly string[];
  /** The rows, page by page as they are read. */
  readonly pages: AsyncGenerator<readonly RecordRow[]>;
}

/** A list as a file, for those who may export: the same rows, rights and words as on screen. */
export async function exportList(wanted: ExportRequest, as: "csv" | "xlsx", headers: Headers): Promise<Response> {
  const prepared = await prepare(wanted, headers);
  if (prepared instanceof Response) return prepared;
  const name = `${wanted.type.replace(/^sw_/, "")}-${prepared.today}.${as}`;
  const answer = (body: BodyInit, type: string) =>
    new Response(body, {
      headers: {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  if (as === "csv") return answer(csvStream(prepared), "text/csv; charset=utf-8");
  const sheet = await sheetOf(prepared);
  return sheet
    ? answer(new Uint8Array(sheet), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    : new Response(null, { status: 413 });
}

async function prepare(wanted: ExportRequest, headers: Headers): Promise<Export | Response> {
  const caller = baseApi.createCaller({ headers }).base;
  const language = (await cookies()).get("sw_locale")?.value === "en" ? "en" : "fr";
  const viewer = await caller.session.viewer().catch(() => undefined);
  if (!viewer?.permissions.includes("export")) return new Response(null, { status: 403 });
  const type = wanted.type as "sw_site";
  const description = await caller.records
    .describe({ type, paths: wanted.columns.filter((path) => path.includes(".")) })
    .catch(() => undefined);
  if (!description) return new Response(null, { status: 404 });
  const unknown = wanted.columns.filter((path) => !columnField(description, path));
  if (unknown.length > 0) return Response.json({ error: "unknown_columns", columns: unknown }, { status: 400 });
  const columns = wanted.columns.filter((path) => {
    const field = columnField(description, path);
    return field && !field.secret && (!field.viewPermission || viewer.permissions.includes(field.viewPermission));
  });
  const sort = wanted.sort ? { field: wanted.sort.replace(/^-/, ""), descending: wanted.sort.startsWith("-") } : null;
  const chosen = new Set(wanted.ids);
  const page = (offset: number) =>
    caller.records.list({
      type,
      columns,
      filters: wanted.filters,
      search: wanted.search,
      sort,
      offset,
      limit: pageSize,
    });
  // The first page before anything is answered, so that a refusal is a refusal and not half a file.
  const first = await page(0).catch((error: unknown) => error);
  if (first instanceof TRPCError) return new Response(null, { status: getHTTPStatusCodeFromError(first) });
  if (!Array.isArray(first)) throw first;
  async function* pages() {
    let found = 0;
    for (let offset = 0, rows: readonly RecordRow[] = first as RecordRow[]; ; rows = await page(offset)) {
      const kept = chosen.size > 0 ? rows.filter((row) => chosen.has(row.id)) : rows;
      yield kept;
      found += kept.length;
      offset += pageSize;
      if (rows.length < pageSize || found === chosen.size) return;
    }
  }
  return {
    language,
    today: businessDay(new Date(), viewer.brand?.timeZone),
    format: makeFormat(language, viewer.brand?.timeZone),
    description,
    columns,
    labels: columns.map((path) => columnField(description, path)?.label[language] ?? path),
    pages: pages(),
  };
}

function csvStream({ columns, description, format, labels, pages }: Export): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const fields = columns.map((path) => [path, columnField(description, path)] as const);
  const line = (row: RecordRow) =>
    csvLine(fields.map(([path, field]) => (field ? exportText(field, row.values[path], format) : "")));
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      // The mark lets spreadsheets read accents.
      controller.enqueue(encoder.encode(`\ufeff${csvLine([...labels])}`));
      for await (const rows of pages) controller.enqueue(encoder.encode(rows.map(line).join("")));
      controller.close();
    },
  });
}

/** Amounts, numbers and days as such, so that a spreadsheet can count with them; undefined where there are too many rows. */
async function sheetOf({ columns, description, format, labels, pages }: Export): Promise<Buffer | undefined> {
  const fields = columns.map((path) => [path, columnField(description, path)] as const);
  const sheet: SheetData = [labels.map((label) => ({ value: label, fontWeight: "bold" as const }))];
  for await (const rows of pages) {
    for (const row of rows) sheet.push(fields.map(([path, field]) => sheetCell(field, row.values[path], format)));
    if (sheet.length > mostSheetRows) return undefined;
  }
  return writeXlsxFile(sheet, {
    stickyRowsCount: 1,
    columns: columns.map((path) => ({
      width: ["string", "reference", "text"].includes(columnField(description, path)?.type ?? "") ? 24 : 14,
    })),
  }).toBuffer();
}
