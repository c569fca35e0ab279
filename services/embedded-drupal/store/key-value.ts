import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";

/** The server's own secret (HMAC of tokens), made once and kept with the data. */
export async function serverSecret(db: Database): Promise<string> {
  const fresh = randomBytes(32).toString("base64url");
  await sql`INSERT INTO core_key_value (name, value) VALUES ('secret', ${fresh}) ON CONFLICT (name) DO NOTHING`.execute(
    db,
  );
  const stored = await sql<{ value: string }>`SELECT value FROM core_key_value WHERE name = 'secret'`.execute(db);
  const value = stored.rows[0]?.value;
  if (!value) throw new Error("The server's secret can't be stored");
  return value;
}
