import * as z from "zod";

/** A connection as somebody enters it. The secret goes in and never comes out. */
export const connectionInput = z.object({
  /** One that the installation has an adapter for. */
  capability: z.string().min(1).max(32),
  /** The row whose vendor it is, where a brand has several of the capability. */
  party: z.uuid().nullable().default(null),
  adapter: z.string().min(1).max(32),
  /** May be empty where the vendor asks for none; `id:key` where it knows its clients by both. */
  secret: z.string().trim().max(2_000),
  /** Where the vendor is, when not at its usual address: one of those that the installation allows, or of the brand's own where the vendor has none. */
  origin: z.url().optional(),
});
export const connectionName = connectionInput.pick({ capability: true, party: true });

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

/** States of an order that a vendor has taken, or may have. */
export const statesAtVendor = [
  "submitted",
  "acknowledged",
  "held",
  "correcting",
  "in_progress",
  "delivered",
  "cancelling",
  "unknown",
] as const;
/** Those of an action that isn't over. */
export const openStates = ["ready", ...statesAtVendor] as const;
