/** What chaos befalls: brands, each connected to a vendor of its own, with customers to be made there. */
import { randomUUID } from "node:crypto";
import type { AtomicOperation, BackendClient } from "../../services/platform/backend/client.ts";
import { type Listening, listen } from "../../services/platform/service/listen.ts";
import { makeBrand, password } from "../../services/platform/testing/brand.ts";
import { callService, signIn } from "../../services/platform/testing/servers.ts";
import type { Faults } from "../../services/stand-ins/vendors/faults.ts";
import { pennylane } from "../../services/stand-ins/vendors/pennylane/simulator.ts";
import type { Random } from "../seed/random.ts";

const token = "chaos";
const create = "POST /api/external/v2/company_customers";

export interface Wanted {
  readonly action: string;
  /** What the vendor knows it by. */
  readonly reference: string;
}

export interface BrandAtVendor {
  readonly manager: () => Promise<BackendClient>;
  readonly wanted: readonly Wanted[];
  readonly vendor: {
    readonly listening: Listening;
    readonly faults: Faults;
    made(reference: string): readonly string[];
  };
}

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

export async function vendorOf(index: number) {
  const simulator = pennylane({
    tokens: { [token]: 10_000 },
    company: { id: index + 1, name: `Chaos ${index + 1}`, reg_no: String(index + 1) },
  });
  const listening = await listen(simulator.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  return {
    listening,
    faults: simulator.faults,
    made: (reference: string) =>
      simulator.ledger.customers
        .filter(({ external_reference: known }) => known === reference)
        .map(({ id }) => String(id)),
  };
}

/** A brand connected to the vendor, and so many actions wanted there, some of which come after others. */
export async function brandAt(
  urls: { readonly backend: string; readonly services: string },
  vendor: BrandAtVendor["vendor"],
  { index, count, random }: { readonly index: number; readonly count: number; readonly random: Random },
): Promise<BrandAtVendor> {
  const suffix = `-${index}-${randomUUID().slice(0, 8)}`;
  const as = await makeBrand(urls.backend, ["administrator", "manager"], [], suffix);
  const session = await signIn(urls.backend, `administrator${suffix}`, password);
  const saved = await callService(urls.services, "connectors/save", session, {
    write: { capability: "billing", adapter: "pennylane", secret: token, origin: vendor.listening.url },
  });
  if (JSON.stringify(saved.answer)?.includes('"saved"') !== true)
    throw new Error(`The connection was refused: ${JSON.stringify(saved)}`);
  const manager = await as("manager");
  const account = randomUUID();
  await manager.operate([
    {
      op: "add",
      data: {
        type: "sw_account--sw_account",
        id: account,
        attributes: { legal_name: `Chaos ${index}`, softwhere_id: `CHAOS${suffix}` },
      },
    },
  ]);
  const wanted: Wanted[] = [];
  for (let from = 0; from < count; from += 200) {
    const operations: AtomicOperation[] = [];
    for (let at = from; at < Math.min(count, from + 200); at += 1) {
      const [action, reference] = [randomUUID(), randomUUID()];
      // Every tenth comes after one that was wanted before.
      const before = at > 0 && at % 10 === 0 ? random.pick(wanted) : undefined;
      operations.push(...operationsOf({ action, reference }, account, before));
      wanted.push({ action, reference });
    }
    await manager.operate(operations);
  }
  return { manager: () => as("manager"), wanted, vendor };
}

function operationsOf({ action, reference }: Wanted, account: string, before: Wanted | undefined): AtomicOperation[] {
  const links = { account: to("sw_account", account) };
  const place = { address_line1: "3 rue du Port", postal_code: "29200", city: "Brest" };
  return [
    {
      op: "add",
      data: {
        type: "sw_billing_site--sw_billing_site",
        id: reference,
        attributes: { name: `Site ${reference.slice(0, 8)}`, ...place },
        relationships: links,
      },
    },
    {
      op: "add",
      data: {
        type: "sw_action--sw_action",
        id: action,
        attributes: {
          capability: "billing",
          operation: "create_customer",
          idempotency_key: action,
          planned_on: "2020-01-01",
        },
        relationships: {
          ...links,
          billing_site: to("sw_billing_site", reference),
          ...(before && { depends_on: { data: [to("sw_action", before.action).data] } }),
        },
      },
    },
  ];
}

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

const misfortunes = [
  { kind: "commit_then_drop", on: create },
  { kind: "drop", on: create },
  { kind: "slow", on: create, milliseconds: 1_200 },
  { kind: "limited", seconds: 1 },
  { kind: "error", on: create },
  { kind: "wrong_schema", on: create },
] as const;

/** Something goes wrong at a vendor, a few times. */
export function misfortune({ vendor }: BrandAtVendor, random: Random): void {
  const one = random.pick(misfortunes);
  vendor.faults.add({ ...one, times: random.integer(1, 3) });
}
