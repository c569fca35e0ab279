import { exportList, readExportRequest } from "@/base/records/export";
import { isSignedIn, readSession } from "@/server/session";

/** A list as a file: CSV, or `as=xlsx`. */
export async function GET(request: Request, { params }: { params: Promise<{ type: string }> }): Promise<Response> {
  const session = await readSession();
  if (!isSignedIn(session)) return new Response(null, { status: 401 });
  const { type } = await params;
  const query = new URL(request.url).searchParams;
  const wanted = readExportRequest(type, query);
  if (!wanted) return new Response(null, { status: 400 });
  return exportList(wanted, query.get("as") === "xlsx" ? "xlsx" : "csv", request.headers);
}
