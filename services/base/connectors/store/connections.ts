import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import { Secret } from "../../../platform/secrets/secret.ts";
import { secretsTable, type Vault } from "../../../platform/secrets/vault.ts";
import type { Connection } from "../registry.ts";

export const tables = [
  secretsTable,
  `CREATE TABLE IF NOT EXISTS connections (
    id uuid NOT NULL UNIQUE,
    brand uuid NOT NULL,
    capability text NOT NULL,
    adapter text NOT NULL,
    origin text,
    company text NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (brand, capability)
  )`,
];

interface Row {
  readonly id: string;
  readonly adapter: string;
  readonly origin: string | null;
}

export interface KnownConnection {
  readonly capability: string;
  readonly adapter: string;
  readonly origin: string | null;
  /** Whose books it leads to, as its vendor said when it was saved. */
  readonly company: string;
}

export interface KeptConnection extends KnownConnection {
  /** A moment, ISO. */
  readonly savedAt: string;
}

const name = "token";

/** One connection per brand and capability; its secret lies in the vault. */
export class Connections {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  async of(brand: string, capability: string): Promise<Pick<Connection, "adapter" | "secret" | "origin"> | undefined> {
    const row = await this.row(brand, capability);
    const secret = row && (await this.vault.get({ brand, owner: row.id, name }));
    return (
      secret && { adapter: row.adapter, secret: secret.reveal(), ...(row.origin !== null && { origin: row.origin }) }
    );
  }

  async has(brand: string, capability: string): Promise<boolean> {
    return (await this.row(brand, capability)) !== undefined;
  }

  async known(brand: string): Promise<KeptConnection[]> {
    const { rows } = await sql<KeptConnection>`SELECT capability, adapter, origin, company, saved_at AS "savedAt"
      FROM connectors.connections WHERE brand = ${brand}::uuid ORDER BY capability`.execute(this.db);
    return rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt).toISOString() }));
  }

  /** The secret first, under an id of its own: a connection never has another one's secret. */
  async save(brand: string, { secret, ...known }: KnownConnection & { readonly secret: string }): Promise<void> {
    const before = await this.row(brand, known.capability);
    const id = randomUUID();
    await this.vault.put({ brand, owner: id, name }, new Secret(secret));
    await sql`INSERT INTO connectors.connections (id, brand, capability, adapter, origin, company)
      VALUES (${id}::uuid, ${brand}::uuid, ${known.capability}, ${known.adapter}, ${known.origin}, ${known.company})
      ON CONFLICT (brand, capability) DO UPDATE SET id = EXCLUDED.id, adapter = EXCLUDED.adapter,
        origin = EXCLUDED.origin, company = EXCLUDED.company, saved_at = now()`.execute(this.db);
    if (before) await this.vault.forget(brand, before.id);
  }

  async remove(brand: string, capability: string): Promise<boolean> {
    const row = await this.row(brand, capability);
    if (!row) return false;
    await sql`DELETE FROM connectors.connections WHERE id = ${row.id}::uuid`.execute(this.db);
    await this.vault.forget(brand, row.id);
    return true;
  }

  private async row(brand: string, capability: string): Promise<Row | undefined> {
    const { rows } = await sql<Row>`SELECT id, adapter, origin FROM connectors.connections
      WHERE brand = ${brand}::uuid AND capability = ${capability}`.execute(this.db);
    return rows[0];
  }
}
