import "server-only";
import { letterInput, letterRow } from "@softwhere/services/base/notifications/contract";
import type { NotificationsRouter } from "@softwhere/services/base/notifications/router";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

const service = (session: SignedInSession) => serviceClient<NotificationsRouter>("notifications", session);

/** Letters that people send to somebody outside about a row. */
export const lettersRouter = router({
  kinds: userProcedure.query(({ ctx }) => service(ctx.session).letterKinds.query()),
  preview: userProcedure.input(letterInput).query(({ ctx, input }) => service(ctx.session).letterPreview.query(input)),
  state: userProcedure.input(letterRow).query(({ ctx, input }) => service(ctx.session).letterState.query(input)),
  send: userProcedure.input(letterInput).mutation(({ ctx, input }) => service(ctx.session).sendLetter.mutate(input)),
});
