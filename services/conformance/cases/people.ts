import { randomUUID } from "node:crypto";
import { Client, many, one } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, userName, type World } from "../world.ts";

const users = "/jsonapi/user/user";
/** Asks for public fields only, by their internal order. */
const listed = `${users}?fields[user--user]=full_name,user_type`;

interface People {
  /** Of the account `alpha`, as the world's client is. */
  readonly partner: Client;
  readonly partnerId: string;
  /** People of the account `beta`. */
  readonly strangers: Readonly<Record<"client" | "partner" | "reseller" | "technician", string>>;
  readonly names: Readonly<Record<string, string>>;
}

const made = new WeakMap<BrandWorld, Promise<People>>();

function people(world: World): Promise<People> {
  const known = made.get(world.a) ?? create(world);
  made.set(world.a, known);
  return known;
}

async function create({ a, fresh, password }: World): Promise<People> {
  const names: Record<string, string> = {};
  const add = async (type: string, account: string | undefined, role = type) => {
    const [id, name] = [randomUUID(), fresh(`person_${type}`)];
    names[id] = name;
    const attributes = { name, pass: password, status: true, full_name: name, user_type: type, business_roles: [role] };
    (await a.admin.create("user", attributes, { accounts: many("sw_account", [a.ids[account ?? ""] ?? ""]) }, id)).is(
      201,
    );
    return id;
  };
  const partnerId = await add("partner", "alpha");
  const strangers = {
    client: await add("client", "beta"),
    partner: await add("partner", "beta"),
    reseller: await add("reseller", "beta", "client"),
    technician: await add("technician", "beta", "client"),
  };
  const partner = new Client(a.admin.base);
  (await partner.login(names[partnerId] ?? "", password)).is(200);
  return { partner, partnerId, strangers, names };
}

/** Staff and oneself, by the two kinds of users who see only their own accounts. */
async function viewers(world: World): Promise<readonly { viewer: Client; self: string; hidden: readonly string[] }[]> {
  const { partner, partnerId, strangers } = await people(world);
  const others = Object.values(strangers);
  const clientId = world.a.users["client"] ?? "";
  return [
    { viewer: world.a.client, self: clientId, hidden: [partnerId, ...others] },
    { viewer: partner, self: partnerId, hidden: [clientId, ...others] },
  ];
}

export const persons = group("people", (test) => {
  test("a sign-in name that is taken or none, in core's words", async ({ a, b, suffix, fresh }) => {
    const pointer = "/data/attributes/name";
    const common = { pass: "nine quiet boats", status: true, user_type: "internal" };
    const taken = userName("manager", "a", suffix);
    for (const name of [taken, taken.toUpperCase(), userName("manager", "b", suffix)]) {
      const problem = {
        status: 422,
        code: "not_unique",
        pointer,
        detail: `name: The username ${name} is already taken.`,
      };
      (await a.admin.create("user", { name, ...common })).problem(problem);
      (await a.admin.update("user", a.users["support_n1"] ?? "", { name })).problem(problem);
    }
    const long = "a".repeat(61);
    for (const [name, sentence] of [
      ["", "You must enter a username."],
      [` ${fresh("x")}`, "The username cannot begin with a space."],
      [`${fresh("x")} `, "The username cannot end with a space."],
      [`${fresh("x")}  y`, "The username cannot contain multiple spaces in a row."],
      [`${fresh("x")}\u0007`, "The username contains an illegal character."],
      [`${fresh("x")}\u200b`, "The username contains an illegal character."],
      [`${fresh("x")}<b>`, "The username contains an illegal character."],
      [long, `The username ${long} is too long: it must be 60 characters or less.`],
    ] as const)
      (await a.admin.create("user", { name, ...common })).problem({
        status: 422,
        pointer,
        detail: `name: ${sentence}`,
      });
    (await a.admin.create("user", { name: fresh("d'Arc-é_ü.ñ+1@x"), ...common })).is(201);
    (await b.admin.get(`/jsonapi/user/user?filter[name]=${taken}`)).is(200).count(0);
  });
  test("clients and partners list themselves and the staff", async (world) => {
    for (const { viewer, self, hidden } of await viewers(world)) {
      const reply = (await viewer.get(listed)).is(200).lacks("/meta");
      const ids = reply.each("/id");
      for (const id of [self, world.a.users["manager"], world.a.users["administrator"]])
        if (!ids.includes(id)) reply.fail(`${id} in the list`, JSON.stringify(ids));
      for (const id of hidden) reply.never(id);
      for (const [index, type] of reply.each("/attributes/user_type").entries())
        if (type !== "internal" && ids[index] !== self) reply.fail("internal users", String(type));
    }
  });
  test("everybody else sees all of the brand's people", async (world) => {
    const { strangers, partnerId } = await people(world);
    const ids = (await world.a.support.get(`${listed}&sort=-drupal_internal__uid`)).is(200).each("/id");
    for (const id of [partnerId, ...Object.values(strangers)])
      if (!ids.includes(id)) throw new Error(`${id} is not listed`);
  });
  test("another customer's person is an unknown user, whatever the method", async (world) => {
    for (const { viewer, hidden } of await viewers(world)) {
      for (const id of hidden) {
        (await viewer.get(`${users}/${id}`)).problem({ status: 404, detail: /was not converted/ });
        (await viewer.update("user", id, { full_name: "x" })).problem({ status: 404, detail: /was not converted/ });
        (await viewer.remove(`${users}/${id}`)).problem({ status: 404, detail: /was not converted/ });
        (await viewer.get(`${users}/${id}/brand`)).is(404);
        (await viewer.get(`${users}/${id}/relationships/accounts`)).is(404);
      }
    }
  });
  test("filters, counts and sorts know nothing of them", async (world) => {
    const { names } = await people(world);
    for (const { viewer, self, hidden } of await viewers(world)) {
      for (const id of hidden) {
        (await viewer.get(`${users}?filter[id]=${id}`)).is(200).count(0).lacks("/meta");
        (await viewer.get(`${users}?filter[full_name]=${names[id] ?? "client A"}`)).is(200).count(0);
      }
      (await viewer.get(`${users}?filter[user_type][operator]=<>&filter[user_type][value]=internal`))
        .is(200)
        .values("/id", [self]);
      (await viewer.get("/jsonapi/aggregate/user?filter[user_type][operator]=<>&filter[user_type][value]=internal"))
        .is(200)
        .has("/meta/groups/0/count", 1);
      const groups = (await viewer.get("/jsonapi/aggregate/user?groupBy=user_type")).is(200);
      for (const hiddenType of ["reseller", "technician"]) groups.never(hiddenType);
      const count = (await viewer.get(`${listed}&page[limit]=500`)).is(200).list().length;
      (await viewer.get(`${users}?page[limit]=${count}`)).is(200).count(count).lacks("/links/next");
    }
  });
  test("references to them lead nowhere in filters, sorts and includes", async (world) => {
    const { a, fresh } = world;
    const { strangers, names } = await people(world);
    const [none, theirs, staff] = [fresh("t"), fresh("t"), fresh("t")];
    const account = one("sw_account", a.ids["alpha"] ?? "");
    for (const [name, id] of [
      [none, undefined],
      [theirs, strangers.client],
      [staff, a.users["manager"]],
    ] as const) {
      (await a.admin.create("sw_site", { name }, { account })).is(201);
      if (id) (await a.admin.update("sw_account", a.ids["alpha"] ?? "", {}, { salesperson: one("user", id) })).is(200);
      const path = "/jsonapi/sw_site/sw_site?page[limit]=1";
      const expected = id === a.users["manager"] ? 1 : 0;
      (
        await a.client.get(
          `${path}&filter[account.salesperson.full_name]=${id === strangers.client ? names[id] : "manager A"}`,
        )
      )
        .is(200)
        .count(expected);
      if (id) (await a.client.get(`${path}&filter[account.salesperson.id]=${id}`)).is(200).count(expected);
      (await a.client.get(`${path}&sort=account.salesperson.full_name`)).is(200).count(1);
      (await a.client.get("/jsonapi/sw_account/sw_account?include=salesperson"))
        .is(200)
        .lacks("/meta")
        .never(names[id ?? ""] ?? "")
        .never(strangers.client);
      const reply = (await a.client.get(`/jsonapi/sw_account/sw_account/${a.ids["alpha"]}/salesperson`))
        .is(200)
        .lacks("/meta");
      reply.has("/data", expected === 1 ? reply.at("/data") : null);
    }
    (await a.client.get("/jsonapi/sw_account/sw_account?include=salesperson")).has(
      "/included/0/attributes/display_name",
      "manager A",
    );
    (await a.admin.update("sw_account", a.ids["alpha"] ?? "", {}, { salesperson: { data: null } })).is(200);
  });
  test("a reference to them can't be written: 404 as for an unknown one", async (world) => {
    const { a, fresh } = world;
    const { strangers } = await people(world);
    const role = (
      await a.admin.create("sw_role", {
        role: "client",
        granted: ["view sw_account", "view sw_task", "create sw_task"],
      })
    ).is(201);
    try {
      const account = one("sw_account", a.ids["alpha"] ?? "");
      const write = (assignee: string) =>
        a.client.create("sw_task", { title: fresh("task") }, { account, assignee: one("user", assignee) });
      for (const id of [strangers.client, strangers.reseller, randomUUID()]) {
        (await write(id)).problem({
          status: 404,
          detail: `The resource identified by \`user--user:${id}\` (given as a relationship item) could not be found.`,
        });
      }
      (await write(a.users["manager"] ?? "")).is(201);
    } finally {
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    }
  });
});
