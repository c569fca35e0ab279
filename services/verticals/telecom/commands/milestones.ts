import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { milestoneOperations, usualMilestones } from "../domain/milestones.ts";
import type { milestonesInput, milestoneStateInput } from "./contract.ts";
import { type StateSet, update, written } from "./state.ts";

/** What makes the usual steps of a deployment that has none; nothing where it has some: those that are gone were taken away by somebody. */
export async function missingMilestones(backend: BackendClient, id: string): Promise<AtomicOperation[]> {
  const [deployment, count, operations] = await Promise.all([
    backend.get(
      "sw_deployment",
      id,
      new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["planned_on", "owner"]),
    ),
    backend.count("sw_milestone", new DrupalJsonApiParams().addFilter("deployment.id", id)),
    backend.aggregate("sw_action", {
      groupBy: ["operation"],
      filter: new DrupalJsonApiParams().addFilter("deployment.id", id).addFilter("status", "cancelled", "<>"),
    }),
  ]);
  if (count > 0) return [];
  return milestoneOperations(
    { deploymentId: id, ownerId: deployment.owner?.id ?? null, day: deployment.planned_on ?? null },
    usualMilestones(operations.map(({ keys }) => String(keys["operation"]))),
  );
}

/** Makes the steps of a deployment, once. */
export async function prepareMilestones(
  backend: BackendClient,
  { deploymentId }: z.infer<typeof milestonesInput>,
): Promise<StateSet> {
  const operations = await missingMilestones(backend, deploymentId);
  return operations.length > 0 ? written(backend, operations) : { kind: "done" };
}

/** A step is done, isn't needed, or is to come again. */
export function setMilestoneState(
  backend: BackendClient,
  { id, version, to, doneOn }: z.infer<typeof milestoneStateInput>,
): Promise<StateSet> {
  const attributes = { version, status: to, ...(to !== "dropped" && { done_on: to === "done" ? doneOn : null }) };
  return written(backend, [update("sw_milestone", id, attributes)]);
}

/** The steps that end with their deployment, or come back with it. */
export async function milestonesWith(
  backend: BackendClient,
  deploymentId: string,
  change: { readonly from: "open" | "dropped"; readonly to: "open" | "dropped" },
): Promise<AtomicOperation[]> {
  const rows = await backend.listAll("sw_milestone", () =>
    new DrupalJsonApiParams()
      .addFields("sw_milestone--sw_milestone", ["version"])
      .addFilter("deployment.id", deploymentId)
      .addFilter("status", change.from),
  );
  return rows.map(({ id, version }) => update("sw_milestone", id, { version, status: change.to }));
}
