import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BilledAction, BilledSubject, BilledTrade, BilledWhat } from "../../../base/connectors/index.ts";
import type { SwBilledItem, SwLine, SwLineOption, SwLineTerm } from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { amountOf, moneyText } from "../../../platform/money.ts";
import { addedItemId, serviceItemId } from "../domain/billed-items.ts";
import { type BillingPeriod, billingPeriod, monthlyText, monthsOf } from "../domain/billing-period.ts";
import { billedMirror } from "./billed-mirror.ts";
import { endOf, waitingAfter } from "./ended-line.ts";
import { datedPriceFields, pricesOn } from "../domain/dated-prices.ts";

type Price = ReturnType<BilledSubject["priceOf"]>;

/** What a line is billed for: its plan at its own price, options as they were agreed; written down with the line. */
export const billedLine: BilledTrade = { module: "sw_telecom", mirror: billedMirror, subjectOf, endOf, waitingAfter };

async function subjectOf(
  backend: BackendClient,
  { id, operation, today }: BilledAction,
): ReturnType<BilledTrade["subjectOf"]> {
  const { line, deployment } = await backend.get("sw_action", id, withLine());
  if (!line)
    return deployment?.billing_site
      ? { billingSite: deployment.billing_site.id, priceOf: () => undefined, follows: () => [] }
      : undefined;
  const number = line.number ?? "";
  const isNew = operation === "create_service" || operation === "add_option";
  if (line.status === "cancelled")
    return {
      refused: {
        fr: `La commande de la ligne ${number} est annulée.`,
        en: `The order of the line ${number} is cancelled.`,
      },
    };
  if (line.status === "terminated" || (isNew && line.status === "terminating"))
    return {
      refused: { fr: `La ligne ${number} est résiliée ou le sera.`, en: `The line ${number} has ended or will end.` },
    };
  const isService = operation === "create_service" || operation === "modify_subscription";
  const prices = await pricesOf(backend, line, { operation, today });
  const itemId = isService ? serviceItemId(line.id) : addedItemId(id);
  const [item] = await backend.list("sw_billed_item", itemWith(itemId));
  return {
    service: line.id,
    name: number,
    billingSite: (line.billing_site ?? line.site?.billing_site ?? deployment?.billing_site)?.id,
    article: line.plan
      ? { id: line.plan.id, code: line.plan.code ?? "", name: line.plan.name ?? line.plan.code ?? "" }
      : undefined,
    isBilledBy: ({ name: system }) => (line.external_ids ?? []).some((one) => one.system === system),
    priceOf: ({ id: article }) => prices.get(article),
    follows: (what, { name: system }) => [
      ...(isService ? externalId(line, system, what.systemId) : []),
      written({ id: itemId, known: item, lineId: line.id, number }, what),
    ],
  };
}

/** Prices that are the line's own, by article: what was agreed for a period of its plan or an option, else what it is sold for. */
async function pricesOf(
  backend: BackendClient,
  line: SwLine,
  { operation, today }: { readonly operation: string; readonly today: string },
): Promise<ReadonlyMap<string, Price>> {
  const type = operation === "add_option" ? "sw_line_option" : "sw_line_term";
  const [rows, catalogue] = await Promise.all([
    backend.listAll(type, () => agreed(type, line.id, today)),
    backend.listAll("sw_price", () =>
      new DrupalJsonApiParams()
        .addFields("sw_price--sw_price", [...datedPriceFields])
        .addFilter("item.id", line.plan?.id ?? line.id)
        .addFilter("direction", "sell")
        .addSort("valid_from"),
    ),
  ]);
  const prices = new Map<string, Price>();
  const plan = line.plan?.id;
  const listed = plan && pricesOn(catalogue, today, new Set(["view sell price"]))(plan).sell;
  // What equals the catalogue's price of a month may be one of a year, which the catalogue says.
  if (plan && line.sell_price && !(listed && monthlyText(listed) === line.sell_price))
    prices.set(plan, { net: line.sell_price, months: 1 });
  const set = (item: string | undefined, net: string | null | undefined, period: BillingPeriod | null | undefined) => {
    if (item && net) prices.set(item, { net, months: monthsOf[billingPeriod(period)] as 1 | 3 | 12 });
  };
  for (const row of rows)
    if (type === "sw_line_option") {
      const { item, sell_price, sell_period } = row as SwLineOption;
      set(item?.id, sell_price, sell_period);
    } else {
      const { plan: of, negotiated_sell_price, negotiated_sell_period } = row as SwLineTerm;
      set(of?.id, negotiated_sell_price, negotiated_sell_period);
    }
  return prices;
}

/** What was agreed with the line and holds on the day. */
const agreed = (type: "sw_line_option" | "sw_line_term", line: string, day: string): DrupalJsonApiParams =>
  new DrupalJsonApiParams()
    .addFields(
      `${type}--${type}`,
      type === "sw_line_option"
        ? ["item", "sell_price", "sell_period"]
        : ["plan", "negotiated_sell_price", "negotiated_sell_period"],
    )
    .addFilter("line.id", line)
    .addFilter("valid_from", day, "<=")
    .addGroup("until", "OR")
    .addFilter("valid_to", null, "IS NULL", "until")
    .addFilter("valid_to", day, ">=", "until")
    .addSort("valid_from");

/** The billing system's name for the line, where it isn't known yet. */
function externalId(line: SwLine, system: string, value: string): AtomicOperation[] {
  const before = line.external_ids ?? [];
  if (before.some((one) => one.system === system && one.value === value)) return [];
  const others = before.filter((one) => one.system !== system);
  const attributes = { version: line.version, external_ids: [...others, { system, value }] };
  return [{ op: "update", data: { type: "sw_line--sw_line", id: line.id, attributes } }];
}

const isAgain = (operation: string): boolean => operation !== "add_hardware" && operation !== "add_fee";

const kinds: Readonly<Record<string, SwBilledItem["kind"]>> = {
  add_option: "option",
  add_hardware: "device",
  add_fee: "one_off",
};

/** What is billed, as the billing system has it. */
function written(
  item: {
    readonly id: string;
    readonly known: SwBilledItem | undefined;
    readonly lineId: string;
    readonly number: string;
  },
  { operation, billingSite, article, label, quantity, price, startsOn, systemId }: BilledWhat,
): AtomicOperation {
  const attributes = {
    name: label,
    item_code: article.code,
    quantity: String(quantity),
    price: price.net,
    net: moneyText(amountOf(price.net) * quantity),
    system_id: systemId,
    ...(isAgain(operation) && {
      months: price.months,
      agreed_price: price.net,
      agreed_quantity: String(quantity),
      drift: null,
    }),
  };
  const resource = { type: "sw_billed_item--sw_billed_item", id: item.id };
  if (item.known) return { op: "update", data: { ...resource, attributes: { ...attributes, period_end: null } } };
  const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
  return {
    op: "add",
    data: {
      ...resource,
      attributes: {
        ...attributes,
        kind: kinds[operation] ?? "recurring",
        service_reference: item.number,
        period_start: startsOn,
      },
      relationships: { billing_site: to("sw_billing_site", billingSite), line: to("sw_line", item.lineId) },
    },
  };
}

const itemWith = (id: string) =>
  new DrupalJsonApiParams().addFields("sw_billed_item--sw_billed_item", ["system_id"]).addFilter("id", id);

const withLine = () =>
  new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["line", "deployment"])
    .addFields("sw_deployment--sw_deployment", ["billing_site"])
    .addFields("sw_line--sw_line", [
      "number",
      "status",
      "version",
      "sell_price",
      "external_ids",
      "plan",
      "site",
      "billing_site",
    ])
    .addFields("sw_site--sw_site", ["billing_site"])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["code", "name"])
    .addInclude(["line.plan", "line.site", "deployment"]);
