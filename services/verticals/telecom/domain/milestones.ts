/** The steps of a deployment as the customer lives them. Pure. */
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";

/** In the order in which they come. */
export const milestoneKinds = [
  "order_confirmed",
  "appointment",
  "delivery",
  "porting",
  "go_live",
  "billing_start",
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** The steps that each operation brings with it, besides the order itself. */
const brought: Readonly<Record<string, readonly MilestoneKind[]>> = {
  create_line: ["appointment", "delivery", "go_live", "billing_start"],
  port_in: ["porting", "go_live", "billing_start"],
  order_sim: ["delivery"],
  swap_sim: ["go_live"],
  modify_line: ["go_live"],
  modify_options: ["go_live"],
  create_service: ["billing_start"],
  modify_subscription: ["billing_start"],
};

/** Which steps a deployment with these operations has; one that has no actions yet has all that there can be. */
export function usualMilestones(operations: readonly string[]): readonly MilestoneKind[] {
  if (operations.length === 0) return milestoneKinds;
  const wanted = new Set<MilestoneKind>(["order_confirmed", ...operations.flatMap((one) => brought[one] ?? [])]);
  return milestoneKinds.filter((kind) => wanted.has(kind));
}

export interface MilestoneOwner {
  readonly deploymentId: string;
  readonly ownerId: string | null;
  /** The day of the order; the others are dated by whoever knows. */
  readonly day: string | null;
}

/** Makes the steps of a deployment. An id belongs to deployment and step, so that two who make them at once make them once. */
export function milestoneOperations(
  { deploymentId, ownerId, day }: MilestoneOwner,
  kinds: readonly MilestoneKind[],
): AtomicOperation[] {
  return kinds.map((kind) => ({
    op: "add",
    data: {
      type: "sw_milestone--sw_milestone",
      id: deterministicUuid(`milestone/${deploymentId}/${kind}`),
      attributes: { kind, ...(kind === "order_confirmed" && day && { due_on: day }) },
      relationships: {
        deployment: { data: { type: "sw_deployment--sw_deployment", id: deploymentId } },
        ...(ownerId && { owner: { data: { type: "user--user", id: ownerId } } }),
      },
    },
  }));
}

/** A contact of the customer who is told of deployments, from one day to another, at one site or everywhere. */
export interface Assigned {
  readonly contactId: string;
  readonly siteId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Who of them is told: one for a site of the deployment before one for all sites, the longest assigned first. */
export function contactOf(
  assigned: readonly Assigned[],
  { sites, day }: { readonly sites: ReadonlySet<string>; readonly day: string },
): string | null {
  const now = assigned
    .filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day))
    .toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.contactId.localeCompare(b.contactId));
  const found = now.find(({ siteId }) => siteId && sites.has(siteId)) ?? now.find(({ siteId }) => siteId === null);
  return found?.contactId ?? null;
}
