import * as z from "zod";
import { brandSettings } from "../../../../platform/backend/brand-settings.ts";
import { businessDay } from "../../../../platform/day.ts";
import { defineJob } from "../../../../platform/jobs/job.ts";
import { defineService } from "../../../../platform/service/define-service.ts";
import { runDay } from "./run-day.ts";

/** Carries out, every hour and when a host starts, what is due: midnight is one of the hours wherever a brand is. */
export const lineSchedule = defineService({
  name: "line-schedule",
  env: z.object({}),
  create(platform) {
    const { log, accounts } = platform;
    let lastRound: { readonly at: string } | null = null;
    const brandDay = defineJob({
      name: "brand-day",
      input: z.object({ brand: z.uuid(), at: z.iso.datetime() }),
      run: ({ brand, at }, steps) =>
        steps.run(
          "day",
          async () => {
            try {
              const client = await accounts.client(brand, "scheduler", "line-schedule");
              const { timeZone, modules } = await brandSettings(client, brand);
              if (!modules.includes("sw_telecom")) return null;
              const day = businessDay(new Date(at), timeZone);
              const report = await runDay({ client: (run) => accounts.client(brand, "scheduler", run), day, log });
              log.info({ brand, day, ...report }, "day done");
              return report;
            } catch (error) {
              accounts.expire(brand, "scheduler");
              throw error;
            }
          },
          { times: 6, wait: 60_000 },
        ),
    });
    const round = defineJob({
      name: "round",
      input: z.object({ at: z.iso.datetime() }),
      schedule: { cron: "0 * * * *", input: (at) => ({ at: at.toISOString() }) },
      // A job for each brand: one that fails keeps no other waiting.
      async run({ at }, steps) {
        const brands = await steps.run("brands", () => platform.brands(), { times: 5, wait: 5_000 });
        for (const brand of brands) await platform.startJob("brand-day", { brand, at }, `${brand}/${at}`);
        lastRound = { at };
      },
    });
    return { jobs: [round, brandDay], health: () => ({ lastRound }) };
  },
});
