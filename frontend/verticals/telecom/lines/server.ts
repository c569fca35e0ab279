import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";

export const linesRouter = router({
  get: userProcedure.input(z.object({ id: z.uuid() })).query(async ({ ctx, input }) => {
    const line = await ctx.backend.get(
      "sw_line",
      input.id,
      new DrupalJsonApiParams().addInclude(["park.operator", "park.account", "site", "billing_site", "plan"]),
    );
    const ofLine = () => new DrupalJsonApiParams().addFilter("line.id", input.id);
    const sims = await unlessRefused(
      ctx.backend,
      ctx.backend.list("sw_sim", ofLine().addFields("sw_sim--sw_sim", ["iccid", "kind", "status"])),
      [],
    );
    const terms = await unlessRefused(
      ctx.backend,
      ctx.backend.list(
        "sw_line_term",
        ofLine()
          .addInclude(["plan"])
          .addFields("sw_line_term--sw_line_term", ["valid_from", "valid_to", "plan", "applied", "version"])
          .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
          .addSort("valid_from", "DESC"),
      ),
      [],
    );
    return { line, sims, terms };
  }),
});
