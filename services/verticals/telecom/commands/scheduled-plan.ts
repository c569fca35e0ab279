import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { SwLineTerm } from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { addDays } from "../../../platform/day.ts";
import type { cancelPlanInput, movePlanInput } from "./contract.ts";
import { type StateSet, update, written } from "./state.ts";

/** Takes back a change to come: the period before goes on, in the same transaction. */
export async function cancelScheduledPlan(
  backend: BackendClient,
  viewer: Viewer,
  { termId, version }: z.infer<typeof cancelPlanInput>,
): Promise<StateSet> {
  const term = await backend.get("sw_line_term", termId);
  const from = term.valid_from ?? "";
  if (term.version !== version || term.applied || from <= todayOf(viewer)) return { kind: "refused", detail: null };
  const before = (await periodsOf(backend, term)).filter((other) => other.valid_to === addDays(from, -1));
  return written(backend, [
    { op: "remove", ref: { type: "sw_line_term--sw_line_term", id: term.id } },
    ...before.map((one) => update("sw_line_term", one.id, { version: one.version, valid_to: term.valid_to ?? null })),
  ]);
}

/** Another day for a change to come: the period before it ends the day before, in the same transaction. */
export async function moveScheduledPlan(
  backend: BackendClient,
  viewer: Viewer,
  { termId, version, day }: z.infer<typeof movePlanInput>,
): Promise<StateSet> {
  const term = await backend.get("sw_line_term", termId);
  const others = (await periodsOf(backend, term)).filter((other) => other.id !== term.id);
  const from = term.valid_from ?? day;
  const before = others.find((other) => other.valid_to === addDays(from, -1));
  // Between the periods before and after it, and never into the past: it would have no effect there.
  const blocked =
    term.applied ||
    day < todayOf(viewer) ||
    (before && (before.valid_from ?? "") >= day) ||
    (term.valid_to && term.valid_to < day) ||
    others.some((other) => (other.valid_from ?? "") > from && (other.valid_from ?? "") <= day);
  if (blocked) return { kind: "refused", detail: "" };
  return written(backend, [
    ...(before ? [update("sw_line_term", before.id, { version: before.version, valid_to: addDays(day, -1) })] : []),
    update("sw_line_term", term.id, { version, valid_from: day }),
  ]);
}

function periodsOf(backend: BackendClient, term: SwLineTerm): Promise<SwLineTerm[]> {
  return backend.list(
    "sw_line_term",
    new DrupalJsonApiParams()
      .addFields("sw_line_term--sw_line_term", ["valid_from", "valid_to", "version"])
      .addFilter("line.id", term.line?.id ?? ""),
  );
}
