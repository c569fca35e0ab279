import * as z from "zod";
import { brandSettings } from "../../../../platform/backend/brand-settings.ts";
import { businessDay, startOfDay } from "../../../../platform/day.ts";
import { hourlyForEachBrand } from "../../../../platform/jobs/hourly.ts";
import type { Subscriber } from "../../../../platform/journal/follower.ts";
import { defineService } from "../../../../platform/service/define-service.ts";
import { marksOf } from "./changes.ts";
import { checkJob } from "./check-job.ts";
import { Marks, tables } from "./marks.ts";

/** The hour of a brand's day from which its night's control may run. */
const hour = 2;

/** Checks suppliers' invoices again every night, and after each import. */
export const invoiceCheck = defineService({
  name: "invoice-check",
  env: z.object({}),
  tables,
  create(platform) {
    const { accounts } = platform;
    const marks = new Marks(platform.db);
    const follows: Subscriber = {
      async follow(brand) {
        const { brandId, head } = brand;
        // What was there before is history: it was checked when it was imported.
        let sequence = (await marks.progress(brandId))?.sequence;
        if (sequence === undefined) {
          sequence = head;
          await marks.take(brandId, [], sequence);
        }
        for (;;) {
          const entries = await brand.entriesAfter(sequence);
          const last = entries.at(-1);
          if (!last) return undefined;
          sequence = last.sequence;
          const imported = entries.some(
            ({ subjectType, operation }) => subjectType === "sw_supplier_invoice" && operation === "create",
          );
          // Started before it is known to be read: twice is once, by its id.
          if (imported) await platform.startJob("check", { brand: brandId }, `${brandId}/${sequence}`);
          const found = entries.flatMap((entry) =>
            marksOf(entry).map((mark) => ({ ...mark, sequence: entry.sequence })),
          );
          await marks.take(brandId, found, sequence);
        }
      },
    };
    const hourly = hourlyForEachBrand(platform, {
      name: "night",
      label: { fr: "Contrôle de nuit", en: "Nightly control" },
      run: (brand, at) =>
        accounts.acting(brand, "scheduler", async (client) => {
          const { timeZone, modules } = await brandSettings(await client("night"), brand);
          const day = businessDay(at, timeZone);
          const begun = at.getTime() >= Date.parse(startOfDay(day, 0, timeZone)) + hour * 3_600_000;
          return modules.includes("sw_telecom") && begun ? day : null;
        }),
      // The first round of a brand's day from that hour on; a later one has the same id.
      next: (brand, day) =>
        day === null ? [] : [{ job: "check", input: { brand, park: true }, id: `${brand}/${day}` }],
    });
    return {
      follows,
      jobs: [...hourly, checkJob(platform, marks)],
      health: async () => ({ waiting: await marks.waiting() }),
    };
  },
});
