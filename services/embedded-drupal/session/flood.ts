import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import { seconds } from "./session-store.ts";

export interface Limit {
  readonly event: string;
  readonly threshold: number;
  readonly window: number;
}

export const perAddress: Limit = { event: "login_address", threshold: 50, window: 3600 };
export const perUser: Limit = { event: "login_user", threshold: 5, window: 6 * 3600 };

/**
 * Takes a place among the failures before the password is looked at, so that tries that come at once are counted one
 * by one; undefined: there is none left. Who fails keeps it, who doesn't gives it back.
 */
export async function takePlace(db: Database, limit: Limit, identifier: string): Promise<string | undefined> {
  return db.transaction().execute(async (transaction) => {
    const now = seconds();
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`${limit.event} ${identifier}`}))`.execute(transaction);
    await sql`DELETE FROM core_flood WHERE at < ${now - perUser.window}`.execute(transaction);
    const taken = await sql<{ place: string }>`INSERT INTO core_flood (event, identifier, at)
      SELECT ${limit.event}, ${identifier}, ${now} WHERE (SELECT count(*) FROM core_flood
        WHERE event = ${limit.event} AND identifier = ${identifier} AND at > ${now - limit.window}) < ${limit.threshold}
      RETURNING place::text AS place`.execute(transaction);
    return taken.rows[0]?.place;
  });
}

export async function giveBack(db: Database, place: string): Promise<void> {
  await sql`DELETE FROM core_flood WHERE place = ${place}::bigint`.execute(db);
}

export async function clear(db: Database, limit: Limit, identifier: string): Promise<void> {
  await sql`DELETE FROM core_flood WHERE event = ${limit.event} AND identifier = ${identifier}`.execute(db);
}
