import { Client, type Reply } from "../client.ts";
import { group } from "../suite.ts";
import type { World } from "../world.ts";
import { elsewhere } from "./sessions.ts";

const path = "/jsonapi/sessions";
const good = "nine quiet boats";
const sites = "/jsonapi/sw_site/sw_site?page[limit]=1";
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/;

async function person({ a, fresh }: World): Promise<{ id: string; name: string }> {
  const name = fresh("at-home");
  const attributes = { name, pass: good, status: true, user_type: "internal", business_roles: ["manager"] };
  return { id: (await a.admin.create("user", attributes)).is(201).id, name };
}

async function signIn({ base }: World, name: string, agent = "Suite/1"): Promise<Client> {
  const client = new Client(base);
  (await client.login(name, good, { ...elsewhere(), "User-Agent": agent })).is(200);
  return client;
}

const agents = (reply: Reply) => reply.list("/meta/sessions").map((_, at) => reply.at(`/meta/sessions/${at}/agent`));
const lives = async (client: Client) => (await client.get(sites)).status === 200;

export const ownSessions = group("one's own sessions", (test) => {
  test("begin, last use and browser of each, which one asks, and how long they live", async (world) => {
    const { name } = await person(world);
    const first = await signIn(world, name, "Mozilla/5.0 (One)");
    const second = await signIn(world, name, `Two${"x".repeat(400)}`);
    const reply = (await second.get(path))
      .is(200)
      .header("cache-control", /no-store/)
      .speaksJsonApi();
    reply.count(2, "/meta/sessions").has("/meta/limits", { idle: 86_400, absolute: 1_209_600 });
    const told = agents(reply);
    if (told.toSorted().join() !== ["Mozilla/5.0 (One)", `Two${"x".repeat(252)}`].toSorted().join())
      reply.fail("both browsers", told.join());
    for (const [at, agent] of told.entries()) {
      reply.has(`/meta/sessions/${at}/current`, String(agent).startsWith("Two"));
      for (const member of ["begun", "used"]) reply.has(`/meta/sessions/${at}/${member}`, instant);
    }
    for (const { cookie, token } of [first, second]) reply.never(cookie.split("=")[1] ?? "").never(token);
  });
  test("a cookie lives as long as a session can", async (world) => {
    const { name } = await person(world);
    (await new Client(world.base).login(name, good, elsewhere())).header("set-cookie", /Max-Age=1209600;/i);
  });
  test("the others end at once, the one that asks and other people's go on", async (world) => {
    const { name } = await person(world);
    const [mine, other, third] = [await signIn(world, name), await signIn(world, name), await signIn(world, name)];
    const stranger = await signIn(world, (await person(world)).name);
    (await mine.remove(path)).is(204);
    for (const client of [other, third]) (await client.get(sites)).is(403);
    for (const client of [mine, stranger]) (await client.get(sites)).is(200);
    (await mine.get(path)).is(200).count(1, "/meta/sessions").has("/meta/sessions/0/current", true);
    (await mine.remove(path)).is(204);
    const status = await other.get("/user/login_status?_format=json");
    if (status.text !== "0") status.fail("0", status.text);
  });
  test("signing in and out opens and ends one", async (world) => {
    const { name } = await person(world);
    const [mine, other] = [await signIn(world, name), await signIn(world, name)];
    (await other.send("POST", `/user/logout?_format=json&token=${encodeURIComponent(other.logoutToken)}`)).is(204);
    (await mine.get(path)).is(200).count(1, "/meta/sessions");
  });
  test("a changed password ends all sessions of the account, whoever changes it", async (world) => {
    const { id, name } = await person(world);
    const [mine, other] = [await signIn(world, name), await signIn(world, name)];
    const pass = { value: "ten quiet boats", existing: good };
    (await mine.update("user", id, { pass })).is(200);
    for (const client of [mine, other]) (await client.get(sites)).is(403);
    (await world.a.admin.update("user", id, { pass: good })).is(200);
    const [third, fourth] = [await signIn(world, name), await signIn(world, name)];
    (await world.a.admin.update("user", id, { full_name: "At Home" })).is(200);
    for (const client of [third, fourth]) if (!(await lives(client))) throw new Error("Another change ended it.");
    (await world.a.admin.update("user", id, { pass: "ten quiet boats" })).is(200);
    for (const client of [third, fourth]) (await client.get(sites)).is(403);
  });
  test("with basic authentication none of them asks", async (world) => {
    const { name } = await person(world);
    const open = await signIn(world, name);
    const Authorization = `Basic ${Buffer.from(`${name}:${good}`).toString("base64")}`;
    const basic = new Client(world.base);
    (await basic.get(path, { Authorization }))
      .is(200)
      .count(1, "/meta/sessions")
      .has("/meta/sessions/0/current", false);
    (await basic.remove(path, undefined, { Authorization })).is(204);
    (await open.get(sites)).is(403);
  });
  test("for who is signed in, with the token", async (world) => {
    const { anonymous } = world;
    (await anonymous.get(path)).problem({ status: 401 });
    (await anonymous.remove(path)).problem({ status: 401 });
    const open = await signIn(world, (await person(world)).name);
    open.token = "";
    (await open.remove(path)).problem({ status: 403, detail: "X-CSRF-Token request header is missing" });
    (await open.post(path, {})).is(405);
  });
});
