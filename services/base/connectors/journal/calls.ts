import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import type { KnownCall, WholeCall } from "./contract.ts";
import { termsOf } from "./redact.ts";

export const callTables = [
  `CREATE TABLE IF NOT EXISTS calls (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    brand uuid NOT NULL,
    connection uuid NOT NULL,
    at timestamptz NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    status integer,
    failure text,
    milliseconds integer NOT NULL,
    action uuid,
    refused boolean NOT NULL,
    said text,
    request text NOT NULL,
    response text NOT NULL,
    terms tsvector NOT NULL
  )`,
  "CREATE INDEX IF NOT EXISTS calls_of ON calls (brand, connection, number DESC)",
  "CREATE INDEX IF NOT EXISTS calls_refused ON calls (brand, connection, number DESC) WHERE refused",
  "CREATE INDEX IF NOT EXISTS calls_action ON calls (brand, action) WHERE action IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS calls_at ON calls (at)",
  "CREATE INDEX IF NOT EXISTS calls_terms ON calls USING gin (terms)",
];

/** Whose call it was. */
export interface CallOwner {
  readonly brand: string;
  /** Its name, as `connectionId` gives it. */
  readonly connection: string;
}

export interface NewCall extends CallOwner, WholeCall {
  readonly refused: boolean;
  readonly terms: readonly string[];
}

export interface CallFilter {
  readonly refusedOnly?: boolean | undefined;
  readonly action?: string | undefined;
  /** Beginnings of what it is found by; all of them. */
  readonly search?: string | undefined;
  /** The last one of the page before. */
  readonly after?: string | undefined;
}

export const daysKept = 90;
const pageSize = 50;
const forgottenAtOnce = 5_000;
const shown = sql`id, at, method, path, status, failure, milliseconds, action`;
type Row<Shown extends KnownCall> = Omit<Shown, "at"> & { readonly at: string };

/** The calls that are kept: of a brand, never of all. */
export class Calls {
  constructor(private readonly db: Database) {}

  async add(calls: readonly NewCall[]): Promise<void> {
    await sql`INSERT INTO connectors.calls (id, brand, connection, at, method, path, status, failure, milliseconds, action, refused, said, request, response, terms)
      SELECT id, brand, connection, at, method, path, status, failure, milliseconds, action, refused, said,
        request, response, array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(terms)))
      FROM jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) AS call(id uuid, brand uuid, connection uuid, at timestamptz, method text, path text, status integer, failure text, milliseconds integer, action uuid,
        refused boolean, said text, request text, response text, terms jsonb)
      ON CONFLICT (id) DO NOTHING`.execute(this.db);
  }

  /** Newest first. */
  async page(owner: CallOwner, filter: CallFilter): Promise<{ calls: KnownCall[]; hasMore: boolean }> {
    const { refusedOnly = false, action, search, after } = filter;
    const wanted = search === undefined ? [] : termsOf(search);
    const conditions = [
      sql`brand = ${owner.brand}::uuid AND connection = ${owner.connection}::uuid`,
      ...(refusedOnly ? [sql`refused`] : []),
      ...(action === undefined ? [] : [sql`action = ${action}::uuid`]),
      ...(wanted.length > 0 ? [sql`terms @@ ${wanted.map(lexeme).join(" & ")}::tsquery`] : []),
      ...(after === undefined
        ? []
        : [
            sql`number < (SELECT number FROM connectors.calls WHERE id = ${after}::uuid AND brand = ${owner.brand}::uuid)`,
          ]),
    ];
    const { rows } = await sql<Row<KnownCall>>`SELECT ${shown} FROM connectors.calls
      WHERE ${sql.join(conditions, sql` AND `)} ORDER BY number DESC LIMIT ${pageSize + 1}`.execute(this.db);
    return { calls: rows.slice(0, pageSize).map(inIso), hasMore: rows.length > pageSize };
  }

  async one(brand: string, id: string): Promise<WholeCall | undefined> {
    const { rows } = await sql<Row<WholeCall>>`SELECT ${shown}, said, request, response FROM connectors.calls
      WHERE brand = ${brand}::uuid AND id = ${id}::uuid`.execute(this.db);
    return rows.map(inIso)[0];
  }

  async last({ brand, connection }: CallOwner): Promise<WholeCall | undefined> {
    const { rows } = await sql<Row<WholeCall>>`SELECT ${shown}, said, request, response FROM connectors.calls
      WHERE brand = ${brand}::uuid AND connection = ${connection}::uuid
      ORDER BY number DESC LIMIT 1`.execute(this.db);
    return rows.map(inIso)[0];
  }

  /** How many in the last day. */
  async lately({ brand, connection }: CallOwner): Promise<{ all: number; refused: number }> {
    const { rows } = await sql<{ all: number; refused: number }>`
      SELECT count(*) AS "all", count(*) FILTER (WHERE refused) AS refused FROM connectors.calls
      WHERE brand = ${brand}::uuid AND connection = ${connection}::uuid
        AND at > now() - interval '1 day'`.execute(this.db);
    return rows[0] ?? { all: 0, refused: 0 };
  }

  /** Forgets some of those that are too old: whether there may be more. */
  async forget(now = new Date()): Promise<boolean> {
    const before = new Date(now.getTime() - daysKept * 86_400_000).toISOString();
    const { numAffectedRows } = await sql`DELETE FROM connectors.calls WHERE number IN
      (SELECT number FROM connectors.calls WHERE at < ${before}::timestamptz LIMIT ${forgottenAtOnce})`.execute(
      this.db,
    );
    return Number(numAffectedRows ?? 0) === forgottenAtOnce;
  }
}

const lexeme = (term: string): string => `'${term.replace(/['\\]/g, (sign) => sign + sign)}':*`;

const inIso = <Shown extends KnownCall>(row: Row<Shown>): Shown =>
  ({ ...row, at: new Date(row.at).toISOString() }) as unknown as Shown;
