import "server-only";
import { connectionInput, connectionName } from "@softwhere/services/base/connectors/contract";
import { callName, callsOf } from "@softwhere/services/base/connectors/journal/contract";
import { acceptedMappings } from "@softwhere/services/base/connectors/mapping/contract";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import { router, userProcedure } from "@/server/trpc/init";

const connectors = (session: Parameters<typeof serviceClient>[1]) =>
  serviceClient<ConnectorsRouter>("connectors", session);

/** The brand's connections to vendors. The service asks the backend who may; a secret goes there and never comes back. */
export const connectionsRouter = router({
  list: userProcedure.query(({ ctx }) => connectors(ctx.session).list.query()),
  save: userProcedure.input(connectionInput).mutation(({ ctx, input }) => connectors(ctx.session).save.mutate(input)),
  test: userProcedure.input(connectionName).mutation(({ ctx, input }) => connectors(ctx.session).test.mutate(input)),
  remove: userProcedure
    .input(connectionName)
    .mutation(({ ctx, input }) => connectors(ctx.session).remove.mutate(input)),

  pause: userProcedure.input(connectionName).mutation(({ ctx, input }) => connectors(ctx.session).pause.mutate(input)),
  resume: userProcedure
    .input(connectionName)
    .mutation(({ ctx, input }) => connectors(ctx.session).resume.mutate(input)),

  /** Where the vendor writes to; the secret is in the answer, and never again. */
  renewWebhook: userProcedure
    .input(connectionName)
    .mutation(({ ctx, input }) => connectors(ctx.session).webhook.renew.mutate(input)),
  removeWebhook: userProcedure
    .input(connectionName)
    .mutation(({ ctx, input }) => connectors(ctx.session).webhook.remove.mutate(input)),
  /** Which customer of the billing system each billing site is. */
  mapping: router({
    open: userProcedure.query(({ ctx }) => connectors(ctx.session).mapping.open.query()),
    accept: userProcedure
      .input(acceptedMappings)
      .mutation(({ ctx, input }) => connectors(ctx.session).mapping.accept.mutate(input)),
  }),

  /** What was said to the vendor and answered, redacted: a page, then one call whole. */
  calls: router({
    page: userProcedure
      .input(callsOf.omit({ after: true }).extend({ cursor: z.uuid().nullish() }))
      .query(async ({ ctx, input: { cursor, ...asked } }) => {
        const page = await connectors(ctx.session).calls.page.query({ ...asked, ...(cursor && { after: cursor }) });
        return { ...page, next: page.hasMore ? page.calls.at(-1)?.id : undefined };
      }),
    one: userProcedure.input(callName).query(({ ctx, input }) => connectors(ctx.session).calls.one.query(input)),
  }),
});
