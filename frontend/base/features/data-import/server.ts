import "server-only";
import { checkInput, readInput, rememberInput, writeInput } from "@softwhere/services/base/data-import/contract";
import type { DataImportRouter } from "@softwhere/services/base/data-import/router";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

const service = (session: SignedInSession) => serviceClient<DataImportRouter>("data-import", session);

export const dataImportRouter = router({
  kinds: userProcedure.query(({ ctx }) => service(ctx.session).kinds.query()),
  read: userProcedure.input(readInput).mutation(({ ctx, input }) => service(ctx.session).read.mutate(input)),
  check: userProcedure.input(checkInput).mutation(({ ctx, input }) => service(ctx.session).check.mutate(input)),
  write: userProcedure.input(writeInput).mutation(({ ctx, input }) => service(ctx.session).write.mutate(input)),
  remember: userProcedure
    .input(rememberInput)
    .mutation(({ ctx, input }) => service(ctx.session).remember.mutate(input)),
});
