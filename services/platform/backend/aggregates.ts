/** Counts and sums that the backend makes: how they are asked for, and what it answers. */
import type { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { EntityTypeName } from "../../model/generated/entities.ts";

const aggregateDocument = z.object({
  meta: z.object({
    groups: z.array(
      z.object({
        keys: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        count: z.number(),
        sums: z.preprocess((sums) => (Array.isArray(sums) ? {} : sums), z.record(z.string(), z.string())).default({}),
      }),
    ),
  }),
});

export type AggregateGroup = z.infer<typeof aggregateDocument>["meta"]["groups"][number];

/** What is counted and summed over the rows of a filter. */
export interface AggregateQuery {
  readonly groupBy?: readonly string[];
  readonly sumOf?: readonly string[];
  readonly filter?: DrupalJsonApiParams;
}

export function aggregateAddress(type: EntityTypeName, { groupBy, sumOf, filter }: AggregateQuery): string {
  const parts = [
    filter?.getQueryString({ encode: true }) ?? "",
    groupBy ? `groupBy=${groupBy.join(",")}` : "",
    sumOf ? `sumOf=${sumOf.join(",")}` : "",
  ].filter(Boolean);
  return `/jsonapi/aggregate/${type}?${parts.join("&")}`;
}

export const groupsOf = (document: unknown): AggregateGroup[] => aggregateDocument.parse(document).meta.groups;

/** The backend answers no more groups than these, and doesn't say what is missing. */
const mostGroups = 10_000;

export const mayLackGroups = (groups: readonly AggregateGroup[]): boolean => groups.length >= mostGroups;
