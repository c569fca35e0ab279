import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { EntityModel } from "../model/index.ts";
import { createLogger } from "../platform/logger.ts";
import { listen } from "../platform/service/listen.ts";
import { createApp } from "./app.ts";
import { AccountMails } from "./session/account-mails.ts";
import { Callers } from "./session/callers.ts";
import { dropUnfinished } from "./store/open-loads.ts";
import { WriterTurns } from "./store/turns.ts";
import { ProgressBoard } from "./store/progress-board.ts";
import { normaliseStored } from "./operations/stored-texts.ts";
import { FileStorage } from "./store/file-storage.ts";
import { TrustedProxies } from "./session/client-address.ts";
import { SessionStore } from "./session/session-store.ts";
import { createFirstAdministrator } from "./session/first-start.ts";
import { serverSecret } from "./store/key-value.ts";
import { resourceTypes } from "./store/resource-type.ts";
import { JournalHeads } from "./store/journal-heads.ts";
import { TableStatistics } from "./store/statistics.ts";
import { migrate, schemaOf } from "./store/schema.ts";
import { openDatabase, type OpenDatabase } from "../platform/database/database.ts";

export interface EmbeddedDrupalOptions {
  readonly model: EntityModel;
  /** Database and files; absent: in memory, gone with the process. */
  readonly dataDir?: string;
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl?: string;
  /** A database that is open already; closed with the server. */
  readonly database?: OpenDatabase;
  /** 0: any free port. */
  readonly port: number;
  /** Password of the user `admin`, used on the first start only. */
  readonly adminPassword?: string;
  readonly hostname?: string;
  /** How many ports are tried, from `port` on. */
  readonly tries?: number;
  /** Addresses and subnets whose `X-Forwarded-For` is believed; default: loopback. */
  readonly trustedProxies?: string;
  readonly requestsPerMinute?: number;
  /** Host names it answers to, besides the one it listens on and this machine's. */
  readonly hosts?: readonly string[];
}

const defaultRequestsPerMinute = 1200;

export interface EmbeddedDrupal {
  readonly url: string;
  /** Whether this start created the user `admin`. */
  readonly isNew: boolean;
  close(): Promise<void>;
}

export async function startEmbeddedDrupal(options: EmbeddedDrupalOptions): Promise<EmbeddedDrupal> {
  const log = createLogger("embedded-drupal");
  const types = resourceTypes(options.model);
  const beginning = { of: schemaOf(types), make: (db: OpenDatabase["db"]) => migrate(db, types) };
  const database = options.database ?? (await openDatabase({ ...options, beginning }));
  try {
    await migrate(database.db, types);
    await dropUnfinished(database.db);
    await normaliseStored(database.db, types, log);
    const isNew = await createFirstAdministrator(database.db, types, options.adminPassword ?? "admin");
    const sessions = new SessionStore(database.db, types, await serverSecret(database.db));
    const directory = options.dataDir ?? (await mkdtemp(join(tmpdir(), "embedded-drupal-")));
    const files = new FileStorage(join(directory, "files"));
    const journalHeads = new JournalHeads(database.db, types, { others: !database.embedded });
    const closeStores = async () => {
      await database.close();
      if (options.dataDir === undefined) await rm(directory, { recursive: true, force: true });
    };
    const backend = {
      db: database.db,
      types,
      files,
      statistics: new TableStatistics(database.db),
      progress: new ProgressBoard(),
      turns: database.embedded ? new WriterTurns() : undefined,
      journalHeads,
      accountMails: new AccountMails(database.db, types),
      viewerOf: (account: number) => sessions.viewerOf(account),
    };
    const callers = new Callers(backend, sessions, {
      proxies: new TrustedProxies(options.trustedProxies ?? "loopback"),
      requestsPerMinute: options.requestsPerMinute ?? defaultRequestsPerMinute,
    });
    const app = createApp(
      backend,
      callers,
      log,
      [options.hostname ?? "", ...(options.hosts ?? [])].map((name) => name.toLowerCase()),
    );
    const http = new Hono<{ Bindings: HttpBindings }>();
    http.all("*", (context) => app.handle(context.req.raw, context.env.incoming.socket.remoteAddress ?? ""));
    const listening = await listen(http.fetch, { hostname: "127.0.0.1", tries: 1, ...options });
    const end = async () => {
      journalHeads.close();
      await listening.close();
      await closeStores();
    };
    return { url: listening.url, isNew, close: end };
  } catch (error) {
    await database.close();
    throw error;
  }
}
