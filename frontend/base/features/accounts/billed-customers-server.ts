import "server-only";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { businessDay } from "@softwhere/services/platform/day";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { connected } from "@/base/connections/connected-server";
import { router, userProcedure } from "@/server/trpc/init";

/** How far the making of a billed customer is. */
export interface BilledCustomerAction {
  readonly id: string;
  readonly billingSiteId: string;
  readonly status: string;
  readonly version: number;
  /** Why it is held or was rejected, in the words of whoever said so. */
  readonly reason: string | null;
  /** A moment, ISO. */
  readonly nextAttemptAt: string | null;
}

const operation = "create_customer";

/** Customers in the billing system: made by an action per billing site, which a connector carries out. */
export const billedCustomersRouter = router({
  ofAccount: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const [connections, actions] = await Promise.all([
      connected(ctx.session),
      ctx.backend.listAll("sw_action", () =>
        new DrupalJsonApiParams()
          .addFields("sw_action--sw_action", ["status", "reason", "next_attempt_at", "version", "billing_site"])
          .addFilter("account.id", input.accountId)
          .addFilter("capability", "billing")
          .addFilter("operation", operation)
          .addSort("created"),
      ),
    ]);
    return {
      billing: connections.find(({ capability }) => capability === "billing") ?? null,
      actions: actions.map(
        ({ id, status, reason, next_attempt_at, version, billing_site }): BilledCustomerAction => ({
          id,
          billingSiteId: billing_site?.id ?? "",
          status: status ?? "ready",
          version: version ?? 1,
          reason: reason ?? null,
          nextAttemptAt: next_attempt_at ?? null,
        }),
      ),
    };
  }),

  /** Asked twice it is one action: the key is the billing site's. */
  create: userProcedure
    .input(z.object({ accountId: z.uuid(), billingSiteId: z.uuid() }))
    .mutation(async ({ ctx, input: { accountId, billingSiteId } }) => {
      const to = (type: "sw_account" | "sw_billing_site", id: string) => ({ data: { type: `${type}--${type}`, id } });
      const { timeZone } = await ctx.viewer();
      try {
        await ctx.backend.create("sw_action", {
          type: "sw_action--sw_action",
          id: crypto.randomUUID(),
          attributes: {
            capability: "billing",
            operation,
            idempotency_key: `customer/${billingSiteId}`,
            planned_on: businessDay(new Date(), timeZone),
          },
          relationships: { account: to("sw_account", accountId), billing_site: to("sw_billing_site", billingSiteId) },
        });
      } catch (error) {
        const isThere = error instanceof BackendError && error.errors.some(({ code }) => code === "not_unique");
        if (!isThere) throw error;
      }
    }),
});
