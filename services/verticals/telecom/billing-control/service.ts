import * as z from "zod";
import { defineService } from "../../../platform/service/define-service.ts";
import { BillingControl } from "./billing-control.ts";
import { maxFileBytes } from "./contract.ts";
import { MonthChecks } from "./month/month-checks.ts";
import { monthJob } from "./month/month-job.ts";
import { MonthRuns, tables } from "./month/month-runs.ts";
import { billingControlRouter } from "./router.ts";

export const billingControl = defineService({
  name: "billing-control",
  env: z.object({}),
  router: billingControlRouter,
  // Base64 and the words around it.
  largestCall: Math.ceil(maxFileBytes * 1.4) + 100_000,
  tables,
  create(platform) {
    const runs = new MonthRuns(platform.db);
    const control = new BillingControl();
    const months = new MonthChecks(runs, (input) => platform.startJob("month", input, input.run));
    return { calls: { control, months }, jobs: [monthJob(platform, runs)], stop: () => control.close() };
  },
});
