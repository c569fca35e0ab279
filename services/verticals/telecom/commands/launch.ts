import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { SwAction } from "../../../model/generated/entities.ts";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { type Approval, approvalOf } from "../domain/approval.ts";
import {
  articleChange,
  lackingOf,
  launchBlock,
  type LaunchedAction,
  launchOperations,
  type LaunchRow,
  monthlyChange,
} from "../domain/launch.ts";
import { launchedArticles } from "./articles.ts";
import type { approvalInput, launchInput, launchPreviewInput, refusalInput } from "./contract.ts";
import { missingMilestones } from "./milestones.ts";
import { type StateSet, update, written } from "./state.ts";

export interface LaunchPreview {
  readonly version: number;
  readonly status: string;
  /** The day on which what begins is carried out. */
  readonly day: string | null;
  readonly rows: readonly LaunchRow[];
  /** Why a second person has to approve; null where one is enough, or approval was asked for. */
  readonly approval: Approval | null;
  /** Whether one action that is rejected undoes those that are done. */
  readonly allOrNothing: boolean;
  /** Who asked for approval, while it is awaited. */
  readonly askedBy: string | null;
}

/** What launching would begin and what not, action by action. Writes nothing. */
export async function previewLaunch(
  backend: BackendClient,
  viewer: Viewer,
  { id }: z.infer<typeof launchPreviewInput>,
): Promise<LaunchPreview> {
  const { deployment, rows } = await read(backend, viewer, id);
  const articles = await launchedArticles(backend, viewer, rows, deployment.day ?? todayOf(viewer));
  const actions = rows.map((row) => ({ ...launched(row), article: articles.get(row.id) ?? null }));
  const { approval_above: above } = viewer.brandId
    ? await backend.get(
        "sw_brand",
        viewer.brandId,
        new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["approval_above"]),
      )
    : {};
  return {
    ...deployment,
    approval: deployment.status === "planned" ? approvalOf(actions, above) : null,
    rows: actions.map(launchRow),
  };
}

function launchRow(action: LaunchedAction): LaunchRow {
  const { after: _, version: __, article, ...shown } = action;
  return {
    ...shown,
    article: article ? { name: article.name, quantity: article.quantity } : null,
    blocked: launchBlock(action),
    lacks: lackingOf(action),
    ...monthlyChange(action),
    ...articleChange(action),
  };
}

/** Launches it, or what of a launched one has not begun. What can't begin stays as it is; again, nothing begins twice. */
export async function launch(
  backend: BackendClient,
  viewer: Viewer,
  { id, version, leave, allOrNothing }: z.infer<typeof launchInput>,
): Promise<StateSet & { readonly begun?: number }> {
  const { deployment, rows } = await read(backend, viewer, id);
  const actions = rows.map(launched);
  if (deployment.version !== version || !deployment.day) return { kind: "refused", detail: null };
  const left = new Set(leave);
  const chosen = actions.filter((action) => !left.has(action.id));
  const operations = launchOperations(
    {
      id,
      version,
      status: deployment.status,
      day: deployment.day,
      ...(allOrNothing !== undefined && { allOrNothing }),
    },
    chosen,
    viewer.userId,
  );
  if (operations.length === 0) return { kind: "refused", detail: null };
  const begun = chosen.filter((action) => !launchBlock(action)).length;
  return { ...(await written(backend, [...operations, ...(await missingMilestones(backend, id))])), begun };
}

/** Asks for a second person, who launches it or says why not. */
export function askApproval(
  backend: BackendClient,
  viewer: Viewer,
  { id, version, allOrNothing }: z.infer<typeof approvalInput>,
): Promise<StateSet> {
  return written(backend, [
    {
      op: "update",
      data: {
        type: "sw_deployment--sw_deployment",
        id,
        attributes: {
          version,
          status: "awaiting_approval",
          approval_asked_on: todayOf(viewer),
          ...(allOrNothing !== undefined && { all_or_nothing: allOrNothing }),
        },
        relationships: { approval_asked_by: { data: { type: "user--user", id: viewer.userId } } },
      },
    },
  ]);
}

/** Whoever asked withdraws it; anybody else says why it isn't approved, which is what then stands in its way. */
export function refuseApproval(
  backend: BackendClient,
  { id, version, reason }: z.infer<typeof refusalInput>,
): Promise<StateSet> {
  const attributes = { version, status: "planned", ...(reason && { blocked_by: reason }) };
  return written(backend, [update("sw_deployment", id, attributes)]);
}

async function read(backend: BackendClient, viewer: Viewer, id: string) {
  const [deployment, rows] = await Promise.all([
    backend.get(
      "sw_deployment",
      id,
      new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", [
        "version",
        "status",
        "planned_on",
        "all_or_nothing",
        "approval_asked_by",
      ]),
    ),
    backend.listAll("sw_action", () => actionsOf(id)),
  ]);
  const today = todayOf(viewer);
  const day = deployment.planned_on ?? null;
  return {
    deployment: {
      version: deployment.version ?? 1,
      status: deployment.status ?? "draft",
      allOrNothing: deployment.all_or_nothing ?? false,
      askedBy: deployment.status === "awaiting_approval" ? (deployment.approval_asked_by?.id ?? null) : null,
      // What was planned for a day gone by begins today.
      day: day && day < today ? today : day,
    },
    rows,
  };
}

export const actionsOf = (deployment: string) =>
  new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", [
      "version",
      "operation",
      "payload",
      "capability",
      "status",
      "planned_on",
      "line",
      "account",
      "billing_site",
      "depends_on",
      "compensates",
      "deployment",
    ])
    .addFields("sw_deployment--sw_deployment", ["supplier"])
    .addFields("sw_line--sw_line", [
      "number",
      "user_name",
      "version",
      "status",
      "sell_price",
      "buy_price",
      "plan",
      "park",
    ])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
    .addFields("sw_park--sw_park", ["operator"])
    .addFields("sw_supplier--sw_supplier", ["name"])
    .addInclude(["line.plan", "line.park.operator", "depends_on", "deployment.supplier"])
    .addFilter("deployment.id", deployment)
    .addSort("id");

export function launched(action: SwAction): LaunchedAction {
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
