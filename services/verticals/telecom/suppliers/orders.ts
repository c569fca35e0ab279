import { createHash } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { success } from "../../../platform/result.ts";
import { defineExecutor, type DueAction, type Progress, readyActions } from "../../../base/connectors/index.ts";
import type { SwAction } from "../../../model/generated/entities.ts";
import { type CardsSeen, type CardWork, seeCards } from "./cards.ts";
import {
  type LineOrder,
  type NewLineOrder,
  type PortInOrder,
  type SimOrder,
  type Supplier,
  type SupplierOrder,
  supplier,
} from "./supplier.ts";

const operations = [
  "create_line",
  "modify_line",
  "modify_options",
  "terminate_line",
  "order_sim",
  "swap_sim",
  "port_in",
] as const;
type Operation = (typeof operations)[number];

interface Wanted {
  readonly operation: Operation;
  readonly key: string;
  readonly order: Omit<NewLineOrder & Partial<LineOrder> & Partial<SimOrder> & Partial<PortInOrder>, "reference">;
  readonly line:
    | { readonly id: string; readonly version: number; readonly status: string; readonly number: string | null }
    | undefined;
  readonly today: string;
  /** What is written on the action of why it is held. */
  readonly cause: SwAction["cause"] | null;
  /** Whose cards are ordered or swapped, and how that ends once the operator has said so. */
  readonly cardWork: CardWork | undefined;
  readonly cards?: CardsSeen | undefined;
}

const noLine = {
  fr: "L’action ne dit pas de quelle ligne il s’agit.",
  en: "The action doesn’t say which line it is about.",
};

/** What was ended there is ordered again under a name of its own: one order is alive at a time. */
export const referenceOf = (key: string, time: number): string => (time === 1 ? key : `${key}~${time}`);

/** Orders at suppliers. The connection is that of the line's operator; without a line, of the deployment's supplier. */
export const supplierOrders = defineExecutor<Supplier, Wanted>({
  capability: supplier,
  operations,
  due: dueOrders,
  async partyOf(backend, id) {
    return partyOf(await backend.get("sw_action", id, withParty(new DrupalJsonApiParams())));
  },
  async wanted(backend, { id, operation, key, today, locale }) {
    const action = await backend.get("sw_action", id, withContent(new DrupalJsonApiParams()));
    const { line, deployment } = action;
    // Cards can be for the account's stock.
    if (!line && operation !== "create_line" && operation !== "order_sim") return { refused: noLine };
    // The day of an end that was announced to the customer is the one that is meant.
    const announced = operation === "terminate_line" && line?.status === "terminating" ? line.end_date : undefined;
    const requestedOn =
      announced ?? (action.compensates ? action.planned_on : laterOf(action.planned_on, deployment?.planned_on));
    const content = (action.corrected ?? action.payload ?? {}) as Readonly<Record<string, unknown>>;
    const { details, sim, quantity, iccid } = content;
    const account = action.account?.id ?? line?.park?.account?.id;
    const site = operation === "create_line" ? (line?.site ?? deployment?.sites?.[0]) : undefined;
    return {
      wanted: {
        operation: operation as Operation,
        key,
        order: {
          ...(requestedOn && { requestedOn }),
          ...(typeof details === "string" && { comment: details }),
          ...(line?.number && { number: line.number }),
          ...(line?.service_id && { serviceId: line.service_id }),
          ...(site?.name && { siteName: site.name }),
          ...(site?.address_line1 && { address: site.address_line1 }),
          ...(site?.postal_code && { postalCode: site.postal_code }),
          ...(site?.city && { city: site.city }),
          ...((sim === "sim" || sim === "esim") && { sim, quantity: String(quantity ?? 1) }),
          ...(operation === "port_in" && portOf(content)),
          ...(operation === "swap_sim" && { iccid: String(iccid) }),
        },
        line: line
          ? { id: line.id, version: line.version ?? 1, status: line.status ?? "", number: line.number ?? null }
          : undefined,
        today,
        cause: action.cause ?? null,
        cardWork: account
          ? {
              operation,
              key,
              locale,
              accountId: account,
              operatorId: partyOf(action),
              lineId: line?.id,
              kind: sim === "esim" ? "esim" : "sim",
              quantity: Number(quantity ?? 1),
              iccid: typeof iccid === "string" ? iccid : undefined,
            }
          : undefined,
      },
    };
  },
  isAble: (offer, operation) => Boolean(offer.findOrder && sending(offer, operation as Operation)),
  async find({ findOrder }, { key }, time) {
    const found = await findOrder?.(referenceOf(key, time));
    if (!found) return success(null);
    return found.ok ? success(found.value && progressOf(found.value)) : found;
  },
  async send(offer, { operation, key, order }, time) {
    const send = sending(offer, operation);
    if (!send) throw new Error(`It can't do ${operation}`);
    const sent = await send({ ...order, reference: referenceOf(key, time) });
    return sent.ok ? success(progressOf(sent.value)) : sent;
  },
  async cancel({ cancelOrder }, { key }, time) {
    return cancelOrder
      ? cancelOrder(referenceOf(key, time))
      : { ok: false, failure: { code: "refused", message: "Cancelling is not offered there" } };
  },
  correctionOf: ({ order }) => correctionOf(order),
  canCorrect: (offer, operation) => operation === "port_in" && Boolean(offer.correctPortIn),
  async correct({ correctPortIn }, { key, order }, time) {
    if (!correctPortIn) throw new Error("It takes no corrections");
    const reference = referenceOf(key, time);
    const sent = await correctPortIn({ ...(order as PortInOrder), reference, correction: correctionOf(order) });
    return sent.ok ? success(progressOf(sent.value)) : sent;
  },
  async look(backend, wanted, progress) {
    const { cardWork } = wanted;
    return cardWork ? { ...wanted, cards: await seeCards(backend, cardWork, progress as Told) } : wanted;
  },
  notes({ cause: before, cards }, progress, isExplained) {
    const { cause } = progress as Told;
    const now = isExplained ? (cause ?? null) : null;
    return { ...(now !== before && { cause: now }), ...(cards?.said && { result: cards.said }) };
  },
  follows({ cards, ...wanted }, progress) {
    return [...followsOfLine(wanted, progress as Told), ...(cards?.operations ?? [])];
  },
});

const laterOf = (day: string | null | undefined, other: string | null | undefined) =>
  (other ?? "") > (day ?? "") ? other : day;

/** What a supplier says besides how far it is. */
type Told = Progress & Partial<Pick<SupplierOrder, "cause" | "serviceId" | "cards">>;

function followsOfLine({ operation, line, order, today }: Omit<Wanted, "cards">, told: Told): AtomicOperation[] {
  const { state, effectiveOn, serviceId } = told;
  if (!line || state !== "done") return [];
  const day = effectiveOn ?? today;
  const made = order.serviceId ? null : (serviceId ?? null);
  if (operation === "create_line") return lineBegins(line, day, { made });
  // It is the number that came: a person may have corrected it meanwhile.
  if (operation === "port_in") return lineBegins(line, day, { made, number: order.number });
  return operation === "terminate_line" ? lineEnds(line, day, today) : [];
}

const sending = (offer: Supplier, operation: Operation) =>
  ({
    create_line: offer.createLine,
    modify_line: offer.modifyLine,
    modify_options: offer.modifyOptions,
    terminate_line: offer.terminateLine,
    order_sim: offer.orderSim,
    swap_sim: offer.swapSim,
    port_in: offer.portIn,
  })[operation] as ((order: NewLineOrder) => ReturnType<NonNullable<Supplier["createLine"]>>) | undefined;

const progressOf = ({ id, ...order }: SupplierOrder): Progress => ({ ...order, reference: id });

/** A line that was ordered is in service from the day that the supplier confirms; what somebody said of it meanwhile stays. */
function lineBegins(
  { id, version, status, number: known }: NonNullable<Wanted["line"]>,
  day: string,
  /** What the supplier calls the service, where it has no id yet; and the number that came. */
  { made, number = known }: { readonly made: string | null; readonly number?: string | null | undefined },
): AtomicOperation[] {
  const attributes = {
    version,
    status: "active",
    activated_on: day,
    ...(made !== null && { service_id: made }),
    ...(number !== known && { number }),
  };
  return status === "ordered" ? [{ op: "update", data: { type: "sw_line--sw_line", id, attributes } }] : [];
}

/** The line ends with the day that the supplier confirms; one that ends later is ended by the daily job then. */
function lineEnds(line: NonNullable<Wanted["line"]>, day: string, today: string): AtomicOperation[] {
  const to = (attributes: Readonly<Record<string, unknown>>): AtomicOperation => ({
    op: "update",
    data: { type: "sw_line--sw_line", id: line.id, attributes },
  });
  if (!["active", "suspended", "terminating"].includes(line.status)) return [];
  const announced = {
    version: line.version,
    end_date: day,
    ...(line.status !== "terminating" && { status: "terminating" }),
  };
  return [to(announced), ...(day <= today ? [to({ status: "terminated" })] : [])];
}

/** What a port is ordered with, or corrected to. */
function portOf({ number, rio, holder, wishedOn, iccid }: Readonly<Record<string, unknown>>) {
  return {
    number: String(number),
    rio: String(rio),
    holder: String(holder),
    ...(typeof wishedOn === "string" && { requestedOn: wishedOn }),
    ...(typeof iccid === "string" && { iccid }),
  };
}

/** The same content has the same name, whoever sends it again. */
function correctionOf(order: Wanted["order"]): string {
  const content = JSON.stringify(Object.entries(order).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** Ready orders whose day has come. What belongs to a deployment gets its day by the launch, and has none while it isn't launched. */
async function dueOrders(backend: BackendClient, day: string): Promise<DueAction[]> {
  const ready = await backend.listAll("sw_action", () =>
    withParty(readyActions(supplier.name, supplierOrders.operations)).addFilter("planned_on", day, "<="),
  );
  const corrected = await backend.listAll("sw_action", () =>
    withParty(readyActions(supplier.name, supplierOrders.operations, "correcting")),
  );
  return [
    ...ready
      .filter(isCarriedOut(day))
      .filter(({ depends_on: others }) => (others ?? []).every(({ status }) => status === "done"))
      .map((action) => ({ id: action.id, party: partyOf(action) })),
    ...corrected.map((action) => ({ id: action.id, party: partyOf(action), correction: action.version ?? 1 })),
  ];
}

/** One that was put off since it was launched waits for its day; of one that is undone nothing but what undoes it is carried out. */
const isCarriedOut =
  (day: string) =>
  ({ deployment: of, compensates }: SwAction): boolean =>
    !of || (compensates ? of.status === "undoing" : of.status === "launched" && (of.planned_on ?? day) <= day);

/** Only who supplies a line can do something with it. */
const partyOf = ({ line, deployment }: SwAction): string | undefined =>
  line ? line.park?.operator?.id : deployment?.supplier?.id;

const withParty = (params: DrupalJsonApiParams): DrupalJsonApiParams =>
  params
    .addFields("sw_action--sw_action", ["status", "version", "depends_on", "compensates", "deployment", "line"])
    .addFields("sw_deployment--sw_deployment", ["status", "planned_on", "supplier"])
    .addFields("sw_line--sw_line", ["park"])
    .addFields("sw_park--sw_park", ["operator"])
    .addFields("sw_supplier--sw_supplier", ["name"])
    .addInclude(["deployment.supplier", "line.park.operator"]);

const withContent = (params: DrupalJsonApiParams): DrupalJsonApiParams =>
  params
    .addFields("sw_action--sw_action", [
      "payload",
      "corrected",
      "cause",
      "compensates",
      "planned_on",
      "account",
      "deployment",
      "line",
    ])
    .addFields("sw_deployment--sw_deployment", ["sites", "supplier", "planned_on"])
    .addFields("sw_site--sw_site", ["name", "address_line1", "postal_code", "city"])
    .addFields("sw_line--sw_line", ["number", "service_id", "status", "end_date", "version", "site", "park"])
    .addFields("sw_park--sw_park", ["account", "operator"])
    .addInclude(["deployment.sites", "line.site", "line.park"]);
