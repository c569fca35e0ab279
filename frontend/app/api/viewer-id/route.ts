import { isSignedIn, readSession } from "@/server/session";

/** Id of the signed-in user, empty where nobody is. */
export async function GET(): Promise<Response> {
  const session = await readSession();
  return new Response(isSignedIn(session) ? session.userId : "", { headers: { "Cache-Control": "no-store" } });
}
