import "server-only";
import { eventKinds } from "@softwhere/services/model/generated/event-kinds";
import {
  accountMailKinds,
  accountPlaceholders,
  digestPlaceholders,
  hasItsLink,
  outsidePlaceholders,
  unknownPlaceholders,
} from "@softwhere/services/base/notifications/contract";
import type { NotificationsRouter } from "@softwhere/services/base/notifications/router";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { refusalOf } from "@softwhere/services/platform/backend/refusal";
import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

const locale = z.enum(["fr", "en"]);

const lettersOf = (session: SignedInSession) =>
  serviceClient<NotificationsRouter>("notifications", session).letterKinds.query();

export interface OwnTemplate {
  readonly id: string;
  readonly kind: string;
  readonly locale: "fr" | "en";
  readonly subject: string;
  readonly body: string;
  readonly version: number;
}

export type TemplateResult =
  | { kind: "saved" }
  | { kind: "unknown"; names: string[] }
  | { kind: "linkless" }
  | { kind: "refused"; detail: string };

export const mailTemplatesRouter = router({
  /** The brand's own texts; what has none is sent with the platform's. */
  list: userProcedure.query(async ({ ctx }): Promise<OwnTemplate[]> => {
    const rows = await ctx.backend.listAll("sw_mail_template", () =>
      new DrupalJsonApiParams().addFields("sw_mail_template--sw_mail_template", [
        "kind",
        "locale",
        "subject",
        "body",
        "version",
      ]),
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind ?? "",
      locale: row.locale === "en" ? "en" : "fr",
      subject: row.subject ?? "",
      body: row.body ?? "",
      version: row.version ?? 1,
    }));
  }),

  save: userProcedure
    .input(
      z.object({
        id: z.uuid(),
        version: z.number().int().nullable(),
        kind: z.string().max(64),
        locale,
        subject: z.string().trim().min(1).max(200),
        body: z.string().trim().min(1).max(10_000),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<TemplateResult> => {
      const { id, version, subject, body } = input;
      const account = Object.values(accountMailKinds).find(({ name }) => name === input.kind);
      const event = eventKinds[input.kind];
      const letters = account || event ? [] : await lettersOf(ctx.session);
      const letter = letters.find(({ name }) => name === input.kind);
      if (!account && !event && !letter) throw new TRPCError({ code: "BAD_REQUEST" });
      const names = unknownPlaceholders(
        `${subject}\n${body}`,
        account ? accountPlaceholders : letter ? outsidePlaceholders(letter) : event?.digest && digestPlaceholders,
      );
      if (names.length > 0) return { kind: "unknown", names };
      if (account && !hasItsLink(account, { body })) return { kind: "linkless" };
      const type = "sw_mail_template--sw_mail_template";
      try {
        if (version !== null)
          await ctx.backend.update("sw_mail_template", { type, id, attributes: { subject, body, version } });
        else
          await ctx.backend.create("sw_mail_template", {
            type,
            id,
            attributes: { kind: input.kind, locale: input.locale, subject, body },
          });
        return { kind: "saved" };
      } catch (error) {
        if (!(error instanceof BackendError) || ![403, 404, 409, 422].includes(error.status)) throw error;
        return { kind: "refused", detail: refusalOf(error.status, error.errors[0]) };
      }
    }),

  reset: userProcedure.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    await ctx.backend.operate([{ op: "remove", ref: { type: "sw_mail_template--sw_mail_template", id: input.id } }]);
  }),
});
