import "server-only";
import { connectionInput, connectionName } from "@softwhere/services/base/connectors/contract";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
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
});
