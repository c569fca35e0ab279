import { type Listening, listen } from "../../../../platform/service/listen.ts";
import type { Simulator } from "../../../../stand-ins/vendors/simulated.ts";
import type { Orders, Pace } from "../../../../stand-ins/vendors/wholesale/orders.ts";
import type { SupplierHarness } from "./supplier-kit.ts";

const token = "kit-key";

/** The kit's way to a simulator that answers over HTTP. */
export async function overHttp(
  adapter: string,
  simulator: (given: { readonly tokens: Readonly<Record<string, number>> } & Pace) => Simulator<Orders>,
  given: { readonly company: string; readonly orders: string },
): Promise<SupplierHarness> {
  const vendor = simulator({ tokens: { [token]: 10_000 } });
  const listening: Listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  return {
    connection: { adapter, secret: token, origin: listening.url, inside: true },
    company: given.company,
    ledger: vendor.ledger,
    look: async () => undefined,
    drift: async () => vendor.faults.add({ kind: "wrong_schema", on: `GET ${given.orders}`, times: 9 }),
    clear: async () => vendor.faults.clear(),
    fault: (kind, on, more) =>
      vendor.faults.add({ kind, ...(on === "order" && { on: `POST ${given.orders}` }), ...more }),
    close: () => listening.close(),
  };
}
