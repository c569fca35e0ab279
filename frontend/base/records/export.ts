import "server-only";
import { cookies } from "next/headers";
import * as z from "zod";
import { csvLine } from "@/base/format/csv-line";
import { makeFormat } from "@/base/format/format-text";
import { baseApi } from "@/base/api/router";
import { columnField } from "./description";
import { fieldPath, recordFilter } from "./filters";
import type { RecordRow } from "./server";
import { cellText } from "./value-text";

const request = z.object({
  type: z.string().regex(/^[a-z_]{1,64}$/),
  columns: z.array(fieldPath).min(1).max(40),
  filters: z.array(recordFilter).max(20),
  search: z.string().max(100),
  sort: z.union([z.literal(""), fieldPath, z.string().startsWith("-")]),
  ids: z.array(z.uuid()).max(5000),
});

export type ExportRequest = z.infer<typeof request>;

export function readExportRequest(type: string, query: URLSearchParams): ExportRequest | undefined {
  try {
    const list = (name: string) => (query.get(name) ?? "").split(",").filter(Boolean);
    return request.parse({ type, columns: list("columns"), filters: JSON.parse(query.get("filters") ?? "[]"), search: query.get("search") ?? "", sort: query.get("sort") ?? "", ids: list("ids") });
  } catch {
    return undefined;
  }
}

const pageSize = 500;

/** Needs the right to export; what the person may not see is in no column. */
export async function exportCsv(wanted: ExportRequest, headers: Headers): Promise<Response> {
  const caller = baseApi.createCaller({ headers }).base;
  const language = (await cookies()).get("sw_locale")?.value === "en" ? "en" : "fr";
  const format = makeFormat(language);
  const viewer = await caller.session.viewer().catch(() => undefined);
  if (!viewer?.permissions.includes("export")) return new Response(null, { status: 403 });
  const type = wanted.type as "sw_site";
  const description = await caller.records.describe({ type, paths: wanted.columns.filter((path) => path.includes(".")) }).catch(() => undefined);
  if (!description) return new Response(null, { status: 404 });
  const columns = wanted.columns.filter((path) => {
    const field = columnField(description, path);
    return field && !field.secret && (!field.viewPermission || viewer.permissions.includes(field.viewPermission));
  });
  const sort = wanted.sort ? { field: wanted.sort.replace(/^-/, ""), descending: wanted.sort.startsWith("-") } : null;
  const chosen = new Set(wanted.ids);
  const encoder = new TextEncoder();
  const line = (row: RecordRow) => csvLine(columns.map((path) => { const shown = cellText(description, path, row, format); return shown === "—" ? "" : shown; }));
  const page = (offset: number) => caller.records.list({ type, columns, filters: wanted.filters, search: wanted.search, sort, offset, limit: pageSize });
  // The first page before anything is answered, so that a refusal is a refusal and not half a file.
  const first = await page(0);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      // The mark lets spreadsheets read accents.
      controller.enqueue(encoder.encode(`\ufeff${csvLine(columns.map((path) => columnField(description, path)?.label[language] ?? path))}`));
      for (let offset = 0, rows = first; ; rows = await page(offset)) {
        const kept = chosen.size > 0 ? rows.filter((row) => chosen.has(row.id)) : rows;
        controller.enqueue(encoder.encode(kept.map(line).join("")));
        offset += pageSize;
        if (rows.length < pageSize) break;
      }
      controller.close();
    },
  });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${wanted.type.replace(/^sw_/, "")}-${day}.csv"`, "Cache-Control": "private, no-store" } });
}
