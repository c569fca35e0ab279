import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import type { Reading } from "./reading-named.ts";

/** The vendor's clock may be so much behind ours, in milliseconds. */
const clocks = 600_000;

export const mirrorTables = [
  `CREATE TABLE IF NOT EXISTS invoice_mirrors (
    connection uuid PRIMARY KEY,
    brand uuid NOT NULL,
    job text,
    company text,
    since text,
    read_at timestamptz,
    failure text
  )`,
  "ALTER TABLE invoice_mirrors ADD COLUMN IF NOT EXISTS waiting text",
  // What the billing system was seen to have. An empty place: nobody's of ours yet.
  `CREATE TABLE IF NOT EXISTS invoices_seen (
    connection uuid NOT NULL,
    invoice text NOT NULL,
    customer text NOT NULL,
    place text NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (connection, invoice)
  )`,
  "CREATE INDEX IF NOT EXISTS invoices_seen_customer ON invoices_seen (connection, customer, place)",
];

export interface SeenInvoice {
  readonly invoice: string;
  readonly customer: string;
  readonly place: string;
}

export interface MirrorState {
  /** The job that reads, or read last. */
  readonly job: string | null;
  /** The job that reads next: it was asked for while another was at it. */
  readonly waiting: string | null;
  /** Whose books were read. */
  readonly company: string | null;
  /** From when on changes are asked for; null: all is read. */
  readonly since: string | null;
  /** A moment, ISO. */
  readonly readAt: string | null;
  /** Why the last reading came to nothing. */
  readonly failure: string | null;
}

/** How far the mirror of each connection is. What is invoiced lies in the backend alone. */
export class SeenInvoices {
  constructor(private readonly db: Database) {}

  async state(connection: string): Promise<MirrorState | undefined> {
    const { rows } = await sql<MirrorState>`SELECT job, waiting, company, since, read_at AS "readAt", failure
      FROM connectors.invoice_mirrors WHERE connection = ${connection}::uuid`.execute(this.db);
    const [row] = rows;
    return row && { ...row, readAt: row.readAt && new Date(row.readAt).toISOString() };
  }

  async begun(brand: string, connection: string, job: string): Promise<void> {
    await sql`INSERT INTO connectors.invoice_mirrors (connection, brand, job) VALUES (${connection}::uuid, ${brand}::uuid, ${job})
      ON CONFLICT (connection) DO UPDATE SET job = EXCLUDED.job`.execute(this.db);
  }

  async waits(brand: string, connection: string, job: string): Promise<void> {
    await sql`INSERT INTO connectors.invoice_mirrors (connection, brand, waiting) VALUES (${connection}::uuid, ${brand}::uuid, ${job})
      ON CONFLICT (connection) DO UPDATE SET waiting = EXCLUDED.waiting`.execute(this.db);
  }

  /** Once all that was read is written: from here on changes are asked for. */
  async ended(
    { connection, since, at }: Reading,
    { company, newest }: { readonly company: string; readonly newest: string | null },
  ): Promise<void> {
    if (since === null) await this.#forgetOlder(connection, at);
    const begun = new Date(Date.parse(at) - clocks).toISOString();
    const from = newest ?? (since !== null && since > begun ? since : begun);
    await sql`UPDATE connectors.invoice_mirrors SET company = ${company}, since = ${from}, read_at = now(), failure = NULL
      WHERE connection = ${connection}::uuid`.execute(this.db);
  }

  async failed(connection: string, failure: string): Promise<void> {
    await sql`UPDATE connectors.invoice_mirrors SET failure = ${failure} WHERE connection = ${connection}::uuid`.execute(
      this.db,
    );
  }

  async saw(connection: string, at: string, invoices: readonly SeenInvoice[]): Promise<void> {
    if (invoices.length === 0) return;
    const rows = invoices.map(
      ({ invoice, customer, place }) =>
        sql`(${connection}::uuid, ${invoice}, ${customer}, ${place}, ${at}::timestamptz)`,
    );
    await sql`INSERT INTO connectors.invoices_seen (connection, invoice, customer, place, seen_at) VALUES ${sql.join(rows)}
      ON CONFLICT (connection, invoice) DO UPDATE SET customer = EXCLUDED.customer, place = EXCLUDED.place,
        seen_at = GREATEST(invoices_seen.seen_at, EXCLUDED.seen_at)`.execute(this.db);
  }

  async forget(connection: string, invoices: readonly string[]): Promise<void> {
    if (invoices.length === 0) return;
    await sql`DELETE FROM connectors.invoices_seen WHERE connection = ${connection}::uuid
      AND invoice IN (${sql.join(invoices)})`.execute(this.db);
  }

  /** What a reading of all since then didn't see is not there. */
  async #forgetOlder(connection: string, at: string): Promise<void> {
    await sql`DELETE FROM connectors.invoices_seen WHERE connection = ${connection}::uuid AND seen_at < ${at}::timestamptz`.execute(
      this.db,
    );
  }

  /** Which of them were seen since then. */
  async seenSince(connection: string, at: string, invoices: readonly string[]): Promise<ReadonlySet<string>> {
    if (invoices.length === 0) return new Set();
    const { rows } = await sql<{ invoice: string }>`SELECT invoice FROM connectors.invoices_seen
      WHERE connection = ${connection}::uuid AND seen_at >= ${at}::timestamptz AND invoice IN (${sql.join(invoices)})`.execute(
      this.db,
    );
    return new Set(rows.map(({ invoice }) => invoice));
  }

  /** Customers in their order, with the places that their invoices have: those after one. */
  async customersAfter(
    connection: string,
    after: string,
    limit: number,
  ): Promise<readonly { readonly customer: string; readonly places: readonly string[] }[]> {
    const { rows } = await sql<{ customer: string; places: string[] }>`
      SELECT customer, array_agg(DISTINCT place) AS places FROM connectors.invoices_seen
      WHERE connection = ${connection}::uuid AND customer > ${after} GROUP BY customer ORDER BY customer LIMIT ${limit}`.execute(
      this.db,
    );
    return rows;
  }

  async ofCustomerElsewhere(connection: string, customer: string, place: string, limit: number): Promise<string[]> {
    const { rows } = await sql<{ invoice: string }>`SELECT invoice FROM connectors.invoices_seen
      WHERE connection = ${connection}::uuid AND customer = ${customer} AND place <> ${place}
      ORDER BY invoice LIMIT ${limit}`.execute(this.db);
    return rows.map(({ invoice }) => invoice);
  }

  /** Those of customers that are nobody's of ours. */
  async unplaced(connection: string): Promise<number> {
    const { rows } = await sql<{ count: string }>`SELECT count(*) AS count FROM connectors.invoices_seen
      WHERE connection = ${connection}::uuid AND place = ''`.execute(this.db);
    return Number(rows[0]?.count ?? 0);
  }
}
