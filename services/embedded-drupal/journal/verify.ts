import { sql } from "kysely";
import { columnName } from "../store/column.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { entryHash, type FieldChange, firstHash } from "./canonical.ts";
import type { Database } from "../../platform/database/database.ts";

const step = 5000;

/** The end of a chain: what the next entry continues. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

export interface Verified {
  readonly entries: number;
  readonly problems: number;
  /** Ends of the chains as they are stored, by brand UUID or `platform`. */
  readonly heads: ReadonlyMap<string, Head>;
}

interface Entry {
  readonly id: number;
  readonly brand: number | null;
  readonly sequence: number | null;
  readonly occurred_at: number | null;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly account_id: number | null;
  readonly operation: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly subject_label: string | null;
  readonly subject_version: number;
  readonly changes: unknown;
  readonly cause: string;
  readonly request_id: string;
  readonly undoes: string | null;
  readonly view_permission: string | null;
  readonly previous_hash: string | null;
  readonly hash: string | null;
}

/**
 * Reads every brand's chain from the tables, in steps of bounded size. Each finding is reported as a sentence. `expected`: heads that
 * were noted outside of the database, which the chains must still pass through.
 */
export async function verifyJournal(
  db: Database,
  types: ResourceTypes,
  options: { report: (finding: string) => void; expected?: ReadonlyMap<string, Head> },
): Promise<Verified> {
  let problems = 0;
  const report = (finding: string) => {
    problems += 1;
    options.report(finding);
  };
  const brands = await brandNames(db, types);
  const named = (brand: number) =>
    brand === 0
      ? "platform"
      : brands.has(brand)
        ? `brand ${brand} (${brands.get(brand)?.name})`
        : `brand ${brand} (gone)`;
  const keyOf = (brand: number) => (brand === 0 ? "platform" : (brands.get(brand)?.uuid ?? `brand ${brand}`));
  const before = await readHeads(db);
  const accounts = await accountUuids(db, types);
  const users = await uuids(db, types.user.table);
  const expected = new Map(options.expected);
  const links = new Map<number, Head>();
  let entries = 0;
  for await (const entry of readEntries(db, types)) {
    entries += 1;
    const brand = entry.brand ?? 0;
    const sequence = Number(entry.sequence);
    const chain = named(brand);
    const where = `${chain}, entry ${sequence}`;
    const link = links.get(brand) ?? { sequence: 0, hash: firstHash };
    const next = link.sequence + 1;
    if (sequence > next)
      report(
        `${chain}: ${sequence - 1 > next ? `entries ${next} to ${sequence - 1} are` : `entry ${next} is`} missing (deleted or moved)`,
      );
    else if (sequence < next) report(`${where}: stands after entry ${link.sequence} (moved or inserted)`);
    else if (entry.previous_hash !== link.hash)
      report(`${where}: doesn't continue entry ${link.sequence} (one of them was replaced)`);
    const account = entry.account_id === null ? null : accounts.get(entry.account_id);
    const actor = entry.actor_id === null ? null : users.get(entry.actor_id);
    if (actor === undefined || account === undefined) {
      report(`${where}: its ${account === undefined ? "account" : "actor"} is not stored anywhere`);
    } else if (hashOf(entry, { account, actor }) !== entry.hash) {
      report(`${where}: its content isn't what was written (edited)`);
    }
    const head = before.get(brand);
    if (head && sequence === head.sequence && entry.hash !== head.hash)
      report(`${where}: isn't the last entry that was written (chain rewritten)`);
    const noted = expected.get(keyOf(brand));
    if (noted?.sequence === sequence) {
      expected.delete(keyOf(brand));
      if (noted.hash !== entry.hash) report(`${where}: isn't the entry that was noted outside (chain rewritten)`);
    }
    if (sequence >= next) links.set(brand, { sequence, hash: entry.hash ?? "" });
  }
  // Others may have written meanwhile: the end of a chain lies between both looks at its head.
  const after = await readHeads(db);
  for (const brand of new Set([...before.keys(), ...after.keys(), ...links.keys()])) {
    const last = links.get(brand)?.sequence ?? 0;
    const [first, now] = [before.get(brand), after.get(brand)];
    if (!now) report(`${named(brand)}: its stored head is gone`);
    else if (last < (first?.sequence ?? 0))
      report(`${named(brand)}: ends at entry ${last}, but ${first?.sequence} were written (truncated)`);
    else if (last > now.sequence)
      report(`${named(brand)}: goes on to entry ${last}, but ${now.sequence} were written (appended by hand)`);
  }
  for (const [key, { sequence }] of expected) {
    if (sequence > 0) report(`${key}: entry ${sequence}, which was noted outside, is missing (truncated)`);
  }
  return { entries, problems, heads: new Map([...after].map(([brand, head]) => [keyOf(brand), head])) };
}

/** Undefined when the changes have another form than the server writes. */
function hashOf(
  entry: Entry,
  { account, actor }: { account: string | null; actor: string | null },
): string | undefined {
  const changes: unknown = entry.changes ?? [];
  if (!Array.isArray(changes) || !changes.every(isChange)) return undefined;
  return entryHash(entry.previous_hash ?? "", {
    account,
    actor,
    actor_name: entry.actor_name,
    cause: entry.cause,
    changes,
    occurred_at: Number(entry.occurred_at),
    operation: entry.operation,
    request_id: entry.request_id,
    sequence: Number(entry.sequence),
    subject_id: entry.subject_id,
    subject_label: entry.subject_label,
    subject_type: entry.subject_type,
    subject_version: Number(entry.subject_version),
    undoes: entry.undoes ?? undefined,
    view_permission: entry.view_permission,
  });
}

function isChange(value: unknown): value is FieldChange {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 3) return false;
  const isText = (member: unknown) => member === null || typeof member === "string";
  return (
    "field" in value &&
    typeof value.field === "string" &&
    "from" in value &&
    isText(value.from) &&
    "to" in value &&
    isText(value.to)
  );
}

async function* readEntries(db: Database, types: ResourceTypes): AsyncGenerator<Entry> {
  const plain = [
    "sequence",
    "occurred_at",
    "actor_name",
    "operation",
    "subject_type",
    "subject_id",
    "subject_label",
    "subject_version",
    "changes",
    "cause",
    "request_id",
    "undoes",
    "view_permission",
    "previous_hash",
    "hash",
  ];
  const columns = plain.map((name) => sql`e.${sql.ref(columnName(name))} AS ${sql.ref(name)}`);
  for (let position = 0; ; ) {
    const { rows } =
      await sql<Entry>`SELECT e.id, e.brand, e.${sql.ref(columnName("actor"))} AS actor_id, e.${sql.ref(columnName("account"))} AS account_id, ${sql.join(columns)}
      FROM ${sql.table(types.journal.table)} AS e WHERE e.id > ${position} ORDER BY e.id LIMIT ${sql.lit(step)}`.execute(
        db,
      );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < step) return;
    position = last.id;
  }
}

async function readHeads(db: Database): Promise<Map<number, Head>> {
  const { rows } = await sql<{
    brand: number;
    sequence: number;
    hash: string;
  }>`SELECT brand, sequence, hash FROM core_journal_head`.execute(db);
  return new Map(rows.map(({ brand, sequence, hash }) => [brand, { sequence: Number(sequence), hash }]));
}

async function brandNames(db: Database, types: ResourceTypes): Promise<Map<number, { uuid: string; name: string }>> {
  const { rows } = await sql<{
    id: number;
    uuid: string;
    name: string;
  }>`SELECT id, uuid, ${sql.ref(columnName("name"))} AS name FROM ${sql.table(types.brand.table)}`.execute(db);
  return new Map(rows.map(({ id, ...brand }) => [id, brand]));
}

/** A customer account that is gone is still named by the entries about it. */
async function accountUuids(db: Database, types: ResourceTypes): Promise<Map<number, string>> {
  const field = types.journal.entity.fields["account"];
  if (!field) return new Map();
  const account = types.target(field);
  const told = await sql<{
    id: number;
    uuid: string;
  }>`SELECT DISTINCT ${sql.ref(columnName("account"))} AS id, ${sql.ref(columnName("subject_id"))} AS uuid FROM ${sql.table(types.journal.table)}
    WHERE ${sql.ref(columnName("subject_type"))} = ${account.name} AND ${sql.ref(columnName("account"))} IS NOT NULL`.execute(
    db,
  );
  return new Map([...told.rows.map(({ id, uuid }) => [id, uuid] as const), ...(await uuids(db, account.table))]);
}

async function uuids(db: Database, table: string): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; uuid: string }>`SELECT id, uuid FROM ${sql.table(table)}`.execute(db);
  return new Map(rows.map(({ id, uuid }) => [id, uuid]));
}
