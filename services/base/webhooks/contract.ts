import * as z from "zod";

/** Addresses that a brand can have. */
export const mostEndpoints = 10;

export const endpointName = z.object({ id: z.uuid() });

/** An address as somebody enters it. */
export const endpointInput = z.object({
  /** Absent: a new one. */
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(80),
  url: z.string().trim().min(1).max(500),
  /** What it is told of, as `type.operation`. */
  events: z.array(z.string().max(80)).min(1).max(500),
});

export const deliveriesOf = z.object({
  endpoint: z.uuid(),
  failedOnly: z.boolean().default(false),
  /** The last one of the page before. */
  after: z.uuid().optional(),
});
export const deliveryName = z.object({ endpoint: z.uuid(), id: z.uuid() });

/** `gone`: it answered 410. `failing`: something failed for the whole schedule, and nothing arrived meanwhile. */
export type DisabledReason = "gone" | "failing";

export interface Endpoint {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  /** `paused` by a person: what happens meanwhile waits. `disabled` by what it answered: what happens meanwhile isn't sent. */
  readonly state: "active" | "paused" | "disabled";
  readonly reason: DisabledReason | null;
  /** Moments, ISO: when it came into its state, and when its secret was made. */
  readonly since: string;
  readonly secretSince: string;
  readonly lastSuccess: string | null;
  readonly savedBy: string | null;
  readonly savedAt: string;
}

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: "waiting" | "delivered" | "failed";
  readonly createdAt: string;
  /** How often it was tried; when next, while it waits. */
  readonly attempts: number;
  readonly nextAt: string | null;
  /** What came of the last try: the status that was answered, or why there was none. */
  readonly lastAt: string | null;
  readonly status: number | null;
  readonly failure: string | null;
  readonly milliseconds: number | null;
}

/** What was not kept, and why: an address that is none, or is not reached from here; an event that isn't open to the person. */
export interface RefusedEndpoint {
  readonly kind: "refused";
  readonly field: "url" | "events";
  readonly code: "no_address" | "not_secure" | "private_address" | "unresolved" | "unknown_event" | "too_many";
}

/** What may come of saving: a new address has a secret, which is told this once. */
export type SavedEndpoint = { readonly kind: "saved"; readonly id: string; readonly secret?: string } | RefusedEndpoint;
