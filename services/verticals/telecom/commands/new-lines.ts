import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError, errorOperation } from "../../../platform/backend/errors.ts";
import { refusalOf } from "../../../platform/backend/refusal.ts";
import type { Viewer } from "../../../platform/backend/viewers.ts";
import { deploymentId } from "../domain/deployment-order.ts";
import { newLineOperations, type RowOperation } from "../domain/new-line-operations.ts";
import { type NewLineField, type NewLineProblem, newLineProblems } from "../domain/new-lines.ts";
import { type OfferedPlan, plansOf } from "./change-plan.ts";
import type { newLineChoicesInput, newLinesInput } from "./contract.ts";

export interface NewLinePlace {
  readonly id: string;
  readonly name: string;
}

/** Where new lines of an account can be, and what they can have, with the prices of the day as far as the person may see them. */
export async function newLineChoices(
  backend: BackendClient,
  viewer: Viewer,
  { accountId, on }: z.infer<typeof newLineChoicesInput>,
): Promise<{
  readonly parks: readonly { id: string; kind: string; operator: string; operatorId: string; site: string | null }[];
  readonly sites: readonly NewLinePlace[];
  readonly billingSites: readonly NewLinePlace[];
  readonly plans: readonly OfferedPlan[];
}> {
  const parksOf = backend.listAll("sw_park", () =>
    new DrupalJsonApiParams()
      .addFields("sw_park--sw_park", ["kind", "operator", "site"])
      .addFields("sw_supplier--sw_supplier", ["name"])
      .addFields("sw_site--sw_site", ["name"])
      .addInclude(["operator", "site"])
      .addFilter("account.id", accountId),
  );
  const [rows, sites, billingSites] = await Promise.all([
    parksOf,
    namedOf(backend, "sw_site", accountId),
    namedOf(backend, "sw_billing_site", accountId),
  ]);
  const parks = rows.flatMap(({ id, kind, operator, site }) =>
    operator
      ? [
          {
            id,
            kind: kind ?? "mobile",
            operator: operator.name ?? "",
            operatorId: operator.id,
            site: site?.name ?? null,
          },
        ]
      : [],
  );
  const operatorIds = [...new Set(parks.map(({ operatorId }) => operatorId))];
  return { parks, sites, billingSites, plans: await plansOf(backend, viewer, { operatorIds, on }) };
}

async function namedOf(
  backend: BackendClient,
  type: "sw_site" | "sw_billing_site",
  accountId: string,
): Promise<NewLinePlace[]> {
  const rows = await backend.listAll(type, () =>
    new DrupalJsonApiParams()
      .addFields(`${type}--${type}`, ["name"])
      .addFilter("account.id", accountId)
      .addSort("name"),
  );
  return rows.map(({ id, name }) => ({ id, name: name ?? "" }));
}

/** Fields of the order itself. */
export type OrderField = "name" | "day" | "owner" | "park" | "billingSite";

export type NewLinesPlanned =
  | { readonly kind: "planned"; readonly deploymentId: string }
  | {
      readonly kind: "refused";
      readonly problems: readonly NewLineProblem[];
      /** What the backend refuses, as `refusalOf` writes it; row and field where it names them. */
      readonly refusal: {
        readonly row: number | null;
        readonly field: NewLineField | OrderField | null;
        readonly detail: string;
      } | null;
    };

/** The deployment, its lines and what is to be done for them: all at once or nothing. A run that was carried out is carried out. */
export async function planNewLines(
  backend: BackendClient,
  viewer: Viewer,
  { order, runId }: z.infer<typeof newLinesInput>,
): Promise<NewLinesPlanned> {
  const id = deploymentId(runId, order.accountId);
  const planned = { kind: "planned", deploymentId: id } as const;
  if (await isThere(backend, id)) return planned;
  const park = await parkOf(backend, order.parkId);
  if (!park?.operator || park.account?.id !== order.accountId)
    return { kind: "refused", problems: [], refusal: { row: null, field: "park", detail: "not_found" } };
  const [offered, sites] = await Promise.all([
    plansOf(backend, viewer, { operatorIds: [park.operator.id], on: order.plannedOn }),
    namedOf(backend, "sw_site", order.accountId),
  ]);
  const plans = new Map(offered.map((plan) => [plan.id, plan]));
  const problems = newLineProblems(order.lines, {
    plans: new Set(plans.keys()),
    sites: new Set(sites.map((site) => site.id)),
  });
  if (problems.length > 0) return { kind: "refused", problems, refusal: null };
  const operations = newLineOperations(order, { runId, operatorId: park.operator.id, plans });
  try {
    await backend.operate(operations.map(({ operation }) => operation));
    return planned;
  } catch (error) {
    if (!(error instanceof BackendError) || ![403, 404, 409, 422].includes(error.status)) throw error;
    // Somebody pressed twice: the first made it while this one was on its way.
    if (await isThere(backend, id)) return planned;
    return { kind: "refused", problems: [], refusal: refused(error, operations) };
  }
}

const fields: Readonly<Record<string, NewLineField | OrderField>> = {
  number: "number",
  site: "site",
  plan: "plan",
  user_name: "user",
  payload: "rio",
  name: "name",
  planned_on: "day",
  owner: "owner",
  park: "park",
  billing_site: "billingSite",
};

function refused(error: BackendError, operations: readonly RowOperation[]) {
  const [first] = error.errors;
  const position = first && errorOperation(first);
  const at = position === undefined ? undefined : operations[position];
  const [, name = ""] = /\/data\/(?:attributes|relationships)\/(\w+)/.exec(first?.source?.pointer ?? "") ?? [];
  const detail = refusalOf(error.status, first);
  const isLine = at?.operation.op === "add" && at.operation.data.type === "sw_line--sw_line";
  // A park has a number once: the park is as it should be then.
  const field = isLine && detail.startsWith("not_unique") ? "number" : (fields[name] ?? null);
  return { row: at?.row ?? null, field, detail };
}

async function isThere(backend: BackendClient, id: string): Promise<boolean> {
  const rows = await backend.list(
    "sw_deployment",
    new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["version"]).addFilter("id", id),
  );
  return rows.length > 0;
}

async function parkOf(backend: BackendClient, id: string) {
  const [park] = await backend.list(
    "sw_park",
    new DrupalJsonApiParams().addFields("sw_park--sw_park", ["account", "operator"]).addFilter("id", id),
  );
  return park;
}
