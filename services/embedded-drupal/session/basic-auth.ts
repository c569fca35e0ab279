import type { Viewer } from "./viewer.ts";
import { Refusal } from "../problem/refusal.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { checkCredentials, type Credentials } from "./login.ts";
import type { SessionStore } from "./session-store.ts";
import type { Database } from "../../platform/database/database.ts";

const challenge = { "WWW-Authenticate": 'Basic realm="SoftWhere"' } as const;

/** What core answers in place of 403 to somebody who has shown nothing. */
export function noCredentials(): Refusal {
  return new Refusal([{ status: 401, detail: "No authentication credentials provided." }], challenge);
}

/** The account that `Authorization: Basic` names. Failures count as failed log-ins. */
export async function basicViewer(
  db: Database,
  types: ResourceTypes,
  sessions: SessionStore,
  request: { header: string; address: string },
): Promise<Viewer> {
  const credentials = readBasic(request.header);
  if (!credentials) throw wrongCredentials();
  const result = await checkCredentials(db, types, { ...credentials, address: request.address });
  if (result.ok) {
    const viewer = await sessions.viewerOf(result.value.account);
    if (viewer) return viewer;
  } else if (result.failure.retryAfter !== undefined) {
    throw new Refusal([{ status: 429, detail: result.failure.message }], {
      "Retry-After": String(result.failure.retryAfter),
    });
  }
  throw wrongCredentials();
}

/** One answer for unknown names, blocked accounts and wrong passwords. */
function wrongCredentials(): Refusal {
  return new Refusal([{ status: 401, detail: "Sorry, unrecognized username or password." }], challenge);
}

function readBasic(header: string): Credentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  if (encoded === undefined || encoded.length > 2000) return undefined;
  const [name, ...pass] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const password = pass.join(":");
  return name && password && !name.includes("\0")
    ? { name: name.slice(0, 200), pass: password.slice(0, 512) }
    : undefined;
}
