import * as z from "zod";

export const acceptedMappings = z.object({
  accepted: z
    .array(
      z.object({
        site: z.uuid(),
        version: z.int().min(1),
        customer: z.string().min(1).max(64),
        /** Another billing site has this customer already, and the person has said that it is right. */
        shared: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(200),
});

/** What became of each. `taken`: another billing site has this customer; nobody said that it is meant. */
export interface MappingResult {
  readonly site: string;
  readonly kind: "mapped" | "taken" | "mapped-before" | "unknown-customer" | "changed-since" | "refused";
  readonly detail: string | null;
}
