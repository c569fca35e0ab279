import { type Answer, jsonAnswer } from "../response/answer.ts";
import { badRequest } from "../problem/refusal.ts";

const mostRequests = 10;
const readable = /^(\/[a-z]{2})?\/(jsonapi(\/|$)|router\/translate-path$)/;
const token = /\{\{([\w.-]{1,64})\.body@\$\.([\w.-]{1,128})\}\}/g;

interface Item {
  readonly id: string;
  readonly uri: string;
  readonly waitFor: readonly string[];
}

/** `POST /subrequests`, with which next-drupal reads a resource by path in one call. Reads only, as the same user. */
export async function subrequests(
  body: string,
  origin: string,
  read: (address: string) => Promise<Answer>,
): Promise<Answer> {
  const bodies = new Map<string, unknown>();
  const parts: Record<string, unknown> = {};
  for (const item of readItems(body)) {
    // What waits for something that failed is not asked, and has no answer.
    const address = item.waitFor.every((id) => bodies.has(id)) ? resolve(item.uri, bodies) : undefined;
    if (address === undefined) continue;
    const answer = await read(localAddress(address, origin));
    const text = typeof answer.body === "string" ? answer.body : "";
    parts[item.uri.search(token) >= 0 ? `${item.id}#uri{0}` : item.id] = {
      body: text,
      headers: { status: [answer.status], "content-type": [answer.headers["Content-Type"] ?? ""] },
    };
    const decoded = answer.status < 400 ? decode(text) : undefined;
    if (typeof decoded === "object" && decoded !== null) bodies.set(item.id, decoded);
  }
  return jsonAnswer(parts, 207, { "Cache-Control": "private, no-store" });
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readItems(body: string): Item[] {
  const sent = decode(body);
  if (!Array.isArray(sent) || sent.length === 0 || sent.length > mostRequests)
    throw badRequest(`The request body must be a list of 1 to ${mostRequests} requests.`);
  const items: Item[] = [];
  for (const entry of sent)
    items.push(
      readItem(
        entry,
        items.map(({ id }) => id),
      ),
    );
  return items;
}

function readItem(entry: unknown, earlier: readonly string[]): Item {
  const item: Record<string, unknown> = typeof entry === "object" && entry !== null ? { ...entry } : {};
  const id = item["requestId"];
  if (typeof id !== "string" || !/^[\w.-]{1,64}$/.test(id) || earlier.includes(id))
    throw badRequest('Each request needs a "requestId" of its own.');
  if (item["action"] !== "view" || (item["body"] ?? null) !== null)
    throw badRequest(`The request "${id}" must have the action "view": nothing else is supported.`);
  const { uri } = item;
  if (typeof uri !== "string") throw badRequest(`The request "${id}" needs a "uri".`);
  const waits: unknown = item["waitFor"] ?? [];
  if (!Array.isArray(waits) || !waits.every((name) => name === "<ROOT>" || earlier.includes(name)))
    throw badRequest(`The request "${id}" may wait for requests before it only.`);
  return { id, uri, waitFor: waits.filter((name) => name !== "<ROOT>") };
}

function resolve(uri: string, bodies: ReadonlyMap<string, unknown>): string | undefined {
  let complete = true;
  const address = uri.replace(token, (_, id: string, path: string) => {
    const value = path
      .split(".")
      .reduce<unknown>(
        (node, step) =>
          typeof node === "object" && node !== null && Object.hasOwn(node, step)
            ? Object.entries(node).find(([name]) => name === step)?.[1]
            : undefined,
        bodies.get(id),
      );
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
    complete = false;
    return "";
  });
  return complete ? address : undefined;
}

/** The address on this server; everything but reading the API is refused. */
function localAddress(address: string, origin: string): string {
  const local = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  const path = decodeAddress(local.split("?")[0] ?? "");
  const whole = decodeAddress(local);
  if (path === undefined || whole === undefined || !readable.test(path) || path.includes("..") || whole.includes("\0"))
    throw badRequest("Only the paths of the API can be read.");
  return local;
}

function decodeAddress(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
