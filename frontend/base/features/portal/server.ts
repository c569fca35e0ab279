import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";

const most = 100;

export const portalRouter = router({
  /** The customers whose portal the person may open, by name. */
  accounts: userProcedure.query(async ({ ctx }) => {
    const [accounts, sites] = await Promise.all([
      ctx.backend.listAll("sw_account", () =>
        new DrupalJsonApiParams().addFields("sw_account--sw_account", ["legal_name", "city"]).addSort("legal_name"),
      ),
      ctx.backend.aggregate("sw_site", { groupBy: ["account"] }),
    ]);
    const counts = new Map(sites.map((group) => [group.keys["account"], group.count]));
    return accounts.map((account) => ({
      id: account.id,
      name: account.legal_name ?? "",
      city: account.city ?? null,
      sites: counts.get(account.id) ?? 0,
    }));
  }),

  /** The customer and who looks after them. */
  account: userProcedure.input(z.object({ id: z.uuid() })).query(async ({ ctx, input }) => {
    const account = await ctx.backend.get(
      "sw_account",
      input.id,
      new DrupalJsonApiParams()
        .addFields("sw_account--sw_account", ["legal_name", "salesperson"])
        .addFields("user--user", ["display_name", "full_name"])
        .addInclude(["salesperson"]),
    );
    return {
      name: account.legal_name ?? "",
      salesperson: account.salesperson?.display_name ?? account.salesperson?.full_name ?? null,
    };
  }),

  /** The latest documents that have a file. */
  documents: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const documents = await ctx.backend.list(
      "sw_document",
      new DrupalJsonApiParams()
        .addFields("sw_document--sw_document", ["title", "kind", "file", "created"])
        .addFields("file--file", ["filename"])
        .addInclude(["file"])
        .addFilter("account.id", input.accountId)
        .addSort("created", "DESC")
        .addPageLimit(most),
    );
    return documents.flatMap((document) =>
      document.file
        ? [
            {
              id: document.id,
              title: document.title ?? "",
              kind: document.kind ?? "other",
              fileId: document.file.id,
              created: document.created ?? null,
            },
          ]
        : [],
    );
  }),
});
