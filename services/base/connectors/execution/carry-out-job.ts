import * as z from "zod";
import { defineJob, type Job, JobFailure } from "../../../platform/jobs/job.ts";
import type { Outcome } from "./carry-out.ts";

const input = z.object({ brand: z.uuid(), action: z.uuid() });

const rounds = 12;
/** The backend or the database may be away: an hour and more. */
const patience = { times: 10, wait: 5_000 };

/** An action until it is in a state that only others change: tried, waited, tried again. `attempt` may be repeated at any point. */
export function carryOutJob(
  attempt: (brand: string, action: string, round: number) => Promise<Outcome>,
): Job<z.infer<typeof input>> {
  return defineJob({
    name: "carry-out",
    label: { fr: "Action chez un fournisseur", en: "Action at a vendor" },
    input,
    about: ({ brand, action }) => ({ brand, row: { type: "sw_action", id: action } }),
    async run({ brand, action }, steps) {
      let why = "";
      for (let round = 1; round <= rounds; round += 1) {
        const outcome = await steps.run(`try ${round}`, () => attempt(brand, action, round), patience);
        if (outcome.kind === "ended") return outcome.status;
        why = outcome.why;
        await steps.sleep(outcome.milliseconds);
      }
      throw new JobFailure("gave_up", why);
    },
  });
}
