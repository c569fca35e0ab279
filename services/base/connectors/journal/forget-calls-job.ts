import * as z from "zod";
import { defineJob, type Job } from "../../../platform/jobs/job.ts";
import type { Calls } from "./calls.ts";

const input = z.object({ at: z.iso.datetime() });
const mostRounds = 200;

/** Every night, and when a host starts: calls that are too old go, some at a time. */
export function forgetCallsJob(calls: Pick<Calls, "forget">): Job<z.infer<typeof input>> {
  return defineJob({
    name: "forget-calls",
    label: { fr: "Journal des appels : fin de conservation", en: "Journal of calls: end of retention" },
    input,
    schedule: { cron: "20 2 * * *", input: (at) => ({ at: at.toISOString() }) },
    async run({ at }, steps) {
      for (let round = 1; round <= mostRounds; round += 1) {
        const more = await steps.run(`round ${round}`, () => calls.forget(new Date(at)), { times: 5, wait: 10_000 });
        if (!more) return;
      }
    },
  });
}
