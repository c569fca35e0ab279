import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Viewer } from "./viewer.ts";
import { OpenTypes } from "../store/open-types.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { effectivePermissions } from "./permissions.ts";
import type { Database } from "../../platform/database/database.ts";

/** What the token of unsafe methods is for. */
export const unsafePurpose = "rest";

/** Seconds after which a session is over: without a request, and at the latest. */
export const sessionLimits = { idle: 86_400, absolute: 14 * 86_400 } as const;
const refreshAfter = 180;
const longestAgent = 255;
/** User types that see only what leads to one of their accounts. */
const limitedUserTypes = new Set(["client", "partner"]);

export interface Session {
  readonly viewer: Viewer;
  readonly seed: string;
  readonly key: string;
}

/** One of a person's open sessions, as they are told of it. */
export interface OpenSession {
  readonly begun: number;
  readonly used: number;
  /** What the browser called itself when it signed in. */
  readonly agent: string | null;
  /** The one that asks. */
  readonly current: boolean;
}

const names = z.array(z.string()).nullable().catch(null);
const accountRow = z.object({
  id: z.number(),
  uuid: z.string(),
  name: z.string(),
  full_name: z.string().nullable(),
  brand: z.number().nullable(),
  brand_uuid: z.string().nullable(),
  brand_country: z.string().nullable(),
  modules: names,
  user_type: z.string().nullable(),
  business_roles: names,
  accounts: z.array(z.number()).nullable(),
  roles: z.array(z.object({ role: z.string(), granted: names, denied: names })).nullable(),
});
const sessionRow = accountRow.extend({ seed: z.string(), seen: z.number() });

export class SessionStore {
  readonly #db: Database;
  readonly #types: ResourceTypes;
  readonly #open: OpenTypes;
  readonly #secret: string;

  constructor(db: Database, types: ResourceTypes, secret: string) {
    this.#db = db;
    this.#types = types;
    this.#open = new OpenTypes(types);
    this.#secret = secret;
  }

  async start(account: number, agent: string | null): Promise<{ id: string; seed: string }> {
    const id = randomBytes(36).toString("base64url");
    const seed = randomBytes(16).toString("base64url");
    const now = seconds();
    await sql`DELETE FROM core_session WHERE NOT (${isLiving(now)})`.execute(this.#db);
    await sql`INSERT INTO core_session (id, account, seed, created, seen, agent) VALUES (${sessionKey(id)}, ${account}, ${seed}, ${now}, ${now}, ${agentText(agent)})`.execute(
      this.#db,
    );
    return { id, seed };
  }

  async end(session: Session): Promise<void> {
    await sql`DELETE FROM core_session WHERE id = ${session.key}`.execute(this.#db);
  }

  /** The account's open sessions, the last used first. */
  async open(account: number, current: Session | undefined): Promise<OpenSession[]> {
    const found = await sql<{ id: string; created: number; seen: number; agent: string | null }>`
      SELECT id, created, seen, agent FROM core_session WHERE account = ${account} AND ${isLiving(seconds())} ORDER BY seen DESC, created DESC, id`.execute(
      this.#db,
    );
    return found.rows.map(({ id, created, seen, agent }) => ({
      begun: Number(created),
      used: Number(seen),
      agent,
      current: id === current?.key,
    }));
  }

  /** All of the account's sessions but this one. */
  async endOthers(account: number, current: Session | undefined): Promise<void> {
    await sql`DELETE FROM core_session WHERE account = ${account} AND id <> ${current?.key ?? ""}`.execute(this.#db);
  }

  async find(id: string): Promise<Session | undefined> {
    const key = sessionKey(id);
    const now = seconds();
    const found = await sql`
      SELECT ${this.#accountColumns()}, core_session.seed, core_session.seen FROM core_session JOIN ${sql.table(this.#types.user.table)} AS u ON u.id = core_session.account
      LEFT JOIN ${sql.table(this.#types.brand.table)} AS b ON b.id = u.brand
      WHERE core_session.id = ${key} AND ${isLiving(now)} AND u.f_status`.execute(this.#db);
    if (found.rows.length === 0) return undefined;
    const row = sessionRow.parse(found.rows[0]);
    if (now - row.seen > refreshAfter)
      await sql`UPDATE core_session SET seen = ${now} WHERE id = ${key}`.execute(this.#db);
    return { viewer: this.#viewer(row), seed: row.seed, key };
  }

  /** Who an active account is, without a session. */
  async viewerOf(account: number): Promise<Viewer | undefined> {
    const found = await sql`SELECT ${this.#accountColumns()} FROM ${sql.table(this.#types.user.table)} AS u
      LEFT JOIN ${sql.table(this.#types.brand.table)} AS b ON b.id = u.brand WHERE u.id = ${account} AND u.f_status`.execute(
      this.#db,
    );
    return found.rows.length === 0 ? undefined : this.#viewer(accountRow.parse(found.rows[0]));
  }

  #accountColumns() {
    return sql`u.id, u.uuid, u.f_name AS name, u.f_full_name AS full_name, u.brand, b.uuid AS brand_uuid, b.f_country AS brand_country, b.f_modules AS modules, u.f_user_type AS user_type,
      u.f_business_roles AS business_roles, u.f_accounts AS accounts,
      (SELECT jsonb_agg(jsonb_build_object('role', r.f_role, 'granted', r.f_granted, 'denied', r.f_denied))
        FROM ${sql.table(this.#types.role.table)} AS r WHERE r.brand = u.brand) AS roles`;
  }

  #viewer(row: z.infer<typeof accountRow>): Viewer {
    const roles = (row.roles ?? []).map(({ role, granted, denied }) => ({
      role,
      granted: granted ?? [],
      denied: denied ?? [],
    }));
    const user = {
      businessRoles: row.business_roles ?? [],
      hasBrand: row.brand !== null,
      isService: row.user_type === "service",
    };
    const modules = row.brand === null ? null : (row.modules ?? []);
    const models = { all: this.#types.model, open: this.#open.of(modules).model };
    return {
      id: row.id,
      uuid: row.uuid,
      name: row.name,
      label: row.full_name || row.name,
      brand:
        row.brand !== null && row.brand_uuid !== null
          ? { id: row.brand, uuid: row.brand_uuid, ...(row.brand_country && { country: row.brand_country }) }
          : null,
      modules,
      permissions: effectivePermissions(models, user, roles),
      ownAccounts: row.user_type !== null && limitedUserTypes.has(row.user_type) ? (row.accounts ?? []) : null,
    };
  }

  /** Tokens are derived, never stored: one for unsafe methods (`rest`), one for each protected path. */
  token(seed: string, purpose: string): string {
    return createHmac("sha256", this.#secret).update(`${seed}:${purpose}`).digest("base64url");
  }

  tokenMatches(seed: string, purpose: string, given: string): boolean {
    const expected = Buffer.from(this.token(seed, purpose));
    const actual = Buffer.from(given);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
}

function isLiving(now: number) {
  return sql<boolean>`core_session.seen > ${now - sessionLimits.idle} AND core_session.created > ${now - sessionLimits.absolute}`;
}

/** Browsers call themselves in ASCII. */
function agentText(agent: string | null): string | null {
  return (
    (agent ?? "")
      .replace(/[^ -~]/g, "")
      .trim()
      .slice(0, longestAgent) || null
  );
}

/** What is stored of a session id. */
export function sessionKey(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
