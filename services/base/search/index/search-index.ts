import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import { editDistance, forgiven, formsOf, shortestPart, stemOf, type Term } from "../text.ts";
import type { IndexDocument } from "./document.ts";

export interface Searcher {
  readonly brand: string;
  readonly permissions: ReadonlySet<string>;
  /** Accounts in sight; null: all of the brand's. */
  readonly accounts: readonly string[] | null;
  /** Types whose rows may be seen. */
  readonly types: readonly string[];
}

export interface Found {
  readonly type: string;
  readonly id: string;
  readonly score: number;
}

/** How many rows are ranked against each other. */
const mostRanked = 300;

/** How many numbers one writing may mean. */
const mostNumbers = 1000;

/** How many words one term may mean. */
const mostWords = 120;

/** Where fewer words begin with a term, those that have it within are looked for. */
const fewWords = 20;

/** The words of every brand and where they are. It says what might match; the backend says what may be shown. */
/** How far a brand's journal has been read, in which rebuild, and with which modules open. */
export interface Progress {
  readonly sequence: number;
  readonly generation: number;
  readonly modules: readonly string[];
}

export class SearchIndex {
  constructor(private readonly db: Database) {}

  async search(searcher: Searcher, terms: readonly Term[], limit: number): Promise<Found[]> {
    if (terms.length === 0 || searcher.types.length === 0) return [];
    const held = ["", ...searcher.permissions];
    const sources = await Promise.all(terms.map((term) => this.#source(searcher.brand, term, held)));
    // The rarest term leads, the others only have to agree.
    const [lead, ...others] = sources.sort((a, b) => a.size - b.size);
    if (!lead || lead.size === 0) return [];
    const entries = await lead.entries(others);
    let scores = await lead.scores(entries);
    for (const other of others) {
      const more = await other.scores(entries);
      scores = new Map([...scores].map(([entry, score]) => [entry, score + (more.get(entry) ?? 0)]));
    }
    return this.#best(searcher, scores, limit);
  }

  /** Replaces what the index says of these rows. */
  async put(brand: string, documents: readonly IndexDocument[], generation: number): Promise<void> {
    if (documents.length === 0) return;
    await this.db.transaction().execute(async (trx) => {
      const entries = await sql<{ id: number; uuid: string }>`
        INSERT INTO search.entry (brand, type, uuid, account, label, seen)
        SELECT ${brand}::uuid, d.type, d.uuid, d.account, d.label, ${generation}
        FROM unnest(${documents.map((d) => d.type)}::text[], ${documents.map((d) => d.id)}::uuid[], ${documents.map((d) => d.account)}::uuid[], ${documents.map((d) => d.label)}::text[]) AS d(type, uuid, account, label)
        ON CONFLICT (brand, type, uuid) DO UPDATE SET account = EXCLUDED.account, label = EXCLUDED.label, seen = EXCLUDED.seen RETURNING id, uuid`.execute(
        trx,
      );
      const idOf = new Map(entries.rows.map(({ id, uuid }) => [uuid, id]));
      await clearWords(trx, [...idOf.values()]);
      await addWords(trx, brand, documents, idOf);
      await addNumbers(trx, brand, documents, idOf);
    });
  }

  async remove(brand: string, type: string, ids: readonly string[]): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      const gone = await sql<{
        id: number;
      }>`DELETE FROM search.entry WHERE brand = ${brand} AND type = ${type} AND uuid = ANY(${[...ids]}::uuid[]) RETURNING id`.execute(
        trx,
      );
      await clearWords(
        trx,
        gone.rows.map(({ id }) => id),
      );
    });
  }

  /** After a rebuild: what it did not meet is gone. */
  async removeUnseen(brand: string, generation: number): Promise<number> {
    return this.db.transaction().execute(async (trx) => {
      const gone = await sql<{
        id: number;
      }>`DELETE FROM search.entry WHERE brand = ${brand} AND seen < ${generation} RETURNING id`.execute(trx);
      await clearWords(
        trx,
        gone.rows.map(({ id }) => id),
      );
      return gone.rows.length;
    });
  }

  /** Whatever is kept of rows of these types. */
  async removeTypes(brand: string, types: readonly string[]): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      const gone = await sql<{
        id: number;
      }>`DELETE FROM search.entry WHERE brand = ${brand} AND type = ANY(${[...types]}::text[]) RETURNING id`.execute(
        trx,
      );
      await clearWords(
        trx,
        gone.rows.map(({ id }) => id),
      );
    });
  }

  async progress(brand: string): Promise<Progress | undefined> {
    const { rows } = await sql<{
      sequence: number;
      generation: number;
      modules: string[] | null;
    }>`SELECT sequence, generation, modules FROM search.progress WHERE brand = ${brand}`.execute(this.db);
    return rows[0] && { ...rows[0], modules: rows[0].modules ?? [] };
  }

  async setProgress(brand: string, { sequence, generation, modules }: Progress): Promise<void> {
    await sql`INSERT INTO search.progress (brand, sequence, generation, modules) VALUES (${brand}, ${sequence}, ${generation}, ${[...modules]}::text[])
      ON CONFLICT (brand) DO UPDATE SET sequence = EXCLUDED.sequence, generation = EXCLUDED.generation, modules = EXCLUDED.modules`.execute(
      this.db,
    );
  }

  /** Tells the database what it holds now: its plans of before a rebuild would be wrong. */
  async analyze(): Promise<void> {
    await sql`ANALYZE search.entry, search.word, search.misspelling, search.posting, search.number`.execute(this.db);
  }

  async size(brand: string): Promise<number> {
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*) AS count FROM search.entry WHERE brand = ${brand}`.execute(this.db);
    return Number(rows[0]?.count ?? 0);
  }

  async #source(brand: string, term: Term, held: readonly string[]): Promise<TermSource> {
    const words = await this.#words(brand, term);
    const numbers =
      term.kind === "digits"
        ? await this.#numbers(brand, [...new Set([term.number, term.text])], held)
        : new Map<number, number>();
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*) AS count FROM (SELECT 1 FROM search.posting WHERE word = ANY(${words.map(({ id }) => id)}::integer[]) LIMIT 5000) counted`.execute(
      this.db,
    );
    return new TermSource(this.db, { words, numbers, held, size: Number(rows[0]?.count ?? 0) + numbers.size });
  }

  /** Words that the term may mean: itself, what begins with it, where that is little what has it within, and else what it may be a misspelling of. */
  async #words(brand: string, term: Term): Promise<{ id: number; score: number }[]> {
    const { text } = term;
    const starting = await sql<{ id: number; text: string }>`
      SELECT id, text FROM (SELECT id, text FROM search.word WHERE brand = ${brand} AND text LIKE ${`${text}%`} LIMIT 1000) found ORDER BY length(text), text LIMIT ${mostWords}`.execute(
      this.db,
    );
    const exact = starting.rows.map((row) => ({
      id: row.id,
      score: row.text === text ? 1 : 0.5 + (0.4 * text.length) / row.text.length,
    }));
    if (exact.length >= fewWords || term.kind === "digits") return exact;
    const found = [...exact, ...(await this.#within(brand, text))];
    return found.length > 0 ? found : this.#misspelt(brand, text);
  }

  /** Words with the text in their middle or at their end: reads every word of the brand, so only where few begin with it. */
  async #within(brand: string, text: string): Promise<{ id: number; score: number }[]> {
    if (text.length < shortestPart) return [];
    const { rows } = await sql<{ id: number; text: string }>`
      SELECT id, text FROM search.word WHERE brand = ${brand} AND text LIKE ${`_%${text}%`} AND text NOT LIKE ${`${text}%`} ORDER BY length(text), text LIMIT ${mostWords}`.execute(
      this.db,
    );
    return rows.map((row) => ({ id: row.id, score: 0.2 + (0.25 * text.length) / row.text.length }));
  }

  async #misspelt(brand: string, text: string): Promise<{ id: number; score: number }[]> {
    const allowed = forgiven(text.length);
    const stem = stemOf(text);
    if (allowed === 0 || !stem) return [];
    const stems = await sql<{
      stem: string;
    }>`SELECT DISTINCT stem FROM search.misspelling WHERE brand = ${brand} AND form = ANY(${formsOf(stem)}::text[]) LIMIT 400`.execute(
      this.db,
    );
    const near = stems.rows
      .map((row) => row.stem)
      .filter((other) => editDistance(stem, other, allowed) <= allowed)
      .slice(0, 60);
    if (near.length === 0) return [];
    // As ranges of bytes: a LIKE whose pattern comes from a row can't use the index of prefixes.
    const { rows } = await sql<{ id: number; text: string }>`
      SELECT w.id, w.text FROM unnest(${near}::text[], ${near.map((one) => `${one}\uffff`)}::text[]) AS p(low, high)
      CROSS JOIN LATERAL (SELECT id, text FROM search.word WHERE brand = ${brand} AND text ~>=~ p.low AND text ~<~ p.high LIMIT 40) w`.execute(
      this.db,
    );
    return rows
      .flatMap((row) => {
        // While a word is being typed its beginning is what can be compared.
        const distance = Math.min(
          editDistance(text, row.text, allowed),
          editDistance(text, row.text.slice(0, text.length), allowed) + 0.5,
        );
        return distance > allowed ? [] : [{ id: row.id, score: 0.45 - 0.12 * distance }];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, mostWords);
  }

  /** Numbers that begin or end with the digits, with or without what a country or trunk prefix adds. */
  async #numbers(
    brand: string,
    writings: readonly string[],
    held: readonly string[],
  ): Promise<ReadonlyMap<number, number>> {
    const best = new Map<number, number>();
    for (const digits of writings.filter((one) => one.length >= 3)) {
      const reversed = [...digits].reverse().join("");
      const { rows } = await sql<{ entry: number; whole: boolean }>`
        (SELECT entry, digits = ${digits} AS whole FROM search.number WHERE brand = ${brand} AND digits LIKE ${`${digits}%`} AND permission = ANY(${[...held]}::text[]) LIMIT ${mostNumbers})
        UNION (SELECT entry, false FROM search.number WHERE brand = ${brand} AND reversed LIKE ${`${reversed}%`} AND permission = ANY(${[...held]}::text[]) LIMIT ${mostNumbers})`.execute(
        this.db,
      );
      for (const { entry, whole } of rows) best.set(entry, Math.max(whole ? 1.1 : 0.9, best.get(entry) ?? 0));
    }
    return best;
  }

  async #best(searcher: Searcher, scores: ReadonlyMap<number, number>, limit: number): Promise<Found[]> {
    const inSight =
      searcher.accounts === null
        ? sql`true`
        : sql`(account IS NULL OR account = ANY(${[...searcher.accounts]}::uuid[]))`;
    const { rows } = await sql<{ type: string; uuid: string; score: number }>`
      SELECT e.type, e.uuid, m.score FROM unnest(${[...scores.keys()]}::integer[], ${[...scores.values()]}::real[]) AS m(entry, score)
      JOIN search.entry e ON e.id = m.entry
      WHERE e.brand = ${searcher.brand} AND e.type = ANY(${[...searcher.types]}::text[]) AND ${inSight}
      ORDER BY m.score DESC, array_position(${[...searcher.types]}::text[], e.type), length(e.label), e.label LIMIT ${limit}`.execute(
      this.db,
    );
    return rows.map(({ type, uuid, score }) => ({ type, id: uuid, score: Number(score) }));
  }
}

interface TermWords {
  readonly words: readonly { readonly id: number; readonly score: number }[];
  /** Score of the rows whose number matches. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly held: readonly string[];
  /** About how many rows it brings. */
  readonly size: number;
}

/** The rows of one term: read when it leads, or asked whether it agrees with rows that another one brings. */
class TermSource {
  constructor(
    private readonly db: Database,
    private readonly term: TermWords,
  ) {}

  get size(): number {
    return this.term.size;
  }

  /** Rows in which every other term is found too; those of the best words first, and no more than are worth ranking. */
  async entries(others: readonly TermSource[]): Promise<number[]> {
    const { words, numbers } = this.term;
    const found = new Set<number>();
    const take = async (from: RawBuilder<unknown>) => {
      const { rows } = await sql<{
        entry: number;
      }>`SELECT c.entry FROM ${from} AS c WHERE ${sql.join([sql`true`, ...others.map((other) => other.#agrees())], sql` AND `)} LIMIT ${mostRanked}`.execute(
        this.db,
      );
      for (const { entry } of rows) found.add(entry);
    };
    if (numbers.size > 0) await take(sql`(SELECT unnest(${[...numbers.keys()]}::integer[]) AS entry)`);
    const best = words[0]?.score ?? 0;
    for (const chosen of [words.filter(({ score }) => score === best), words.filter(({ score }) => score !== best)]) {
      if (chosen.length === 0 || found.size >= mostRanked) continue;
      await take(
        sql`(SELECT entry FROM search.posting WHERE word = ANY(${chosen.map(({ id }) => id)}::integer[]) AND permission = ANY(${[...this.term.held]}::text[]))`,
      );
    }
    return [...found];
  }

  /** How well each of the rows matches. */
  async scores(entries: readonly number[]): Promise<Map<number, number>> {
    const { words, numbers, held } = this.term;
    const scores = new Map(
      entries.flatMap((entry): [number, number][] => (numbers.has(entry) ? [[entry, numbers.get(entry) ?? 0]] : [])),
    );
    const scoreOf = new Map(words.map(({ id, score }) => [id, score]));
    const { rows } = await sql<{ entry: number; word: number }>`
      SELECT entry, word FROM search.posting WHERE entry = ANY(${[...entries]}::integer[]) AND word = ANY(${[...scoreOf.keys()]}::integer[]) AND permission = ANY(${[...held]}::text[])`.execute(
      this.db,
    );
    for (const { entry, word } of rows) scores.set(entry, Math.max(scores.get(entry) ?? 0, scoreOf.get(word) ?? 0));
    return scores;
  }

  #agrees(): RawBuilder<unknown> {
    const { words, numbers, held } = this.term;
    return sql`(c.entry = ANY(${[...numbers.keys()]}::integer[])
      OR EXISTS (SELECT 1 FROM search.posting o WHERE o.entry = c.entry AND o.word = ANY(${words.map(({ id }) => id)}::integer[]) AND o.permission = ANY(${[...held]}::text[])))`;
  }
}

type Transaction = Kysely<unknown>;

async function clearWords(trx: Transaction, entries: readonly number[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`DELETE FROM search.posting WHERE entry = ANY(${[...entries]}::integer[])`.execute(trx);
  await sql`DELETE FROM search.number WHERE entry = ANY(${[...entries]}::integer[])`.execute(trx);
}

async function addWords(
  trx: Transaction,
  brand: string,
  documents: readonly IndexDocument[],
  idOf: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = documents.flatMap((document) =>
    document.words.map((word) => ({ ...word, entry: idOf.get(document.id) ?? 0 })),
  );
  const texts = [...new Set(rows.map(({ text }) => text))];
  if (texts.length === 0) return;
  const fresh = await sql<{
    text: string;
  }>`INSERT INTO search.word (brand, text) SELECT ${brand}::uuid, t FROM unnest(${texts}::text[]) AS t ON CONFLICT (brand, text) DO NOTHING RETURNING text`.execute(
    trx,
  );
  await addMisspellings(
    trx,
    brand,
    fresh.rows.map(({ text }) => text),
  );
  const columns: RawBuilder<unknown> = sql`unnest(${rows.map(({ text }) => text)}::text[], ${rows.map(({ entry }) => entry)}::integer[], ${rows.map(({ permission }) => permission)}::text[])`;
  await sql`INSERT INTO search.posting (word, entry, permission) SELECT w.id, r.entry, r.permission FROM ${columns} AS r(text, entry, permission) JOIN search.word w ON w.brand = ${brand} AND w.text = r.text ON CONFLICT DO NOTHING`.execute(
    trx,
  );
}

async function addMisspellings(trx: Transaction, brand: string, words: readonly string[]): Promise<void> {
  const stems = [...new Set(words.flatMap((word) => stemOf(word) ?? []))];
  const rows = stems.flatMap((stem) => formsOf(stem).map((form) => ({ form, stem })));
  if (rows.length === 0) return;
  await sql`INSERT INTO search.misspelling (brand, form, stem) SELECT ${brand}::uuid, m.form, m.stem
    FROM unnest(${rows.map(({ form }) => form)}::text[], ${rows.map(({ stem }) => stem)}::text[]) AS m(form, stem) ON CONFLICT DO NOTHING`.execute(
    trx,
  );
}

async function addNumbers(
  trx: Transaction,
  brand: string,
  documents: readonly IndexDocument[],
  idOf: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = documents.flatMap((document) =>
    document.numbers.map((number) => ({ ...number, entry: idOf.get(document.id) ?? 0 })),
  );
  if (rows.length === 0) return;
  await sql`INSERT INTO search.number (brand, digits, reversed, entry, permission)
    SELECT ${brand}::uuid, n.digits, reverse(n.digits), n.entry, n.permission
    FROM unnest(${rows.map(({ digits }) => digits)}::text[], ${rows.map(({ entry }) => entry)}::integer[], ${rows.map(({ permission }) => permission)}::text[]) AS n(digits, entry, permission)`.execute(
    trx,
  );
}
