import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BillingWork, SwAction, SwAssignment } from "../../../model/generated/entities.ts";
import type { SwLine, SwLineOption } from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { openActionStates } from "../domain/deployment-order.ts";
import type { OrderedLine } from "../domain/line-order.ts";
import { readsOf } from "./reads.ts";

/** What else of the lines an order has to know. */
export interface LineFacts {
  readonly options?: boolean;
  /** The contact's assignments for this purpose. */
  readonly contact?: { readonly id: string; readonly purpose: string };
  /** Actions with this operation that are still to be done; of an article's, those with the same article. */
  readonly action?: {
    readonly operation: string;
    readonly code?: string | null;
    /** Those that have not begun only. */
    readonly isReady?: true;
  };
}

/** The lines of an order, in the order of the ids; one that doesn't exist for the person is missing. */
export async function loadLines(
  backend: BackendClient,
  ids: readonly string[],
  facts: LineFacts = {},
): Promise<OrderedLine[]> {
  const { action, contact } = facts;
  const lineReads = readsOf(ids, lineRead);
  const optionReads = facts.options ? readsOf(ids, optionRead) : [];
  const actionReads = action ? readsOf(ids, (part) => actionRead(part, action)) : [];
  const read = await backend.lists([...lineReads, ...optionReads, ...actionReads]);
  const lines = read.slice(0, lineReads.length).flat() as SwLine[];
  const options = read.slice(lineReads.length, lineReads.length + optionReads.length).flat() as SwLineOption[];
  const actions = (read.slice(lineReads.length + optionReads.length).flat() as SwAction[]).filter(
    ({ payload }) => action?.code === undefined || ((payload as Partial<BillingWork>)?.code ?? null) === action.code,
  );
  const sites = [...new Set(lines.flatMap((line) => line.site?.id ?? []))];
  const assignments = contact
    ? (await backend.lists(readsOf(sites, (part) => assignmentRead(part, contact)))).flat()
    : [];
  const optionsOf = grouped(options, ({ line }) => line?.id);
  const actionsOf = grouped(actions, ({ line }) => line?.id);
  const assignmentsOf = grouped(assignments, ({ site }) => site?.id);
  const place = new Map(ids.map((id, index) => [id, index]));
  return lines
    .map((line) =>
      orderedLine(line, {
        options: optionsOf.get(line.id) ?? [],
        actions: actionsOf.get(line.id) ?? [],
        assignments: assignmentsOf.get(line.site?.id ?? "") ?? [],
      }),
    )
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

const lineRead = (ids: string[]) => ({
  type: "sw_line" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_line--sw_line", [
      "number",
      "user_name",
      "status",
      "version",
      "end_date",
      "park",
      "site",
      "billing_site",
    ])
    .addFields("sw_park--sw_park", ["account", "operator", "kind"])
    .addFields("sw_site--sw_site", ["name"])
    .addFields("sw_billing_site--sw_billing_site", ["name"])
    .addInclude(["park", "site", "billing_site"])
    .addFilter("id", ids, "IN")
    .addCustomParam({ page: { limit: ids.length } }),
});

const optionRead = (ids: string[]) => ({
  type: "sw_line_option" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_line_option--sw_line_option", ["line", "item", "version", "valid_from", "valid_to"])
    .addFilter("line.id", ids, "IN")
    .addFilter("valid_to", null, "IS NULL")
    .addCustomParam({ page: { limit: 500 } }),
});

const actionRead = (ids: string[], { operation, isReady }: NonNullable<LineFacts["action"]>) => ({
  type: "sw_action" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["line", "payload"])
    .addFilter("line.id", ids, "IN")
    .addFilter("operation", operation)
    .addFilter("status", isReady ? ["ready"] : [...openActionStates], "IN")
    .addCustomParam({ page: { limit: 500 } }),
});

const assignmentRead = (sites: string[], contact: { readonly id: string; readonly purpose: string }) => ({
  type: "sw_assignment" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_assignment--sw_assignment", ["site"])
    .addFilter("contact.id", contact.id)
    .addFilter("purpose", contact.purpose)
    .addFilter("site.id", sites, "IN")
    .addFilter("valid_to", null, "IS NULL")
    .addCustomParam({ page: { limit: 500 } }),
});

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | undefined): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function orderedLine(
  line: SwLine,
  found: {
    readonly options: readonly SwLineOption[];
    readonly actions: readonly SwAction[];
    readonly assignments: readonly SwAssignment[];
  },
): OrderedLine {
  return {
    id: line.id,
    version: line.version ?? 1,
    number: line.number ?? "",
    userName: line.user_name ?? null,
    status: line.status ?? "active",
    accountId: line.park?.account?.id ?? null,
    parkId: line.park?.id ?? null,
    parkKind: line.park?.kind ?? null,
    operatorId: line.park?.operator?.id ?? null,
    site: line.site ? { id: line.site.id, name: line.site.name ?? "" } : null,
    billingSite: line.billing_site ? { id: line.billing_site.id, name: line.billing_site.name ?? "" } : null,
    endDate: line.end_date ?? null,
    options: found.options.map((option) => ({
      id: option.id,
      itemId: option.item?.id ?? "",
      version: option.version ?? 1,
      validFrom: option.valid_from ?? "",
    })),
    assignments: found.assignments.map(({ id }) => id),
    plannedActions: found.actions.map(({ id }) => id),
  };
}
