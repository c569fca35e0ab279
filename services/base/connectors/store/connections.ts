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
    saved_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Connections of before there were parties are their capability's only one.
  "ALTER TABLE connections ADD COLUMN IF NOT EXISTS party text NOT NULL DEFAULT ''",
  "ALTER TABLE connections ADD COLUMN IF NOT EXISTS saved_by text",
  "ALTER TABLE connections ADD COLUMN IF NOT EXISTS paused_at timestamptz",
  "ALTER TABLE connections ADD COLUMN IF NOT EXISTS paused_by text",
  "ALTER TABLE connections DROP CONSTRAINT IF EXISTS connections_pkey",
  "CREATE UNIQUE INDEX IF NOT EXISTS connections_place ON connections (brand, capability, party)",
];

interface Row {
  readonly id: string;
  readonly adapter: string;
  readonly origin: string | null;
  readonly isPaused: boolean;
}

/** What a connection is for: one brand, one capability, and one of its parties where the capability has them. */
export interface Place {
  readonly brand: string;
  readonly capability: string;
  readonly party?: string | null | undefined;
}

export type StoredConnection = Pick<Connection, "adapter" | "secret" | "origin">;

export interface KnownConnection {
  readonly capability: string;
  /** The row that it was made for, where the capability has parties. */
  readonly party: string | null;
  readonly adapter: string;
  readonly origin: string | null;
  /** Whose books it leads to, as its vendor said when it was saved. */
  readonly company: string;
  /** Whoever set it; null where that was before it was kept. */
  readonly savedBy: string | null;
}

export interface KeptConnection extends KnownConnection {
  /** A moment, ISO. */
  readonly savedAt: string;
  /** Since when nothing is sent nor read, and who said so; null: it works. */
  readonly pausedAt: string | null;
  readonly pausedBy: string | null;
}

const name = "token";

/** One connection per brand, capability and party; its secret lies in the vault. */
export class Connections {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  async of(place: Place): Promise<StoredConnection | undefined> {
    const row = await this.row(place);
    const secret = row && (await this.vault.get({ brand: place.brand, owner: row.id, name }));
    return (
      secret && { adapter: row.adapter, secret: secret.reveal(), ...(row.origin !== null && { origin: row.origin }) }
    );
  }

  /** Whether nothing is to be sent nor read; a connection that isn't there is not paused. */
  async isPaused(place: Place): Promise<boolean> {
    return (await this.row(place))?.isPaused ?? false;
  }

  /** `by`: who pauses it; null: it is taken up again. False: there is none. Paused again, who paused it first holds. */
  async pause({ brand, capability, party }: Place, by: string | null): Promise<boolean> {
    const { rows } = await sql`UPDATE connectors.connections SET
      paused_at = CASE WHEN ${by}::text IS NULL THEN NULL ELSE COALESCE(paused_at, now()) END,
      paused_by = CASE WHEN ${by}::text IS NULL THEN NULL WHEN paused_at IS NULL THEN ${by}::text ELSE paused_by END
      WHERE brand = ${brand}::uuid AND capability = ${capability} AND party = ${party ?? ""} RETURNING id`.execute(
      this.db,
    );
    return rows.length > 0;
  }

  /** Which vendor it leads to; its secret is not opened. */
  async adapterOf(place: Place): Promise<string | undefined> {
    return (await this.row(place))?.adapter;
  }

  async known(brand: string): Promise<KeptConnection[]> {
    const { rows } = await sql<KeptConnection>`SELECT capability, NULLIF(party, '') AS party, adapter, origin, company,
      saved_by AS "savedBy", saved_at AS "savedAt", paused_at AS "pausedAt", paused_by AS "pausedBy" FROM connectors.connections WHERE brand = ${brand}::uuid
      ORDER BY capability, saved_at`.execute(this.db);
    const text = (at: string) => new Date(at).toISOString();
    return rows.map((row) => ({ ...row, savedAt: text(row.savedAt), pausedAt: row.pausedAt && text(row.pausedAt) }));
  }

  /** The secret first, under an id of its own: a connection never has another one's secret. */
  async save(brand: string, { secret, ...known }: KnownConnection & { readonly secret: string }): Promise<void> {
    const before = await this.row({ brand, ...known });
    const id = randomUUID();
    await this.vault.put({ brand, owner: id, name }, new Secret(secret));
    await sql`INSERT INTO connectors.connections (id, brand, capability, party, adapter, origin, company, saved_by)
      VALUES (${id}::uuid, ${brand}::uuid, ${known.capability}, ${known.party ?? ""}, ${known.adapter}, ${known.origin},
        ${known.company}, ${known.savedBy})
      ON CONFLICT (brand, capability, party) DO UPDATE SET id = EXCLUDED.id, adapter = EXCLUDED.adapter,
        origin = EXCLUDED.origin, company = EXCLUDED.company, saved_by = EXCLUDED.saved_by, saved_at = now()`.execute(
      this.db,
    );
    if (before) await this.vault.forget(brand, before.id);
  }

  async remove(place: Place): Promise<boolean> {
    const row = await this.row(place);
    if (!row) return false;
    await sql`DELETE FROM connectors.connections WHERE id = ${row.id}::uuid`.execute(this.db);
    await this.vault.forget(place.brand, row.id);
    return true;
  }

  private async row({ brand, capability, party }: Place): Promise<Row | undefined> {
    const { rows } =
      await sql<Row>`SELECT id, adapter, origin, paused_at IS NOT NULL AS "isPaused" FROM connectors.connections
      WHERE brand = ${brand}::uuid AND capability = ${capability} AND party = ${party ?? ""}`.execute(this.db);
    return rows[0];
  }
}
