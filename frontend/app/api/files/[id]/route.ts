import * as z from "zod";
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
    return new Response(content.body, {
      headers: {
        "Content-Type": file.filemime ?? "application/octet-stream",
        "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.filename ?? "file")}`,
        "Cache-Control": "private, max-age=300",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}
