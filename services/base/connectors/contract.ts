import * as z from "zod";

/** What a brand may be connected for. */
export const capabilities = ["billing"] as const;
export type Capability = (typeof capabilities)[number];

/** A connection as somebody enters it. The secret goes in and never comes out. */
export const connectionInput = z.object({
  capability: z.enum(capabilities),
  adapter: z.string().min(1).max(32),
  secret: z.string().trim().min(1).max(2_000),
  /** Where the vendor is, when not at its usual address: one of those that the installation allows. */
  origin: z.url().optional(),
});
export const connectionName = connectionInput.pick({ capability: true });

/** Why a connection was not kept: what the vendor answered, or where it may not be. */
export interface RefusedConnection {
  readonly kind: "refused";
  readonly code: string;
  readonly message: string;
}
export interface SavedConnection {
  readonly kind: "saved";
  /** Whose books it leads to. */
  readonly company: string;
}
