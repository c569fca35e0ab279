import { redirect } from "next/navigation";
import { readViewer } from "@/app/viewer";
import { isForeign } from "@/server/foreign-request";
import { readSession } from "@/server/session";
import { signInAddress } from "@/server/wanted-address";

/**
 * Where a page finds its session over: the cookie goes, the person signs in again. Ends nothing at the backend. A link on another site
 * leads here too, as one that is over does: only one that is over goes then.
 */
export async function GET(request: Request): Promise<never> {
  const wanted = new URL(request.url).searchParams.get("to");
  if (isForeign(request) && (await readViewer()) !== "ended") redirect("/");
  const session = await readSession();
  session.destroy();
  redirect(signInAddress(wanted));
}
