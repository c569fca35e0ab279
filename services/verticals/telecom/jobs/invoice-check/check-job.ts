import * as z from "zod";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { BackendError } from "../../../../platform/backend/errors.ts";
import { brandSettings } from "../../../../platform/backend/brand-settings.ts";
import { addDays, businessDay } from "../../../../platform/day.ts";
import { defineJob } from "../../../../platform/jobs/job.ts";
import type { Platform } from "../../../../platform/service/define-service.ts";
import { recheckInvoice, recheckOptions } from "../../billing-control/import/recheck.ts";
import { runMonth } from "../../billing-control/month/check-month.ts";
import { importedMonths } from "../../billing-control/month/imported-months.ts";
import { affectedInvoices } from "./affected.ts";
import type { Marks } from "./marks.ts";

const often = { times: 6, wait: 10_000 };

/**
 * Checks again what may have another outcome now. Each invoice, and each part of a month, is a step: one that was checked is not checked again when the process dies, and
 * checking twice changes nothing. The marks go at the end, and not where an invoice could not be checked.
 */
export function checkJob({ accounts, alone, log }: Pick<Platform, "accounts" | "alone" | "log">, marks: Marks) {
  return defineJob({
    name: "check",
    label: { fr: "Contrôle automatique des factures", en: "Automatic control of invoices" },
    /** `park`: also the months' checks of the whole park, which cost by the park's size. */
    input: z.object({ brand: z.uuid(), park: z.boolean().default(false) }),
    about: ({ brand }) => ({ brand }),
    async run({ brand, park }, steps) {
      // One at a time for a brand, on whichever host, and nothing is marked meanwhile.
      type Client = (requestId: string) => Promise<BackendClient>;
      const step = <Answer>(name: string, work: (client: Client) => Promise<Answer>) =>
        steps.run(name, () => accounts.acting(brand, "scheduler", (client) => alone(brand, () => work(client))), often);
      const plan = await step("find", async (client) => {
        const now = new Date();
        const [waiting, progress] = await Promise.all([marks.of(brand), marks.progress(brand)]);
        const backend = await client("invoice-check");
        const { timeZone } = await brandSettings(backend, brand);
        const since = progress?.checkedUntil ?? now.toISOString();
        const today = businessDay(now, timeZone);
        const invoices = await affectedInvoices(backend, { marks: waiting, since, today });
        return {
          invoices,
          months: park ? await monthsOf(backend, invoices, today) : [],
          sequence: Math.max(0, ...waiting.map(({ sequence }) => sequence)),
          until: now.toISOString(),
        };
      });
      const sum = { invoices: plan.invoices.length, found: 0, changed: 0, closed: 0, refused: 0 };
      for (const invoice of plan.invoices) {
        const done = await step(invoice, async (client) => {
          const backend = await client(`check-${invoice}`);
          try {
            return (await recheckInvoice(backend, invoice, await recheckOptions(backend))) ?? null;
          } catch (error) {
            // Refused for what is stored, which no repetition changes: the others must not wait for it.
            if (!(error instanceof BackendError && error.status === 422)) throw error;
            log.error({ err: error, brand, invoice }, "invoice not checked again");
            return "refused" as const;
          }
        });
        if (done === "refused") sum.refused += 1;
        else {
          sum.found += done?.found ?? 0;
          sum.changed += done?.changed ?? 0;
          sum.closed += done?.closed ?? 0;
        }
      }
      for (const month of plan.months) {
        const { checks } = await runMonth(
          { month },
          { step: (name, work) => step(`${month} ${name}`, async (client) => work(await client(`check-${month}`))) },
        );
        for (const check of checks) {
          sum.found += check.found;
          sum.closed += check.closed;
        }
      }
      await step("finish", () => marks.finish(brand, plan.sequence, plan.until));
      log.info({ brand, ...sum }, "invoices checked again");
      return sum;
    },
  });
}

/** The month that is over, and those that these invoices bill. */
async function monthsOf(backend: BackendClient, invoices: readonly string[], today: string): Promise<string[]> {
  const over = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  return [...new Set([over, ...(await importedMonths(backend, invoices))])];
}
