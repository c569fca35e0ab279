import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { Sealed, SealingKeys } from "./keys.ts";
import { Secret } from "./secret.ts";

/** Of the service that keeps secrets; its `tables` hold this. */
export const secretsTable = `CREATE TABLE IF NOT EXISTS secrets (
  brand uuid NOT NULL, owner uuid NOT NULL, name text NOT NULL, sealing_key text NOT NULL, nonce bytea NOT NULL,
  sealed bytea NOT NULL, tag bytea NOT NULL, changed timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (brand, owner, name))`;

/** Whose secret it is: a brand's, of one of its connections, by name. */
export interface SecretPlace {
  readonly brand: string;
  readonly owner: string;
  readonly name: string;
}

interface Row {
  readonly brand: string;
  readonly owner: string;
  readonly name: string;
  readonly sealing_key: string;
  readonly nonce: Buffer;
  readonly sealed: Buffer;
  readonly tag: Buffer;
}

const oneRound = 200;

/** Secrets at rest, sealed with the keys of the environment. A copy of the database without them gives nothing away. */
export class Vault {
  constructor(
    private readonly db: Database,
    /** The schema that `secretsTable` lies in. */
    private readonly schema: string,
    private readonly keys: SealingKeys,
  ) {}

  /** Keeps a secret; the one before it is gone. */
  async put(place: SecretPlace, secret: Secret): Promise<void> {
    const { key, nonce, text, tag } = this.keys.seal(placeText(place), secret.reveal());
    await sql`INSERT INTO ${this.#table} (brand, owner, name, sealing_key, nonce, sealed, tag)
      VALUES (${place.brand}, ${place.owner}, ${place.name}, ${key}, ${nonce}, ${text}, ${tag})
      ON CONFLICT (brand, owner, name) DO UPDATE SET sealing_key = excluded.sealing_key, nonce = excluded.nonce,
        sealed = excluded.sealed, tag = excluded.tag, changed = now()`.execute(this.db);
  }

  /** Undefined where there is none. Throws `Unopened` where no key of this host opens it. */
  async get(place: SecretPlace): Promise<Secret | undefined> {
    const { rows } = await sql<Row>`SELECT * FROM ${this.#table}
      WHERE brand = ${place.brand} AND owner = ${place.owner} AND name = ${place.name}`.execute(this.db);
    const [row] = rows;
    return row && new Secret(this.keys.open(placeText(row), sealedOf(row)));
  }

  /** What is kept for an owner, by name: to be told without opening anything. */
  async names(brand: string, owner: string): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`SELECT name FROM ${this.#table}
      WHERE brand = ${brand} AND owner = ${owner} ORDER BY name`.execute(this.db);
    return rows.map(({ name }) => name);
  }

  async forget(brand: string, owner: string): Promise<void> {
    await sql`DELETE FROM ${this.#table} WHERE brand = ${brand} AND owner = ${owner}`.execute(this.db);
  }

  /**
   * Seals anew what another key than the current one sealed: how many it were. Others write meanwhile; what they wrote stays, whatever was
   * read before it.
   */
  async sealAnew(): Promise<number> {
    let count = 0;
    for (;;) {
      const { rows } = await sql<Row>`SELECT * FROM ${this.#table}
        WHERE sealing_key <> ${this.keys.current} LIMIT ${oneRound}`.execute(this.db);
      for (const row of rows) {
        const { key, nonce, text, tag } = this.keys.seal(placeText(row), this.keys.open(placeText(row), sealedOf(row)));
        await sql`UPDATE ${this.#table} SET sealing_key = ${key}, nonce = ${nonce}, sealed = ${text}, tag = ${tag}
          WHERE brand = ${row.brand} AND owner = ${row.owner} AND name = ${row.name} AND nonce = ${row.nonce}`.execute(
          this.db,
        );
      }
      count += rows.length;
      if (rows.length < oneRound) return count;
    }
  }

  get #table() {
    return sql.id(this.schema, "secrets");
  }
}

const placeText = ({ brand, owner, name }: SecretPlace): string => [brand, owner, name].join("/");

const sealedOf = ({ sealing_key: key, nonce, sealed: text, tag }: Row): Sealed => ({ key, nonce, text, tag });
