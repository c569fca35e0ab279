import { sql } from "kysely";
import * as z from "zod";
import type { Database } from "../../../platform/database/database.ts";
import type { Event } from "../events/event.ts";

const pendingRow = z.object({
  key: z.string(),
  kind: z.string(),
  run: z.string(),
  order: z.number(),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectLabel: z.string(),
  value: z.string().nullable(),
  accountId: z.string().nullable(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  permission: z.string().nullable(),
  occurredAt: z.string(),
});

/** Events between the journal and the people. */
export class PendingEvents {
  constructor(private readonly db: Database) {}

  async progress(brand: string): Promise<number | undefined> {
    const found = await sql<{
      sequence: number;
    }>`SELECT sequence FROM notifications.progress WHERE brand = ${brand}`.execute(this.db);
    return found.rows[0]?.sequence;
  }

  /** How many brands are followed: what happens there from now on is told. */
  async followed(): Promise<number> {
    const found = await sql<{ count: number }>`SELECT count(*) AS count FROM notifications.progress`.execute(this.db);
    return found.rows[0]?.count ?? 0;
  }

  /** Stores what was read together with how far: neither is ever there without the other. */
  async take(brand: string, events: readonly Event[], sequence: number, now: number): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await insert(trx, brand, events, now);
      await sql`INSERT INTO notifications.progress (brand, sequence) VALUES (${brand}, ${sequence}) ON CONFLICT (brand) DO UPDATE SET sequence = EXCLUDED.sequence`.execute(
        trx,
      );
    });
  }

  /** Those of the events that were never met before. */
  async takeOnce(brand: string, events: readonly Event[], now: number): Promise<void> {
    if (events.length === 0) return;
    await this.db.transaction().execute(async (trx) => {
      const fresh = await sql<{
        key: string;
      }>`INSERT INTO notifications.met (brand, key) SELECT ${brand}::uuid, unnest(${events.map(({ key }) => key)}::text[]) ON CONFLICT DO NOTHING RETURNING key`.execute(
        trx,
      );
      const keys = new Set(fresh.rows.map(({ key }) => key));
      await insert(
        trx,
        brand,
        events.filter(({ key }) => keys.has(key)),
        now,
      );
    });
  }

  /**
   * Closes the groups nothing was added to for `quiet` milliseconds, or that wait for `longest` already: what one person did in one run, of one
   * kind. What comes later makes a group of its own.
   */
  async close(brand: string, now: number, { quiet, longest }: { quiet: number; longest: number }): Promise<void> {
    await sql`WITH closing AS (
        SELECT kind, run, coalesce(actor, '') AS actor, (array_agg(key ORDER BY place, key))[1] AS batch FROM notifications.pending WHERE brand = ${brand} AND batch IS NULL
        GROUP BY kind, run, coalesce(actor, '') HAVING max(seen_at) <= ${now - quiet} OR min(seen_at) <= ${now - longest})
      UPDATE notifications.pending AS p SET batch = c.batch FROM closing AS c
      WHERE p.brand = ${brand} AND p.batch IS NULL AND p.kind = c.kind AND p.run = c.run AND coalesce(p.actor, '') = c.actor`.execute(
      this.db,
    );
  }

  /** When the next open group closes, if nothing is added: milliseconds from now on; undefined without one. */
  async nextClose(
    brand: string,
    now: number,
    { quiet, longest }: { quiet: number; longest: number },
  ): Promise<number | undefined> {
    const found = await sql<{
      at: number | null;
    }>`SELECT min(least(latest + ${quiet}::bigint, first + ${longest}::bigint)) AS at
      FROM (SELECT max(seen_at) AS latest, min(seen_at) AS first FROM notifications.pending WHERE brand = ${brand} AND batch IS NULL
        GROUP BY kind, run, coalesce(actor, '')) AS open`.execute(this.db);
    const at = found.rows[0]?.at;
    return at === null || at === undefined ? undefined : Math.max(at - now, 0);
  }

  /** The batch is told. */
  async finish(brand: string, batch: string): Promise<void> {
    await sql`DELETE FROM notifications.pending WHERE brand = ${brand} AND batch = ${batch}`.execute(this.db);
  }

  async closed(brand: string): Promise<string[]> {
    const found = await sql<{
      batch: string;
    }>`SELECT batch FROM notifications.pending WHERE brand = ${brand} AND batch IS NOT NULL GROUP BY batch ORDER BY min(place), batch`.execute(
      this.db,
    );
    return found.rows.map(({ batch }) => batch);
  }

  async eventsOf(brand: string, batch: string): Promise<Event[]> {
    const found =
      await sql`SELECT key, kind, run, place AS "order", subject_type AS "subjectType", subject_id AS "subjectId", subject_label AS "subjectLabel", value, account AS "accountId",
      actor AS "actorId", actor_name AS "actorName", permission, occurred_at AS "occurredAt" FROM notifications.pending WHERE brand = ${brand} AND batch = ${batch} ORDER BY place, key`.execute(
        this.db,
      );
    return found.rows.map((row) => pendingRow.parse(row));
  }
}

async function insert(db: Database, brand: string, events: readonly Event[], now: number): Promise<void> {
  if (events.length === 0) return;
  await sql`INSERT INTO notifications.pending (brand, key, kind, run, place, subject_type, subject_id, subject_label, value, account, actor, actor_name, permission, occurred_at, seen_at)
    SELECT ${brand}::uuid, e->>'key', e->>'kind', e->>'run', (e->>'order')::bigint, e->>'subjectType', e->>'subjectId', e->>'subjectLabel', e->>'value', e->>'accountId', e->>'actorId',
      e->>'actorName', e->>'permission', e->>'occurredAt', ${now}::bigint FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) AS e ON CONFLICT DO NOTHING`.execute(
    db,
  );
}
