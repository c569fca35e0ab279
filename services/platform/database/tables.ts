import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Makes a service's tables where they are missing, all or none. Names without a schema lie in the one given. */
export async function createTables(db: Database, schema: string, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return;
  await db.transaction().execute(async (trx) => {
    // Two hosts may start at once.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended('tables', 0))`.execute(trx);
    await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(trx);
    await sql`SET LOCAL search_path TO ${sql.id(schema)}, public`.execute(trx);
    for (const statement of statements) await sql.raw(statement).execute(trx);
  });
}
