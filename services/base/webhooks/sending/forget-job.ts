import * as z from "zod";
import { defineJob, type Job } from "../../../platform/jobs/job.ts";
import type { Deliveries } from "../store/deliveries.ts";

const input = z.object({ at: z.iso.datetime() });
const mostRounds = 500;

/** Every night, and when a host starts: deliveries that are too old go, some at a time. */
export function forgetDeliveriesJob(deliveries: Pick<Deliveries, "forget">): Job<z.infer<typeof input>> {
  return defineJob({
    name: "forget",
    label: { fr: "Webhooks : fin de conservation", en: "Webhooks: end of retention" },
    input,
    schedule: { cron: "40 2 * * *", input: (at) => ({ at: at.toISOString() }) },
    async run({ at }, steps) {
      for (let round = 1; round <= mostRounds; round += 1) {
        const hasMore = await steps.run(`round ${round}`, () => deliveries.forget(new Date(at)), {
          times: 5,
          wait: 10_000,
        });
        if (!hasMore) return;
      }
    },
  });
}
