import "server-only";
import { randomUUID } from "node:crypto";
import { TRPCClientError } from "@trpc/client";
import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";
import { backendOf } from "../drupal/client";
import { BackendError, BackendUnreachable, statusOf } from "@softwhere/services/platform/backend/errors";
import { todayOf, Viewers } from "@softwhere/services/platform/backend/viewers";
import { isSignedIn, readSession } from "../session";

const viewers = new Viewers();

export interface Context {
  readonly headers: Headers;
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    // What the backend says of its own errors may name fields, never internals; anything else stays a code.
    const backend =
      error.cause instanceof BackendError
        ? error.cause.errors.map(({ detail, code, source }) => ({ detail, code, pointer: source?.pointer }))
        : [];
    return {
      ...shape,
      message: error.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, backend },
    };
  },
});

export const router = t.router;
export const publicProcedure = t.procedure;

const backendErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) {
    const { cause } = result.error;
    if (cause instanceof BackendUnreachable) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause });
    if (cause instanceof BackendError) throw new TRPCError({ code: codeOf(cause.status), cause });
    // A service's own code stays; where it didn't answer there is none.
    if (cause instanceof TRPCClientError) throw new TRPCError({ code: serviceCode(cause.data), cause });
    const status = statusOf(cause);
    if (status) throw new TRPCError({ code: codeOf(status), cause });
  }
  return result;
});

/** A procedure that acts at the backend as the signed-in user. */
export const userProcedure = t.procedure.use(backendErrors).use(async ({ ctx, next }) => {
  const session = await readSession();
  if (!isSignedIn(session)) throw new TRPCError({ code: "UNAUTHORIZED" });
  const requestId = randomUUID();
  const signedIn = session;
  const backend = backendOf(signedIn, requestId, ctx.headers);
  const result = await next({
    ctx: {
      session: signedIn,
      requestId,
      backend,
      /** Who asks and where their brand's days begin, as known for some seconds. */
      viewer: () => viewers.of(signedIn.backendCookie, backend),
      /** The calendar day where the person's brand is. */
      today: async () => todayOf(await viewers.of(signedIn.backendCookie, backend)),
      /** The backend under a request id that groups several calls, such as the parts of one bulk change; `undoes` where they take another one back. */
      backendFor: (group: string, undoes?: string) => backendOf(signedIn, group, ctx.headers, undoes),
    },
  });
  // An ended session answers 403 like a missing right does; only the backend knows which of the two it is.
  if (!result.ok && statusOf(result.error.cause) === 403 && !(await backend.isSignedIn()))
    throw new TRPCError({ code: "UNAUTHORIZED" });
  return result;
});

type ErrorCode = ConstructorParameters<typeof TRPCError>[0]["code"];

function codeOf(status: number): ErrorCode {
  const codes: Record<number, ErrorCode> = {
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    409: "CONFLICT",
    413: "PAYLOAD_TOO_LARGE",
    415: "BAD_REQUEST",
    422: "UNPROCESSABLE_CONTENT",
    429: "TOO_MANY_REQUESTS",
    503: "SERVICE_UNAVAILABLE",
  };
  return codes[status] ?? (status >= 500 ? "BAD_GATEWAY" : "BAD_REQUEST");
}

const serviceFailure = z.object({
  code: z.enum([
    "UNAUTHORIZED",
    "FORBIDDEN",
    "NOT_FOUND",
    "CONFLICT",
    "BAD_REQUEST",
    "UNPROCESSABLE_CONTENT",
    "PAYLOAD_TOO_LARGE",
    "SERVICE_UNAVAILABLE",
  ]),
});

function serviceCode(data: unknown): ErrorCode {
  const known = serviceFailure.safeParse(data);
  return known.success ? known.data.code : "SERVICE_UNAVAILABLE";
}
