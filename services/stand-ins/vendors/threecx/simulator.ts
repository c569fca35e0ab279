/** What stands in for a PBX of 3CX: as much of its configuration API as our adapter uses. One token holds at a time, as there. */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { simulated, type Simulator } from "../simulated.ts";
import { answered } from "./odata.ts";
import { Pbx } from "./pbx.ts";

const api = "/xapi/v1";

interface Given {
  /** Clients by their id: the key of each, and whether its department and role may read anything. */
  readonly clients: Readonly<Record<string, { readonly key: string; readonly mayRead?: boolean }>>;
  readonly fqdn?: string;
  /** How long a token holds, in seconds. */
  readonly holds?: number;
  /** Requests a second. */
  readonly limit?: number;
}

const segmentNames = [
  ...["SegmentId", "SegmentStartTime", "SegmentEndTime", "CallAnswered", "SrcDn", "DstDn"],
  ...["SrcCallerNumber", "DstCallerNumber", "SrcInternal", "DstInternal"],
];
const contactNames = [
  ...["Id", "FirstName", "LastName", "CompanyName", "Email", "PhoneNumber"],
  ...["Mobile2", "Home", "Business", "Business2", "Other"],
];

const codes: Readonly<Record<number, string>> = { 400: "BadRequest", 401: "Unauthorized", 403: "Forbidden" };
const errorBody = (status: number, message = "The failure is simulated") => ({
  error: { code: codes[status] ?? "Error", message },
});

export function threecx({ clients, fqdn = "pbx.example", holds = 3_600, limit = 1_000 }: Given): Simulator<Pbx> {
  const pbx = new Pbx();
  const app = new Hono();
  /** The only one that holds. */
  let current: { readonly token: string; readonly client: string; readonly until: number } | undefined;
  let lately: number[] = [];
  let tokens = 0;

  app.post("/connect/token", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const client = form.get("client_id") ?? "";
    if (form.get("grant_type") !== "client_credentials") return context.json({ error: "unsupported_grant_type" }, 400);
    const known = Object.hasOwn(clients, client) ? clients[client] : undefined;
    if (!known || known.key !== form.get("client_secret")) return context.json({ error: "invalid_client" }, 400);
    tokens += 1;
    current = { token: randomUUID(), client, until: Date.now() + holds * 1_000 };
    return context.json({ token_type: "Bearer", expires_in: holds, access_token: current.token, refresh_token: null });
  });

  app.use(`${api}/*`, async (context, next) => {
    const refuse = (status: 401 | 403 | 429, message: string, headers: Record<string, string> = {}) =>
      context.json(errorBody(status, message), status, headers);
    const now = Date.now();
    const token = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "")?.[1];
    if (!current || token !== current.token || current.until <= now) return refuse(401, "The access token is invalid");
    if (clients[current.client]?.mayRead === false) return refuse(403, "The role of the client is not sufficient");
    lately = lately.filter((at) => at > now - 1_000);
    if (lately.length >= limit) return refuse(429, "Too many requests", { "retry-after": "1" });
    lately.push(now);
    await next();
    return undefined;
  });

  app.get(`${api}/SystemStatus`, (context) =>
    context.json({
      Id: 0,
      FQDN: fqdn,
      Version: "20.0.7.1080",
      LicenseActive: true,
      ProductCode: "3CXENT",
      OS: "Linux",
    }),
  );
  const collection = (path: string, rows: readonly object[], names: readonly string[]) =>
    app.get(`${api}${path}`, (context: Context) => {
      const found = answered(rows, new Set(names), {
        filter: context.req.query("$filter"),
        orderBy: context.req.query("$orderby"),
        top: context.req.query("$top"),
        skip: context.req.query("$skip"),
      });
      return "problem" in found ? context.json(errorBody(400, found.problem), 400) : context.json({ value: found });
    });
  collection("/CallHistoryView", pbx.segments, segmentNames);
  collection("/Contacts", pbx.contacts, contactNames);

  return simulated(app, {
    ledger: pbx,
    describe: () => ({ segments: pbx.segments.length, contacts: pbx.contacts.length, tokens }),
    errorBody,
    idName: "SegmentId",
  });
}
