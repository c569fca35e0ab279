import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { brandSettings } from "../../platform/backend/brand-settings.ts";
import { callerWith } from "../../platform/service/caller.ts";
import { serviceProcedures } from "../../platform/service/procedures.ts";
import type { Administration, Administrator } from "./administration.ts";
import { deliveriesOf, deliveryName, endpointInput, endpointName } from "./contract.ts";
import { operations, typesFor } from "./event-types.ts";

export interface WebhookCalls {
  /** Undefined: this installation has no key to keep secrets with. */
  readonly administration: Administration | undefined;
}

const { router, procedure } = serviceProcedures<WebhookCalls>();

/** Whoever administers a brand, about that brand's addresses. */
const own = procedure.use(async ({ ctx, next }) => {
  const { brand, name, permissions } = await callerWith(ctx, "administer brand");
  const { administration } = ctx.service;
  if (!administration) throw new TRPCError({ code: "PRECONDITION_FAILED" });
  const { modules } = await brandSettings(ctx.backendFor(`webhooks-${randomUUID()}`), brand);
  const by: Administrator = { brand, name, permissions, modules };
  return next({ ctx: { administration, by } });
});

/** What another brand has is to nobody but that brand. */
function found<Answer>(answer: Answer | undefined | false): Answer {
  if (answer === undefined || answer === false) throw new TRPCError({ code: "NOT_FOUND" });
  return answer;
}

export const webhooksRouter = router({
  /** The addresses, and what one can be told of: types by name, and what happens to their rows. */
  list: own.query(async ({ ctx: { administration, by } }) => ({
    endpoints: await administration.given.endpoints.of(by.brand),
    types: typesFor(by.permissions, by.modules),
    operations,
    /** Addresses inside that are allowed: a stand-in on a local run. */
    inside: administration.given.inside,
  })),

  save: own
    .input(endpointInput)
    .mutation(async ({ ctx, input }) => found(await ctx.administration.save(ctx.by, input))),

  renew: own.input(endpointName).mutation(async ({ ctx, input }) => ({
    secret: found(await ctx.administration.renew(ctx.by.brand, input.id)),
  })),

  pause: own.input(endpointName).mutation(async ({ ctx, input }) => {
    found(await ctx.administration.setState(ctx.by.brand, input.id, "paused"));
  }),

  /** After a pause, and after it was disabled. */
  enable: own.input(endpointName).mutation(async ({ ctx, input }) => {
    found(await ctx.administration.setState(ctx.by.brand, input.id, "active"));
  }),

  remove: own.input(endpointName).mutation(async ({ ctx, input }) => {
    found(await ctx.administration.remove(ctx.by.brand, input.id));
  }),

  test: own.input(endpointName).mutation(async ({ ctx, input }) => ({
    id: found(await ctx.administration.test(ctx.by.brand, input.id)),
  })),

  deliveries: own
    .input(deliveriesOf)
    .query(({ ctx, input }) => ctx.administration.given.deliveries.page(ctx.by.brand, input)),

  resend: own.input(deliveryName).mutation(async ({ ctx, input }) => {
    found(await ctx.administration.resend(ctx.by.brand, input.endpoint, input.id));
  }),
});

export type WebhooksRouter = typeof webhooksRouter;
