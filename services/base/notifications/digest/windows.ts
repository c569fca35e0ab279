import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";

const week = 7 * 86_400_000;

/** From when to when each week's digest tells. A window begins where the one before ended, so that nothing is told twice or left out. */
export class DigestWindows {
  constructor(private readonly db: Database) {}

  /** The window of the period, made at its first asking, up to that moment. */
  async of(brand: string, kind: string, period: string, now: Date): Promise<{ since: string; until: string }> {
    const first = new Date(now.getTime() - week).toISOString();
    await sql`INSERT INTO notifications.digests (brand, kind, period, since, until)
      SELECT ${brand}::uuid, ${kind}, ${period}, coalesce(max(until), ${first}), ${now.toISOString()}
      FROM notifications.digests WHERE brand = ${brand} AND kind = ${kind} AND period < ${period} ON CONFLICT DO NOTHING`.execute(
      this.db,
    );
    const found = await sql<{ since: string; until: string }>`SELECT since, until FROM notifications.digests
      WHERE brand = ${brand} AND kind = ${kind} AND period = ${period}`.execute(this.db);
    return found.rows[0] ?? { since: first, until: now.toISOString() };
  }
}
