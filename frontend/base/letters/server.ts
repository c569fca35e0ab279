import "server-only";
import type { NotificationsRouter } from "@softwhere/services/base/notifications/router";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

const service = (session: SignedInSession) => serviceClient<NotificationsRouter>("notifications", session);

const about = z.object({ kind: z.string().max(64), row: z.uuid() });
const letter = about.extend({ locale: z.enum(["fr", "en"]) });

/** Letters that people send to somebody outside about a row. */
export const lettersRouter = router({
  kinds: userProcedure.query(({ ctx }) => service(ctx.session).letterKinds.query()),
  preview: userProcedure.input(letter).query(({ ctx, input }) => service(ctx.session).letterPreview.query(input)),
  state: userProcedure.input(about).query(({ ctx, input }) => service(ctx.session).letterState.query(input)),
  send: userProcedure.input(letter).mutation(({ ctx, input }) => service(ctx.session).sendLetter.mutate(input)),
});
