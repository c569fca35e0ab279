import "server-only";
import { BackendClient } from "@softwhere/services/platform/backend/client";
import { env } from "../env";
import type { SignedInSession } from "../session";

/** The backend as the signed-in user sees it, for one request. `headers` are those of the person's own request. */
export function backendOf(
  session: Pick<SignedInSession, "backendCookie" | "csrfToken">,
  requestId: string,
  headers: Headers,
  undoes?: string,
): BackendClient {
  return new BackendClient({
    baseUrl: env().SW_BACKEND_URL,
    cookie: session.backendCookie,
    csrfToken: session.csrfToken,
    requestId,
    clientAddress: addressOf(headers),
    ...(undoes && { undoes }),
  });
}

/** The person's address; `trust-proxy.mjs` has made it the only one in the header. */
export function addressOf(headers: Headers): string | undefined {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || undefined;
}
