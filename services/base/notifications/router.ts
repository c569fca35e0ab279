import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { serviceProcedures } from "../../platform/service/procedures.ts";
import type { OutsideMails } from "./outside/outside-mails.ts";

const { router, procedure } = serviceProcedures<OutsideMails>();

const about = z.object({ kind: z.string().max(64), row: z.uuid() });
const letter = about.extend({ locale: z.enum(["fr", "en"]) });

/** A row of somebody else's is one that doesn't exist. */
function found<Answer extends object>(answer: Answer | { readonly kind: "missing" | "forbidden" }): Answer {
  if ("kind" in answer && (answer.kind === "missing" || answer.kind === "forbidden"))
    throw new TRPCError({ code: answer.kind === "missing" ? "NOT_FOUND" : "FORBIDDEN" });
  return answer as Answer;
}

export const notificationsRouter = router({
  /** The kinds of letters to people outside that modules bring. */
  letterKinds: procedure.query(({ ctx }) => ctx.service.kinds()),
  letterPreview: procedure
    .input(letter)
    .query(async ({ ctx, input }) => found(await ctx.service.preview(input, ctx.backendFor("letter")))),
  letterState: procedure
    .input(about)
    .query(async ({ ctx, input }) => found(await ctx.service.state(input, ctx.backendFor("letter")))),
  sendLetter: procedure
    .input(letter)
    .mutation(async ({ ctx, input }) => found(await ctx.service.send(input, ctx.backendFor(`letter-${randomUUID()}`)))),
});

export type NotificationsRouter = typeof notificationsRouter;
