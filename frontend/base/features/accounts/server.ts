import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { savedViewParams } from "@/base/records/saved-views-server";
import { router, userProcedure } from "@/server/trpc/init";

export interface AccountRow {
  id: string;
  name: string;
  softwhereId: string;
  status: string | null;
  city: string | null;
  siteCount: number;
}

export const accountsRouter = router({
  /** A page of the account list by name. `search` looks in the name and the SoftWhere id. */
  list: userProcedure
    .input(
      z.object({
        search: z.string().max(100).default(""),
        status: z.string().max(32).optional(),
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

  /** How many accounts each status has, and how many in all. */
  counts: userProcedure.query(async ({ ctx }) => {
    const groups = await ctx.backend.aggregate("sw_account", { groupBy: ["status"] });
    return {
      all: groups.reduce((sum, group) => sum + group.count, 0),
      byStatus: Object.fromEntries(groups.map((group) => [String(group.keys["status"]), group.count])),
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

  billingSites: userProcedure
    .input(z.object({ accountId: z.uuid() }))
    .query(({ ctx, input }) =>
      ctx.backend.list(
        "sw_billing_site",
        new DrupalJsonApiParams().addFilter("account.id", input.accountId).addSort("name"),
      ),
    ),
});
