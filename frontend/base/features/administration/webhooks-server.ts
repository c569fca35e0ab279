import "server-only";
import { deliveriesOf, deliveryName, endpointInput, endpointName } from "@softwhere/services/base/webhooks/contract";
import type { WebhooksRouter } from "@softwhere/services/base/webhooks/router";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import { router, userProcedure } from "@/server/trpc/init";

const webhooks = (session: Parameters<typeof serviceClient>[1]) => serviceClient<WebhooksRouter>("webhooks", session);

/** Where the brand has customers' systems told of what happens. The service asks the backend who may; a secret is told once. */
export const webhooksRouter = router({
  list: userProcedure.query(({ ctx }) => webhooks(ctx.session).list.query()),
  save: userProcedure.input(endpointInput).mutation(({ ctx, input }) => webhooks(ctx.session).save.mutate(input)),
  renew: userProcedure.input(endpointName).mutation(({ ctx, input }) => webhooks(ctx.session).renew.mutate(input)),
  pause: userProcedure.input(endpointName).mutation(({ ctx, input }) => webhooks(ctx.session).pause.mutate(input)),
  enable: userProcedure.input(endpointName).mutation(({ ctx, input }) => webhooks(ctx.session).enable.mutate(input)),
  remove: userProcedure.input(endpointName).mutation(({ ctx, input }) => webhooks(ctx.session).remove.mutate(input)),
  test: userProcedure.input(endpointName).mutation(({ ctx, input }) => webhooks(ctx.session).test.mutate(input)),
  deliveries: userProcedure
    .input(deliveriesOf.omit({ after: true }).extend({ cursor: z.uuid().nullish() }))
    .query(async ({ ctx, input: { cursor, ...asked } }) => {
      const page = await webhooks(ctx.session).deliveries.query({ ...asked, ...(cursor && { after: cursor }) });
      return { ...page, next: page.hasMore ? page.deliveries.at(-1)?.id : undefined };
    }),
  resend: userProcedure.input(deliveryName).mutation(({ ctx, input }) => webhooks(ctx.session).resend.mutate(input)),
});
