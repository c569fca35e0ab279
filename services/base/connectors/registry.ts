import { Egress } from "../../platform/egress/egress.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Billing, BillingAbility, ConnectionProof } from "./capabilities/billing.ts";
import type { VendorResult } from "./vendor/failure.ts";
import type { Vendor } from "./vendor/vendor.ts";
import { VendorClient, type Wait } from "./vendor/vendor-client.ts";

/** A vendor with what it can be asked, by capability. */
export interface Adapter {
  readonly vendor: Vendor;
  readonly billing?: (client: VendorClient) => Billing;
}

/** One brand's access to one vendor. */
export interface Connection {
  readonly adapter: string;
  readonly secret: string;
  /** Where the vendor is, when not where its file says: a sandbox, a simulator. */
  readonly origin?: string;
  /** That place is in the house; where it isn't said, the installation's own addresses are. */
  readonly inside?: boolean;
  /** For one request, in milliseconds. */
  readonly timeout?: number;
}

export interface Connected {
  readonly billing?: Billing;
  close(): Promise<void>;
}

/** The adapters of an installation, by name. */
export class ConnectorRegistry {
  readonly #adapters: ReadonlyMap<string, Adapter>;

  constructor(
    adapters: readonly Adapter[],
    private readonly given: {
      readonly log?: Logger;
      readonly wait?: Wait;
      /** Addresses inside that connections may lead to. */
      readonly origins?: readonly string[];
    } = {},
  ) {
    this.#adapters = new Map(adapters.map((adapter) => [adapter.vendor.name, adapter]));
    if (this.#adapters.size < adapters.length) throw new Error("Two adapters have one name");
  }

  get names(): readonly string[] {
    return [...this.#adapters.keys()];
  }

  /** What a vendor is called, and what it can be asked of a capability. */
  async describe(name: string): Promise<{ readonly label: string; readonly abilities: readonly BillingAbility[] }> {
    const { billing, close } = this.connect({ adapter: name, secret: "" });
    await close();
    return { label: this.#adapters.get(name)?.vendor.label ?? name, abilities: billing ? abilitiesOf(billing) : [] };
  }

  /** A way to the vendor, open until it is closed. Throws where there is no such adapter. */
  connect({ adapter: name, secret, origin, inside, timeout }: Connection): Connected {
    const adapter = this.#adapters.get(name);
    if (!adapter) throw new Error(`There is no adapter ${name}`);
    const { vendor } = adapter;
    const { log, wait, origins = [] } = this.given;
    const place = origin ?? vendor.origin;
    const isInside = inside ?? (origin !== undefined && origins.includes(origin));
    const egress = new Egress(
      { name: vendor.label, origins: [place], secrets: [secret], inside: isInside, ...(timeout && { timeout }) },
      { ...(log && { log }) },
    );
    const client = new VendorClient(vendor, { origin: place, secret }, egress, wait);
    return {
      ...(adapter.billing && { billing: adapter.billing(client) }),
      close: () => egress.close(),
    };
  }

  /** Whose books a connection leads to: asked before it is kept. */
  async prove(connection: Connection): Promise<VendorResult<ConnectionProof>> {
    const connected = this.connect(connection);
    try {
      if (!connected.billing) throw new Error(`${connection.adapter} proves no connection`);
      return await connected.billing.prove();
    } finally {
      await connected.close();
    }
  }
}

/** What an adapter offers of a capability. */
export function abilitiesOf(billing: Billing): readonly BillingAbility[] {
  return (Object.keys(billing) as BillingAbility[]).filter((ability) => billing[ability]).sort();
}
