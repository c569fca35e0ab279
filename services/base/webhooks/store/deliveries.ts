import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import type { Delivery, DisabledReason } from "../contract.ts";
import { Endpoints } from "./endpoints.ts";
import { iso, isoOrNull } from "./tables.ts";

export interface NewDelivery {
  /** The message's id: the same on each try. */
  readonly id: string;
  readonly endpoint: string;
  readonly event: string;
  readonly payload: string;
}

export interface DueDelivery {
  readonly id: string;
  readonly payload: string;
  readonly attempts: number;
  /** When it was first tried; null: not yet. */
  readonly startedAt: Date | null;
}

/** What came of a try. */
export interface Outcome {
  readonly status: number | null;
  readonly failure: string | null;
  readonly milliseconds: number;
}

export const daysKept = 30;
const pageSize = 30;
const forgottenAtOnce = 1_000;

/** What is to be sent and what was, for thirty days. */
export class Deliveries {
  constructor(private readonly db: Database) {}

  async progress(brand: string): Promise<number | undefined> {
    const { rows } = await sql<{ sequence: number }>`SELECT sequence FROM webhooks.progress
      WHERE brand = ${brand}::uuid`.execute(this.db);
    return rows[0]?.sequence;
  }

  /** How many brands are followed. */
  async followed(): Promise<number> {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM webhooks.progress`.execute(this.db);
    return rows[0]?.count ?? 0;
  }

  /** Stores what is to be sent together with how far was read: neither is ever there without the other. */
  async take(brand: string, added: readonly NewDelivery[], sequence: number): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await insert(trx, added);
      await sql`INSERT INTO webhooks.progress (brand, sequence) VALUES (${brand}::uuid, ${sequence})
        ON CONFLICT (brand) DO UPDATE SET sequence = EXCLUDED.sequence`.execute(trx);
    });
  }

  async add(delivery: NewDelivery): Promise<void> {
    await insert(this.db, [delivery]);
  }

  /** The addresses for which something is to be sent now. */
  async dueEndpoints(): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`SELECT id FROM webhooks.endpoints AS e WHERE state = 'active'
      AND EXISTS (SELECT 1 FROM webhooks.deliveries WHERE endpoint = e.id AND state = 'waiting' AND next_at <= now())
      `.execute(this.db);
    return rows.map(({ id }) => id);
  }

  /** Those to be sent now, the longest due first, but these. */
  async due(endpoint: string, most: number, but: readonly string[]): Promise<readonly DueDelivery[]> {
    const { rows } = await sql<DueDelivery>`SELECT id, payload, attempts, started_at AS "startedAt"
      FROM webhooks.deliveries WHERE endpoint = ${endpoint}::uuid AND state = 'waiting' AND next_at <= now()
      AND NOT id = ANY(${[...but]}::uuid[]) ORDER BY next_at, id LIMIT ${most}`.execute(this.db);
    return rows.map((row) => ({ ...row, startedAt: row.startedAt && new Date(row.startedAt) }));
  }

  async delivered(id: string, outcome: Outcome): Promise<void> {
    await this.#tried(id, outcome, sql`state = 'delivered', next_at = NULL`);
  }

  async again(id: string, outcome: Outcome, milliseconds: number): Promise<void> {
    const wait = sql`state = 'waiting', next_at = now() + ${milliseconds} * interval '1 millisecond'`;
    await this.#tried(id, outcome, wait);
  }

  /** `disables`: the address takes nothing more from the same moment on. */
  async failed(
    id: string,
    outcome: Outcome,
    disables?: { readonly endpoint: string; readonly reason: DisabledReason },
  ): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await new Deliveries(trx).#tried(id, outcome, sql`state = 'failed', next_at = NULL`);
      if (disables) await new Endpoints(trx).disable(disables.endpoint, disables.reason);
    });
  }

  /** All that waits for an address that takes nothing more. */
  async stop(endpoint: string): Promise<void> {
    await sql`UPDATE webhooks.deliveries SET state = 'failed', next_at = NULL, failure = COALESCE(failure, 'stopped')
      WHERE endpoint = ${endpoint}::uuid AND state = 'waiting'`.execute(this.db);
  }

  /** Sends it once more, now, and from then on by the schedule; what waits anyway keeps its place in it. False where the brand has no such. */
  async resend(brand: string, endpoint: string, id: string): Promise<boolean> {
    const { rows } = await sql`UPDATE webhooks.deliveries AS d SET state = 'waiting', next_at = now(),
      attempts = CASE WHEN d.state = 'waiting' THEN d.attempts ELSE 0 END,
      started_at = CASE WHEN d.state = 'waiting' THEN d.started_at END
      FROM webhooks.endpoints AS e WHERE d.id = ${id}::uuid AND d.endpoint = ${endpoint}::uuid AND e.id = d.endpoint
      AND e.brand = ${brand}::uuid AND e.state <> 'disabled' RETURNING d.id`.execute(this.db);
    return rows.length > 0;
  }

  /** The newest first. */
  async page(
    brand: string,
    { endpoint, failedOnly, after }: { endpoint: string; failedOnly: boolean; after?: string | undefined },
  ): Promise<{ readonly deliveries: readonly Delivery[]; readonly hasMore: boolean }> {
    const { rows } = await sql<Delivery>`SELECT d.id, event, d.state, d.created_at AS "createdAt", attempts,
      next_at AS "nextAt", last_at AS "lastAt", status, failure, milliseconds FROM webhooks.deliveries AS d
      JOIN webhooks.endpoints AS e ON e.id = d.endpoint WHERE e.brand = ${brand}::uuid AND e.id = ${endpoint}::uuid
      AND (NOT ${failedOnly}::boolean OR d.state = 'failed' OR (d.state = 'waiting' AND attempts > 0))
      AND (${after ?? null}::uuid IS NULL OR (d.created_at, d.id) <
        (SELECT created_at, id FROM webhooks.deliveries WHERE id = ${after ?? null}::uuid))
      ORDER BY d.created_at DESC, d.id DESC LIMIT ${pageSize + 1}`.execute(this.db);
    return {
      hasMore: rows.length > pageSize,
      deliveries: rows.slice(0, pageSize).map((row) => ({
        ...row,
        createdAt: iso(row.createdAt),
        nextAt: isoOrNull(row.nextAt),
        lastAt: isoOrNull(row.lastAt),
      })),
    };
  }

  /** Takes away some of what is too old by then; whether there is more. */
  async forget(now: Date): Promise<boolean> {
    const before = new Date(now.getTime() - daysKept * 86_400_000);
    const { rows } = await sql`DELETE FROM webhooks.deliveries WHERE id IN (SELECT id FROM webhooks.deliveries
      WHERE created_at < ${before} LIMIT ${forgottenAtOnce}) RETURNING id`.execute(this.db);
    return rows.length === forgottenAtOnce;
  }

  async #tried(id: string, { status, failure, milliseconds }: Outcome, then: RawBuilder<unknown>): Promise<void> {
    await sql`UPDATE webhooks.deliveries SET attempts = attempts + 1, last_at = now(), status = ${status},
      started_at = COALESCE(started_at, now() - ${milliseconds} * interval '1 millisecond'), failure = ${failure},
      milliseconds = ${milliseconds}, ${then} WHERE id = ${id}::uuid`.execute(this.db);
  }
}

/** What is there already stays as it is. */
async function insert(db: Database, added: readonly NewDelivery[]): Promise<void> {
  if (added.length === 0) return;
  await sql`INSERT INTO webhooks.deliveries (id, endpoint, event, payload)
    SELECT (d->>'id')::uuid, (d->>'endpoint')::uuid, d->>'event', d->>'payload'
    FROM jsonb_array_elements(${JSON.stringify(added)}::jsonb) AS d
    WHERE EXISTS (SELECT 1 FROM webhooks.endpoints WHERE id = (d->>'endpoint')::uuid)
    ON CONFLICT (id) DO NOTHING`.execute(db);
}
