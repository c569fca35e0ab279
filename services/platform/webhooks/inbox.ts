import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/** Of the service that takes webhooks; its `tables` hold this. */
export const webhooksTable = `CREATE TABLE IF NOT EXISTS webhooks (
  connection uuid NOT NULL, id text NOT NULL, received timestamptz NOT NULL DEFAULT now(), body bytea,
  worked_off timestamptz, PRIMARY KEY (connection, id))`;

export interface Received {
  readonly connection: string;
  readonly id: string;
  readonly body: Buffer;
  readonly received: Date;
}

/** Longer than any vendor sends a message again: Standard Webhooks' last attempt comes after 75 hours. */
const remembered = "7 days";

/**
 * What vendors sent, kept before it is answered for: a message that came once is worked off once, however often it is sent again and
 * whatever ends the process in between.
 */
export class WebhookInbox {
  constructor(
    private readonly db: Database,
    /** The schema that `webhooksTable` lies in. */
    private readonly schema: string,
  ) {}

  /** True where it has not come before. */
  async keep({ connection, id, body }: Omit<Received, "received">): Promise<boolean> {
    const { rows } = await sql`INSERT INTO ${this.#table} (connection, id, body) VALUES (${connection}, ${id}, ${body})
      ON CONFLICT (connection, id) DO NOTHING RETURNING id`.execute(this.db);
    return rows.length > 0;
  }

  /** The connections of which some wait to be worked off. */
  async connections(): Promise<readonly string[]> {
    const { rows } = await sql<{ connection: string }>`SELECT DISTINCT connection FROM ${this.#table}
      WHERE worked_off IS NULL`.execute(this.db);
    return rows.map(({ connection }) => connection);
  }

  /** Those that came and were not worked off, the oldest first. */
  async waiting(connection: string, most = 100): Promise<readonly Received[]> {
    const { rows } = await sql<Received>`SELECT connection, id, body, received FROM ${this.#table}
      WHERE worked_off IS NULL AND connection = ${connection} ORDER BY received, id LIMIT ${most}`.execute(this.db);
    return rows;
  }

  /** Their ids stay, so that they are known again; what they said goes. */
  async workedOff(connection: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql`UPDATE ${this.#table} SET worked_off = now(), body = NULL
      WHERE connection = ${connection} AND id = ANY(${ids})`.execute(this.db);
    await sql`DELETE FROM ${this.#table} WHERE worked_off < now() - ${remembered}::interval`.execute(this.db);
  }

  get #table() {
    return sql.id(this.schema, "webhooks");
  }
}
