import * as z from "zod";
import { brandSettings } from "../../../../platform/backend/brand-settings.ts";
import { businessDay } from "../../../../platform/day.ts";
import type { Subscriber } from "../../../../platform/journal/follower.ts";
import { defineService } from "../../../../platform/service/define-service.ts";
import { goOn } from "./go-on.ts";

/** Looked at again where something was refused: somebody else wrote it meanwhile, or has to put it right first. */
const afterRefusal = 15_000;

/**
 * Goes on with deployments that are undone, and begins with those of all or nothing that had something rejected. Nothing is kept in mind: what is left
 * to do is read from the actions each time, so that it goes on wherever a host died.
 */
export const deploymentUndoing = defineService({
  name: "undoing",
  env: z.object({}),
  create({ accounts, log }) {
    const seen = new Map<string, number>();
    /** Brands in which something was refused. */
    const unsettled = new Set<string>();
    const look = (brandId: string) =>
      accounts.acting(brandId, "scheduler", async (client) => {
        const { timeZone, modules } = await brandSettings(await client("undoing"), brandId);
        if (!modules.includes("sw_telecom")) return { written: 0, refused: 0 };
        return goOn(client, { brandId, today: businessDay(new Date(), timeZone) });
      });
    const follows: Subscriber = {
      async follow(brand) {
        const { brandId, head } = brand;
        const before = seen.get(brandId);
        if (before !== undefined && before < head) {
          const entries = await brand.entriesAfter(before);
          const last = entries.at(-1)?.sequence ?? head;
          if (!entries.some(({ subjectType }) => subjectType === "sw_action" || subjectType === "sw_deployment")) {
            seen.set(brandId, last);
            return last < head ? 1 : unsettled.has(brandId) ? afterRefusal : undefined;
          }
        }
        // Not known to be read before it was acted on: what fails, or dies, is looked at again.
        const { written, refused } = await look(brandId);
        seen.set(brandId, head);
        if (written > 0) log.info({ brand: brandId, written }, "undoing went on");
        if (refused > 0) log.warn({ brand: brandId, refused }, "undoing was refused, tried again");
        if (refused === 0) unsettled.delete(brandId);
        else unsettled.add(brandId);
        return refused > 0 ? afterRefusal : undefined;
      },
    };
    return { follows, health: () => ({ unsettled: unsettled.size }) };
  },
});
