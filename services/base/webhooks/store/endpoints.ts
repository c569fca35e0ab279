import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import type { DisabledReason, Endpoint } from "../contract.ts";
import { iso, isoOrNull } from "./tables.ts";

/** What sending needs. */
export interface Target {
  readonly id: string;
  readonly brand: string;
  readonly url: string;
  readonly state: Endpoint["state"];
  readonly secretSince: Date;
}

/** Whom events are for. */
export interface Listener {
  readonly id: string;
  readonly events: readonly string[];
  readonly permissions: readonly string[];
}

type Entered = Pick<Endpoint, "id" | "name" | "url" | "events" | "savedBy"> & {
  readonly brand: string;
  readonly permissions: readonly string[];
};
type Row = { readonly [Key in keyof Endpoint]: Endpoint[Key] };

/** The addresses that brands have things told to. Their secrets lie in the vault. */
export class Endpoints {
  constructor(private readonly db: Database) {}

  async of(brand: string): Promise<readonly Endpoint[]> {
    const { rows } = await sql<Row>`SELECT id, name, url, events, state, reason, since, secret_since AS "secretSince",
      last_success AS "lastSuccess", saved_by AS "savedBy", saved_at AS "savedAt" FROM webhooks.endpoints
      WHERE brand = ${brand}::uuid ORDER BY created_at, id`.execute(this.db);
    return rows.map((row) => ({
      ...row,
      since: iso(row.since),
      secretSince: iso(row.secretSince),
      lastSuccess: isoOrNull(row.lastSuccess),
      savedAt: iso(row.savedAt),
    }));
  }

  /** Those that things happen for: a paused one's wait. */
  async listeners(brand: string): Promise<readonly Listener[]> {
    const { rows } = await sql<Listener>`SELECT id, events, permissions FROM webhooks.endpoints
      WHERE brand = ${brand}::uuid AND state <> 'disabled'`.execute(this.db);
    return rows;
  }

  /** Undefined: it was removed. */
  async target(id: string): Promise<Target | undefined> {
    const { rows } = await sql<Target>`SELECT id, brand, url, state, secret_since AS "secretSince"
      FROM webhooks.endpoints WHERE id = ${id}::uuid`.execute(this.db);
    const [row] = rows;
    return row && { ...row, secretSince: new Date(row.secretSince) };
  }

  async add({ id, brand, name, url, events, permissions, savedBy }: Entered): Promise<void> {
    await sql`INSERT INTO webhooks.endpoints (id, brand, name, url, events, permissions, saved_by) VALUES (${id}::uuid,
      ${brand}::uuid, ${name}, ${url}, ${[...events]}::text[], ${[...permissions]}::text[], ${savedBy})`.execute(
      this.db,
    );
  }

  /** False where the brand has none of that id, as for all that follows. */
  async change({ id, brand, name, url, events, permissions, savedBy }: Entered): Promise<boolean> {
    return this.#done(sql`UPDATE webhooks.endpoints SET name = ${name}, url = ${url}, events = ${[...events]}::text[],
      permissions = ${[...permissions]}::text[], saved_by = ${savedBy}, saved_at = now()
      WHERE id = ${id}::uuid AND brand = ${brand}::uuid RETURNING id`);
  }

  async setState(brand: string, id: string, state: "active" | "paused"): Promise<boolean> {
    return this.#done(sql`UPDATE webhooks.endpoints SET state = ${state}, reason = NULL, since = now()
      WHERE id = ${id}::uuid AND brand = ${brand}::uuid AND (${state} = 'active' OR state = 'active') RETURNING id`);
  }

  async secretRenewed(brand: string, id: string): Promise<boolean> {
    return this.#done(sql`UPDATE webhooks.endpoints SET secret_since = now()
      WHERE id = ${id}::uuid AND brand = ${brand}::uuid RETURNING id`);
  }

  async has(brand: string, id: string): Promise<boolean> {
    return this.#done(sql`SELECT id FROM webhooks.endpoints WHERE id = ${id}::uuid AND brand = ${brand}::uuid`);
  }

  /** With all that was sent or was to be sent there. */
  async remove(brand: string, id: string): Promise<boolean> {
    return this.#done(sql`DELETE FROM webhooks.endpoints
      WHERE id = ${id}::uuid AND brand = ${brand}::uuid RETURNING id`);
  }

  async succeeded(id: string): Promise<void> {
    await sql`UPDATE webhooks.endpoints SET last_success = now() WHERE id = ${id}::uuid`.execute(this.db);
  }

  async disable(id: string, reason: DisabledReason): Promise<void> {
    await sql`UPDATE webhooks.endpoints SET state = 'disabled', reason = ${reason}, since = now()
      WHERE id = ${id}::uuid AND state <> 'disabled'`.execute(this.db);
  }

  /** Whether anything arrived since. */
  async succeededSince(id: string, moment: Date): Promise<boolean> {
    return this.#done(sql`SELECT id FROM webhooks.endpoints WHERE id = ${id}::uuid AND last_success >= ${moment}`);
  }

  async #done(statement: ReturnType<typeof sql>): Promise<boolean> {
    return (await statement.execute(this.db)).rows.length > 0;
  }
}
