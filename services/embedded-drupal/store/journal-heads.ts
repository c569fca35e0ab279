import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import { Refusal } from "../problem/refusal.ts";
import type { ResourceTypes } from "./resource-type.ts";

export interface Heads {
  /** The same for the same heads, and for no others. */
  readonly mark: string;
  /** The newest sequence of each brand's journal by the brand's UUID. */
  readonly heads: Readonly<Record<string, number>>;
}

interface Waiting {
  readonly mark: string;
  readonly wake: (heads: Heads) => void;
}

const mostPerUser = 20;
const pollEvery = 250;

/** How far the journals of all brands are, and who waits for them to go on. Waiting takes no connection: one reading wakes all. */
export class JournalHeads {
  readonly #db: Database;
  readonly #types: ResourceTypes;
  readonly #polls: boolean;
  readonly #waiting = new Set<Waiting>();
  readonly #perUser = new Map<number, number>();
  readonly #closing = new AbortController();
  #poll: NodeJS.Timeout | undefined;
  #reading = false;
  #again = false;

  /** `others`: other processes write to this database too, and only the database knows of it. */
  constructor(db: Database, types: ResourceTypes, { others }: { others: boolean }) {
    this.#db = db;
    this.#types = types;
    this.#polls = others;
  }

  async read(): Promise<Heads> {
    const found = await sql<{
      uuid: string;
      sequence: number;
    }>`SELECT b.uuid, coalesce(h.sequence, 0)::bigint AS sequence
      FROM ${sql.table(this.#types.brand.table)} AS b LEFT JOIN core_journal_head AS h ON h.brand = b.id ORDER BY b.uuid::text COLLATE "C"`.execute(
      this.#db,
    );
    const lines = found.rows.map(({ uuid, sequence }) => `${uuid}:${sequence}`);
    return {
      mark: createHash("sha256").update(lines.join("\n")).digest("hex"),
      heads: Object.fromEntries(found.rows.map(({ uuid, sequence }) => [uuid, sequence])),
    };
  }

  /** The heads as soon as they have another mark; those of the mark when the time is over, nobody asks any more or the server stops. */
  async after(
    mark: string,
    seconds: number,
    asker: { readonly user: number; readonly gone: AbortSignal },
  ): Promise<Heads> {
    const now = await this.read();
    if (now.mark !== mark || seconds === 0) return now;
    const leave = this.#enter(asker.user);
    try {
      return await this.#wait(now, seconds, AbortSignal.any([asker.gone, this.#closing.signal]));
    } finally {
      leave();
    }
  }

  /** Something was committed. */
  changed(): void {
    if (this.#waiting.size === 0) return;
    this.#again = true;
    if (!this.#reading) void this.#tell();
  }

  /** Ends all waiting, now and later. */
  close(): void {
    this.#closing.abort();
  }

  #enter(user: number): () => void {
    const count = this.#perUser.get(user) ?? 0;
    if (count >= mostPerUser)
      throw new Refusal(
        [
          {
            status: 429,
            detail: `At most ${mostPerUser} reads of a user wait at the same time. Try again in 1 second.`,
          },
        ],
        { "Retry-After": "1" },
      );
    this.#perUser.set(user, count + 1);
    return () => {
      const left = (this.#perUser.get(user) ?? 1) - 1;
      if (left > 0) this.#perUser.set(user, left);
      else this.#perUser.delete(user);
    };
  }

  #wait(now: Heads, seconds: number, over: AbortSignal): Promise<Heads> {
    return new Promise((resolve) => {
      const end = (heads: Heads) => {
        this.#waiting.delete(waiting);
        clearTimeout(timer);
        over.removeEventListener("abort", giveUp);
        if (this.#waiting.size === 0) this.#rest();
        resolve(heads);
      };
      const giveUp = () => end(now);
      const waiting: Waiting = { mark: now.mark, wake: end };
      const timer = setTimeout(giveUp, seconds * 1000);
      this.#waiting.add(waiting);
      if (over.aborted) return giveUp();
      over.addEventListener("abort", giveUp);
      if (this.#polls) this.#poll ??= setInterval(() => this.changed(), pollEvery);
      // What was committed since they were read.
      this.changed();
    });
  }

  #rest(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  /** Reads again for what is committed while it reads. */
  async #tell(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#again && this.#waiting.size > 0) {
        this.#again = false;
        const heads = await this.read();
        for (const { mark, wake } of [...this.#waiting]) if (mark !== heads.mark) wake(heads);
      }
    } catch {
      // Who waits is answered when their time is over.
    } finally {
      this.#reading = false;
    }
  }
}
