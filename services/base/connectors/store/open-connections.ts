import type { Connected, Connection, ConnectorRegistry } from "../registry.ts";

type Known = Pick<Connection, "adapter" | "secret" | "origin">;

interface Given {
  readonly timeout: number;
  of(brand: string): Promise<Known | undefined>;
}

/** The brands' ways to their vendors: one for all who go there, so that a vendor's limit is kept by all of them together. */
export class OpenConnections {
  readonly #open = new Map<string, { readonly of: string; readonly connected: Connected }>();

  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly given: Given,
  ) {}

  async of(brand: string): Promise<Connected & Pick<Connection, "adapter">> {
    const connection = await this.given.of(brand);
    if (!connection) throw new Error("The brand's connection is gone");
    const of = JSON.stringify(connection);
    const before = this.#open.get(brand);
    if (before?.of === of) return { ...before.connected, adapter: connection.adapter };
    const connected = this.registry.connect({ ...connection, timeout: this.given.timeout });
    this.#open.set(brand, { of, connected });
    await before?.connected.close();
    return { ...connected, adapter: connection.adapter };
  }

  async close(): Promise<void> {
    for (const { connected } of this.#open.values()) await connected.close();
    this.#open.clear();
  }
}
