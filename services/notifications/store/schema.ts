import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";

const statements = [
  // How far each brand's journal has been read.
  `CREATE TABLE IF NOT EXISTS progress (brand uuid PRIMARY KEY, sequence bigint NOT NULL)`,
  // What happened and isn't told yet. Rows with a batch are told together; the batch keeps its rows for good, so that a repetition tells the same.
  `CREATE TABLE IF NOT EXISTS pending (brand uuid NOT NULL, key text NOT NULL, kind text NOT NULL, run text NOT NULL, place bigint NOT NULL, subject_type text NOT NULL, subject_id text NOT NULL,
    subject_label text NOT NULL, value text, account text, actor text, actor_name text NOT NULL, permission text, occurred_at text NOT NULL, seen_at bigint NOT NULL, batch text, PRIMARY KEY (brand, key))`,
  // What was met already of that which no journal entry tells once: the days that come.
  `CREATE TABLE IF NOT EXISTS met (brand uuid NOT NULL, key text NOT NULL, PRIMARY KEY (brand, key))`,
  // Mails: queued, sending, sent, failed (refused for good, or tried too often), dropped (nobody to send it to any more).
  `CREATE TABLE IF NOT EXISTS mail (id uuid PRIMARY KEY, brand uuid NOT NULL, recipient uuid NOT NULL, told jsonb NOT NULL, subject_ids jsonb NOT NULL, permissions jsonb NOT NULL,
    state text NOT NULL, attempts integer NOT NULL DEFAULT 0, next_at bigint NOT NULL, error text, changed_at bigint NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS mail_due ON mail (state, next_at)`,
];

export async function createTables(db: Database): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
