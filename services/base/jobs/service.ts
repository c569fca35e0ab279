import * as z from "zod";
import { defineService } from "../../platform/service/define-service.ts";
import { FailedJobs } from "./failed-jobs.ts";
import { jobsRouter } from "./router.ts";

/** What failed in the background, for people to look into and repeat. */
export const jobs = defineService({
  name: "jobs",
  env: z.object({}),
  router: jobsRouter,
  create: ({ failedJobs }) => ({ calls: new FailedJobs(failedJobs) }),
});
