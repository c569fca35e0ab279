import { handOn } from "@/server/hand-on";

type Parameters = { params: Promise<{ address: string }> };

const largest = 1_000_000;
/** What a vendor signs with, whichever way it does. */
const signing = /^(content-type|authorization|user-agent|x-.*|.*(signature|timestamp|webhook|event|delivery).*)$/;

/**
 * The way of a vendor's message to the service that knows whose it is. Its bytes go on as they came: read and written again they would not be
 * what was signed. Whoever sends it is no person: no session goes with it.
 */
export async function POST(request: Request, { params }: Parameters): Promise<Response> {
  const { address } = await params;
  if (!/^[\w-]{1,64}$/.test(address)) return Response.json({ error: "not accepted" }, { status: 401 });
  const body = await bytesOf(request);
  if (!body) return Response.json({ error: "too large" }, { status: 413 });
  const headers = new Headers();
  request.headers.forEach((value, name) => {
    if (signing.test(name) && !name.startsWith("x-forwarded") && !name.startsWith("x-nonce")) headers.set(name, value);
  });
  return handOn(`connectors/webhooks/${address}`, headers, body);
}

/** Undefined: there is too much of it. */
async function bytesOf({ body }: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > largest) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
