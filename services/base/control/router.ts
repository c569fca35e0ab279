import type { BackendClient } from "../../platform/backend/client.ts";
import type { Viewer } from "../../platform/backend/viewers.ts";
import { serviceProcedures } from "../../platform/service/procedures.ts";
import { claimFile } from "./claim/claim-file.ts";
import {
  closeAnomalies,
  creditAnomalies,
  disputeAnomalies,
  type Doing,
  followUpDispute,
  reopenAnomalies,
  type Settled,
} from "./commands.ts";
import { claimInput, closeInput, creditInput, disputeInput, followUpInput, reopenInput } from "./contract.ts";
import { type ControlTrade, Trades } from "./trade.ts";

interface Control {
  readonly trades: readonly ControlTrade[];
  viewerOf(session: string, backend: BackendClient): Promise<Viewer>;
}

const { router, procedure } = serviceProcedures<Control>();

/** What a person does at once; the journal groups it under the request id, which undoes it. */
const command = procedure.use(async ({ ctx, next }) => {
  const requestId = `control-${crypto.randomUUID()}`;
  const backend = ctx.backendFor(requestId);
  const viewer = await ctx.service.viewerOf(ctx.session.cookie, backend);
  const doing: Doing = { backend, viewer, trades: new Trades(ctx.service.trades, viewer.modules), requestId };
  const done = async (work: Promise<Settled>) => ({ ...(await work), requestId });
  return next({ ctx: { doing, done } });
});

export const controlRouter = router({
  dispute: command.input(disputeInput).mutation(({ ctx, input }) => ctx.done(disputeAnomalies(ctx.doing, input))),
  close: command.input(closeInput).mutation(({ ctx, input }) => ctx.done(closeAnomalies(ctx.doing, input))),
  credit: command.input(creditInput).mutation(({ ctx, input }) => ctx.done(creditAnomalies(ctx.doing, input))),
  followUp: command.input(followUpInput).mutation(({ ctx, input }) => ctx.done(followUpDispute(ctx.doing, input))),
  reopen: command.input(reopenInput).mutation(({ ctx, input }) => ctx.done(reopenAnomalies(ctx.doing, input))),

  /** A claim as a document for the supplier. A dispute of somebody else's is one that doesn't exist. */
  claim: procedure.input(claimInput).query(async ({ ctx, input }) => {
    const backend = ctx.backendFor("claim");
    const { modules } = await ctx.service.viewerOf(ctx.session.cookie, backend);
    return claimFile(input, backend, new Trades(ctx.service.trades, modules));
  }),
});

export type ControlRouter = typeof controlRouter;
