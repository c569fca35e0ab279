/**
 * The capability `communications`, version 1: what can be asked of a telephone system. One interface per ability; an adapter has those that its vendor
 * offers, and nobody asks for another one.
 */
import type { VendorResult } from "../vendor/failure.ts";
import type { Capability, Listed, Offer, Words } from "./capability.ts";

/** One end of a call. */
export interface CallParty {
  /** As the telephone system has it; null where the caller hides it. */
  readonly number: string | null;
  readonly name: string | null;
  /** Of somebody inside; null for whoever is outside. */
  readonly extension: string | null;
}

/** A call from somebody to somebody; one that is handed on has several. */
export interface CallLeg {
  readonly id: string;
  readonly direction: "inbound" | "outbound" | "internal";
  readonly from: CallParty;
  readonly to: CallParty;
  /** Moments, ISO. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly isAnswered: boolean;
}

/** Somebody in the telephone system's own book. */
export interface KnownCaller {
  readonly id: string;
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly numbers: readonly string[];
}

export interface CommunicationsAbilities extends Offer {
  /** Those that began since then, the oldest first. */
  readonly listCalls: (since: string, cursor?: string) => Promise<VendorResult<Listed<CallLeg>>>;
  /** Who has a number, in any writing. */
  readonly findCaller: (number: string) => Promise<VendorResult<KnownCaller | null>>;
}
export type CommunicationsAbility = keyof CommunicationsAbilities;

/** What a vendor can be asked; what it lacks is not offered. */
export type Communications = Pick<CommunicationsAbilities, "prove"> & Partial<CommunicationsAbilities>;

/** One per brand. */
export const communications = {
  name: "communications",
  label: { fr: "Téléphonie", en: "Telephony" },
  abilities: {
    listCalls: { fr: "lire les appels", en: "read calls" },
    findCaller: { fr: "chercher un numéro", en: "look a number up" },
  } satisfies Record<Exclude<CommunicationsAbility, "prove">, Words>,
} as const satisfies Capability;
