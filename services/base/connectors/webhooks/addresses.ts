import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import type { Secret } from "../../../platform/secrets/secret.ts";
import type { Vault } from "../../../platform/secrets/vault.ts";
import { webhooksTable } from "../../../platform/webhooks/inbox.ts";
import { SigningSecrets } from "../../../platform/webhooks/signing-secret.ts";
import { connectionId } from "../store/connection-id.ts";

export const webhookTables = [
  webhooksTable,
  `CREATE TABLE IF NOT EXISTS webhook_addresses (
    address text PRIMARY KEY,
    connection uuid NOT NULL UNIQUE,
    brand uuid NOT NULL,
    capability text NOT NULL,
    party text,
    adapter text NOT NULL,
    secret_since timestamptz NOT NULL DEFAULT now(),
    last_message timestamptz
  )`,
];

/** Whose messages come there. */
export interface Addressed {
  readonly connection: string;
  readonly brand: string;
  readonly capability: string;
  readonly party: string | null;
  readonly adapter: string;
}

export interface KnownAddress {
  /** Below the console's address. */
  readonly path: string;
  /** Moments, ISO; null: no message has come yet. */
  readonly secretSince: string;
  readonly lastMessage: string | null;
}

/** Where vendors write to: an address of its own for each connection, and the secret that they sign with. */
export class WebhookAddresses {
  readonly #secrets: SigningSecrets;

  constructor(
    private readonly db: Database,
    vault: Vault,
  ) {
    this.#secrets = new SigningSecrets(vault);
  }

  /** The address, with a new secret; the one before is good for a day. The secret is told here and never again. */
  async renew(place: Omit<Addressed, "connection">): Promise<{ readonly path: string; readonly secret: string }> {
    const { brand, capability, party, adapter } = place;
    const connection = connectionId(brand, place);
    const secret = await this.#secrets.renew({ brand, owner: connection });
    const { rows } = await sql<{ address: string }>`
      INSERT INTO connectors.webhook_addresses (address, connection, brand, capability, party, adapter)
      VALUES (${randomBytes(24).toString("base64url")}, ${connection}::uuid, ${brand}::uuid, ${capability}, ${party}, ${adapter})
      ON CONFLICT (connection) DO UPDATE SET secret_since = now() RETURNING address`.execute(this.db);
    return { path: pathOf(rows[0]?.address ?? ""), secret };
  }

  /** Undefined: nobody was given that address. */
  async of(address: string): Promise<Addressed | undefined> {
    const { rows } = await sql<Addressed>`SELECT connection, brand, capability, party, adapter
      FROM connectors.webhook_addresses WHERE address = ${address}`.execute(this.db);
    return rows[0];
  }

  async ofConnection(connection: string): Promise<Addressed | undefined> {
    const { rows } = await sql<Addressed>`SELECT connection, brand, capability, party, adapter
      FROM connectors.webhook_addresses WHERE connection = ${connection}::uuid`.execute(this.db);
    return rows[0];
  }

  /** What a message may be signed with now. */
  async secrets({ brand, connection }: Addressed): Promise<readonly Secret[]> {
    const { rows } = await sql<{ since: Date }>`SELECT secret_since AS since FROM connectors.webhook_addresses
      WHERE connection = ${connection}::uuid`.execute(this.db);
    const since = rows[0]?.since;
    return since ? this.#secrets.of({ brand, owner: connection }, new Date(since)) : [];
  }

  async told(connection: string): Promise<KnownAddress | null> {
    const { rows } = await sql<{ address: string; since: Date; last: Date | null }>`
      SELECT address, secret_since AS since, last_message AS last FROM connectors.webhook_addresses
      WHERE connection = ${connection}::uuid`.execute(this.db);
    const [row] = rows;
    if (!row) return null;
    const iso = (moment: Date) => new Date(moment).toISOString();
    return {
      path: pathOf(row.address),
      secretSince: iso(row.since),
      lastMessage: row.last && iso(row.last),
    };
  }

  async came(connection: string): Promise<void> {
    await sql`UPDATE connectors.webhook_addresses SET last_message = now()
      WHERE connection = ${connection}::uuid`.execute(this.db);
  }

  /** Whoever writes there from then on is told what a stranger is told. */
  async remove(brand: string, connection: string): Promise<boolean> {
    const { rows } = await sql`DELETE FROM connectors.webhook_addresses
      WHERE connection = ${connection}::uuid AND brand = ${brand}::uuid RETURNING address`.execute(this.db);
    await this.#secrets.forget({ brand, owner: connection });
    return rows.length > 0;
  }
}

const pathOf = (address: string): string => `/webhooks/${address}`;
