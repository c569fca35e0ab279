import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { BackendClient } from "../backend/client.ts";
import type { BackendSession } from "../backend/session-header.ts";
import { RequestLimit } from "../request-limit.ts";
import { BackendError, BackendUnreachable, statusOf } from "../backend/errors.ts";

/** The backend as the signed-in person sees it. `requestId` groups what the journal records, `cause` says why; a person's own doing without it. */
export type BackendFor = (requestId: string, cause?: "import") => BackendClient;

/** What a call of the console brings: the service's own parts, and the backend as the signed-in person sees it. */
export interface CallContext<Service> {
  readonly service: Service;
  /** Undefined where nobody is signed in, as is `backendFor`. */
  readonly session: BackendSession | undefined;
  readonly backendFor: BackendFor | undefined;
}

/** Calls of one person's session in a minute, all services together: ten a second is more than anybody types or clicks. */
export const callsPerMinute = 600;
const limit = new RequestLimit();

/** Router and procedure of a service whose calls act as the person who makes them. Backend failures become codes; nothing internal travels. */
export function serviceProcedures<Service>() {
  const t = initTRPC.context<CallContext<Service>>().create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: error.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus },
    }),
  });
  const procedure = t.procedure.use(async ({ ctx, next }) => {
    const { session, backendFor } = ctx;
    if (!session || !backendFor) throw new TRPCError({ code: "UNAUTHORIZED" });
    if (limit.count(session.cookie, callsPerMinute) !== undefined) throw new TRPCError({ code: "TOO_MANY_REQUESTS" });
    const result = await next({ ctx: { ...ctx, session, backendFor } });
    if (!result.ok) await translate(result.error.cause, backendFor);
    return result;
  });
  return { router: t.router, procedure };
}

const codes = {
  401: "UNAUTHORIZED",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
} as const;

async function translate(cause: unknown, backendFor: BackendFor): Promise<void> {
  if (cause instanceof BackendUnreachable) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause });
  const status = statusOf(cause);
  if (status === undefined) return;
  // An ended session answers 403 like a missing right does; only the backend knows which of the two it is.
  if (status === 403) {
    const signedIn = await backendFor("session-check").isSignedIn();
    throw new TRPCError({ code: signedIn ? "FORBIDDEN" : "UNAUTHORIZED", cause });
  }
  const code = codes[status as keyof typeof codes];
  if (code) throw new TRPCError({ code, cause });
  if (cause instanceof BackendError && status >= 500) throw new TRPCError({ code: "BAD_GATEWAY", cause });
}
