import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import { billingReverses } from "../../../base/connectors/index.ts";
import type { SwAction } from "../../../model/generated/entities.ts";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import {
  hasUndoing,
  type UndoneAction,
  undoneChange,
  undoOperations,
  type UndoRow,
  undoSteps,
} from "../domain/undo.ts";
import { supplierReverses } from "../suppliers/reverses.ts";
import { launchedArticles } from "./articles.ts";
import type { launchPreviewInput, undoInput } from "./contract.ts";
import { actionsOf, launched } from "./launch.ts";
import { milestonesWith } from "./milestones.ts";
import { type StateSet, update, written } from "./state.ts";

const reverses = { ...billingReverses, ...supplierReverses };

export interface UndoPreview {
  readonly version: number;
  readonly status: string;
  readonly rows: readonly UndoRow[];
}

/** What undoing would do, action by action. Writes nothing. */
export async function previewUndo(
  backend: BackendClient,
  viewer: Viewer,
  { id }: z.infer<typeof launchPreviewInput>,
): Promise<UndoPreview> {
  const { deployment, rows } = await read(backend, id);
  const articles = await launchedArticles(backend, viewer, rows, todayOf(viewer));
  const actions = rows.map((row) => ({ ...undone(row), article: articles.get(row.id) ?? null }));
  const steps = undoSteps(actions, reverses);
  return {
    version: deployment.version ?? 1,
    status: deployment.status ?? "",
    rows: actions.flatMap((action) => {
      const step = steps.get(action.id);
      return step ? [undoRow(action, step)] : [];
    }),
  };
}

function undoRow(action: UndoneAction, step: UndoRow["step"]): UndoRow {
  const { version: _, article, accountId: _1, billingSiteId: _2, afterIds: _3, compensates: _4, ...shown } = action;
  return { ...shown, step, articleName: article?.name ?? null, ...undoneChange(action, step) };
}

/** From which states a deployment is undone. */
const undoable: ReadonlySet<string> = new Set(["launched", "done"]);

/** Begins it: all that can be written now is written at once, with the state that keeps what was planned from going on. */
export async function undo(
  backend: BackendClient,
  viewer: Viewer,
  { id, version }: z.infer<typeof undoInput>,
): Promise<StateSet> {
  const given = { today: todayOf(viewer), brandId: viewer.brandId };
  return begin(backend, given, { id, version });
}

interface Given {
  readonly today: string;
  readonly brandId: string | null;
}

/** `version`: what was looked at; absent: whatever it is now. */
export async function begin(
  backend: BackendClient,
  given: Given,
  { id, version }: { readonly id: string; readonly version?: number },
): Promise<StateSet> {
  const { deployment, rows } = await read(backend, id);
  const isLookedAt = version === undefined || deployment.version === version;
  const actions = rows.map(undone);
  if (!isLookedAt || !undoable.has(deployment.status ?? "") || !hasUndoing(undoSteps(actions, reverses).values()))
    return { kind: "refused", detail: null };
  return written(backend, [
    update("sw_deployment", id, { version: deployment.version, status: "undoing" }),
    ...(await milestonesWith(backend, id, { from: "open", to: "dropped" })),
    ...undoOperations(actions, reverses, await undoing(backend, given, deployment)),
  ]);
}

/** What can be written since: of what was under way is known by now what became of it. Repeated, it writes nothing twice. */
export async function goOnUndoing(backend: BackendClient, given: Given, id: string): Promise<StateSet | null> {
  const { deployment, rows } = await read(backend, id);
  if (deployment.status !== "undoing") return null;
  const operations = undoOperations(rows.map(undone), reverses, await undoing(backend, given, deployment));
  // Named with its version: of two that go on at once one is first.
  const head = update("sw_deployment", id, { version: deployment.version });
  return operations.length > 0 ? written(backend, [head, ...operations]) : null;
}

type Read = Awaited<ReturnType<typeof read>>;

async function undoing(backend: BackendClient, { today, brandId }: Given, deployment: Read["deployment"]) {
  const params = new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["locale"]);
  const { locale } = brandId ? await backend.get("sw_brand", brandId, params) : {};
  const name = deployment.name ?? "";
  const details = locale === "en" ? `Undoing of “${name}”` : `Retour en arrière de « ${name} »`;
  return { deploymentId: deployment.id, details, today, isBeginning: deployment.status !== "undoing" };
}

async function read(backend: BackendClient, id: string) {
  const params = new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["version", "status", "name"]);
  const [deployment, rows] = await Promise.all([
    backend.get("sw_deployment", id, params),
    backend.listAll("sw_action", () => actionsOf(id)),
  ]);
  return { deployment, rows };
}

function undone(action: SwAction): UndoneAction {
  const { after: _, line, ...rest } = launched(action);
  return {
    ...rest,
    line: line && { ...line, version: action.line?.version ?? 1 },
    accountId: action.account?.id ?? null,
    billingSiteId: action.billing_site?.id ?? null,
    afterIds: (action.depends_on ?? []).map(({ id }) => id),
    compensates: action.compensates?.id ?? null,
  };
}
