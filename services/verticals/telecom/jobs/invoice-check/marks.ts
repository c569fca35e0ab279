import { sql } from "kysely";
import type { Database } from "../../../../platform/database/database.ts";
import type { Mark } from "./changes.ts";

export const tables = [
  // How far each brand's journal has been read, and up to when rows of invoices were looked at.
  `CREATE TABLE IF NOT EXISTS progress (brand uuid PRIMARY KEY, sequence bigint NOT NULL, checked_until text NOT NULL)`,
  // What has changed since the invoices that depend on it were checked.
  `CREATE TABLE IF NOT EXISTS marks (brand uuid NOT NULL, kind text NOT NULL, id text NOT NULL, sequence bigint NOT NULL, PRIMARY KEY (brand, kind, id))`,
];

/** What is to be checked again, kept together with how far the journal was read. */
export class Marks {
  constructor(private readonly db: Database) {}

  async progress(brand: string): Promise<{ readonly sequence: number; readonly checkedUntil: string } | undefined> {
    const found = await sql<{ sequence: number; checkedUntil: string }>`
      SELECT sequence, checked_until AS "checkedUntil" FROM invoice_check.progress WHERE brand = ${brand}`.execute(
      this.db,
    );
    return found.rows[0];
  }

  /** Neither is ever there without the other. */
  async take(brand: string, marks: readonly (Mark & { readonly sequence: number })[], sequence: number): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      if (marks.length > 0)
        await sql`INSERT INTO invoice_check.marks (brand, kind, id, sequence)
          SELECT ${brand}::uuid, m->>'kind', m->>'id', max((m->>'sequence')::bigint)
          FROM jsonb_array_elements(${JSON.stringify(marks)}::jsonb) AS m GROUP BY 2, 3
          ON CONFLICT (brand, kind, id) DO UPDATE SET sequence = EXCLUDED.sequence`.execute(trx);
      await sql`INSERT INTO invoice_check.progress (brand, sequence, checked_until)
        VALUES (${brand}, ${sequence}, ${new Date().toISOString()})
        ON CONFLICT (brand) DO UPDATE SET sequence = EXCLUDED.sequence`.execute(trx);
    });
  }

  async of(brand: string): Promise<readonly (Mark & { readonly sequence: number })[]> {
    const found = await sql<Mark & { sequence: number }>`
      SELECT kind, id, sequence FROM invoice_check.marks WHERE brand = ${brand} ORDER BY kind, id`.execute(this.db);
    return found.rows;
  }

  /** What was marked up to the sequence is checked; what was marked again meanwhile stays. */
  async finish(brand: string, sequence: number, checkedUntil: string): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await sql`DELETE FROM invoice_check.marks WHERE brand = ${brand} AND sequence <= ${sequence}`.execute(trx);
      await sql`UPDATE invoice_check.progress SET checked_until = ${checkedUntil} WHERE brand = ${brand}`.execute(trx);
    });
  }

  /** How many things wait, over all brands. */
  async waiting(): Promise<number> {
    const found = await sql<{ count: number }>`SELECT count(*) AS count FROM invoice_check.marks`.execute(this.db);
    return found.rows[0]?.count ?? 0;
  }
}
