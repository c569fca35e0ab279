import "server-only";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { type PasswordProblem, problemOfSentence } from "@softwhere/services/platform/password-rule";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { signIn } from "@/server/drupal/sign-in";
import { readSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

export type ChangeResult =
  | { readonly kind: "changed" }
  | { readonly kind: "refused"; readonly field: "present" }
  | { readonly kind: "refused"; readonly field: "new"; readonly problem: PasswordProblem };

const nameOnly = new DrupalJsonApiParams().addFields("user--user", ["name"]);

export const ownAccountRouter = router({
  signInName: userProcedure.query(
    async ({ ctx }) => (await ctx.backend.get("user", ctx.session.userId, nameOnly)).name ?? "",
  ),

  sessions: userProcedure.query(({ ctx }) => ctx.backend.ownSessions()),

  endOtherSessions: userProcedure.mutation(({ ctx }) => ctx.backend.endOtherSessions()),

  /** All sessions end with the old password; this one goes on as a new one. */
  changePassword: userProcedure
    .input(z.object({ present: z.string().min(1).max(255), value: z.string().min(1).max(1000) }))
    .mutation(async ({ ctx, input }): Promise<ChangeResult> => {
      const { present, value } = input;
      const { userId } = ctx.session;
      const { name } = await ctx.backend.get("user", userId, nameOnly);
      try {
        await ctx.backend.update("user", {
          type: "user--user",
          id: userId,
          attributes: { pass: { value, existing: present } },
        });
      } catch (error) {
        if (!(error instanceof BackendError) || error.status !== 422) throw error;
        const problem = problemOfSentence(error.errors[0]?.detail ?? "");
        return problem ? { kind: "refused", field: "new", problem } : { kind: "refused", field: "present" };
      }
      const session = await readSession();
      const opened = await signIn(name ?? "", value, ctx.headers);
      if (opened.kind === "signed-in") {
        Object.assign(session, opened.session);
        await session.save();
      }
      return { kind: "changed" };
    }),
});
