import "server-only";
import { encodeSession, sessionHeaderName } from "@softwhere/services/platform/backend/session-header";
import { createTRPCClient, httpLink, type TRPCClient, type TRPCLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import superjson from "superjson";
import { env } from "./env";
import type { SignedInSession } from "./session";

/** A service, acting with the signed-in user's own session: it can do what they can, no more. */
export function serviceClient<Router extends AnyTRPCRouter>(
  name: string,
  session: Pick<SignedInSession, "backendCookie" | "csrfToken">,
): TRPCClient<Router> {
  const header = encodeSession({ cookie: session.backendCookie, csrfToken: session.csrfToken });
  const link: unknown = httpLink({
    url: `${env().SW_SERVICES_URL}/trpc/${name}`,
    transformer: superjson,
    headers: { [sessionHeaderName]: header },
  });
  // Every service's router has this transformer, which a type parameter can't say.
  return createTRPCClient<Router>({ links: [link as TRPCLink<Router>] });
}
