import "server-only";
import type { JobsRouter } from "@softwhere/services/base/jobs/router";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import { router, userProcedure } from "@/server/trpc/init";

/** What failed in the background. The service asks the backend whose work the person may see. */
export const failedJobsRouter = router({
  list: userProcedure.query(({ ctx }) => serviceClient<JobsRouter>("jobs", ctx.session).failed.query()),
  repeat: userProcedure
    .input(z.object({ id: z.string().min(1).max(200) }))
    .mutation(({ ctx, input }) => serviceClient<JobsRouter>("jobs", ctx.session).repeat.mutate(input)),
});
