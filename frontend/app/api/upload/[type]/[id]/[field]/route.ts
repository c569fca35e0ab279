import { randomUUID } from "node:crypto";
import type { EntityTypeName } from "@softwhere/services/model/generated/entities";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import * as z from "zod";
import { keepVersion } from "@/base/features/documents/keep-version";
import { backendOf } from "@/server/drupal/client";
import { isForeign } from "@/server/foreign-request";
import { isSignedIn, readSession } from "@/server/session";

const sizeLimit = 20 * 1024 * 1024;

/** Puts the request's bytes into a record's file field, as the signed-in user. The backend decides what may be stored. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ type: string; id: string; field: string }> },
): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 });
  const { type, id, field } = await params;
  const session = await readSession();
  if (!isSignedIn(session)) return new Response(null, { status: 401 });
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const known = recordTypes[type]?.fields.some((one) => one.name === field && one.type === "file");
  if (!known || !z.uuid().safeParse(id).success || !name) return new Response(null, { status: 404 });
  if (Number(request.headers.get("content-length") ?? 0) > sizeLimit) return new Response(null, { status: 413 });
  const content = new Uint8Array(await request.arrayBuffer());
  if (content.byteLength > sizeLimit) return new Response(null, { status: 413 });
  // Before an earlier version is kept.
  if (content.byteLength === 0) return new Response("The file is empty.", { status: 422 });
  try {
    const backend = backendOf(session, `upload-${randomUUID()}`, request.headers);
    const kept = type === "sw_document" ? await keepVersion(backend, id) : undefined;
    try {
      await backend.upload(type as EntityTypeName, id, field, name, content);
    } catch (error) {
      // Nothing was replaced, so there is no earlier version either.
      if (kept && error instanceof BackendError)
        await backend
          .operate([{ op: "remove", ref: { type: "sw_document_version--sw_document_version", id: kept } }])
          .catch(() => undefined);
      throw error;
    }
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof BackendError)
      return new Response(error.errors[0]?.detail ?? "", {
        status: error.status >= 500 ? 502 : error.status,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
    return new Response(null, { status: 503 });
  }
}
