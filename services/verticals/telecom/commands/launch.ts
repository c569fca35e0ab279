import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { SwAction } from "../../../model/generated/entities.ts";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { launchBlock, type LaunchedAction, launchOperations, type LaunchRow, monthlyChange } from "../domain/launch.ts";
import type { launchInput, launchPreviewInput } from "./contract.ts";
import { missingMilestones } from "./milestones.ts";
import { type StateSet, written } from "./state.ts";

export interface LaunchPreview {
  readonly version: number;
  readonly status: string;
  /** The day on which what begins is carried out. */
  readonly day: string | null;
  readonly rows: readonly LaunchRow[];
}

/** What launching would begin and what not, action by action. Writes nothing. */
export async function previewLaunch(
  backend: BackendClient,
  viewer: Viewer,
  { id }: z.infer<typeof launchPreviewInput>,
): Promise<LaunchPreview> {
  const { deployment, actions } = await read(backend, viewer, id);
  return {
    ...deployment,
    rows: actions.map(({ after: _, version: __, ...action }, index) => {
      const whole = actions[index] as LaunchedAction;
      return { ...action, blocked: launchBlock(whole), ...monthlyChange(whole) };
    }),
  };
}

/** Launches it, or what of a launched one has not begun. What can't begin stays as it is; again, nothing begins twice. */
export async function launch(
  backend: BackendClient,
  viewer: Viewer,
  { id, version, leave }: z.infer<typeof launchInput>,
): Promise<StateSet & { readonly begun?: number }> {
  const { deployment, actions } = await read(backend, viewer, id);
  if (deployment.version !== version || !deployment.day) return { kind: "refused", detail: null };
  const left = new Set(leave);
  const chosen = actions.filter((action) => !left.has(action.id));
  const operations = launchOperations({ id, version, status: deployment.status, day: deployment.day }, chosen);
  if (operations.length === 0) return { kind: "refused", detail: null };
  const begun = chosen.filter((action) => !launchBlock(action)).length;
  return { ...(await written(backend, [...operations, ...(await missingMilestones(backend, id))])), begun };
}

async function read(backend: BackendClient, viewer: Viewer, id: string) {
  const [deployment, actions] = await Promise.all([
    backend.get(
      "sw_deployment",
      id,
      new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["version", "status", "planned_on"]),
    ),
    backend.listAll("sw_action", () => actionsOf(id)),
  ]);
  const today = todayOf(viewer);
  const day = deployment.planned_on ?? null;
  return {
    deployment: {
      version: deployment.version ?? 1,
      status: deployment.status ?? "draft",
      // What was planned for a day gone by begins today.
      day: day && day < today ? today : day,
    },
    actions: actions.map(launched),
  };
}

const actionsOf = (deployment: string) =>
  new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", [
      "version",
      "operation",
      "capability",
      "status",
      "planned_on",
      "line",
      "billing_site",
      "depends_on",
      "deployment",
    ])
    .addFields("sw_deployment--sw_deployment", ["supplier"])
    .addFields("sw_line--sw_line", ["number", "user_name", "status", "sell_price", "buy_price", "plan", "park"])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
    .addFields("sw_park--sw_park", ["operator"])
    .addFields("sw_supplier--sw_supplier", ["name"])
    .addInclude(["line.plan", "line.park.operator", "depends_on", "deployment.supplier"])
    .addFilter("deployment.id", deployment)
    .addSort("id");

function launched(action: SwAction): LaunchedAction {
  const { line } = action;
  return {
    id: action.id,
    version: action.version ?? 1,
    operation: action.operation ?? "",
    capability: action.capability ?? "",
    status: action.status ?? "",
    plannedOn: action.planned_on ?? null,
    line: line
      ? {
          id: line.id,
          number: line.number ?? "",
          userName: line.user_name ?? null,
          status: line.status ?? "",
          planName: line.plan?.name ?? null,
          operatorName: line.park?.operator?.name ?? null,
          ...("sell_price" in line && { sellPrice: line.sell_price }),
          ...("buy_price" in line && { buyPrice: line.buy_price }),
        }
      : null,
    hasBillingSite: Boolean(action.billing_site),
    supplierId: (line ? line.park?.operator?.id : action.deployment?.supplier?.id) ?? null,
    after: (action.depends_on ?? []).map(({ status }) => status ?? ""),
  };
}
