import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import type { OrderedLine } from "./line-order";

const idsPerRequest = 100;
const requestsAtOnce = 4;

/** What else of the lines an order has to know. */
export interface LineFacts {
  readonly options?: boolean;
  /** The contact's assignments for this purpose. */
  readonly contact?: { readonly id: string; readonly purpose: string };
  /** Actions of this kind that are planned already. */
  readonly action?: string;
}

/** The lines of an order, in the order of the ids; one that doesn't exist for the person is missing. */
export async function loadLines(
  backend: BackendClient,
  ids: readonly string[],
  facts: LineFacts = {},
): Promise<OrderedLine[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, index) =>
    ids.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
  const loaded: OrderedLine[] = [];
  for (let start = 0; start < parts.length; start += requestsAtOnce) {
    for (const lines of await Promise.all(
      parts.slice(start, start + requestsAtOnce).map((part) => loadPart(backend, part, facts)),
    ))
      loaded.push(...lines);
  }
  const place = new Map(ids.map((id, index) => [id, index]));
  return loaded.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

async function loadPart(backend: BackendClient, ids: readonly string[], facts: LineFacts): Promise<OrderedLine[]> {
  const { contact, action } = facts;
  const [lines, options, actions] = await Promise.all([
    backend.list(
      "sw_line",
      new DrupalJsonApiParams()
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
        .addFilter("id", [...ids], "IN")
        .addCustomParam({ page: { limit: idsPerRequest } }),
    ),
    facts.options
      ? backend.listAll("sw_line_option", () =>
          new DrupalJsonApiParams()
            .addFields("sw_line_option--sw_line_option", ["line", "item", "version", "valid_from", "valid_to"])
            .addFilter("line.id", [...ids], "IN")
            .addFilter("valid_to", null, "IS NULL"),
        )
      : [],
    action
      ? backend.listAll("sw_action", () =>
          new DrupalJsonApiParams()
            .addFields("sw_action--sw_action", ["line"])
            .addFilter("line.id", [...ids], "IN")
            .addFilter("kind", action)
            .addFilter("status", "planned"),
        )
      : [],
  ]);
  const sites = [...new Set(lines.flatMap((line) => line.site?.id ?? []))];
  const assignments =
    contact && sites.length > 0
      ? await backend.listAll("sw_assignment", () =>
          new DrupalJsonApiParams()
            .addFields("sw_assignment--sw_assignment", ["site"])
            .addFilter("contact.id", contact.id)
            .addFilter("purpose", contact.purpose)
            .addFilter("site.id", sites, "IN")
            .addFilter("valid_to", null, "IS NULL"),
        )
      : [];
  return lines.map((line) => ({
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
    options: options
      .filter((option) => option.line?.id === line.id)
      .map((option) => ({
        id: option.id,
        itemId: option.item?.id ?? "",
        version: option.version ?? 1,
        validFrom: option.valid_from ?? "",
      })),
    assignments: assignments
      .filter((assignment) => assignment.site && assignment.site.id === line.site?.id)
      .map(({ id }) => id),
    plannedActions: actions.filter((one) => one.line?.id === line.id).map(({ id }) => id),
  }));
}
