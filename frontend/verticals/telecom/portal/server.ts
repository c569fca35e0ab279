import "server-only";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { type PlanChange, planChangesOf, type Service, type ServiceKind, toldFrom } from "./services";

const idsPerRequest = 80;

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
    const today = await ctx.today();
    const [lines, sites, bySite, total, planChanges] = await Promise.all([
      ctx.backend.listAll("sw_line", () =>
        ofAccount()
          .addFields("sw_line--sw_line", [
            "number",
            "user_name",
            "user_since",
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
      // A brand may not grant it: then changes of plan aren't told.
      unlessRefused(ctx.backend, planChangesIn(ctx.backend, input.accountId, today), []),
    ]);
    const prices = bySite && new Map(bySite.map((group) => [group.keys["site"] ?? null, group.sums["sell_price"]]));
    const priceOf = (site: string | null) => prices && String(prices.get(site) ?? "0");
    return {
      services: lines.map(
        (line): Service => ({
          id: line.id,
          number: line.number ?? "",
          user: line.user_name ?? null,
          userSince: line.user_since ?? null,
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
      planChanges,
      price: total && String(total[0]?.sums["sell_price"] ?? "0"),
    };
  }),
});

/** What plans were changed lately: those that began, and what the same services had before. */
async function planChangesIn(backend: BackendClient, accountId: string, today: string): Promise<PlanChange[]> {
  const since = toldFrom(today);
  const terms = () =>
    new DrupalJsonApiParams()
      .addFields("sw_line_term--sw_line_term", ["line", "plan", "valid_from"])
      .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
      .addInclude(["plan"])
      .addSort("valid_from");
  const begun = await backend.listAll("sw_line_term", () =>
    terms()
      .addFilter("line.park.account.id", accountId)
      .addFilter("valid_from", since, ">=")
      .addFilter("valid_from", today, "<="),
  );
  const ids = [...new Set(begun.flatMap(({ line }) => line?.id ?? []))];
  const parts = Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, part) =>
    ids.slice(part * idsPerRequest, (part + 1) * idsPerRequest),
  );
  const all = await Promise.all(
    parts.map((part) =>
      backend.listAll("sw_line_term", () =>
        terms().addFilter("line.id", part, "IN").addFilter("valid_from", today, "<="),
      ),
    ),
  );
  return planChangesOf(
    all
      .flat()
      .flatMap(({ line, plan, valid_from: from }) =>
        line && from ? [{ serviceId: line.id, from, plan: plan?.name ?? null }] : [],
      ),
    since,
    today,
  );
}
