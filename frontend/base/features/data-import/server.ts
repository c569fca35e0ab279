import "server-only";
import { checkInput, readInput, rememberInput, writeInput } from "@softwhere/services/data-import/contract";
import type { DataImportRouter } from "@softwhere/services/data-import/router";
import { encodeSession, sessionHeaderName } from "@softwhere/services/platform/backend/session-header";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { env } from "@/server/env";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

/** The data import service, acting with the signed-in user's own session: it can do what they can, no more. */
function service(session: Pick<SignedInSession, "backendCookie" | "csrfToken">) {
  const header = encodeSession({ cookie: session.backendCookie, csrfToken: session.csrfToken });
  return createTRPCClient<DataImportRouter>({
    links: [
      httpLink({
        url: `${env().SW_DATA_IMPORT_URL}/trpc/data-import`,
        transformer: superjson,
        headers: { [sessionHeaderName]: header },
      }),
    ],
  });
}

export const dataImportRouter = router({
  kinds: userProcedure.query(({ ctx }) => service(ctx.session).kinds.query()),
  read: userProcedure.input(readInput).mutation(({ ctx, input }) => service(ctx.session).read.mutate(input)),
  check: userProcedure.input(checkInput).mutation(({ ctx, input }) => service(ctx.session).check.mutate(input)),
  write: userProcedure.input(writeInput).mutation(({ ctx, input }) => service(ctx.session).write.mutate(input)),
  remember: userProcedure
    .input(rememberInput)
    .mutation(({ ctx, input }) => service(ctx.session).remember.mutate(input)),
});
