/**
 * The capability `supplier`, version 1: what can be asked of an operator or a wholesaler. One interface per ability; an adapter has those that its
 * vendor offers, and nobody asks for another one.
 */
import type { SwAction } from "../../../model/generated/entities.ts";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { Capability, Milestone, Offer, VendorResult, VendorState, Words } from "../../../base/connectors/index.ts";
import type { ToldCard } from "../domain/sim-cards.ts";

/** What was ordered, as the supplier sees it. */
export interface SupplierOrder {
  /** Its number there; none before it was acknowledged. */
  readonly id: string | null;
  /** What we called it. */
  readonly reference: string;
  readonly state: VendorState;
  /** Why it is held or was rejected, in the supplier's words. */
  readonly reason: string | null;
  /** The same by one of the causes that we know; null where it says none of them. */
  readonly cause: SwAction["cause"] | null;
  /** The day from which it holds: a service's first day, or its last one. */
  readonly effectiveOn: string | null;
  readonly milestones: readonly Milestone[];
  /** Its id of the service that the order made; null while there is none. */
  readonly serviceId: string | null;
  /** Our name of the last correction that it has. */
  readonly correction: string | null;
  /** Those that an order of SIMs brings, once they are named. */
  readonly cards: readonly ToldCard[];
}

interface Ordered {
  /** Ours: by it the order is found when the answer was lost. */
  readonly reference: string;
  /** A day that is wished for. */
  readonly requestedOn?: string;
  readonly comment?: string;
}
/** Of a line that is there: its number, and the supplier's own id where it is known. */
export interface LineOrder extends Ordered {
  readonly number: string;
  readonly serviceId?: string;
}
export interface NewLineOrder extends Ordered {
  readonly siteName?: string;
  readonly address?: string;
  readonly postalCode?: string;
  readonly city?: string;
}
export interface PortInOrder extends Ordered {
  readonly number: string;
  /** Next to its number only can a RIO be checked. */
  readonly rio: string;
  /** As it is registered at the operator that the number comes from. */
  readonly holder: string;
  /** Of the SIM that gets the number. */
  readonly iccid?: string;
}
/** What holds now instead of what was ordered, under a name of its own: told twice it is one correction. */
export interface PortCorrection extends PortInOrder {
  readonly correction: string;
}
export interface SimOrder extends LineOrder {
  readonly sim: "sim" | "esim";
  readonly quantity: string;
}

/** The card that a line works with from then on. */
export interface SimSwap extends LineOrder {
  readonly iccid: string;
}

export interface Place {
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
}
/** What can be had at a place. */
export interface Eligible {
  readonly code: string;
  readonly label: string;
}

/** A service in the supplier's own inventory. */
export interface SupplierService {
  readonly id: string;
  readonly number: string | null;
  readonly state: "active" | "suspended" | "terminated";
  readonly endsOn: string | null;
}

export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

type Ordering<Order> = (order: Order) => Promise<VendorResult<SupplierOrder>>;

export interface SupplierAbilities extends Offer {
  readonly checkEligibility: (place: Place) => Promise<VendorResult<readonly Eligible[]>>;
  readonly createLine: Ordering<NewLineOrder>;
  readonly modifyLine: Ordering<LineOrder>;
  readonly modifyOptions: Ordering<LineOrder>;
  readonly terminateLine: Ordering<LineOrder>;
  readonly portIn: Ordering<PortInOrder>;
  readonly correctPortIn: Ordering<PortCorrection>;
  readonly orderSim: Ordering<SimOrder>;
  readonly swapSim: Ordering<SimSwap>;
  /** By our reference; null: the supplier has no such order. */
  readonly findOrder: (reference: string) => Promise<VendorResult<SupplierOrder | null>>;
  /** Asks the supplier to end it. What comes of it is seen by asking for the order. */
  readonly cancelOrder: (reference: string) => Promise<VendorResult<SupplierOrder>>;
  /** Orders that changed since then, oldest first. */
  readonly changedOrders: (since: string, cursor?: string) => Promise<VendorResult<Listed<SupplierOrder>>>;
  readonly inventory: (cursor?: string) => Promise<VendorResult<Listed<SupplierService>>>;
}
export type SupplierAbility = keyof SupplierAbilities;

/** What a supplier can be asked; what it lacks is not offered. */
export type Supplier = Pick<SupplierAbilities, "prove"> & Partial<SupplierAbilities>;

/** A brand has a connection for each supplier that it orders from. */
export const supplier = {
  name: "supplier",
  label: { fr: "Opérateur", en: "Operator" },
  module: "sw_telecom",
  party: "sw_supplier",
  abilities: {
    checkEligibility: { fr: "éligibilité", en: "eligibility" },
    createLine: { fr: "créer une ligne", en: "create a line" },
    modifyLine: { fr: "modifier une ligne", en: "modify a line" },
    modifyOptions: { fr: "modifier les options", en: "modify options" },
    terminateLine: { fr: "résilier une ligne", en: "terminate a line" },
    portIn: { fr: "porter un numéro", en: "port a number in" },
    correctPortIn: { fr: "corriger un portage", en: "correct a port" },
    orderSim: { fr: "commander des SIM", en: "order SIMs" },
    swapSim: { fr: "changer une carte SIM", en: "swap a SIM" },
    findOrder: { fr: "suivre une commande", en: "follow an order" },
    cancelOrder: { fr: "annuler une commande", en: "cancel an order" },
    changedOrders: { fr: "lire les changements", en: "read changes" },
    inventory: { fr: "lire le parc", en: "read the inventory" },
  } satisfies Record<Exclude<SupplierAbility, "prove">, Words>,
} as const satisfies Capability;
