import { redirect } from "next/navigation";
import { readSession } from "@/server/session";

/** Where a page finds its session over: the cookie goes, the person signs in again. Ends nothing at the backend. */
export async function GET(): Promise<never> {
  const session = await readSession();
  session.destroy();
  redirect("/login");
}
