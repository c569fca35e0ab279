import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";

/** One dated intention: the field that holds the day is what moving it changes. */
export interface PlannedRow {
  readonly type: "sw_task" | "sw_site" | "sw_price" | "sw_assignment";
  readonly id: string;
  readonly field: "due_on" | "opens_on" | "valid_from" | "valid_to";
  readonly version: number;
  readonly day: string;
  readonly label: string;
}

export const futureRouter = router({
  /** What is planned of the base's own objects: for an account its tasks, openings and ends of assignments; for an item its coming prices. */
  planned: userProcedure
    .input(z.object({ type: z.string().max(64), id: z.uuid() }))
    .query(async ({ ctx, input }): Promise<PlannedRow[]> => {
      const { backend } = ctx;
      const today = await ctx.today();
      const after = (field: string) =>
        new DrupalJsonApiParams()
          .addFilter(field, today, ">=")
          .addSort(field)
          .addCustomParam({ page: { limit: 100 } });
      if (input.type === "sw_account" || input.type === "sw_site") {
        const path = input.type === "sw_account" ? "account.id" : "id";
        const [tasks, sites] = await Promise.all([
          input.type === "sw_account"
            ? unlessRefused(
                backend,
                backend.list(
                  "sw_task",
                  after("due_on")
                    .addFields("sw_task--sw_task", ["title", "due_on", "version"])
                    .addFilter("account.id", input.id)
                    .addFilter("status", "open"),
                ),
                [],
              )
            : [],
          unlessRefused(
            backend,
            backend.list(
              "sw_site",
              after("opens_on")
                .addFields("sw_site--sw_site", ["name", "opens_on", "version"])
                .addFilter(path, input.id),
            ),
            [],
          ),
        ]);
        return [
          ...tasks.map(
            (task): PlannedRow => ({
              type: "sw_task",
              id: task.id,
              field: "due_on",
              version: task.version ?? 1,
              day: task.due_on ?? "",
              label: task.title ?? "",
            }),
          ),
          ...sites.map(
            (site): PlannedRow => ({
              type: "sw_site",
              id: site.id,
              field: "opens_on",
              version: site.version ?? 1,
              day: site.opens_on ?? "",
              label: site.name ?? "",
            }),
          ),
        ];
      }
      if (input.type === "sw_catalogue_item") {
        const prices = await unlessRefused(
          backend,
          backend.list(
            "sw_price",
            after("valid_from")
              .addFields("sw_price--sw_price", ["direction", "net", "billing_period", "valid_from", "version"])
              .addFilter("item.id", input.id),
          ),
          [],
        );
        return prices.map(
          (price): PlannedRow => ({
            type: "sw_price",
            id: price.id,
            field: "valid_from",
            version: price.version ?? 1,
            day: price.valid_from ?? "",
            label: `${price.direction}:${price.net ?? ""}:${price.billing_period ?? "month"}`,
          }),
        );
      }
      return [];
    }),
});
