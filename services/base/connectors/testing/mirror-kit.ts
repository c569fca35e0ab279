/** What tests of the mirror of customers' invoices need: a brand, its billing system and a way to read it, part by part. */
import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { pino } from "pino";
import type { SwCustomerInvoice } from "../../../model/generated/entities.ts";
import { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { ServiceSession } from "../../../platform/backend/service-account.ts";
import { type OpenDatabase, openDatabase } from "../../../platform/database/database.ts";
import { createTables } from "../../../platform/database/tables.ts";
import type { Steps } from "../../../platform/jobs/job.ts";
import { listen } from "../../../platform/service/listen.ts";
import { makeBrand } from "../../../platform/testing/brand.ts";
import { startBackend } from "../../../platform/testing/servers.ts";
import type { Books, Invoice } from "../../../stand-ins/vendors/pennylane/books.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { pennylane } from "../adapters/pennylane/pennylane.ts";
import type { Billing } from "../capabilities/billing.ts";
import { mirrorJob } from "../invoices/mirror-job.ts";
import { InvoiceMirrors } from "../invoices/mirrors.ts";
import { mirrorTables, SeenInvoices } from "../invoices/seen.ts";
import { type Adapter, ConnectorRegistry } from "../registry.ts";

/** The process ends before, or just after, the work of a step is done. */
export class Killed extends Error {}

export async function mirrorWorld() {
  let now = new Date("2026-11-30T10:00:00Z");
  const vendor = simulator({ tokens: { demo: 100_000 }, now: () => now });
  const listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  const backend = await startBackend();
  const database: OpenDatabase = await openDatabase({});
  await createTables(database.db, "connectors", mirrorTables);
  const accounts = new BrandAccounts(
    backend.url,
    new ServiceSession(backend.url, { name: "admin", password: "admin" }),
    "mirror-test-secret",
  );
  const as = await makeBrand(backend.url, ["administrator", "manager", "accounting", "support_n1"]);
  const manager = await as("manager");
  const brand = (await manager.me()).brand?.id ?? "";
  // Its limit has tests of its own: here nobody waits for it.
  const hasty = { ...pennylane, vendor: { ...pennylane.vendor, limit: { requests: 100_000, seconds: 1 } } } as Adapter;
  const registry = new ConnectorRegistry([hasty], { wait: async () => undefined });
  const connect = () =>
    registry.connect({ adapter: "pennylane", secret: "demo", origin: listening.url, inside: true, timeout: 2_000 });
  let connected = connect();
  const connection = randomUUID();
  const company = { name: "Ours" };
  const seen = new SeenInvoices(database.db);
  let operations = 0;
  const counted = (client: BackendClient): BackendClient =>
    new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (name === "operate") operations += (given[0] as unknown[]).length;
          return Reflect.apply(value, target, given) as unknown;
        };
      },
    });
  const mirrors = new InvoiceMirrors({
    seen,
    log: pino({ enabled: false }),
    wayOf: async () => ({
      connection,
      vendor: connected.vendor,
      company: company.name,
      offer: connected.offers["billing"] as Billing,
    }),
    acting: (id, work) => accounts.acting(id, "connector", async (client) => work(counted(await client("invoices")))),
    alone: (_brand, work) => work(),
    startJob: async () => undefined,
    jobState: async () => undefined,
    now: () => now,
  });
  const job = mirrorJob(mirrors, 1);

  /** What a job has done is kept, as the real ones keep it. */
  const memory = new Map<string, unknown>();
  function steps(kill?: { readonly at: string; readonly after: boolean }, keep = memory): Steps {
    return {
      async run(name, work) {
        if (keep.has(name)) return keep.get(name) as Awaited<ReturnType<typeof work>>;
        if (kill?.at === name && !kill.after) throw new Killed();
        const answer: unknown = JSON.parse(JSON.stringify((await work()) ?? null));
        if (kill?.at === name) throw new Killed();
        keep.set(name, answer);
        return answer as Awaited<ReturnType<typeof work>>;
      },
      sleep: async () => undefined,
    };
  }

  const create = async (type: "sw_account" | "sw_billing_site", attributes: object, relationships: object = {}) =>
    (
      await manager.create(type, {
        type: `${type}--${type}`,
        attributes: { ...attributes },
        relationships: relationships as never,
      })
    ).id;

  return {
    as,
    manager,
    brand,
    connection,
    company,
    vendor,
    seen,
    mirrors,
    books: vendor.ledger as Books,
    get operations() {
      return operations;
    },
    /** A vendor that was away is left alone for a time; a new way asks at once. */
    async reconnect() {
      await connected.close();
      connected = connect();
    },
    setNow: (at: string) => {
      now = new Date(at);
    },
    /** One reading from its beginning to its end. */
    read: async (kill?: { readonly at: string; readonly after: boolean }, keep = new Map<string, unknown>()) =>
      (await job.run({ brand, id: randomUUID() }, steps(kill, keep))) as {
        readonly written: number;
        readonly failure: string | null;
      },
    account: (name: string) => create("sw_account", { legal_name: name, softwhere_id: randomUUID().slice(0, 30) }),
    site: (account: string, customer: number | null, system = "Pennylane") =>
      create(
        "sw_billing_site",
        { name: "Site", billing_system: system, external_id: customer === null ? null : String(customer) },
        { account: { data: { type: "sw_account--sw_account", id: account } } },
      ),
    customer(name: string): number {
      const address = { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" };
      const one = { first_name: "", last_name: "", reg_no: "", external_reference: "", emails: [] };
      return vendor.ledger.addCustomer({ ...one, name, customer_type: "company", billing_address: address }).id;
    },
    invoice(customer: number, more: Partial<Invoice> & { readonly price?: string } = {}): Invoice {
      const { price = "100.0", ...given } = more;
      return vendor.ledger.addInvoice({
        customer_id: customer,
        external_reference: randomUUID(),
        date: "2026-11-01",
        deadline: "2026-12-01",
        subject: "",
        status: "upcoming",
        lines: [{ label: "Plan", description: "", product_id: null, quantity: 1, raw_currency_unit_price: price }],
        ...given,
      });
    },
    /** What is mirrored, by the vendor's number. */
    async rows(): Promise<ReadonlyMap<string, SwCustomerInvoice>> {
      const all = await (await as("administrator")).listAll("sw_customer_invoice", () =>
        new DrupalJsonApiParams()
          .addFields("sw_customer_invoice--sw_customer_invoice", [
            ...["number", "kind", "status", "issued_on", "due_on", "currency", "net", "gross", "remaining"],
            ...["credited_id", "connection", "external_id", "account", "billing_site"],
          ])
          .addSort("id"),
      );
      return new Map(all.map((row) => [row.external_id ?? "", row]));
    },
    async close() {
      await connected.close();
      await database.close();
      await listening.close();
      await backend.stop();
    },
  };
}
