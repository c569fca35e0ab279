import * as z from "zod";
import { brandSettings } from "../../../../platform/backend/brand-settings.ts";
import { businessDay } from "../../../../platform/day.ts";
import { hourlyForEachBrand } from "../../../../platform/jobs/hourly.ts";
import { defineService } from "../../../../platform/service/define-service.ts";
import { runDay } from "./run-day.ts";

/** Carries out, every hour and when a host starts, what is due: midnight is one of the hours wherever a brand is. */
export const lineSchedule = defineService({
  name: "line-schedule",
  env: z.object({}),
  create(platform) {
    const { log, accounts } = platform;
    let lastDone: string | null = null;
    const jobs = hourlyForEachBrand(platform, {
      name: "day",
      label: { fr: "Changements de ligne programmés", en: "Scheduled line changes" },
      run: (brand, at) =>
        accounts.acting(brand, "scheduler", async (client) => {
          const { timeZone, modules } = await brandSettings(await client("line-schedule"), brand);
          if (!modules.includes("sw_telecom")) return null;
          const day = businessDay(at, timeZone);
          const report = await runDay({ client, day, log });
          log.info({ brand, day, ...report }, "day done");
          lastDone = at.toISOString();
          return report;
        }),
    });
    return { jobs, health: () => ({ lastDone }) };
  },
});
