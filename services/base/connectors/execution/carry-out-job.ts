import * as z from "zod";
import { defineJob, type Job, JobFailure } from "../../../platform/jobs/job.ts";
import type { Outcome } from "./carry-out.ts";

/** `brief`: besides one that is at it already, and only until the vendor has been asked a few times. */
const input = z.object({ brand: z.uuid(), action: z.uuid(), brief: z.boolean().default(false) });

const rounds = 12;
const fewAsks = 5;
/** A vendor may be at it for months: asked every quarter of an hour, more than two of them. */
const longest = 6_000;
/** The backend or the database may be away: an hour and more. */
const patience = { times: 10, wait: 5_000 };

export interface Try {
  readonly brand: string;
  readonly action: string;
  /** Which try it is of those that came to nothing one after the other, from 1. */
  readonly round: number;
  /** How often the vendor said one after the other that it is at it. */
  readonly asked: number;
}

/** An action until it is in a state that only others change: tried, waited, tried again. `attempt` may be repeated at any point. */
export function carryOutJob(attempt: (which: Try) => Promise<Outcome>): Job<z.infer<typeof input>> {
  return defineJob({
    name: "carry-out",
    label: { fr: "Action chez un fournisseur", en: "Action at a vendor" },
    input,
    about: ({ brand, action }) => ({ brand, row: { type: "sw_action", id: action } }),
    async run({ brand, action, brief }, steps) {
      let [round, asked, why] = [1, 0, ""];
      for (let time = 1; round <= rounds && time <= longest; time += 1) {
        const which = { brand, action, round, asked };
        const outcome = await steps.run(`try ${time}`, () => attempt(which), patience);
        if (outcome.kind === "ended") return outcome.status;
        if (outcome.kind === "waiting") [round, asked] = [1, asked + 1];
        else [round, asked, why] = [round + 1, 0, outcome.why];
        if (brief && asked > fewAsks) return "followed";
        await steps.sleep(outcome.milliseconds);
      }
      throw new JobFailure("gave_up", why);
    },
  });
}
