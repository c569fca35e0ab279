import "server-only";
import { BackendClient } from "@softwhere/services/platform/backend/client";
import { env } from "../env";
import type { SignedInSession } from "../session";

/** The backend as the signed-in user sees it, for one request. */
export function backendOf(session: Pick<SignedInSession, "backendCookie" | "csrfToken">, requestId: string): BackendClient {
  return new BackendClient({ baseUrl: env().SW_BACKEND_URL, cookie: session.backendCookie, csrfToken: session.csrfToken, requestId });
}
