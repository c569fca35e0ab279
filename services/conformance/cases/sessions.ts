import { Client, document, type Reply } from "../client.ts";
import { group } from "../suite.ts";
import { userName, type World } from "../world.ts";

/** Each wrong guess from an address of its own, so that a run doesn't use up the address's allowance. */
export function elsewhere(): Record<string, string> {
  const part = () => Math.floor(Math.random() * 250) + 1;
  return { "X-Forwarded-For": `10.${part()}.${part()}.${part()}` };
}

function support({ suffix }: World): string {
  return userName("support_n1", "a", suffix);
}

export const sessions = group("sessions", (test) => {
  test("L07 log in: cookie, tokens, user", async (world) => {
    const client = new Client(world.base);
    const reply = (await client.login(support(world), world.password))
      .is(200)
      .has("/current_user/name", support(world));
    reply
      .exists("/csrf_token")
      .exists("/logout_token")
      .has("/current_user/uid", /^\d+$/)
      .header("content-type", /^application\/json/);
    reply.header("set-cookie", /^S?SESS[0-9a-f]{32}=[^;]+; .*Max-Age=\d+; path=\/; .*HttpOnly; SameSite=Lax/i);
  });
  test("L02 wrong password: 400", async (world) => {
    const reply = await new Client(world.base).login(support(world), "wrong", elsewhere());
    reply.is(400).has("/message", /^(Sorry, u|U)nrecognized username or password\.$/);
  });
  test("an unknown name answers the same", async (world) => {
    (await new Client(world.base).login(world.fresh("nobody"), "wrong", elsewhere()))
      .is(400)
      .has("/message", /^(Sorry, u|U)nrecognized username or password\.$/);
  });
  test("L03 missing password: 400", async (world) => {
    const reply = await new Client(world.base).send("POST", "/user/login?_format=json", {
      body: { name: "x" },
      type: "application/json",
    });
    reply.is(400).has("/message", "Missing credentials.pass.");
  });
  test("L04 a blocked account is answered as an unknown name", async (world) => {
    const name = world.fresh("blocked");
    const { id } = (
      await world.a.admin.create("user", { name, pass: "secret-word", status: false, user_type: "internal" })
    ).is(201);
    (await new Client(world.base).login(name, "secret-word", elsewhere()))
      .is(400)
      .has("/message", /^(Sorry, u|U)nrecognized username or password\.$/);
    (await world.a.admin.update("user", id, { status: true })).is(200);
    (await new Client(world.base).login(name, "secret-word", elsewhere())).is(200);
  });
  test("L06 malformed JSON: 400", async (world) => {
    const reply: Reply = await new Client(world.base).send("POST", "/user/login?_format=json", {
      raw: "{",
      type: "application/json",
    });
    reply.is(400);
    (
      await new Client(world.base).send("POST", "/user/login?_format=json", {
        raw: '{"name":["x"],"pass":{"y":1}}',
        type: "application/json",
      })
    ).is(400);
  });
  test("L08 login status", async (world) => {
    const reply = await world.a.support.get("/user/login_status?_format=json");
    if (reply.is(200).text !== "1") reply.fail("1", reply.text);
    const anonymous = await world.anonymous.get("/user/login_status?_format=json");
    if (anonymous.is(200).text !== "0") anonymous.fail("0", anonymous.text);
  });
  test("L09 already signed in: 403", async (world) => {
    const reply = await world.a.support.send("POST", "/user/login?_format=json", {
      body: { name: support(world), pass: world.password },
      type: "application/json",
    });
    reply.is(403).has("/message", "This route can only be accessed by anonymous users.");
  });
  test("L10 a write without the token: 403", async ({ a }) => {
    const client = new Client(a.admin.base);
    client.cookie = a.admin.cookie;
    (await client.post("/jsonapi/sw_supplier/sw_supplier", document("sw_supplier", { attributes: {} }))).problem({
      status: 403,
      detail: "X-CSRF-Token request header is missing",
    });
  });
  test("a write with a wrong token: 403", async ({ a }) => {
    const client = new Client(a.admin.base);
    client.cookie = a.admin.cookie;
    client.token = a.support.token;
    (await client.post("/jsonapi/sw_supplier/sw_supplier", document("sw_supplier", { attributes: {} }))).problem({
      status: 403,
      detail: "X-CSRF-Token request header is invalid",
    });
  });
  test("GET /session/token gives a token that works", async (world) => {
    const client = new Client(world.base);
    (await client.login(userName("administrator", "a", world.suffix), world.password)).is(200);
    const token = (await client.get("/session/token")).is(200).header("content-type", /^text\/plain/);
    client.token = token.text;
    (await client.create("sw_supplier", { name: "S", code: world.fresh("s") })).is(201);
  });
  test("L14, L16 log out: 204, then anonymous", async (world) => {
    const client = new Client(world.base);
    (await client.login(support(world), world.password)).is(200);
    (await client.send("POST", "/user/logout?_format=json"))
      .is(403)
      .has("/message", "'csrf_token' URL query argument is missing.");
    (await client.send("POST", `/user/logout?_format=json&token=${encodeURIComponent(client.logoutToken)}`)).is(204);
    (await client.get("/jsonapi/sw_site/sw_site")).is(403);
    const status = await client.get("/user/login_status?_format=json");
    if (status.text !== "0") status.fail("0", status.text);
  });
  test("a blocked account's sessions end", async (world) => {
    const name = world.fresh("leaver");
    const { id } = (
      await world.a.admin.create("user", {
        name,
        pass: "secret-word",
        status: true,
        user_type: "internal",
        business_roles: ["manager"],
      })
    ).is(201);
    const client = new Client(world.base);
    (await client.login(name, "secret-word", elsewhere())).is(200);
    (await client.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(200);
    (await world.a.admin.update("user", id, { status: false })).is(200);
    (await client.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(403);
  });
  test("five wrong guesses close an account for a while", async (world) => {
    const name = world.fresh("guessed");
    (await world.a.admin.create("user", { name, pass: "secret-word", status: true, user_type: "internal" })).is(201);
    const from = elsewhere();
    for (let guess = 0; guess < 5; guess += 1) (await new Client(world.base).login(name, "wrong", from)).is(400);
    (await new Client(world.base).login(name, "secret-word", from)).is(403);
  });
  test("five guesses, however many come at once, for known and unknown names alike", async (world) => {
    const { base, a, fresh } = world;
    const known = fresh("guessed-at-once");
    const attributes = { pass: "secret-word", status: true, user_type: "internal", business_roles: ["manager"] };
    (await a.admin.create("user", { name: known, ...attributes })).is(201);
    const blocked = fresh("blocked-at-once");
    (await a.admin.create("user", { name: blocked, ...attributes, status: false })).is(201);
    for (const name of [known, fresh("nobody"), blocked]) {
      const from = elsewhere();
      const guesses = await Promise.all(Array.from({ length: 12 }, () => new Client(base).login(name, "wrong", from)));
      const answers = guesses.map(({ status }) => status).toSorted();
      const expected = [...Array<number>(5).fill(400), ...Array<number>(7).fill(403)];
      if (answers.join() !== expected.join()) guesses[0]?.fail(expected.join(), answers.join());
      (await new Client(base).login(name, "secret-word", from)).is(403);
    }
    const together = elsewhere();
    const right = await Promise.all(
      Array.from({ length: 4 }, () => new Client(base).login(known, "secret-word", together)),
    );
    for (const reply of right) reply.is(200);
    const basic = `Basic ${Buffer.from(`${known}:wrong`).toString("base64")}`;
    const from = elsewhere();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => new Client(base).get("/jsonapi", { Authorization: basic, ...from })),
    );
    const told = guesses.filter(({ status }) => status === 401).length;
    if (told !== 5) guesses[0]?.fail("401 five times, then 429", `401 ${told} times`);
  });
  test("a copy of the cookie is dead after signing out", async (world) => {
    const client = new Client(world.base);
    (await client.login(support(world), world.password)).is(200);
    const copy = new Client(world.base);
    copy.cookie = client.cookie;
    (await copy.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(200);
    (await client.send("POST", `/user/logout?_format=json&token=${encodeURIComponent(client.logoutToken)}`)).is(204);
    (await copy.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(403);
    const status = await copy.get("/user/login_status?_format=json");
    if (status.text !== "0") status.fail("0", status.text);
  });
  test("the answer never holds a password", async (world) => {
    const reply = (
      await world.a.admin.create("user", {
        name: world.fresh("u"),
        pass: "very-secret-word",
        status: true,
        user_type: "internal",
      })
    ).is(201);
    reply.never("very-secret-word").lacks("/data/attributes/pass");
  });
});
