/** How far the vendor says it is, in the words of `sw_action`. */
export const vendorStates = [
  "submitted",
  "acknowledged",
  "held",
  "in_progress",
  "delivered",
  "done",
  "rejected_by_vendor",
  "cancelling",
  "cancelled",
] as const;
export type VendorState = (typeof vendorStates)[number];

export interface Milestone {
  readonly code: string;
  readonly label?: string;
  /** A day, or a moment in UTC to the second. */
  readonly at: string;
}

export interface Progress {
  /** `submitted`: it lies there, and nobody has said anything yet. */
  readonly state: VendorState;
  /** The vendor's name for it. */
  readonly reference: string | null;
  /** Why it is held or was rejected, in the vendor's words. */
  readonly reason?: string | null;
  readonly milestones?: readonly Milestone[];
  /** The day from which it holds, as the vendor confirms it. */
  readonly effectiveOn?: string | null;
  /** Our name of the last correction that the vendor has. */
  readonly correction?: string | null;
}

/** From where the model's workflow lets an action come; only what a vendor's word can do. */
const from: Readonly<Record<VendorState, readonly string[]>> = {
  submitted: [],
  acknowledged: ["submitted", "held", "correcting", "cancelling", "unknown"],
  held: ["submitted", "acknowledged", "correcting", "in_progress", "unknown"],
  in_progress: ["submitted", "acknowledged", "held", "correcting", "cancelling", "unknown"],
  delivered: ["submitted", "acknowledged", "held", "correcting", "in_progress", "cancelling", "unknown"],
  done: ["submitted", "acknowledged", "held", "correcting", "in_progress", "delivered", "cancelling", "unknown"],
  rejected_by_vendor: ["submitted", "acknowledged", "held", "correcting", "in_progress", "unknown"],
  cancelling: [],
  cancelled: ["cancelling", "unknown"],
};

/** The state that an action comes to by what the vendor says; undefined: it stays where it is. */
export function stateAfter(status: string, told: VendorState): VendorState | undefined {
  // What we asked to end is cancelled, whatever the vendor calls it; what the vendor ended by itself it has rejected.
  const meant =
    told === "rejected_by_vendor" && status === "cancelling"
      ? "cancelled"
      : told === "cancelled" && status !== "cancelling" && status !== "unknown"
        ? "rejected_by_vendor"
        : told;
  return from[meant].includes(status) ? meant : undefined;
}

/** Nothing more comes of it at the vendor: wanted again, it is another order. */
export const isEnded = ({ state }: Progress): boolean => state === "rejected_by_vendor" || state === "cancelled";
