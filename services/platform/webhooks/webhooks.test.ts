import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { Hono } from "hono";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../database/database.ts";
import { createTables } from "../database/tables.ts";
import { createLogger } from "../logger.ts";
import { Secret } from "../secrets/secret.ts";
import { WebhookInbox, webhooksTable } from "./inbox.ts";
import { webhookRoutes } from "./routes.ts";
import { type SignatureScheme, sign, tolerance, verify } from "./signatures.ts";

const whsec = () => `whsec_${randomBytes(24).toString("base64")}`;
const word = whsec();
const body = Buffer.from('{"event":"livrée","n":1}');
const now = new Date("2026-11-30T10:00:00Z");
const standard: SignatureScheme = { kind: "standard" };

const signedAt = (at: Date, secret = word) => sign(new Secret(secret), "msg_1", at, body);
const check = (headers: Record<string, string>, more: { body?: Buffer; secrets?: string[] } = {}) =>
  verify(
    standard,
    (more.secrets ?? [word]).map((one) => new Secret(one)),
    { headers, body: more.body ?? body, now },
  );
const code = (result: ReturnType<typeof check>) => (result.ok ? "ok" : result.failure.code);
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("Standard Webhooks", () => {
  test("what we sign, the reference library accepts, and the other way round", () => {
    const at = new Date();
    const headers = sign(new Secret(word), "msg_1", at, body);
    expect(new Webhook(word).verify(body.toString(), headers)).toEqual({ event: "livrée", n: 1 });
    const theirs = {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(word).sign("msg_1", now, body.toString()),
    };
    expect(check(theirs)).toEqual({ ok: true, value: { id: "msg_1" } });
  });

  test.each([
    ["without id", { ...signedAt(now), "webhook-id": "" }, "unsigned"],
    ["without time", { ...signedAt(now), "webhook-timestamp": "" }, "unsigned"],
    ["without signature", { ...signedAt(now), "webhook-signature": "" }, "unsigned"],
    ["with another id", { ...signedAt(now), "webhook-id": "msg_2" }, "forged"],
    ["with another time", { ...signedAt(now), "webhook-timestamp": String(now.getTime() / 1000 - 1) }, "forged"],
    ["with a time that is none", { ...signedAt(now), "webhook-timestamp": "soon" }, "forged"],
    ["by another's key", signedAt(now, whsec()), "forged"],
    ["of another version", { ...signedAt(now), "webhook-signature": "v2,abcd" }, "forged"],
    ["too old", signedAt(later(-tolerance - 1)), "outside_time"],
    ["too far ahead", signedAt(later(tolerance + 1)), "outside_time"],
    ["at the edge", signedAt(later(-tolerance)), "ok"],
  ])("%s: %s", (_name, headers, expected) => expect(code(check(headers))).toBe(expected));

  test("a changed byte is another message", () => {
    expect(code(check(signedAt(now), { body: Buffer.from(body.toString().replace("1", "2")) }))).toBe("forged");
  });

  test("one good signature among several, and an old secret beside the new one", () => {
    const other = whsec();
    const both = `v1,abcd ${signedAt(now)["webhook-signature"]}`;
    expect(code(check({ ...signedAt(now), "webhook-signature": both }))).toBe("ok");
    expect(code(check(signedAt(now), { secrets: [other, word] }))).toBe("ok");
    expect(code(check(signedAt(now), { secrets: [other] }))).toBe("forged");
    expect(code(check(signedAt(now), { secrets: [] }))).toBe("forged");
  });
});

describe("vendors with signatures of their own", () => {
  const hmac = (text: Buffer | string, key = "word") => createHmac("sha256", key).update(text).digest("hex");

  test("HMAC over the raw bytes: written again with other escapes it is another text", () => {
    const scheme: SignatureScheme = {
      kind: "hmac",
      header: "X-Hub-Signature-256",
      algorithm: "sha256",
      encoding: "hex",
      prefix: "sha256=",
    };
    const headers = { "x-hub-signature-256": `sha256=${hmac(body, "word")}` };
    const secrets = [new Secret("word")];
    const first = verify(scheme, secrets, { headers, body });
    expect(first.ok && first.value.id).toMatch(/^[0-9a-f]{64}$/);
    const again = Buffer.from('{"event":"livr\\u00e9e","n":1}');
    expect(verify(scheme, secrets, { headers, body: again })).toMatchObject({ failure: { code: "forged" } });
    expect(verify(scheme, secrets, { headers: {}, body })).toMatchObject({ failure: { code: "unsigned" } });
  });

  test("HMAC with a time: the time is signed, and old ones are refused", () => {
    const scheme: SignatureScheme = {
      kind: "hmac",
      header: "x-signature",
      algorithm: "sha256",
      encoding: "hex",
      timestampHeader: "x-time",
      idHeader: "x-id",
    };
    const headers = (at: number) => ({
      "x-time": String(at),
      "x-id": "e-1",
      "x-signature": hmac(Buffer.concat([Buffer.from(`${at}.`), body])),
    });
    const secrets = [new Secret("word")];
    const seconds = now.getTime() / 1000;
    expect(verify(scheme, secrets, { headers: headers(seconds), body, now })).toEqual({
      ok: true,
      value: { id: "e-1" },
    });
    expect(verify(scheme, secrets, { headers: headers(seconds - 301), body, now })).toMatchObject({
      failure: { code: "outside_time" },
    });
    expect(
      verify(scheme, secrets, { headers: { ...headers(seconds - 301), "x-time": String(seconds) }, body, now }),
    ).toMatchObject({ failure: { code: "forged" } });
  });

  test("a bearer's word", () => {
    const asked = (headers: Record<string, string>) =>
      verify({ kind: "bearer" }, [new Secret("pbx-word")], { headers, body });
    expect(asked({ authorization: "Bearer pbx-word" }).ok).toBe(true);
    expect(asked({ authorization: "Bearer pbx" })).toMatchObject({ failure: { code: "forged" } });
    expect(asked({})).toMatchObject({ failure: { code: "unsigned" } });
  });
});

describe("the door", () => {
  let database: OpenDatabase;
  const connection = randomUUID();
  const came: string[] = [];
  const app = new Hono();
  let inbox: WebhookInbox;

  beforeAll(async () => {
    database = await openDatabase({});
    await createTables(database.db, "door", [webhooksTable]);
    inbox = new WebhookInbox(database.db, "door");
    webhookRoutes(app, {
      inbox,
      log: createLogger("test", { level: "silent" }),
      sender: async (address) =>
        address === "known" ? { connection, scheme: standard, secrets: [new Secret(word)] } : undefined,
      came: (_connection, id) => came.push(id),
    });
  });
  afterAll(() => database.close());

  const send = async (id: string, { address = "known", at = new Date(), secret = word, text = body } = {}) =>
    app.request(`/webhooks/${address}`, {
      method: "POST",
      body: new Uint8Array(text),
      headers: sign(new Secret(secret), id, at, text),
    });

  test("takes each message once, however often it comes", async () => {
    const answers = await Promise.all(["a", "a", "b", "a"].map((id) => send(id)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(came.toSorted()).toEqual(["a", "b"]);
    const waiting = await inbox.waiting(connection);
    expect(waiting.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
    expect(waiting.find(({ id }) => id === "a")?.body.equals(body)).toBe(true);
    expect(await inbox.connections()).toEqual([connection]);
    await inbox.workedOff(connection, ["a"]);
    expect((await inbox.waiting(connection)).map(({ id }) => id)).toEqual(["b"]);
    // Worked off long ago, it is still known.
    expect((await send("a")).status).toBe(202);
    expect(came).toHaveLength(2);
  });

  test("a forgery, an old message and an address of nobody are answered alike, and nothing of them is kept", async () => {
    const answers = await Promise.all([
      send("c", { secret: whsec() }),
      send("c", { at: new Date(Date.now() - 600_000) }),
      send("c", { address: "unknown" }),
    ]);
    const texts = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
    expect(new Set(texts)).toEqual(new Set(['401 {"error":"not accepted"}']));
    expect((await inbox.waiting(connection)).map(({ id }) => id)).not.toContain("c");
  });

  test("more than a message may hold is refused before it is read", async () => {
    expect((await send("d", { text: Buffer.alloc(1_000_001, "x") })).status).toBe(413);
  });

  test("of thousands, shuffled, repeated, forged and late, each good one is taken once", async () => {
    const before = came.length;
    const good = Array.from({ length: 1_000 }, (_, index) => `m${index}`);
    const sent = [
      ...good.map((id) => () => send(id)),
      ...good.slice(0, 100).map((id) => () => send(id)),
      ...good.slice(0, 50).map((id) => () => send(`forged-${id}`, { secret: whsec() })),
      ...good.slice(0, 50).map((id) => () => send(`late-${id}`, { at: new Date(Date.now() - 900_000) })),
    ]
      .map((one, index) => [(index * 7919) % 1201, one] as const)
      .sort(([a], [b]) => a - b);
    const statuses = await Promise.all(sent.map(([, one]) => one().then(({ status }) => status)));
    expect(statuses.filter((status) => status === 202)).toHaveLength(1_100);
    expect(came.slice(before).toSorted()).toEqual(good.toSorted());
  });
});
