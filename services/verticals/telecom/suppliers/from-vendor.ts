import { failure, success } from "../../../platform/result.ts";
import {
  type Adapter,
  type Asks,
  type Milestone,
  type VendorRecord,
  type VendorResult,
  type VendorState,
  vendorStates,
} from "../../../base/connectors/index.ts";
import type { ToldCard } from "../domain/sim-cards.ts";
import type { Listed, PortCorrection, Supplier, SupplierOrder, SupplierService } from "./supplier.ts";

/** Operations of a vendor's file that order something, by the ability that they are. */
const orders = {
  createLine: "create_line",
  modifyLine: "modify_line",
  modifyOptions: "modify_options",
  terminateLine: "terminate_line",
  portIn: "port_in",
  orderSim: "order_sim",
  swapSim: "swap_sim",
} as const;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const maybe = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const states: ReadonlySet<string> = new Set(vendorStates);
const isState = (state: string): state is VendorState => states.has(state);

/**
 * A supplier whose file says everything: it offers the abilities whose operations the file has. Operations: `prove`, those of `orders`, `correct_port_in`
 * (with the order's `{id}` and the correction's name), `find_order`, `changed_orders`, `cancel_order` (with the order's `{id}` and our `{reference}`), `inventory`, `eligibility`.
 */
export function supplierOf(vendor: Adapter["vendor"]): Adapter {
  const can = (operation: string) => Object.hasOwn(vendor.operations, operation);
  const offers = (client: Asks): Supplier => {
    const findOrder = async (reference: string) =>
      flat(await client.page("find_order", { reference }), ({ records: [first] }) => first && orderOf(first));
    /** What is asked of an order that is there, by its number. */
    const ofFound = async (operation: string, order: { readonly reference: string }) => {
      const { reference } = order;
      const found = await findOrder(reference);
      if (!found.ok) return found;
      if (!found.value)
        return failure({ code: "missing", message: `${vendor.label}: ${reference} is no order there` } as const);
      return flat(await client.one(operation, { ...order, id: found.value.id ?? undefined }), orderOf);
    };
    return {
      prove: async () =>
        flat(await client.one("prove"), (record) => ({
          id: text(record["id"]),
          name: text(record["name"]),
          registration: maybe(record["registration"]),
        })),
      ...Object.fromEntries(
        Object.entries(orders)
          .filter(([, operation]) => can(operation))
          .map(([ability, operation]) => [
            ability,
            async (order: Readonly<Record<string, string | undefined>>) =>
              flat(await client.one(operation, order), orderOf),
          ]),
      ),
      ...(can("find_order") && {
        findOrder: async (reference: string) => {
          const found = await findOrder(reference);
          return found.ok ? success(found.value ?? null) : found;
        },
      }),
      ...(can("correct_port_in") && {
        correctPortIn: (order: PortCorrection) => ofFound("correct_port_in", { ...order }),
      }),
      ...(can("cancel_order") && { cancelOrder: (reference: string) => ofFound("cancel_order", { reference }) }),
      ...(can("changed_orders") && {
        changedOrders: async (since: string, cursor?: string) =>
          flat(await client.page("changed_orders", { since }, cursor), listed(orderOf)),
      }),
      ...(can("inventory") && {
        inventory: async (cursor?: string) => flat(await client.page("inventory", {}, cursor), listed(serviceOf)),
      }),
      ...(can("eligibility") && {
        checkEligibility: async (place: { address: string; postalCode: string; city: string }) =>
          flat(await client.page("eligibility", place), ({ records }) =>
            records.map(({ code, label }) => ({ code: text(code), label: text(label) })),
          ),
      }),
    };
  };
  return { vendor, offers: { supplier: offers } };

  function orderOf(record: VendorRecord): SupplierOrder {
    const state = text(record["state"]);
    if (!isState(state)) throw new Error(`${vendor.name} knows the state ${state}, which is none of ours`);
    const { milestones: steps, cards } = record;
    return {
      id: maybe(record["id"]),
      reference: text(record["reference"]),
      state,
      reason: maybe(record["reason"]),
      cause: causeOf(record["cause"]),
      effectiveOn: maybe(record["effectiveOn"]),
      serviceId: maybe(record["serviceId"]),
      correction: maybe(record["correction"]),
      cards: Array.isArray(cards) ? cards.map((card) => cardOf(card as VendorRecord)) : [],
      milestones: Array.isArray(steps) ? steps.map((step) => milestoneOf(step as VendorRecord)) : [],
    };
  }
}

const causes = ["rio_mismatch", "holder_mismatch", "donor_refused"] as const satisfies SupplierOrder["cause"][];
const causeOf = (word: unknown): SupplierOrder["cause"] => causes.find((one) => one === word) ?? null;

const cardOf = ({ iccid, eid }: VendorRecord): ToldCard => ({ iccid: text(iccid), eid: maybe(eid) });

/** To the second, as an action keeps it. */
function milestoneOf({ code, label, at }: VendorRecord): Milestone {
  const words = maybe(label);
  return {
    code: text(code).slice(0, 64),
    ...(words && { label: words.slice(0, 255) }),
    at: text(at).replace(/\.\d+Z$/, "Z"),
  };
}

function serviceOf(record: VendorRecord): SupplierService {
  const state = text(record["state"]);
  return {
    id: text(record["id"]),
    number: maybe(record["number"]),
    state: state === "suspended" || state === "terminated" ? state : "active",
    endsOn: maybe(record["endsOn"]),
  };
}

const listed =
  <Item>(item: (record: VendorRecord) => Item) =>
  ({ records, next }: { records: readonly VendorRecord[]; next?: string }): Listed<Item> => ({
    items: records.map(item),
    ...(next !== undefined && { next }),
  });

function flat<From, To>(result: VendorResult<From>, map: (value: From) => To): VendorResult<To> {
  return result.ok ? success(map(result.value)) : result;
}
