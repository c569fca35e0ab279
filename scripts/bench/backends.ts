import { loadPlatformModel } from "../../services/model/index.ts";
import { startEmbeddedDrupal } from "../../services/embedded-drupal/server.ts";
import { type Database, openDatabase } from "../../services/platform/database/database.ts";
// The Drupal scripts are plain JavaScript without types.
// @ts-expect-error
import { serveDrupal } from "../drupal/serve.mjs";

/** An embedded backend in this process, so that raw SQL can be asked of the very same database. */
export async function startEmbedded(
  adminPassword: string,
): Promise<{ url: string; db: Database; close: () => Promise<void> }> {
  const database = await openDatabase({});
  const server = await startEmbeddedDrupal({ model: loadPlatformModel(), port: 0, adminPassword, database });
  return { url: server.url, db: database.db, close: () => server.close() };
}

export async function startInstalledDrupal(): Promise<{ url: string; stop: () => Promise<void> } | { reason: string }> {
  try {
    const served: unknown = await serveDrupal({ port: 18_700 });
    return served as { url: string; stop: () => Promise<void> };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
