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
  async keep({ connection, id, body }: Received): Promise<boolean> {
    const { rows } = await sql`INSERT INTO ${this.#table} (connection, id, body) VALUES (${connection}, ${id}, ${body})
      ON CONFLICT (connection, id) DO NOTHING RETURNING id`.execute(this.db);
    return rows.length > 0;
  }

  /** Those that came and were not worked off, the oldest first. */
  async waiting(most = 100): Promise<readonly Received[]> {
    const { rows } = await sql<Received>`SELECT connection, id, body FROM ${this.#table}
      WHERE worked_off IS NULL ORDER BY received, id LIMIT ${most}`.execute(this.db);
    return rows;
  }

  /** Undefined where it was worked off already, or never came. */
  async find(connection: string, id: string): Promise<Received | undefined> {
    const { rows } = await sql<Received>`SELECT connection, id, body FROM ${this.#table}
      WHERE connection = ${connection} AND id = ${id} AND worked_off IS NULL`.execute(this.db);
    return rows[0];
  }

  /** Its id stays, so that it is known again; what it said goes. */
  async workedOff(connection: string, id: string): Promise<void> {
    await sql`UPDATE ${this.#table} SET worked_off = now(), body = NULL
      WHERE connection = ${connection} AND id = ${id}`.execute(this.db);
    await sql`DELETE FROM ${this.#table} WHERE worked_off < now() - ${remembered}::interval`.execute(this.db);
  }

  get #table() {
    return sql.id(this.schema, "webhooks");
  }
}
