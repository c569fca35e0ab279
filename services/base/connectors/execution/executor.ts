import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import type { Capability, Offer, Words } from "../capabilities/capability.ts";
import type { VendorResult } from "../vendor/failure.ts";
import type { Milestone, Progress } from "./progress.ts";

export type { Milestone, Progress };

/** The action as an executor has to know it. */
export interface ActionNamed {
  readonly id: string;
  readonly operation: string;
  /** The idempotency key: what an order is called by us. */
  readonly key: string;
  /** The brand's day. */
  readonly today: string;
  /** Those that are open to the brand: what another one knows is not there. */
  readonly modules: readonly string[];
  /** The brand's language: what is said on the action is read there. */
  readonly locale: "fr" | "en";
}

/** Whom an action goes to: the name is the adapter's, the label is what people read. */
export interface VendorNamed {
  readonly name: string;
  readonly label: string;
}

export interface DueAction {
  readonly id: string;
  /** Whose connection it goes to, where the capability has parties. */
  readonly party?: string | undefined;
  /** Names what a person has corrected and the vendor has to be told. */
  readonly correction?: number | undefined;
}

/** Whether a record names that vendor: by what people read, or as it was written before. */
export const isSystem = (system: string | null | undefined, { name, label }: VendorNamed): boolean =>
  [name, label].some((one) => one.toLowerCase() === system?.toLowerCase());

/**
 * What a module, or the base, knows of carrying out operations of a capability: what is sent, and what else follows from an answer. Recording before
 * trying, asking after an unknown outcome, waiting and limits are `carry-out.ts`'s.
 */
export interface Executor<Offered extends Offer = Offer, Wanted = unknown> {
  readonly capability: Capability;
  readonly operations: readonly string[];
  /** Those that are ready and whose day has come, where a day of their own doesn't say it. */
  due?(backend: BackendClient, day: string, modules: readonly string[]): Promise<readonly DueAction[]>;
  /** Whose connection an action goes to; undefined: nobody's. */
  partyOf?(backend: BackendClient, id: string): Promise<string | undefined>;
  /** What has to be sent; or why nothing can be. */
  wanted(
    backend: BackendClient,
    action: ActionNamed,
    vendor: VendorNamed,
  ): Promise<{ readonly wanted: Wanted } | { readonly refused: Words }>;
  /** Whether the vendor can be asked for the operation and looked at afterwards: without both nothing is sent. */
  isAble(offer: Offered, operation: string): boolean;
  /** What the vendor has under our reference. `time`: what was ended there is ordered again under another one. */
  find(offer: Offered, wanted: Wanted, time: number): Promise<VendorResult<Progress | null>>;
  send(offer: Offered, wanted: Wanted, time: number): Promise<VendorResult<Progress>>;
  /** Asks the vendor to end it; what it does then is seen by asking. Absent: only a person can. */
  cancel?(offer: Offered, wanted: Wanted, time: number): Promise<VendorResult<unknown>>;
  /** Names what holds since a person corrected it: the same content has the same name. Absent: it is corrected at the vendor's only. */
  correctionOf?(wanted: Wanted): string;
  /** Whether the vendor takes corrections of an order; where not, it is ended there and ordered again. */
  canCorrect?(offer: Offered, operation: string): boolean;
  /** Tells the vendor what holds now, under the correction's name. */
  correct?(offer: Offered, wanted: Wanted, time: number): Promise<VendorResult<Progress>>;
  /** Reads what of ours a new state touches, before anything of it is written: `notes` and `follows` get what is returned. */
  look?(backend: BackendClient, wanted: Wanted, progress: Progress): Promise<Wanted>;
  /** What else is written on the action itself with what the vendor says: only what is new. */
  notes?(wanted: Wanted, progress: Progress, isExplained: boolean): Readonly<Record<string, unknown>>;
  /** What else changes in the very request that says how far it is. */
  follows?(wanted: Wanted, progress: Progress, vendor: VendorNamed): readonly AtomicOperation[];
}

// biome-ignore lint/suspicious/noExplicitAny: each has an offer and a content of its own
export type AnyExecutor = Executor<any, any>;

/** Keeps the types of what is offered and wanted. */
export function defineExecutor<Offered extends Offer, Wanted>(executor: Executor<Offered, Wanted>): AnyExecutor {
  return executor;
}
