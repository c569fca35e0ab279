/** What chaos befalls: brands, each connected to a vendor of its own, with customers to be made or lines to be ended there. */
import { randomUUID } from "node:crypto";
import type { AtomicOperation, BackendClient } from "../../services/platform/backend/client.ts";
import { makeBrand, password } from "../../services/platform/testing/brand.ts";
import { callService, signIn } from "../../services/platform/testing/servers.ts";
import type { Random } from "../seed/random.ts";
import type { Vendor } from "./vendors.ts";

export interface Wanted {
  readonly action: string;
  /** What the vendor knows it by. */
  readonly reference: string;
}

export interface BrandAtVendor {
  readonly manager: () => Promise<BackendClient>;
  readonly wanted: readonly Wanted[];
  readonly vendor: Vendor;
}

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
const add = (type: string, id: string, attributes: object, relationships = {}): AtomicOperation => ({
  op: "add",
  data: { type: `${type}--${type}`, id, attributes: { ...attributes }, relationships },
});

/** A brand connected to the vendor, and so many actions wanted there, some of which come after others. */
export async function brandAt(
  urls: { readonly backend: string; readonly services: string },
  vendor: Vendor,
  { index, count, random }: { readonly index: number; readonly count: number; readonly random: Random },
): Promise<BrandAtVendor> {
  const suffix = `-${index}-${randomUUID().slice(0, 8)}`;
  const as = await makeBrand(urls.backend, ["administrator", "manager"], ["sw_telecom"], suffix);
  const manager = await as("manager");
  const [account, operator, park] = [randomUUID(), randomUUID(), randomUUID()];
  await manager.operate([
    add("sw_account", account, { legal_name: `Chaos ${index}`, softwhere_id: `CHAOS${suffix}` }),
    add("sw_supplier", operator, { name: `Operator ${index}`, code: `operator${index}` }),
    add(
      "sw_park",
      park,
      { kind: "mobile" },
      { account: to("sw_account", account), operator: to("sw_supplier", operator) },
    ),
  ]);
  const session = await signIn(urls.backend, `administrator${suffix}`, password);
  const { capability, adapter, secret, origin } = vendor;
  const saved = await callService(urls.services, "connectors/save", session, {
    write: { capability, adapter, secret, origin, ...(capability === "supplier" && { party: operator }) },
  });
  if (JSON.stringify(saved.answer)?.includes('"saved"') !== true)
    throw new Error(`The connection was refused: ${JSON.stringify(saved)}`);
  const wanted: Wanted[] = [];
  for (let from = 0; from < count; from += 200) {
    const operations: AtomicOperation[] = [];
    for (let at = from; at < Math.min(count, from + 200); at += 1) {
      const one = { action: randomUUID(), reference: randomUUID() };
      // Every tenth comes after one that was wanted before.
      const before = at > 0 && at % 10 === 0 ? random.pick(wanted) : undefined;
      const given = { account, park, before, number: `+336${String(10_000_000 + at)}` };
      operations.push(...(capability === "billing" ? customerOf(one, given) : endOf(one, given)));
      wanted.push(one);
    }
    await manager.operate(operations);
  }
  return { manager: () => as("manager"), wanted, vendor };
}

interface Given {
  readonly account: string;
  readonly park: string;
  readonly number: string;
  readonly before: Wanted | undefined;
}

/** A billing site, and the customer that it is to be. */
function customerOf({ action, reference }: Wanted, { account, before }: Given): AtomicOperation[] {
  const place = { address_line1: "3 rue du Port", postal_code: "29200", city: "Brest" };
  return [
    add(
      "sw_billing_site",
      reference,
      { name: `Site ${reference.slice(0, 8)}`, ...place },
      { account: to("sw_account", account) },
    ),
    add(
      "sw_action",
      action,
      { capability: "billing", operation: "create_customer", idempotency_key: action, planned_on: "2020-01-01" },
      {
        account: to("sw_account", account),
        billing_site: to("sw_billing_site", reference),
        ...after(before),
      },
    ),
  ];
}

/** A line, and its end. */
function endOf({ action, reference }: Wanted, { account, park, number, before }: Given): AtomicOperation[] {
  return [
    add("sw_line", action, { number, status: "active", activated_on: "2019-01-01" }, { park: to("sw_park", park) }),
    add(
      "sw_action",
      action,
      {
        capability: "supplier",
        operation: "terminate_line",
        payload: { details: "Chaos" },
        idempotency_key: reference,
        planned_on: "2020-01-01",
      },
      { account: to("sw_account", account), line: to("sw_line", action), ...after(before) },
    ),
  ];
}

const after = (before: Wanted | undefined) =>
  before ? { depends_on: { data: [to("sw_action", before.action).data] } } : {};

/** The states of a brand's actions, with what the backend knows of the vendor's number. */
export async function statesOf({
  manager,
  wanted,
}: BrandAtVendor): Promise<Map<string, { status: string; known: string }>> {
  const backend = await manager();
  const states = new Map<string, { status: string; known: string }>();
  for (const { action } of wanted) {
    const { status, vendor_reference: known } = await backend.get("sw_action", action);
    states.set(action, { status: status ?? "", known: known ?? "" });
  }
  return states;
}

/** How many are done. */
export async function doneOf({ manager }: BrandAtVendor): Promise<number> {
  const groups = await (await manager()).aggregate("sw_action", { groupBy: ["status"] });
  return groups.find(({ keys }) => keys["status"] === "done")?.count ?? 0;
}

/** How many lines are still in service. */
export async function linesOn({ manager }: BrandAtVendor): Promise<number> {
  // Telecom's: the types of the base alone don't know it.
  const type = "sw_line" as "sw_action";
  const groups = await (await manager()).aggregate(type, { groupBy: ["status"] });
  return groups.reduce((sum, { keys, count }) => sum + (keys["status"] === "terminated" ? 0 : count), 0);
}
