import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import type { Service, ServiceKind } from "./services";

/** What a customer has and pays: also what is suspended, and what ends later. What is on order comes with the day it is delivered. */
const running = ["active", "suspended", "terminating"];

export const portalRouter = router({
  /** The services of an account, by site, in the words of the person who pays them. Prices only where they may see them. */
  services: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const ofAccount = () => new DrupalJsonApiParams().addFilter("park.account.id", input.accountId);
    const priced = () => ofAccount().addFilter("status", running, "IN");
    const sums = (groupBy: string[]) =>
      unlessRefused(
        ctx.backend,
        ctx.backend.aggregate("sw_line", { groupBy, sumOf: ["sell_price"], filter: priced() }),
        undefined,
      );
    const [lines, sites, bySite, total] = await Promise.all([
      ctx.backend.listAll("sw_line", () =>
        ofAccount()
          .addFields("sw_line--sw_line", [
            "number",
            "user_name",
            "status",
            "site",
            "plan",
            "park",
            "commitment_end",
            "sell_price",
            "activated_on",
            "suspended_on",
            "end_date",
          ])
          .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
          .addFields("sw_park--sw_park", ["kind"])
          .addInclude(["plan", "park"])
          .addSort("number"),
      ),
      ctx.backend.listAll("sw_site", () =>
        new DrupalJsonApiParams()
          .addFields("sw_site--sw_site", ["name", "status", "opens_on"])
          .addFilter("account.id", input.accountId)
          .addSort("name"),
      ),
      sums(["site"]),
      sums([]),
    ]);
    const prices = bySite && new Map(bySite.map((group) => [group.keys["site"] ?? null, group.sums["sell_price"]]));
    const priceOf = (site: string | null) => prices && String(prices.get(site) ?? "0");
    return {
      services: lines.map(
        (line): Service => ({
          id: line.id,
          number: line.number ?? "",
          user: line.user_name ?? null,
          status: line.status ?? "active",
          siteId: line.site?.id ?? null,
          plan: line.plan?.name ?? null,
          kind: (line.park?.kind ?? "mobile") as ServiceKind,
          commitmentEnd: line.commitment_end ?? null,
          price: line.sell_price,
          activatedOn: line.activated_on ?? null,
          suspendedOn: line.suspended_on ?? null,
          endsOn: line.end_date ?? null,
        }),
      ),
      sites: [
        ...sites.map((site) => ({
          id: site.id as string | null,
          name: site.name ?? "",
          status: site.status ?? "active",
          opensOn: site.opens_on ?? null,
          price: priceOf(site.id),
        })),
        { id: null, name: "", status: "active", opensOn: null, price: priceOf(null) },
      ],
      price: total && String(total[0]?.sums["sell_price"] ?? "0"),
    };
  }),
});
