import * as z from "zod";
import { defineJob, type Job } from "../../../../platform/jobs/job.ts";
import type { Platform } from "../../../../platform/service/define-service.ts";
import { runMonth } from "./check-month.ts";
import { monthInput } from "./contract.ts";
import type { MonthRuns } from "./month-runs.ts";

const often = { times: 6, wait: 2_000 };

const input = monthInput.extend({ brand: z.uuid(), run: z.uuid(), rematch: z.boolean() });

/**
 * A check of a month that somebody asked for. It acts as the brand's scheduler, as the night's does: whoever asks has the rights to all that it
 * reads and writes. Each part is a step: what is done is not done again when the process dies, and a part that was cut off changes nothing twice.
 */
export function monthJob({ accounts }: Pick<Platform, "accounts">, runs: MonthRuns): Job<z.infer<typeof input>> {
  return defineJob({
    name: "month",
    label: { fr: "Contrôle d’un mois", en: "Check of a month" },
    input,
    about: ({ brand }) => ({ brand }),
    async run({ brand, run, month, rematch }, steps) {
      try {
        const report = await runMonth(
          { month, rematch },
          {
            step: (name, work) =>
              steps.run(
                name,
                async () => {
                  const since = await runs.begin(run, name);
                  return accounts.acting(brand, "scheduler", async (client) =>
                    work(await client(`month-${run}`), since),
                  );
                },
                often,
              ),
            progress: (lines, total) => runs.move(run, lines, total),
          },
        );
        await steps.run("end", () => runs.end(run, report), often);
        return report;
      } catch (error) {
        await steps.run("failed", () => runs.end(run, null), often);
        throw error;
      }
    },
  });
}
