import * as z from "zod";
import { contentDisposition } from "@/server/content-disposition";
import { backendOf } from "@/server/drupal/client";
import { isSignedIn, readSession } from "@/server/session";

const fileUri = z.looseObject({
  uri: z.looseObject({ url: z.string().regex(/^\/system\/files\//) }),
  filemime: z.string().nullish(),
  filename: z.string().nullish(),
});

/** A private file of the backend, for the signed-in user only. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const session = await readSession();
  if (!z.uuid().safeParse(id).success || !isSignedIn(session)) return new Response(null, { status: 404 });
  try {
    const backend = backendOf(session, "file", request.headers);
    const file = fileUri.parse(await backend.get("file", id));
    const content = await backend.download(file.uri.url);
    const mediaType = file.filemime ?? "application/octet-stream";
    return new Response(content.body, {
      headers: {
        "Content-Type": mediaType,
        "Content-Disposition": contentDisposition(mediaType, file.filename ?? "file"),
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}
