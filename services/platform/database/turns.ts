import pg from "pg";
import type { Logger } from "../logger.ts";
import type { OpenDatabase } from "./database.ts";

/** Who may do a thing alone, among all hosts of one database. A turn ends when it is given back, or when its host dies. */
export interface Turns {
  /** The turn's end, or undefined where somebody else has it. */
  take(name: string): Promise<(() => Promise<void>) | undefined>;
  close(): Promise<void>;
}

/** On the embedded database there is one host; on a PostgreSQL server the server knows who lives, by a connection of each host's own. */
export async function openTurns(database: OpenDatabase, log: Logger): Promise<Turns> {
  const taken = new Set<string>();
  const client = database.url ? await connect(database.url, log) : undefined;
  return {
    async take(name) {
      if (taken.has(name)) return undefined;
      taken.add(name);
      try {
        if (client && !(await asked(client, "pg_try_advisory_lock", name))) {
          taken.delete(name);
          return undefined;
        }
      } catch (error) {
        taken.delete(name);
        throw error;
      }
      return async () => {
        taken.delete(name);
        if (client) await asked(client, "pg_advisory_unlock", name);
      };
    },
    close: async () => client?.end(),
  };
}

async function connect(url: string, log: Logger): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  // Without this connection others take over what this host still does.
  client.on("error", (error) => {
    log.fatal({ err: error }, "the database connection that holds this host's turns is lost");
    process.exit(1);
  });
  await client.connect();
  return client;
}

async function asked(client: pg.Client, action: "pg_try_advisory_lock" | "pg_advisory_unlock", name: string) {
  const { rows } = await client.query<{ done: boolean }>(`SELECT ${action}(hashtextextended($1, 0)) AS done`, [name]);
  return rows[0]?.done ?? false;
}
