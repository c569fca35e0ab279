import { redirect } from "next/navigation";
import { readSession } from "@/server/session";
import { signInAddress } from "@/server/wanted-address";

/** Where a page finds its session over: the cookie goes, the person signs in again. Ends nothing at the backend. */
export async function GET(request: Request): Promise<never> {
  const session = await readSession();
  session.destroy();
  redirect(signInAddress(new URL(request.url).searchParams.get("to")));
}
