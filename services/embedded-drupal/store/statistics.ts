import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";

const base = 1000;
const share = 0.3;

/** The planner's picture of a table goes stale with bulk writes, and the embedded database has nobody who refreshes it. */
export class TableStatistics {
  readonly #db: Database;
  readonly #tables = new Map<string, { written: number; size: number }>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Refreshes in the background once a good part of the table is new. */
  written(table: string, rows: number): void {
    const state = this.#tables.get(table) ?? { written: 0, size: 0 };
    this.#tables.set(table, state);
    state.written += rows;
    if (state.written < base + share * state.size) return;
    state.written = 0;
    this.#refresh(table).then(
      (size) => {
        state.size = size;
      },
      () => {},
    );
  }

  async #refresh(table: string): Promise<number> {
    await this.#db.transaction().execute(async (transaction) => {
      // Six thousand rows say enough: reading five times as many holds others up where one connection serves everyone.
      await sql`SET LOCAL default_statistics_target = 20`.execute(transaction);
      await sql`ANALYZE ${sql.table(table)}`.execute(transaction);
    });
    const result = await sql<{
      size: number;
    }>`SELECT reltuples::bigint AS size FROM pg_class WHERE relname = ${table}`.execute(this.#db);
    return result.rows[0]?.size ?? 0;
  }
}
