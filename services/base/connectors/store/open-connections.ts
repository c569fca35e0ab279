import type { Connected, Connection, ConnectorRegistry } from "../registry.ts";
import type { Place, StoredConnection } from "./connections.ts";

/** By what a connection's own folder is named. */
export const ownerOf = ({ brand, party }: Place): readonly string[] => [brand, party ?? "brand"];

interface Given {
  readonly timeout: number;
  of(place: Place): Promise<(StoredConnection & Pick<Connection, "watch">) | undefined>;
}

/** The brands' ways to their vendors: one for all who go there, so that a vendor's limit is kept by all of them together. */
export class OpenConnections {
  readonly #open = new Map<string, { readonly of: string; readonly connected: Connected }>();

  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly given: Given,
  ) {}

  /** Undefined: the brand is not, or no longer, connected for it. */
  async of(place: Place): Promise<Connected | undefined> {
    const key = `${place.brand} ${place.capability} ${place.party ?? ""}`;
    const connection = await this.given.of(place);
    const of = JSON.stringify(connection);
    const before = this.#open.get(key);
    if (connection && before?.of === of) return before.connected;
    this.#open.delete(key);
    const connected =
      connection && this.registry.connect({ ...connection, timeout: this.given.timeout, owner: ownerOf(place) });
    if (connected) this.#open.set(key, { of, connected });
    await before?.connected.close();
    return connected;
  }

  async close(): Promise<void> {
    for (const { connected } of this.#open.values()) await connected.close();
    this.#open.clear();
  }
}
