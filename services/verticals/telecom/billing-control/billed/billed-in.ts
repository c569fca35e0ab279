import type { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { Period } from "../check/cost.ts";

/** Items that bill a day of the month: also those that are billed again and again and have no end yet. */
export const billedIn = (params: DrupalJsonApiParams, { start, end }: Period): DrupalJsonApiParams =>
  params
    .addFilter("period_start", end, "<=")
    .addGroup("until", "OR")
    .addFilter("period_end", null, "IS NULL", "until")
    .addFilter("period_end", start, ">=", "until");
