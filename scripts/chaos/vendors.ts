/** Vendors that things go wrong at, each a server of its own: billing systems, operators that are asked over HTTP, and one by files. */
import { pathToFileURL } from "node:url";
import { listen } from "../../services/platform/service/listen.ts";
import { alphalink } from "../../services/stand-ins/vendors/alphalink/simulator.ts";
import { cfast } from "../../services/stand-ins/vendors/cfast/simulator.ts";
import type { Faults } from "../../services/stand-ins/vendors/faults.ts";
import { pennylane } from "../../services/stand-ins/vendors/pennylane/simulator.ts";
import type { Orders } from "../../services/stand-ins/vendors/wholesale/orders.ts";
import type { Random } from "../seed/random.ts";

const token = "chaos";
/** Of an operator, from one step of an order to the next, in milliseconds. */
const step = 400;

export interface Vendor {
  readonly adapter: string;
  readonly capability: "billing" | "supplier";
  readonly secret: string;
  readonly origin: string;
  /** What it made under a reference, by its own numbers. */
  made(reference: string): readonly string[];
  /** Something goes wrong there, a few times. */
  misfortune(random: Random): void;
  calm(): void;
  close(): Promise<unknown>;
}

/** The vendors in turn; SNAIC takes sixty requests a minute, too few for this. `folder`: where those that work by files have theirs. */
export async function vendorOf(index: number, folder: string): Promise<Vendor> {
  const kind = index % 4;
  if (kind === 3) return byFiles(folder);
  return kind === 0 ? billing(index) : operator();
}

async function billing(index: number): Promise<Vendor> {
  const { app, faults, ledger } = pennylane({
    tokens: { [token]: 10_000 },
    company: { id: index + 1, name: `Chaos ${index + 1}`, reg_no: String(index + 1) },
  });
  return {
    ...(await overHttp(app.fetch, faults, "POST /api/external/v2/company_customers")),
    adapter: "pennylane",
    capability: "billing",
    made: (reference) =>
      ledger.customers.filter(({ external_reference: known }) => known === reference).map(({ id }) => String(id)),
  };
}

async function operator(): Promise<Vendor> {
  const { app, faults, ledger } = cfast({ tokens: { [token]: 10_000 }, step });
  return {
    ...(await overHttp(app.fetch, faults, "POST /api/v1/orders")),
    adapter: "cfast",
    capability: "supplier",
    made: madeOf(ledger),
  };
}

/** Nothing goes wrong with files but that they are read late. */
function byFiles(folder: string): Vendor {
  const simulator = alphalink(folder, { step });
  return {
    adapter: "alphalink",
    capability: "supplier",
    secret: "",
    origin: pathToFileURL(folder).href,
    made: madeOf(simulator.ledger),
    misfortune: () => {},
    calm: () => {},
    close: () => simulator.close(),
  };
}

const madeOf =
  ({ all }: Orders) =>
  (reference: string) =>
    all.filter((order) => order.reference === reference).map(({ id }) => String(id));

async function overHttp(fetch: Parameters<typeof listen>[0], faults: Faults, on: string) {
  const listening = await listen(fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  const misfortunes = [
    { kind: "commit_then_drop", on },
    { kind: "drop", on },
    { kind: "slow", on, milliseconds: 1_200 },
    { kind: "limited", seconds: 1 },
    { kind: "error", on },
    { kind: "wrong_schema", on },
  ] as const;
  return {
    secret: token,
    origin: listening.url,
    misfortune: (random: Random) => faults.add({ ...random.pick(misfortunes), times: random.integer(1, 3) }),
    calm: () => faults.clear(),
    close: () => listening.close(),
  };
}
