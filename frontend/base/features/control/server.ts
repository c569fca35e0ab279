import "server-only";
import {
  claimInput,
  closeInput,
  creditInput,
  disputeInput,
  followUpInput,
  reopenInput,
} from "@softwhere/services/base/control/contract";
import type { ControlRouter } from "@softwhere/services/base/control/router";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

const service = (session: SignedInSession) => serviceClient<ControlRouter>("control", session);

export const controlRouter = router({
  dispute: userProcedure.input(disputeInput).mutation(({ ctx, input }) => service(ctx.session).dispute.mutate(input)),
  close: userProcedure.input(closeInput).mutation(({ ctx, input }) => service(ctx.session).close.mutate(input)),
  credit: userProcedure.input(creditInput).mutation(({ ctx, input }) => service(ctx.session).credit.mutate(input)),
  followUp: userProcedure
    .input(followUpInput)
    .mutation(({ ctx, input }) => service(ctx.session).followUp.mutate(input)),
  reopen: userProcedure.input(reopenInput).mutation(({ ctx, input }) => service(ctx.session).reopen.mutate(input)),
  claim: userProcedure.input(claimInput).mutation(({ ctx, input }) => service(ctx.session).claim.query(input)),
});
