import { Readable } from "node:stream";
import { sql } from "kysely";
import type { RequestContext } from "../context/request-context.ts";
import { securityHeaders } from "../response/answer.ts";

/** A private file for a viewer who may see it; undefined: it doesn't exist for them. */
export async function download(context: RequestContext, path: string): Promise<Response | undefined> {
  const { backend, scope } = context;
  if (path.includes("\0")) return undefined;
  const type = backend.types.file;
  const found = await sql<{ uuid: string; name: string; mime: string; size: number }>`
    SELECT b.uuid, b.f_filename AS name, b.f_filemime AS mime, b.f_filesize AS size FROM ${sql.table(type.table)} AS b
    WHERE b.f_uri = ${path} AND ${scope.visible(type, "b")} LIMIT 1`.execute(backend.db);
  const file = found.rows[0];
  if (!file) return undefined;
  const body = Readable.toWeb(backend.files.read(file.uuid));
  return new Response(webBody(body), {
    headers: {
      ...securityHeaders,
      "Content-Type": file.mime,
      "Content-Length": String(file.size),
      "Cache-Control": "private, no-store",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      // A stored SVG or XML must not run as a page of this site.
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    },
  });
}

// Node's and the DOM's stream types describe the same object.
function webBody(stream: ReturnType<typeof Readable.toWeb>): ReadableStream<Uint8Array> {
  return stream as unknown as ReadableStream<Uint8Array>;
}
