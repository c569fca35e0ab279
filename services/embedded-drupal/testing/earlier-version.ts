import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, one } from "../../conformance/client.ts";
import { loadModelOnBase } from "../../model/index.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import { startEmbeddedDrupal } from "../server.ts";

interface Running {
  /** The brand's administrator. */
  readonly admin: Client;
  close(): Promise<void>;
}

interface Installation {
  readonly first: Running;
  /** Starts the server again. */
  start(): Promise<Running>;
  /** The database between two starts. */
  database(): Promise<OpenDatabase>;
}

/** A data directory with one brand and its administrator, for what becomes of rows of earlier versions. */
export async function withInstallation(
  models: readonly string[],
  brand: object,
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "earlier-"));
  const start = () => startEmbeddedDrupal({ model: loadModelOnBase(models), dataDir, port: 0, adminPassword: "admin" });
  const signIn = async (url: string, name: string, pass: string) => {
    const client = new Client(url);
    (await client.login(name, pass)).is(200);
    return client;
  };
  try {
    const first = await start();
    const platform = await signIn(first.url, "admin", "admin");
    const { id } = (await platform.create("sw_brand", { name: "Old", ...brand })).is(201);
    const person = { name: "old", pass: "secret-word", status: true, full_name: "Old", user_type: "internal" };
    const attributes = { ...person, business_roles: ["administrator"] };
    (await platform.create("user", attributes, { brand: one("sw_brand", id) })).is(201);
    const running = async ({ url, close }: Awaited<ReturnType<typeof start>>): Promise<Running> => ({
      admin: await signIn(url, "old", "secret-word"),
      close,
    });
    await work({
      first: await running(first),
      start: async () => running(await start()),
      database: () => openDatabase({ dataDir }),
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
