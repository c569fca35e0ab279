import "server-only";
import * as z from "zod";
import { env } from "../env";
import { addressOf } from "./client";
import type { SignedInSession } from "../session";
import { BackendUnreachable } from "@softwhere/services/platform/backend/errors";

const loginDocument = z.object({ csrf_token: z.string(), logout_token: z.string() });
const entryPoint = z.looseObject({
  meta: z.looseObject({ links: z.looseObject({ me: z.looseObject({ meta: z.looseObject({ id: z.string() }) }) }) }),
});

export type SignInResult =
  | { kind: "signed-in"; session: SignedInSession }
  | { kind: "refused"; reason: "credentials" | "too-many" };

/**
 * Opens a session at the backend with the user's own name and password. The address lets the backend's flood control tell people apart, and what the
 * browser calls itself lets the person know the session again.
 */
export async function signIn(name: string, pass: string, browser: Headers): Promise<SignInResult> {
  const base = env().SW_BACKEND_URL;
  const clientAddress = addressOf(browser);
  const response = await fetch(`${base}/user/login?_format=json`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "User-Agent": browser.get("user-agent") ?? "",
      ...(clientAddress ? { "X-Forwarded-For": clientAddress } : {}),
    },
    body: JSON.stringify({ name, pass }),
    cache: "no-store",
  }).catch((cause: unknown) => {
    throw new BackendUnreachable("The backend does not answer.", { cause });
  });
  if (!response.ok) {
    if (response.status >= 500) throw new BackendUnreachable(`The backend answered ${response.status}.`);
    return { kind: "refused", reason: response.status === 403 || response.status === 429 ? "too-many" : "credentials" };
  }
  const { csrf_token, logout_token } = loginDocument.parse(await response.json());
  const backendCookie = response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
  const me = await fetch(`${base}/jsonapi`, { headers: { Cookie: backendCookie }, cache: "no-store" });
  const userId = entryPoint.parse(await me.json()).meta.links.me.meta.id;
  return { kind: "signed-in", session: { backendCookie, csrfToken: csrf_token, logoutToken: logout_token, userId } };
}
