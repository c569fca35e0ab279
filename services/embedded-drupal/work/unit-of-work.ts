import { sql } from "kysely";
import type { Fragment, Scope } from "../plan/scope.ts";
import { isUuid } from "../store/uuid.ts";
import { columnName } from "../store/column.ts";
import type { ResourceType } from "../store/resource-type.ts";
import type { Database } from "../../platform/database/database.ts";

export type Values = Record<string, unknown>;

/** A row as it stands inside the transaction: what is stored, or what the operations so far made of it. */
export interface WorkRow {
  readonly type: ResourceType;
  readonly id: number;
  readonly uuid: string;
  brand: number | null;
  readonly created: number;
  changed: number;
  version: number;
  values: Values;
  pass?: string;
  /** Exists for the viewer. */
  readonly visible: boolean;
  /** Belongs to the viewer's tenant, or isn't a tenant's at all. */
  readonly sameTenant: boolean;
  state: "stored" | "new" | "changed" | "deleted";
  readonly touched: Set<string>;
}

/** One change that the journal tells of. */
export interface Change {
  readonly operation: "create" | "update" | "delete";
  readonly row: WorkRow;
  readonly before: Values | null;
  readonly after: Values | null;
  readonly version: number;
  readonly owner: number | null;
}

/** Everything one transaction has read and means to write. Rows come in sets; a single missing one is fetched when met. */
export class UnitOfWork {
  readonly db: Database;
  readonly scope: Scope;
  readonly now: number;
  /** Scheme and host that links start with. */
  readonly origin: string;
  readonly #byUuid = new Map<string, WorkRow | null>();
  readonly #byId = new Map<string, WorkRow | null>();
  readonly #ids = new Map<string, number[]>();
  readonly #given: ReadonlyMap<string, number>;
  readonly #madeBy = new Map<string, Promise<ReadonlyMap<string, number>>>();

  /** `ids`: those that new rows, `type:uuid`, are known by already. */
  constructor(db: Database, scope: Scope, request: { now: number; origin: string; ids?: ReadonlyMap<string, number> }) {
    this.db = db;
    this.scope = scope;
    this.now = request.now;
    this.origin = request.origin;
    this.#given = request.ids ?? new Map();
  }

  /** The stored hash; it never travels with the row's values. */
  async password(row: WorkRow): Promise<string | null> {
    const result = await sql<{
      pass: string | null;
    }>`SELECT pass FROM ${sql.table(row.type.table)} WHERE id = ${row.id}`.execute(this.db);
    return result.rows[0]?.pass ?? null;
  }

  /** The rows that a request of the viewer's made, `type:uuid`, with the version in which it left them. */
  madeBy(requestId: string): Promise<ReadonlyMap<string, number>> {
    const known = this.#madeBy.get(requestId) ?? this.#readMadeBy(requestId);
    this.#madeBy.set(requestId, known);
    return known;
  }

  async #readMadeBy(requestId: string): Promise<ReadonlyMap<string, number>> {
    const { types, viewer } = this.scope;
    const column = (name: string) => sql.ref(columnName(name));
    const { rows } = await sql<{ key: string; version: string }>`
      SELECT ${column("subject_type")} || ':' || ${column("subject_id")} AS key, max(${column("subject_version")}) AS version
      FROM ${sql.table(types.journal.table)}
      WHERE brand IS NOT DISTINCT FROM ${viewer.brand?.id ?? null}::integer AND lower(${column("request_id")}) COLLATE "C" = lower(${requestId}) COLLATE "C"
        AND ${column("request_id")} = ${requestId} AND ${column("actor")} = ${viewer.id}
      GROUP BY 1 HAVING bool_or(${column("operation")} = 'create')`.execute(this.db);
    return new Map(rows.map(({ key, version }) => [key, Number(version)]));
  }

  get rows(): WorkRow[] {
    return [...this.#byId.values()].filter((row) => row !== null);
  }

  async loadUuids(type: ResourceType, uuids: Iterable<string>): Promise<void> {
    const missing = [...new Set(uuids)].filter((uuid) => isUuid(uuid) && !this.#byUuid.has(`${type.name}:${uuid}`));
    if (missing.length === 0) return;
    for (const uuid of missing) this.#byUuid.set(`${type.name}:${uuid}`, null);
    await this.#load(type, sql`b.uuid = ANY(${missing}::uuid[])`);
  }

  async loadIds(type: ResourceType, ids: Iterable<number>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#byId.has(`${type.name}:${id}`));
    if (missing.length === 0) return;
    for (const id of missing) this.#byId.set(`${type.name}:${id}`, null);
    await this.#load(type, sql`b.id = ANY(${missing}::integer[])`);
  }

  async #load(type: ResourceType, condition: Fragment): Promise<void> {
    const result = await sql<
      Record<string, unknown>
    >`SELECT b.*, ${this.scope.rows(type, "b")} AS visible, ${this.scope.tenant(type, "b")} AS tenant
      FROM ${sql.table(type.table)} AS b WHERE ${condition}`.execute(this.db);
    for (const stored of result.rows) {
      const known = this.#byId.get(`${type.name}:${String(stored["id"])}`);
      this.#remember(known ?? workRow(type, stored));
    }
  }

  #remember(row: WorkRow): void {
    this.#byUuid.set(`${row.type.name}:${row.uuid}`, row);
    this.#byId.set(`${row.type.name}:${row.id}`, row);
  }

  async byUuid(type: ResourceType, uuid: string): Promise<WorkRow | null> {
    const key = `${type.name}:${uuid}`;
    if (!this.#byUuid.has(key)) await this.loadUuids(type, [uuid]);
    return this.#byUuid.get(key) ?? null;
  }

  async byId(type: ResourceType, id: number): Promise<WorkRow | null> {
    const key = `${type.name}:${id}`;
    if (!this.#byId.has(key)) await this.loadIds(type, [id]);
    return this.#byId.get(key) ?? null;
  }

  /** Whether it is known what there is under this UUID. */
  isRead(type: ResourceType, uuid: string): boolean {
    return this.#byUuid.has(`${type.name}:${uuid}`);
  }

  /** What is loaded already; null when it isn't or doesn't exist. */
  knownByUuid(type: ResourceType, uuid: string): WorkRow | null {
    return this.#byUuid.get(`${type.name}:${uuid}`) ?? null;
  }

  knownById(type: ResourceType, id: number): WorkRow | null {
    return this.#byId.get(`${type.name}:${id}`) ?? null;
  }

  async reserveIds(type: ResourceType, count: number): Promise<void> {
    if (count === 0) return;
    const result = await sql<{
      id: number;
    }>`SELECT nextval(pg_get_serial_sequence(${`"${type.table}"`}, 'id')) AS id FROM generate_series(1, ${sql.lit(count)})`.execute(
      this.db,
    );
    this.#ids.set(type.name, [...(this.#ids.get(type.name) ?? []), ...result.rows.map((row) => Number(row.id))]);
  }

  async create(type: ResourceType, uuid: string, brand: number | null, given?: number): Promise<WorkRow> {
    const id = given ?? this.#given.get(`${type.name}:${uuid}`) ?? (await this.#nextId(type));
    const row: WorkRow = {
      type,
      id,
      uuid,
      brand,
      created: this.now,
      changed: this.now,
      version: 1,
      values: {},
      visible: true,
      sameTenant: true,
      state: "new",
      touched: new Set(),
    };
    this.#remember(row);
    return row;
  }

  async #nextId(type: ResourceType): Promise<number> {
    let id = this.#ids.get(type.name)?.shift();
    if (id === undefined) {
      await this.reserveIds(type, 1);
      id = this.#ids.get(type.name)?.shift();
    }
    if (id === undefined) throw new Error(`No id for a new ${type.name}`);
    return id;
  }

  /** Keeps what the operations changed, but for rows that are written: what else is needed is read again. */
  forget(written: Iterable<WorkRow>): void {
    const gone = new Set(written);
    for (const rows of [this.#byUuid, this.#byId])
      for (const [key, row] of rows) if (row === null || row.state === "stored" || gone.has(row)) rows.delete(key);
  }

  /** These fields of the row have changed. */
  touch(row: WorkRow, changed: ReadonlySet<string>): void {
    for (const name of changed) row.touched.add(name);
    row.version += 1;
    row.changed = Math.max(this.now, row.changed);
    if (row.state === "stored") row.state = "changed";
  }

  /** An added row that failed its checks is forgotten with the whole transaction; a removed one stays known as gone. */
  isGone(row: WorkRow | null): boolean {
    return row === null || row.state === "deleted";
  }
}

function workRow(type: ResourceType, stored: Record<string, unknown>): WorkRow {
  const values: Values = {};
  for (const field of Object.values(type.entity.fields)) {
    const value = stored[columnName(field.name)];
    values[field.name] = value ?? (field.multiple ? [] : null);
  }
  return {
    type,
    id: Number(stored["id"]),
    uuid: String(stored["uuid"]),
    brand: typeof stored["brand"] === "number" ? stored["brand"] : null,
    created: Number(stored["created"]),
    changed: Number(stored["changed"]),
    version: Number(stored["version"]),
    values,
    visible: stored["visible"] === true,
    sameTenant: stored["tenant"] === true,
    state: "stored",
    touched: new Set(),
  };
}
