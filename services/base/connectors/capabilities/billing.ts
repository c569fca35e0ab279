/**
 * The capability `billing`, version 1: what can be asked of a billing system. One interface per ability; an adapter has those that its vendor
 * offers, and nobody asks for another one.
 */
import type { VendorResult } from "../vendor/failure.ts";
import type { Capability, Offer, Words } from "./capability.ts";

export interface BilledCustomer {
  readonly id: string;
  readonly name: string;
  /** What we called it when we made it; of others' making: nothing. */
  readonly reference: string | null;
  readonly registration: string | null;
  readonly emails: readonly string[];
}

export interface NewCustomer {
  readonly kind: "company" | "person";
  /** A person's first and last name are apart. */
  readonly name: string;
  readonly firstName?: string;
  /** Ours: by it the customer is found when the answer was lost. */
  readonly reference: string;
  readonly registration?: string;
  readonly emails: readonly string[];
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface Change {
  readonly id: string;
  readonly kind: "insert" | "update" | "delete";
  readonly at: string;
}

export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** An amount is a decimal text, without tax. */
export interface BilledProduct {
  readonly id: string;
  readonly label: string;
  readonly reference: string | null;
  readonly price: string;
}

export interface BillingAbilities extends Offer {
  readonly listCustomers: (cursor?: string) => Promise<VendorResult<Listed<BilledCustomer>>>;
  readonly findCustomer: (reference: string) => Promise<VendorResult<BilledCustomer | null>>;
  readonly createCustomer: (customer: NewCustomer) => Promise<VendorResult<BilledCustomer>>;
  /** Changes since then, oldest first. A vendor that no longer knows says `too_old`. */
  readonly customerChanges: (since: string, cursor?: string) => Promise<VendorResult<Listed<Change>>>;
  readonly listProducts: (cursor?: string) => Promise<VendorResult<Listed<BilledProduct>>>;
}
export type BillingAbility = keyof BillingAbilities;

/** What a vendor can be asked; what it lacks is not offered. */
export type Billing = Pick<BillingAbilities, "prove"> & Partial<BillingAbilities>;

/** One per brand. */
export const billing = {
  name: "billing",
  label: { fr: "Facturation", en: "Billing" },
  abilities: {
    listCustomers: { fr: "lire les clients", en: "read customers" },
    findCustomer: { fr: "retrouver un client", en: "find a customer" },
    createCustomer: { fr: "créer un client", en: "create a customer" },
    customerChanges: { fr: "suivre les changements", en: "follow changes" },
    listProducts: { fr: "lire les articles", en: "read articles" },
  } satisfies Record<Exclude<BillingAbility, "prove">, Words>,
} as const satisfies Capability;
