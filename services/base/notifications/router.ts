import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { serviceProcedures } from "../../platform/service/procedures.ts";
import { letterInput, letterRow } from "./outside/inputs.ts";
import type { OutsideMails } from "./outside/outside-mails.ts";

const { router, procedure } = serviceProcedures<OutsideMails>();

/** A row of somebody else's is one that doesn't exist. */
function found<Answer extends object>(answer: Answer | { readonly kind: "missing" | "forbidden" }): Answer {
  if ("kind" in answer && (answer.kind === "missing" || answer.kind === "forbidden"))
    throw new TRPCError({ code: answer.kind === "missing" ? "NOT_FOUND" : "FORBIDDEN" });
  return answer as Answer;
}

export const notificationsRouter = router({
  /** The kinds of letters to people outside that may be sent. */
  letterKinds: procedure.query(({ ctx }) => ctx.service.kinds()),
  letterPreview: procedure
    .input(letterInput)
    .query(async ({ ctx, input }) => found(await ctx.service.preview(input, ctx.backendFor("letter")))),
  letterState: procedure
    .input(letterRow)
    .query(async ({ ctx, input }) => found(await ctx.service.state(input, ctx.backendFor("letter")))),
  sendLetter: procedure
    .input(letterInput)
    .mutation(async ({ ctx, input }) => found(await ctx.service.send(input, ctx.backendFor(`letter-${randomUUID()}`)))),
});

export type NotificationsRouter = typeof notificationsRouter;
