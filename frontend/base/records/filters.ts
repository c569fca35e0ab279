import * as z from "zod/mini";

export const filterOperators = ["contains", "is", "from", "to", "empty", "filled"] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** A field, or one of a row that it refers to: `number`, `park.account`. */
export const fieldPath = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63}){0,2}$/));

/** `is` with several values means any of them. */
export const recordFilter = z.object({
  field: fieldPath,
  op: z.enum(filterOperators),
  value: z._default(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)), []),
});
export type RecordFilter = z.infer<typeof recordFilter>;

export const recordSort = z.object({ field: fieldPath, descending: z._default(z.boolean(), false) });
export type RecordSort = z.infer<typeof recordSort>;
