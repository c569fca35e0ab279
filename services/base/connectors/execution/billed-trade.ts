import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import type { Words } from "../capabilities/capability.ts";
import type { VendorNamed } from "./executor.ts";

/** An article of the catalogue. */
export interface BilledArticle {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A decimal text without tax, and the months that it pays for. */
export interface BilledPrice {
  readonly net: string;
  readonly months: 1 | 3 | 12;
}

/** What was billed, as it is written down where the trade keeps it. */
export interface BilledWhat {
  readonly operation: string;
  readonly billingSite: string;
  readonly article: BilledArticle;
  readonly label: string;
  readonly quantity: number;
  readonly price: BilledPrice;
  readonly startsOn: string;
  /** The billing system's name for it. */
  readonly systemId: string;
}

/** What a trade knows of an action's subject: what is absent is said by the action, and the catalogue. */
export interface BilledSubject {
  /** One service has one, whatever action bills it; absent: no service is named. */
  readonly service?: string | undefined;
  /** What the customer reads beside the article: a number, a place. */
  readonly name?: string | undefined;
  readonly billingSite?: string | undefined;
  /** The article where the action names none. */
  readonly article?: BilledArticle | undefined;
  /** Whether that system bills it already, so that it can be changed there. */
  isBilledBy?(vendor: VendorNamed): boolean;
  /** Its price where it isn't that of the catalogue; of an article that the action names, asked by that. */
  priceOf(article: BilledArticle): BilledPrice | undefined;
  /** What else is written in the request that says that it is billed. */
  follows(what: BilledWhat, vendor: VendorNamed): readonly AtomicOperation[];
}

/** What is no longer to be billed: a service, with all that was added to it. */
export interface BilledEnd {
  /** What its names at the billing system are made of: the service, and the keys of the actions that added to it. */
  readonly names: readonly string[];
  /** Where it may be billed. */
  readonly billingSites: readonly string[];
  /** Whether that system is known to bill it. */
  isBilledBy(vendor: VendorNamed): boolean;
  /** What else is written in the request that says that it is billed no more. */
  follows(vendor: VendorNamed): readonly AtomicOperation[];
}

/** A line of a subscription at the billing system, of a customer that billing sites are mapped to. */
export interface BilledThere {
  /** The billing system's name for it: that of what actions had billed. */
  readonly systemId: string;
  /** What we call it, where we made it. */
  readonly reference: string | null;
  readonly account: string;
  /** Null: several of the account's are one customer there. */
  readonly billingSite: string | null;
  readonly label: string;
  /** Decimal texts; the price is of one, for so many months, without tax. */
  readonly quantity: string;
  readonly price: string;
  readonly months: number;
  readonly startsOn: string | null;
}

/** Keeps what the billing system bills again and again. Each may be done again at any point: what is so already isn't written. */
export interface BilledMirror {
  /** How many were written. */
  write(mirroring: Mirroring, lines: readonly BilledThere[]): Promise<number>;
  /** The names there of what is kept of that system, some at a time; `next` null: there are no more. */
  names(
    mirroring: Mirroring,
    offset: number,
  ): Promise<{ readonly names: readonly string[]; readonly next: number | null }>;
  /** Those that aren't there any more. */
  gone(mirroring: Mirroring, names: readonly string[]): Promise<number>;
}

export interface Mirroring {
  readonly backend: BackendClient;
  readonly vendor: VendorNamed;
  readonly connection: string;
  readonly today: string;
}

/** What a module knows of the actions of brands that it is open to. */
export interface BilledTrade {
  readonly module: string;
  /** Where it keeps what is billed; absent: nowhere. */
  readonly mirror?: BilledMirror;
  /** Undefined: the action is about nothing of its trade. */
  subjectOf(
    backend: BackendClient,
    action: BilledAction,
  ): Promise<BilledSubject | { readonly refused: Words } | undefined>;
  /** What an action ends; undefined: nothing of its trade. */
  endOf(backend: BackendClient, action: BilledAction): Promise<BilledEnd | { readonly refused: Words } | undefined>;
  /** Actions that wait for something of its trade which comes after that day only: an end, or work that was moved. */
  waitingAfter(backend: BackendClient, day: string): Promise<ReadonlySet<string>>;
}

export interface BilledAction {
  readonly id: string;
  readonly operation: string;
  readonly today: string;
}
