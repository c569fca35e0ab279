import "server-only";
import type { ListView } from "@softwhere/services/model/generated/entities";
import { listView } from "@softwhere/services/model/generated/sw_base/schemas";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { columnAt, listParams, typeOf } from "./rows";

const type = "sw_saved_view";
const resource = `${type}--${type}` as const;
const listName = z.string().max(64);

export const savedViewsRouter = router({
  /** Views of one list: one's own and those of the brand. */
  list: userProcedure.input(z.object({ list: listName })).query(async ({ ctx, input }) => {
    const rows = await ctx.backend.list(
      type,
      new DrupalJsonApiParams()
        .addFields(resource, ["name", "query", "owner", "version"])
        .addFilter("list", input.list)
        .addSort("name")
        .addPageLimit(100),
    );
    return rows.map(({ id, version = 1, name, query, owner }) => ({
      id,
      version,
      name: name ?? "",
      view: query ?? {},
      isShared: !owner,
    }));
  }),

  /** A view of one's own. */
  create: userProcedure
    .input(z.object({ id: z.uuid(), name: z.string().max(80), list: listName, view: listView }))
    .mutation(async ({ ctx, input: { id, name, list, view } }) => {
      await ctx.backend.create(type, {
        type: resource,
        id,
        attributes: { name, list, query: view },
        relationships: { owner: { data: { type: "user--user", id: ctx.session.userId } } },
      });
    }),
});

/** What a saved view asks for, as the backend's query: its filters, words and order. A filter by a field that is gone is refused. */
export function savedViewParams(
  listType: string,
  { filters = [], search = "", sort = "" }: ListView,
  timeZone: string | undefined,
): DrupalJsonApiParams {
  const { fields, labelField } = typeOf(listType);
  const params = listParams({ type: listType, filters, search }, fields, timeZone);
  const path = sort.replace(/^-/, "");
  if (columnAt(listType, fields, path)) params.addSort(path, sort.startsWith("-") ? "DESC" : "ASC");
  else params.addSort(labelField);
  return params;
}
