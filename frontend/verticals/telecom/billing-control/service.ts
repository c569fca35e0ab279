import "server-only";
import type { BillingControlRouter } from "@softwhere/services/billing-control/router";
import { encodeSession, sessionHeaderName } from "@softwhere/services/platform/backend/session-header";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { env } from "@/server/env";
import type { SignedInSession } from "@/server/session";

/** The billing-control service, acting with the signed-in user's own session: it can do what they can, no more. */
export function billingControlService(session: Pick<SignedInSession, "backendCookie" | "csrfToken">) {
  const header = encodeSession({ cookie: session.backendCookie, csrfToken: session.csrfToken });
  return createTRPCClient<BillingControlRouter>({
    links: [
      httpLink({
        url: `${env().SW_SERVICES_URL}/trpc/billing-control`,
        transformer: superjson,
        headers: { [sessionHeaderName]: header },
      }),
    ],
  });
}
