import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";

export const sitesRouter = router({
  ofAccount: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const fields = [
      "name",
      "address_line1",
      "postal_code",
      "city",
      "status",
      "opens_on",
      "latitude",
      "longitude",
      "access_notes",
      "version",
    ];
    const sites = await ctx.backend.listAll("sw_site", () =>
      new DrupalJsonApiParams()
        .addFields("sw_site--sw_site", fields)
        .addFilter("account.id", input.accountId)
        .addSort("name"),
    );
    return sites;
  }),
});
