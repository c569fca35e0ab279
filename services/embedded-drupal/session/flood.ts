import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import { seconds } from "./session-store.ts";

interface Limit {
  readonly event: string;
  readonly threshold: number;
  readonly window: number;
}

export const perAddress: Limit = { event: "login_address", threshold: 50, window: 3600 };
export const perUser: Limit = { event: "login_user", threshold: 5, window: 6 * 3600 };

export async function isAllowed(db: Database, limit: Limit, identifier: string): Promise<boolean> {
  const result = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM core_flood
    WHERE event = ${limit.event} AND identifier = ${identifier} AND at > ${seconds() - limit.window}`.execute(db);
  return (result.rows[0]?.count ?? 0) < limit.threshold;
}

export async function register(db: Database, limit: Limit, identifier: string): Promise<void> {
  const now = seconds();
  await sql`DELETE FROM core_flood WHERE at < ${now - perUser.window}`.execute(db);
  await sql`INSERT INTO core_flood (event, identifier, at) VALUES (${limit.event}, ${identifier}, ${now})`.execute(db);
}

export async function clear(db: Database, limit: Limit, identifier: string): Promise<void> {
  await sql`DELETE FROM core_flood WHERE event = ${limit.event} AND identifier = ${identifier}`.execute(db);
}
