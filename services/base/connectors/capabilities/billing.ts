/**
 * The capability `billing`, version 1: what can be asked of a billing system. One interface per ability; an adapter has those that its vendor
 * offers, and nobody asks for another one.
 */
import type { VendorResult } from "../vendor/failure.ts";
import type { Capability, Listed, Offer, Words } from "./capability.ts";

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

/** An amount is a decimal text, without tax. */
export interface BilledProduct {
  readonly id: string;
  readonly label: string;
  readonly reference: string | null;
  readonly price: string;
}

export interface NewProduct {
  readonly label: string;
  /** Ours; the vendor takes it once. */
  readonly reference: string;
  readonly price: string;
}

/** What is billed again and again, or once: an article so many times, at a price for each. */
export interface WantedLine {
  /** Ours, short enough to be read on an invoice: by it the line is found again. */
  readonly reference: string;
  readonly label: string;
  /** The vendor's number of the article. */
  readonly product: string;
  readonly quantity: string;
  readonly price: string;
}

export interface BilledLine extends Omit<WantedLine, "reference" | "product"> {
  readonly id: string;
  readonly reference: string | null;
  readonly product: string | null;
}

/** What a customer is invoiced for each so many months. Its lines are read apart. */
export interface BilledSubscription {
  readonly id: string;
  readonly customer: string | null;
  readonly label: string;
  readonly reference: string | null;
  readonly state: "waiting" | "active" | "ended";
  /** It bills each so many months; null: by the day, the week or the year’s own rule. */
  readonly months: number | null;
  readonly startsOn: string | null;
}

export interface NewSubscription {
  readonly customer: string;
  readonly label: string;
  readonly reference: string;
  readonly startsOn: string;
  readonly months: "1" | "3" | "12";
  readonly lines: readonly WantedLine[];
}

/** Lines by the vendor's number; what isn't named stays. */
export interface SubscriptionChange {
  readonly added?: readonly WantedLine[];
  readonly changed?: readonly (WantedLine & { readonly id: string })[];
  readonly removed?: readonly { readonly id: string }[];
}

/** An invoice to be looked at by a person there before it goes out. */
export interface NewInvoice {
  readonly customer: string;
  readonly reference: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly lines: readonly WantedLine[];
}

/** An invoice of the vendor's making. The amounts of a credit note count negative, with whichever sign they come. */
export interface BilledInvoice {
  readonly id: string;
  readonly customer: string | null;
  readonly reference: string | null;
  readonly number: string;
  readonly state: "draft" | "open" | "late" | "partly_paid" | "paid" | "cancelled" | "credit_note";
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly net: string;
  readonly gross: string;
  /** With tax; null where the vendor doesn't say. */
  readonly remaining: string | null;
  /** Of a credit note: the vendor's number of the invoice that it credits, where it credits one. */
  readonly credits: string | null;
}

export interface BillingAbilities extends Offer {
  readonly listCustomers: (cursor?: string) => Promise<VendorResult<Listed<BilledCustomer>>>;
  readonly findCustomer: (reference: string) => Promise<VendorResult<BilledCustomer | null>>;
  readonly createCustomer: (customer: NewCustomer) => Promise<VendorResult<BilledCustomer>>;
  /** Changes since then, oldest first. A vendor that no longer knows says `too_old`. */
  readonly customerChanges: (since: string, cursor?: string) => Promise<VendorResult<Listed<Change>>>;
  readonly listProducts: (cursor?: string) => Promise<VendorResult<Listed<BilledProduct>>>;
  readonly findProduct: (reference: string) => Promise<VendorResult<BilledProduct | null>>;
  readonly createProduct: (product: NewProduct) => Promise<VendorResult<BilledProduct>>;
  readonly listSubscriptions: (cursor?: string) => Promise<VendorResult<Listed<BilledSubscription>>>;
  /** One that has not ended. */
  readonly findSubscription: (customer: string, reference: string) => Promise<VendorResult<BilledSubscription | null>>;
  readonly subscriptionLines: (subscription: string, cursor?: string) => Promise<VendorResult<Listed<BilledLine>>>;
  readonly createSubscription: (subscription: NewSubscription) => Promise<VendorResult<BilledSubscription>>;
  readonly changeSubscription: (
    subscription: string,
    change: SubscriptionChange,
  ) => Promise<VendorResult<BilledSubscription>>;
  readonly endSubscription: (subscription: string) => Promise<VendorResult<BilledSubscription>>;
  readonly createDraftInvoice: (invoice: NewInvoice) => Promise<VendorResult<BilledInvoice>>;
  readonly findInvoice: (reference: string) => Promise<VendorResult<BilledInvoice | null>>;
  readonly readInvoice: (id: string) => Promise<VendorResult<BilledInvoice>>;
  readonly listInvoices: (cursor?: string) => Promise<VendorResult<Listed<BilledInvoice>>>;
  readonly invoiceLines: (invoice: string, cursor?: string) => Promise<VendorResult<Listed<BilledLine>>>;
  readonly invoiceChanges: (since: string, cursor?: string) => Promise<VendorResult<Listed<Change>>>;
}
export type BillingAbility = keyof BillingAbilities;

/** What a vendor can be asked; what it lacks is not offered. */
export type Billing = Pick<BillingAbilities, "prove"> & Partial<BillingAbilities>;

/** One per brand. To people finding one, reading all and following them is one thing. */
export const billing = {
  name: "billing",
  label: { fr: "Facturation", en: "Billing" },
  abilities: {
    listCustomers: { fr: "lire les clients", en: "read customers" },
    findCustomer: { fr: "lire les clients", en: "read customers" },
    createCustomer: { fr: "créer un client", en: "create a customer" },
    customerChanges: { fr: "suivre les changements", en: "follow changes" },
    listProducts: { fr: "lire les articles", en: "read articles" },
    findProduct: { fr: "lire les articles", en: "read articles" },
    createProduct: { fr: "créer un article", en: "create an article" },
    listSubscriptions: { fr: "lire les abonnements", en: "read subscriptions" },
    findSubscription: { fr: "lire les abonnements", en: "read subscriptions" },
    subscriptionLines: { fr: "lire les abonnements", en: "read subscriptions" },
    createSubscription: { fr: "créer un abonnement", en: "create a subscription" },
    changeSubscription: { fr: "modifier un abonnement", en: "change a subscription" },
    endSubscription: { fr: "arrêter un abonnement", en: "end a subscription" },
    createDraftInvoice: { fr: "préparer une facture", en: "draft an invoice" },
    findInvoice: { fr: "lire les factures", en: "read invoices" },
    readInvoice: { fr: "lire les factures", en: "read invoices" },
    listInvoices: { fr: "lire les factures", en: "read invoices" },
    invoiceLines: { fr: "lire les factures", en: "read invoices" },
    invoiceChanges: { fr: "lire les factures", en: "read invoices" },
  } satisfies Record<Exclude<BillingAbility, "prove">, Words>,
} as const satisfies Capability;
