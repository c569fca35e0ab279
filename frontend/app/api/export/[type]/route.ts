import { exportCsv, readExportRequest } from "@/base/records/export";
import { isSignedIn, readSession } from "@/server/session";

/** A list as CSV, page after page as it is read: the same rows, rights and words as on screen. */
export async function GET(request: Request, { params }: { params: Promise<{ type: string }> }): Promise<Response> {
  const session = await readSession();
  if (!isSignedIn(session)) return new Response(null, { status: 401 });
  const { type } = await params;
  const wanted = readExportRequest(type, new URL(request.url).searchParams);
  if (!wanted) return new Response(null, { status: 400 });
  return exportCsv(wanted, request.headers);
}
