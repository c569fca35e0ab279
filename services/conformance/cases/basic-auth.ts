import { Client, document } from "../client.ts";
import { group } from "../suite.ts";
import { userName, type World } from "../world.ts";
import { elsewhere } from "./sessions.ts";

function basic(name: string, password: string): { Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}` };
}

const person = ({ suffix }: World, role: string) => userName(role, "a", suffix);
const sites = "/jsonapi/sw_site/sw_site?page[limit]=1";

export const basicAuthentication = group("basic-authentication", (test) => {
  test("acts as the user, without a session", async (world) => {
    const client = new Client(world.base);
    const reply = (await client.get("/jsonapi", basic(person(world, "manager"), world.password)))
      .is(200)
      .header("set-cookie", null);
    reply.has("/meta/links/me/meta/id", world.a.users["manager"]);
    (await client.get(sites, basic(person(world, "manager"), world.password))).is(200).count(1);
    (await client.get(sites)).is(401);
  });
  test("with the user's rights and scope", async (world) => {
    const headers = basic(person(world, "client"), world.password);
    (await new Client(world.base).get(`/jsonapi/sw_account/sw_account/${world.a.ids["alpha"]}`, headers)).is(200);
    (await new Client(world.base).get(`/jsonapi/sw_account/sw_account/${world.a.ids["beta"]}`, headers)).is(404);
    (await new Client(world.base).get(`/jsonapi/sw_account/sw_account/${world.b.ids["alpha"]}`, headers)).is(404);
    (await new Client(world.base).get("/jsonapi/sw_catalogue/sw_catalogue", headers)).problem({
      status: 403,
      pointer: "/data",
    });
  });
  test("writes need no token", async (world) => {
    const headers = basic(person(world, "administrator"), world.password);
    const body = document("sw_supplier", { attributes: { name: "B", code: world.fresh("s") } });
    const { id } = (await new Client(world.base).post("/jsonapi/sw_supplier/sw_supplier", body, headers)).is(201);
    (
      await new Client(world.base).operations(
        [{ op: "remove", ref: { type: "sw_supplier--sw_supplier", id } }],
        headers,
      )
    ).is(200);
    (await world.a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}`))
      .is(200)
      .count(2)
      .has("/data/0/attributes/actor_name", "administrator A");
  });
  test("L17 wrong credentials: 401 everywhere, the same for names that exist and that don't", async (world) => {
    for (const path of ["/jsonapi", sites, `/jsonapi/sw_site/sw_site/${world.a.ids["site01"]}`]) {
      const known = await new Client(world.base).get(path, {
        ...basic(person(world, "manager"), "wrong"),
        ...elsewhere(),
      });
      known
        .problem({ status: 401 })
        .header("www-authenticate", /^Basic realm="[^"]+"$/)
        .header("content-type", "application/vnd.api+json")
        .lacks("/data");
      const unknown = await new Client(world.base).get(path, {
        ...basic(world.fresh("nobody"), "wrong"),
        ...elsewhere(),
      });
      if (unknown.text !== known.is(401).text) unknown.fail(known.text, unknown.text);
    }
  });
  test("a blocked account is not told apart from a wrong password", async (world) => {
    const name = world.fresh("blocked-basic");
    (
      await world.a.admin.create("user", {
        name,
        pass: "secret-word",
        status: false,
        user_type: "internal",
        business_roles: ["manager"],
      })
    ).is(201);
    (await new Client(world.base).get(sites, { ...basic(name, "secret-word"), ...elsewhere() })).is(401);
  });
  test("malformed headers are no 5xx and open nothing", async (world) => {
    for (const value of [
      "Basic",
      "Basic x",
      "Basic ====",
      `Basic ${Buffer.from("nocolon").toString("base64")}`,
      `Basic ${Buffer.from(":").toString("base64")}`,
      `Basic ${Buffer.from("a\0b:c").toString("base64")}`,
      `Basic ${"A".repeat(5000)}`,
      "Bearer x",
      "Digest x",
    ]) {
      const reply = await new Client(world.base).get(sites, { Authorization: value, ...elsewhere() });
      if (reply.status !== 401 && reply.status !== 403 && reply.status !== 400)
        reply.fail(`401, 403 or 400 to ${value.slice(0, 40)}`, String(reply.status));
    }
  });
  test("S02 five wrong passwords close the account for a while: 429 with Retry-After", async (world) => {
    const name = world.fresh("guessed-basic");
    (
      await world.a.admin.create("user", {
        name,
        pass: "secret-word",
        status: true,
        user_type: "internal",
        business_roles: ["manager"],
      })
    ).is(201);
    const from = elsewhere();
    for (let guess = 0; guess < 5; guess += 1)
      (await new Client(world.base).get(sites, { ...basic(name, "wrong"), ...from })).is(401);
    (await new Client(world.base).get(sites, { ...basic(name, "secret-word"), ...from }))
      .problem({ status: 429 })
      .header("retry-after", /^\d+$/)
      .header("content-type", "application/vnd.api+json");
    (await new Client(world.base).get(sites, { ...basic(name, "secret-word"), ...elsewhere() })).is(200);
  });
});
