import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Change, UnitOfWork, WorkRow } from "../work/unit-of-work.ts";
import { insertRows } from "../work/persist.ts";
import { entryHash, firstHash, type HashedEntry } from "./canonical.ts";
import { labelOf, partsOf, prefetchReferences } from "./entries.ts";

export interface Occasion {
  readonly requestId: string;
  readonly cause: string;
  /** The id of the request that this one takes back. */
  readonly undoes?: string | undefined;
}

/** Appends to each brand's chain what the transaction changed; in the same transaction, or not at all. */
export async function writeJournal(work: UnitOfWork, changes: readonly Change[], occasion: Occasion): Promise<void> {
  const told = changes.filter(({ row }) => row.type.entity.journal);
  if (told.length === 0) return;
  await prefetchReferences(work, told);
  const chains = new Map<number | null, Chain>();
  const entries: WorkRow[] = [];
  for (const change of told) {
    const { brand } = change.row;
    const chain = chains.get(brand) ?? (await Chain.open(work, brand));
    chains.set(brand, chain);
    for (const part of await partsOf(work, change)) entries.push(await chain.append(change, { ...part, ...occasion }));
  }
  const { journal } = work.scope.types;
  const ids = await sql<{
    id: number;
  }>`SELECT nextval(pg_get_serial_sequence(${`"${journal.table}"`}, 'id')) AS id FROM generate_series(1, ${sql.lit(entries.length)})`.execute(
    work.db,
  );
  for (const chain of chains.values()) await chain.close();
  await insertRows(
    work.db,
    journal,
    entries.map((entry, index) => ({ ...entry, id: Number(ids.rows[index]?.id) })),
  );
}

class Chain {
  readonly #work: UnitOfWork;
  readonly #brand: number | null;
  #sequence: number;
  #hash: string;

  private constructor(work: UnitOfWork, brand: number | null, head: { sequence: number; hash: string } | undefined) {
    this.#work = work;
    this.#brand = brand;
    this.#sequence = head?.sequence ?? 0;
    this.#hash = head?.hash ?? firstHash;
  }

  static async open(work: UnitOfWork, brand: number | null): Promise<Chain> {
    await lockChain(work, brand);
    const head = await sql<{
      sequence: number;
      hash: string;
    }>`SELECT sequence, hash FROM core_journal_head WHERE brand = ${brand ?? 0}`.execute(work.db);
    return new Chain(work, brand, head.rows[0]);
  }

  /** Keeps the chain's end apart from its entries, so that a cut is seen. */
  async close(): Promise<void> {
    await sql`INSERT INTO core_journal_head (brand, sequence, hash) VALUES (${this.#brand ?? 0}, ${this.#sequence}, ${this.#hash})
      ON CONFLICT (brand) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`.execute(this.#work.db);
  }

  async append(
    change: Change,
    part: Occasion & { permission: string | null; changes: HashedEntry["changes"] },
  ): Promise<WorkRow> {
    const work = this.#work;
    const { viewer, types } = work.scope;
    this.#sequence += 1;
    // An actor from outside the brand is named, not linked: its account doesn't exist for the brand.
    const actor = (viewer.brand?.id ?? null) === this.#brand ? viewer : null;
    const account = change.owner === null ? null : await work.byId(types.get(ownerType(work, change)), change.owner);
    const entry: HashedEntry = {
      account: account?.uuid ?? null,
      actor: actor?.uuid ?? null,
      actor_name: viewer.label,
      cause: part.cause,
      changes: part.changes,
      occurred_at: work.now,
      operation: change.operation,
      request_id: part.requestId,
      sequence: this.#sequence,
      subject_id: change.row.uuid,
      subject_label: await labelOf(work, change.row, change.after ?? change.before ?? {}),
      subject_type: change.row.type.name,
      subject_version: change.version,
      undoes: part.undoes,
      view_permission: part.permission,
    };
    const previous = this.#hash;
    this.#hash = entryHash(previous, entry);
    const values = {
      ...entry,
      undoes: entry.undoes ?? null,
      account: account?.id ?? null,
      actor: actor?.id ?? null,
      previous_hash: previous,
      hash: this.#hash,
    };
    return {
      type: types.journal,
      id: 0,
      uuid: randomUUID(),
      brand: this.#brand,
      created: work.now,
      changed: work.now,
      version: 1,
      values,
      visible: true,
      sameTenant: true,
      state: "new",
      touched: new Set(),
    };
  }
}

/** The type that the owner path of a row ends at. */
function ownerType(work: UnitOfWork, change: Change): string {
  let type = change.row.type;
  const path = type.entity.ownerPath ?? "self";
  if (path === "self") return type.name;
  for (const step of path.split(".")) {
    const field = type.entity.fields[step];
    if (!field) break;
    type = work.scope.types.target(field);
  }
  return type.name;
}

/** Writers of one brand take turns; on one connection they do anyway. */
export async function lockChain(work: UnitOfWork, brand: number | null): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7202, ${brand ?? 0})`.execute(work.db);
}
