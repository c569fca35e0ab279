import { Egress } from "../../platform/egress/egress.ts";
import type { Logger } from "../../platform/logger.ts";
import { abilitiesOf, type ConnectionProof, type Offer } from "./capabilities/capability.ts";
import type { Asks } from "./vendor/asks.ts";
import type { VendorResult } from "./vendor/failure.ts";
import { folderOf, FolderClient } from "./vendor/folder/folder-client.ts";
import type { FolderVendor } from "./vendor/folder/folder-vendor.ts";
import { secretsOf } from "./vendor/token-grant.ts";
import type { Vendor } from "./vendor/vendor.ts";
import type { Watch } from "./vendor/watch.ts";
import { VendorClient, type Wait } from "./vendor/vendor-client.ts";

/** A vendor with what it can be asked, by capability. */
export interface Adapter {
  readonly vendor: Vendor | FolderVendor;
  readonly offers: Readonly<Record<string, (client: Asks) => Offer>>;
}

/** One brand's access to one vendor. */
export interface Connection {
  readonly adapter: string;
  readonly secret: string;
  /** Where the vendor is, when not where its file says: a sandbox, a simulator. Of a vendor with a folder: the place that the folder lies in. */
  readonly origin?: string;
  /** That place is in the house; where it isn't said, the installation's own addresses are. */
  readonly inside?: boolean;
  /** For one request, in milliseconds. */
  readonly timeout?: number;
  /** Whose it is: no two connections have one folder. */
  readonly owner?: readonly string[];
  readonly watch?: Watch;
}

export interface Connected {
  readonly vendor: { readonly name: string; readonly label: string };
  /** What the vendor can be asked, by capability. */
  readonly offers: Readonly<Record<string, Offer>>;
  close(): Promise<void>;
}

/** The address of a vendor that has none but those of its customers: nothing is there. */
const nowhere = "https://address.invalid";

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

  /** What the vendor writes to us; undefined: nothing. */
  webhooksOf(name: string): Vendor["webhooks"] {
    const vendor = this.#adapters.get(name)?.vendor;
    return vendor && !("folder" in vendor) ? vendor.webhooks : undefined;
  }

  /** What a vendor is called, how it is reached, and what it can be asked, by capability. The offers are closed: to be looked at. */
  async describe(name: string): Promise<{
    readonly label: string;
    readonly isFolder: boolean;
    /** Its customers have it at addresses of their own. */
    readonly isOwn: boolean;
    /** A client's id is asked for besides the key. */
    readonly hasClient: boolean;
    readonly abilities: Readonly<Record<string, readonly string[]>>;
    readonly offers: Connected["offers"];
  }> {
    const vendor = this.#adapters.get(name)?.vendor;
    const { offers, close } = this.connect({ adapter: name, secret: "" });
    await close();
    const isFolder = vendor !== undefined && "folder" in vendor;
    const online = isFolder ? undefined : vendor;
    return {
      label: vendor?.label ?? name,
      isFolder,
      isOwn: online !== undefined && online.origin === undefined,
      hasClient: typeof online?.auth === "object" && "client_credentials" in online.auth,
      offers,
      abilities: Object.fromEntries(Object.entries(offers).map(([name, offer]) => [name, abilitiesOf(offer)])),
    };
  }

  /** A way to the vendor, open until it is closed. Throws where there is no such adapter. */
  connect({ adapter: name, ...connection }: Connection): Connected {
    const adapter = this.#adapters.get(name);
    if (!adapter) throw new Error(`There is no adapter ${name}`);
    const { client, close } = this.#way(adapter.vendor, connection);
    return {
      vendor: { name, label: adapter.vendor.label },
      offers: Object.fromEntries(
        Object.entries(adapter.offers).map(([capability, offer]) => [capability, offer(client)]),
      ),
      close,
    };
  }

  #way(
    vendor: Adapter["vendor"],
    { secret, origin, inside, timeout, watch, owner = [] }: Omit<Connection, "adapter">,
  ): { readonly client: Asks; close(): Promise<void> } {
    if ("folder" in vendor)
      return { client: new FolderClient(vendor, folderOf(vendor, origin, owner)), close: async () => undefined };
    const { log, wait, origins = [] } = this.given;
    const place = origin ?? vendor.origin ?? nowhere;
    const isInside = inside ?? (origin !== undefined && origins.includes(origin));
    const egress = new Egress(
      {
        name: vendor.label,
        origins: [place],
        secrets: secretsOf(secret),
        inside: isInside,
        ...(timeout && { timeout }),
      },
      { ...(log && { log }) },
    );
    return {
      client: new VendorClient(vendor, { origin: place, secret }, egress, wait, watch),
      close: () => egress.close(),
    };
  }

  /** Whose books a connection leads to: asked before it is kept. */
  async prove(connection: Connection, capability: string): Promise<VendorResult<ConnectionProof>> {
    const connected = this.connect(connection);
    try {
      const offer = connected.offers[capability];
      if (!offer) throw new Error(`${connection.adapter} offers no ${capability}`);
      return await offer.prove();
    } finally {
      await connected.close();
    }
  }
}
