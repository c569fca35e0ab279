import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { savedViewParams } from "@/base/records/saved-views-server";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { billedCustomersRouter } from "./billed-customers-server";

export interface AccountRow {
  id: string;
  name: string;
  softwhereId: string;
  status: string | null;
  city: string | null;
  siteCount: number;
}

const mostFollowed = 100;

export const accountsRouter = router({
  /** A page of the account list by name. `search` looks in the name and the account number. */
  list: userProcedure
    .input(
      z.object({
        search: z.string().max(100).default(""),
        status: z.string().max(32).optional(),
        /** Those this person sells to or follows. */
        mine: z.boolean().default(false),
        savedView: z.uuid().optional(),
        cursor: z.number().int().min(0).default(0),
      }),
    )
    .query(async ({ ctx, input }) => {
      const limit = 100;
      // Somebody else's view, or one that is gone, doesn't exist for this person.
      const view = input.savedView ? await ctx.backend.get("sw_saved_view", input.savedView) : undefined;
      const params = (
        view
          ? savedViewParams("sw_account", view.query ?? {}, (await ctx.viewer()).timeZone)
          : new DrupalJsonApiParams().addSort("legal_name")
      )
        .addFields("sw_account--sw_account", ["legal_name", "softwhere_id", "status", "city"])
        .addCustomParam({ page: { limit, offset: input.cursor } });
      const search = input.search.trim();
      if (search) {
        params
          .addGroup("search", "OR")
          .addFilter("legal_name", search, "CONTAINS", "search")
          .addFilter("softwhere_id", search, "CONTAINS", "search");
      }
      if (input.status) params.addFilter("status", input.status);
      if (input.mine) await onlyMine(ctx.backend, ctx.session.userId, params);
      const [accounts, sites] = await Promise.all([
        ctx.backend.list("sw_account", params),
        ctx.backend.aggregate("sw_site", { groupBy: ["account"] }),
      ]);
      const siteCounts = new Map(sites.map((group) => [group.keys["account"], group.count]));
      const rows: AccountRow[] = accounts.map((account) => ({
        id: account.id,
        name: account.legal_name ?? "",
        softwhereId: account.softwhere_id ?? "",
        status: account.status ?? null,
        city: account.city ?? null,
        siteCount: siteCounts.get(account.id) ?? 0,
      }));
      return { rows, nextCursor: rows.length === limit ? input.cursor + limit : undefined };
    }),

  /** How many accounts each status has, how many in all and how many are this person's. */
  counts: userProcedure.query(async ({ ctx }) => {
    const [groups, mine] = await Promise.all([
      ctx.backend.aggregate("sw_account", { groupBy: ["status"] }),
      onlyMine(ctx.backend, ctx.session.userId, new DrupalJsonApiParams()).then((filter) =>
        ctx.backend.count("sw_account", filter),
      ),
    ]);
    return {
      mine,
      all: groups.reduce((sum, group) => sum + group.count, 0),
      byStatus: Object.fromEntries(groups.map((group) => [String(group.keys["status"]), group.count])),
    };
  }),

  /** Those a person comes back to: followed by name, and of the recent ones, in their order, those that are still theirs to see. */
  close: userProcedure.input(z.object({ recent: z.array(z.uuid()).max(20) })).query(async ({ ctx, input }) => {
    const [followed, found] = await Promise.all([
      followedAccounts(ctx.backend),
      input.recent.length === 0
        ? []
        : ctx.backend.list(
            "sw_account",
            new DrupalJsonApiParams()
              .addFields("sw_account--sw_account", ["legal_name"])
              .addFilter("id", input.recent, "IN"),
          ),
    ]);
    const names = new Map(found.map(({ id, legal_name }) => [id, legal_name ?? ""]));
    const taken = new Set(followed.map(({ id }) => id));
    return {
      followed,
      recent: input.recent.flatMap((id) => {
        const name = names.get(id);
        return name === undefined || taken.has(id) ? [] : [{ id, name }];
      }),
    };
  }),

  get: userProcedure.input(z.object({ id: z.uuid() })).query(async ({ ctx, input }) => {
    const account = await ctx.backend.get(
      "sw_account",
      input.id,
      new DrupalJsonApiParams().addInclude(["salesperson"]).addFields("user--user", ["display_name", "full_name"]),
    );
    const count = (type: "sw_contact" | "sw_billing_site" | "sw_document") =>
      ctx.backend
        .aggregate(type, { filter: new DrupalJsonApiParams().addFilter("account.id", input.id) })
        .then((groups) => groups[0]?.count ?? 0);
    const [contacts, billingSites, documents] = await Promise.all([
      count("sw_contact"),
      count("sw_billing_site"),
      count("sw_document"),
    ]);
    return {
      account,
      salesperson: account.salesperson?.display_name ?? account.salesperson?.full_name ?? null,
      counts: { contacts, billingSites, documents },
    };
  }),

  billedCustomers: billedCustomersRouter,

  billingSites: userProcedure
    .input(z.object({ accountId: z.uuid() }))
    .query(({ ctx, input }) =>
      ctx.backend.list(
        "sw_billing_site",
        new DrupalJsonApiParams().addFilter("account.id", input.accountId).addSort("name"),
      ),
    ),
});

/** The accounts a person follows, by name; none where they may follow nothing. */
async function followedAccounts(backend: BackendClient): Promise<{ id: string; name: string }[]> {
  const rows = await unlessRefused(
    backend,
    backend.list(
      "sw_subscription",
      new DrupalJsonApiParams()
        .addFields("sw_subscription--sw_subscription", ["account"])
        .addFields("sw_account--sw_account", ["legal_name"])
        .addInclude(["account"])
        .addFilter("account.id", null, "IS NOT NULL")
        .addCustomParam({ page: { limit: mostFollowed } }),
    ),
    [],
  );
  return rows
    .flatMap(({ account }) => (account?.legal_name ? [{ id: account.id, name: account.legal_name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Narrows to the accounts that a person sells to or follows. */
async function onlyMine(
  backend: BackendClient,
  userId: string,
  params: DrupalJsonApiParams,
): Promise<DrupalJsonApiParams> {
  const followed = (await followedAccounts(backend)).map(({ id }) => id);
  params.addGroup("mine", "OR").addFilter("salesperson.id", userId, "=", "mine");
  if (followed.length > 0) params.addFilter("id", followed, "IN", "mine");
  return params;
}
