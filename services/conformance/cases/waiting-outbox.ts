import { randomUUID } from "node:crypto";
import { add, Client, one, type Reply } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, ended, type World } from "../world.ts";

const path = "/jsonapi/outbox";
const long = 20;

const markOf = (reply: Reply) => String(reply.is(200).at("/meta/mark"));
const headOf = (reply: Reply, brand: string) => reply.is(200).at(`/meta/heads/${brand}`);
const waiting = (client: Client, mark: string, wait = long) => client.get(`${path}?after=${mark}&wait=${wait}`);

/** Reads on, as a follower does, until the answer is as awaited: other brands may go on too. */
async function follow(client: Client, mark: string, awaited: (reply: Reply) => boolean): Promise<Reply> {
  const until = Date.now() + long * 1000;
  let reply = await waiting(client, mark);
  while (!awaited(reply)) {
    if (Date.now() > until) reply.fail("the awaited heads before the wait was over", reply.text.slice(0, 300));
    reply = await waiting(client, markOf(reply));
  }
  if (Date.now() > until) reply.fail(`an answer within ${long} s`, "it came when the wait was over");
  return reply;
}

const write = async (brand: BrandWorld, fresh: World["fresh"]) =>
  (await brand.admin.create("sw_supplier", { name: "Outbox", code: fresh("s") })).is(201).id;

async function user(by: Client, { base, fresh, password }: World, role: string, brand?: string): Promise<Client> {
  const name = fresh(role);
  const person = { name, pass: password, status: true, user_type: "internal", business_roles: [role] };
  (await by.create("user", person, brand ? { brand: one("sw_brand", brand) } : {})).is(201);
  const client = new Client(base);
  (await client.login(name, password)).is(200);
  return client;
}

export const waitingOutbox = group("waiting outbox", (test) => {
  test("without a mark it answers at once: the newest sequence of each brand", async ({ a, b, platform, base }) => {
    const reply = (await platform.get(`${path}?wait=${long}`))
      .is(200)
      .has("/data", [])
      .speaksJsonApi()
      .has("/meta/mark", /^[A-Za-z0-9_-]{1,128}$/)
      .has("/links/self/href", `${base}${path}?wait=${long}`)
      .header("content-type", "application/vnd.api+json")
      .header("cache-control", /private/)
      .header("cache-control", /no-store/);
    for (const brand of [a, b]) {
      const newest = await brand.admin.get(
        "/jsonapi/sw_journal_entry/sw_journal_entry?sort=-sequence&page[limit]=1&fields[sw_journal_entry--sw_journal_entry]=sequence",
      );
      reply.has(`/meta/heads/${brand.id}`, newest.is(200).at("/data/0/attributes/sequence"));
    }
  });
  test("the mark is that of the heads; with another one it answers at once", async ({ a, platform, fresh }) => {
    const first = await platform.get(path);
    (await platform.get(path)).is(200).has("/meta/mark", markOf(first)).has("/meta/heads", first.at("/meta/heads"));
    await write(a, fresh);
    const second = await waiting(platform, markOf(first));
    if (markOf(second) === markOf(first)) second.fail("another mark after a change", markOf(second));
    (await waiting(platform, "never-given")).is(200).has("/meta/mark", markOf(second));
  });
  test("with the current mark it waits for a change of any brand", async ({ a, b, platform, fresh }) => {
    for (const brand of [a, b]) {
      const before = await platform.get(path);
      const known = Number(headOf(before, brand.id));
      let written = false;
      const following = follow(platform, markOf(before), (reply) => Number(headOf(reply, brand.id)) > known).then(
        (reply) => ({ reply, written }),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      written = true;
      await write(brand, fresh);
      const told = await following;
      if (!told.written) told.reply.fail("no answer before the change", told.reply.text.slice(0, 300));
      told.reply.has(`/meta/heads/${brand.id}`, known + 1);
    }
  });
  test("nothing changes: the same mark when the wait is over", async ({ platform }) => {
    const before = await platform.get(path);
    (await waiting(platform, markOf(before), 1))
      .is(200)
      .has("/meta/mark", markOf(before))
      .has("/meta/heads", before.at("/meta/heads"));
  });
  test("a new brand is there with 0, a removed one no more", async ({ platform, fresh }) => {
    const brand = randomUUID();
    const before = await platform.get(path);
    const made = follow(platform, markOf(before), (reply) => headOf(reply, brand) !== undefined);
    (await platform.create("sw_brand", { name: fresh("brand") }, {}, brand)).is(201);
    const present = (await made).has(`/meta/heads/${brand}`, 0);
    const gone = follow(platform, markOf(present), (reply) => headOf(reply, brand) === undefined);
    (await platform.remove(`/jsonapi/sw_brand/sw_brand/${brand}`)).is(204);
    (await gone).lacks(`/meta/heads/${brand}`);
  });
  test("a request that is rolled back moves no head", async ({ a, platform, fresh }) => {
    const before = await platform.get(path);
    const read = waiting(platform, markOf(before), 2);
    (
      await a.admin.operations([
        add("sw_supplier", { attributes: { name: "x", code: fresh("s") } }),
        add("sw_supplier", { attributes: {} }),
      ])
    ).is(422);
    (await read).is(200).has(`/meta/heads/${a.id}`, headOf(before, a.id));
  });
  test("ten waiting reads hold up nobody, and one change ends them all", async ({ a, platform, fresh }) => {
    const before = await platform.get(path);
    const known = Number(headOf(before, a.id));
    let finished = 0;
    const reads = Array.from({ length: 10 }, () =>
      follow(platform, markOf(before), (reply) => Number(headOf(reply, a.id)) > known).then((reply) => {
        finished += 1;
        return reply;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let turn = 0; turn < 5; turn += 1) {
      (await a.manager.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(200);
      (await platform.get("/jsonapi/sw_brand/sw_brand?page[limit]=1")).is(200);
    }
    if (finished > 0) throw new Error(`${finished} reads ended before the change`);
    const id = await write(a, fresh);
    (await a.admin.update("sw_supplier", id, { name: "Outbox again" })).is(200);
    for (const reply of await Promise.all(reads)) reply.is(200);
  });
  test("only for the platform's own users who may follow it", async (world) => {
    const { a, anonymous, fresh } = world;
    const service = await user(a.admin, world, "service");
    for (const client of [a.admin, a.manager, a.support, a.client, service])
      (await client.get(`${path}?wait=1`)).problem({ status: 403, pointer: "/data" }).never(a.id);
    (await anonymous.get(path)).problem({ status: 401 }).header("www-authenticate", /^Basic realm=/);
    (await ended(world).get(path)).problem({ status: 403, pointer: "/data" });
    const role = fresh("follower").slice(0, 32);
    const row = await a.admin.create("sw_role", { role, granted: ["follow outbox"] });
    if (row.status === 201)
      (await (await user(a.admin, world, role)).get(path)).problem({ status: 403, pointer: "/data" });
    else row.is(403);
  });
  test("the platform's services: a user without a brand who makes users in brands", async (world) => {
    const { a, platform } = world;
    const services = await user(platform, world, "platform_service");
    (await services.get(path)).is(200).exists(`/meta/heads/${a.id}`);
    (await services.get(`/jsonapi/sw_brand/sw_brand/${a.id}`)).is(200);
    const inBrand = await user(services, world, "service", a.id);
    (await inBrand.get("/jsonapi/sw_account/sw_account")).is(200);
    (await services.get("/jsonapi/sw_account/sw_account")).is(403);
    (
      await a.admin.create("user", {
        name: world.fresh("u"),
        pass: "secret-word",
        status: true,
        user_type: "internal",
        business_roles: ["platform_service"],
      })
    ).problem({ status: 403 });
  });
  test("a malformed parameter: 400 naming it", async ({ platform }) => {
    for (const wait of ["-1", "26", "1.5", "x", "", "999", "1e1"])
      (await platform.get(`${path}?wait=${wait}`)).problem({ status: 400, detail: /wait/ });
    for (const after of ["", "a%20b", "x".repeat(129), "%3Cscript%3E", "%00"])
      (await platform.get(`${path}?after=${after}&wait=1`)).problem({ status: 400, detail: /after/ });
    (await platform.get(`${path}?wait[]=1`)).problem({ status: 400, detail: /wait/ });
    (await platform.get(`${path}?after[x]=1`)).problem({ status: 400, detail: /after/ });
    (await platform.get(`${path}?until=1`)).problem({ status: 400, detail: /until/ });
  });
  test("it is read, alone", async ({ platform }) => {
    (await platform.post(path, {})).is(405).header("allow", /GET/);
    const reply = await platform.send("POST", "/subrequests?_format=json", {
      body: [{ requestId: "outbox", action: "view", uri: path }],
      type: "application/json",
    });
    reply.is(207).has("/outbox/headers/status", [404]);
  });
});
