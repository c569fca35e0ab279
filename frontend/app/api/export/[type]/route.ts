import { exportList, readExportRequest } from "@/base/records/export";
import { isForeign } from "@/server/foreign-request";
import { isSignedIn, readSession } from "@/server/session";

type Parameters = { params: Promise<{ type: string }> };

/** A list as a file: CSV, or `as=xlsx`. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  return answer(request, (await params).type, new URL(request.url).searchParams);
}

/** The same for chosen rows, whose ids are too many for an address. */
export async function POST(request: Request, { params }: Parameters): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 });
  const query = new URL(request.url).searchParams;
  const ids = (await request.formData().catch(() => undefined))?.get("ids");
  if (typeof ids !== "string") return new Response(null, { status: 400 });
  query.set("ids", ids);
  return answer(request, (await params).type, query);
}

async function answer(request: Request, type: string, query: URLSearchParams): Promise<Response> {
  const session = await readSession();
  if (!isSignedIn(session)) return new Response(null, { status: 401 });
  const wanted = readExportRequest(type, query);
  if (!wanted) return new Response(null, { status: 400 });
  return exportList(wanted, query.get("as") === "xlsx" ? "xlsx" : "csv", request.headers);
}
