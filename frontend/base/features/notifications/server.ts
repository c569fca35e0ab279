import "server-only";
import { eventKinds } from "@softwhere/services/model/generated/event-kinds";
import { typeOfEvent } from "@softwhere/services/model/open-modules";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import type { SwNotification } from "@softwhere/services/model/generated/entities";
import { type Told, placeOf, sentenceOf } from "@softwhere/services/base/notifications/contract";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { getLocale } from "next-intl/server";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";

const shownFields = [
  "kind",
  "subject_type",
  "subject_id",
  "subject_label",
  "subject_count",
  "value",
  "account",
  "account_label",
  "account_count",
  "actor_name",
  "occurred_at",
  "read_at",
];
const mostShown = 300;
const mostMarked = 500;

export interface Notice {
  readonly id: string;
  /** Ready to be read, in the reader's language. */
  readonly sentence: string;
  readonly actor: string | null;
  /** Where it happened, unless the sentence is about the account itself. */
  readonly account: string | null;
  readonly occurredAt: string;
  readonly read: boolean;
  /** Address of what it is about, below the console's. */
  readonly place: string;
}

const channels = z.object({ console: z.boolean(), mail: z.boolean() });

export const notificationsRouter = router({
  unread: userProcedure.query(({ ctx }) =>
    ctx.backend.count("sw_notification", new DrupalJsonApiParams().addFilter("read_at", null, "IS NULL")),
  ),

  /** The person's own, newest first. */
  list: userProcedure
    .input(z.object({ limit: z.number().int().min(1).max(mostShown).default(50) }))
    .query(async ({ ctx, input }): Promise<{ notices: Notice[]; more: boolean }> => {
      const params = new DrupalJsonApiParams()
        .addFields("sw_notification--sw_notification", shownFields)
        .addSort("occurred_at", "DESC")
        .addCustomParam({ page: { limit: input.limit + 1 } });
      const rows = await ctx.backend.list("sw_notification", params);
      const locale = (await getLocale()) === "en" ? "en" : "fr";
      return {
        notices: rows.slice(0, input.limit).map((row) => noticeOf(row, locale)),
        more: rows.length > input.limit && input.limit < mostShown,
      };
    }),

  markRead: userProcedure
    .input(z.object({ id: z.uuid(), read: z.boolean().default(true) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.backend.update("sw_notification", {
        type: "sw_notification--sw_notification",
        id: input.id,
        attributes: { read_at: input.read ? now() : null },
      });
    }),

  markAllRead: userProcedure.mutation(async ({ ctx }) => {
    const params = new DrupalJsonApiParams()
      .addFields("sw_notification--sw_notification", ["kind"])
      .addFilter("read_at", null, "IS NULL")
      .addCustomParam({ page: { limit: mostMarked } });
    for (;;) {
      const rows = await ctx.backend.list("sw_notification", params);
      const at = now();
      if (rows.length > 0)
        await ctx.backend.operate(
          rows.map(({ id }) => ({
            op: "update",
            data: { type: "sw_notification--sw_notification", id, attributes: { read_at: at } },
          })),
        );
      if (rows.length < mostMarked) return;
    }
  }),

  /** What can be told to this person, where they want it, and which accounts they follow. */
  preferences: userProcedure.query(async ({ ctx }) => {
    const { permissions = [] } = await ctx.backend.get("user", ctx.session.userId);
    const rows = await subscriptions(ctx.backend);
    const held = new Set(permissions);
    const may = (permission: string | undefined) =>
      permission === undefined || permission === "authenticated" || held.has(permission);
    return {
      kinds: Object.values(eventKinds)
        .filter((kind) => may(recordTypes[typeOfEvent(kind)]?.access.view) && may(kind.audience.permission))
        .map((kind) => {
          const row = rows.find((one) => one.kind === kind.name);
          return {
            name: kind.name,
            label: kind.label,
            mailOnly: kind.digest !== undefined,
            console: row?.console ?? kind.channels.console,
            mail: row?.mail ?? kind.channels.mail,
          };
        }),
      followed: rows.flatMap(({ id, account, console, mail }) =>
        account
          ? [{ id, account: account.id, name: account.legal_name ?? "…", console: console ?? true, mail: mail ?? true }]
          : [],
      ),
    };
  }),

  chooseKind: userProcedure
    .input(channels.extend({ kind: z.enum(Object.keys(eventKinds) as [string]) }))
    .mutation(async ({ ctx, input }) => {
      const { kind, ...attributes } = input;
      const row = (await subscriptions(ctx.backend)).find((one) => one.kind === kind);
      if (row)
        await ctx.backend.update("sw_subscription", {
          type: "sw_subscription--sw_subscription",
          id: row.id,
          attributes,
        });
      else
        await ctx.backend.create("sw_subscription", {
          type: "sw_subscription--sw_subscription",
          attributes: { kind, ...attributes },
          relationships: { subscriber: { data: { type: "user--user", id: ctx.session.userId } } },
        });
    }),

  follows: userProcedure
    .input(z.object({ accountId: z.uuid() }))
    .query(async ({ ctx, input }) => (await followOf(ctx.backend, input.accountId)) !== undefined),

  follow: userProcedure
    .input(channels.partial().extend({ accountId: z.uuid(), on: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      const { accountId, on, ...attributes } = input;
      const row = await followOf(ctx.backend, accountId);
      if (!on) {
        if (row)
          await ctx.backend.operate([{ op: "remove", ref: { type: "sw_subscription--sw_subscription", id: row.id } }]);
      } else if (row)
        await ctx.backend.update("sw_subscription", {
          type: "sw_subscription--sw_subscription",
          id: row.id,
          attributes,
        });
      else {
        const relationships = {
          subscriber: { data: { type: "user--user", id: ctx.session.userId } },
          account: { data: { type: "sw_account--sw_account", id: accountId } },
        };
        await ctx.backend.create("sw_subscription", {
          type: "sw_subscription--sw_subscription",
          attributes,
          relationships,
        });
      }
    }),
});

/** The backend gives everybody their own alone. */
function subscriptions(backend: BackendClient) {
  return backend.listAll("sw_subscription", () =>
    new DrupalJsonApiParams()
      .addFields("sw_subscription--sw_subscription", ["kind", "account", "console", "mail"])
      .addFields("sw_account--sw_account", ["legal_name"])
      .addInclude(["account"]),
  );
}

async function followOf(backend: BackendClient, accountId: string) {
  return (
    await backend.list(
      "sw_subscription",
      new DrupalJsonApiParams()
        .addFields("sw_subscription--sw_subscription", ["console"])
        .addFilter("account.id", accountId),
    )
  )[0];
}

function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "+00:00");
}

function noticeOf(row: SwNotification, locale: "fr" | "en"): Notice {
  const told: Told = {
    kind: row.kind ?? "",
    subjectType: row.subject_type ?? "",
    subjectId: row.subject_id ?? null,
    subjectLabel: row.subject_label ?? null,
    subjectCount: row.subject_count ?? 1,
    value: row.value ?? null,
    accountId: row.account?.id ?? null,
    accountLabel: row.account_label ?? null,
    accountCount: row.account_count ?? 0,
    actorName: row.actor_name ?? null,
    occurredAt: row.occurred_at ?? "",
  };
  const sentence = sentenceOf(told, locale);
  return {
    id: row.id,
    sentence,
    actor: told.actorName,
    account: told.accountLabel && !sentence.includes(told.accountLabel) ? told.accountLabel : null,
    occurredAt: told.occurredAt,
    read: Boolean(row.read_at),
    place: placeOf(told),
  };
}
