import { sql } from "kysely";
import type { Database } from "../../../../platform/database/database.ts";
import type { MonthReport, MonthRunState } from "./contract.ts";

export const tables = [
  // Checks of months that people asked for: how far each is, and what came of it.
  `CREATE TABLE IF NOT EXISTS month_runs (
    id uuid PRIMARY KEY, brand uuid NOT NULL, month text NOT NULL, state text NOT NULL, lines int NOT NULL DEFAULT 0, total int,
    part text, part_begun timestamptz, moved timestamptz NOT NULL DEFAULT now(), report jsonb)`,
];

interface Run {
  readonly id: string;
  readonly brand: string;
  readonly month: string;
}

/** Checks of months, as they are told to who asked for them. */
export class MonthRuns {
  constructor(private readonly db: Database) {}

  /** A new run; where one of the same month is under way in the brand, that one, whoever asked for it. What ended a month ago is forgotten. */
  async open({ id, brand, month }: Run): Promise<string> {
    return this.db.transaction().execute(async (trx) => {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`month run ${brand}`}, 0))`.execute(trx);
      await sql`DELETE FROM billing_control.month_runs WHERE moved < now() - interval '30 days'`.execute(trx);
      // One that has not moved for so long is not waited for: repeating it changes nothing.
      const found = await sql<{ id: string }>`
        SELECT id FROM billing_control.month_runs
        WHERE brand = ${brand} AND month = ${month} AND state = 'running' AND moved > now() - interval '10 minutes'`.execute(
        trx,
      );
      const [underWay] = found.rows;
      if (underWay) return underWay.id;
      await sql`INSERT INTO billing_control.month_runs (id, brand, month, state) VALUES (${id}, ${brand}, ${month}, 'running')
        ON CONFLICT (id) DO NOTHING`.execute(trx);
      return id;
    });
  }

  /** Undefined where the brand has no such run. */
  async find(id: string, brand: string): Promise<MonthRunState | undefined> {
    const found = await sql<{ state: string; lines: number; total: number | null; report: MonthReport | null }>`
      SELECT state, lines, total, report FROM billing_control.month_runs WHERE id = ${id} AND brand = ${brand}`.execute(
      this.db,
    );
    const [row] = found.rows;
    if (!row) return undefined;
    if (row.state === "done" && row.report) return { state: "done", report: row.report };
    return row.state === "failed" ? { state: "failed" } : { state: "running", lines: row.lines, total: row.total };
  }

  /** A part begins; when it began, where it has begun before. */
  async begin(id: string, part: string): Promise<string | undefined> {
    const found = await sql<{ begun: Date | string }>`
      SELECT part_begun AS begun FROM billing_control.month_runs WHERE id = ${id} AND part = ${part}`.execute(this.db);
    const [before] = found.rows;
    if (before) return new Date(before.begun).toISOString();
    await sql`UPDATE billing_control.month_runs SET state = 'running', part = ${part}, part_begun = now(), moved = now()
      WHERE id = ${id}`.execute(this.db);
    return undefined;
  }

  async move(id: string, lines: number, total: number): Promise<void> {
    await sql`UPDATE billing_control.month_runs SET lines = ${lines}, total = ${total}, moved = now() WHERE id = ${id}`.execute(
      this.db,
    );
  }

  /** Without a report it has failed. */
  async end(id: string, report: MonthReport | null): Promise<void> {
    await sql`UPDATE billing_control.month_runs SET state = ${report ? "done" : "failed"}, moved = now(),
      report = ${report ? JSON.stringify(report) : null}::jsonb WHERE id = ${id}`.execute(this.db);
  }
}
