import { randomUUID } from "node:crypto";
import { add, addRows, Client, one, type Reply } from "./client.ts";
import { type Group, group } from "./suite.ts";
import type { World } from "./world.ts";

export interface Closable {
  readonly module: string;
  /** One of the module's types, and the key of a row of it in each brand's world. */
  readonly type: string;
  readonly key: string;
  /** A permission that the module declares and administrators hold. */
  readonly permission: string;
  /** A field that the module adds to a type of the base, and a value of it. */
  readonly field?: { readonly type: string; readonly name: string; readonly value: string };
  /** A value that the module adds to a list of the base, of a type with a journal, and what a row with it needs besides. */
  readonly value?: {
    readonly type: string;
    readonly field: string;
    readonly value: string;
    readonly attributes: object;
  };
  /** A reference that the module adds to users, to the type. */
  readonly reference?: string;
  /** Makes a row of the type, of a site where it has one. */
  make(admin: Client, place: { account: string; site: string }): Promise<string>;
}

const nothing = "sw_nothing";
const journal = "/jsonapi/sw_journal_entry/sw_journal_entry";

interface ClosedWorld {
  readonly brand: string;
  readonly user: string;
  readonly admin: Client;
  readonly account: string;
  readonly site: string;
  open(modules: readonly string[]): Promise<void>;
}

/** A brand of the case's own, whose user is administrator and may do what services may. */
async function brandWith(world: World, modules: readonly string[] | undefined): Promise<ClosedWorld> {
  const { platform, fresh, password } = world;
  const brand = randomUUID();
  const attributes = { name: fresh("closed"), ...(modules && { modules }) };
  (await platform.create("sw_brand", attributes, {}, brand))
    .is(201)
    .has("/data/attributes/modules", [...(modules ?? [])]);
  const name = fresh("closed");
  const person = {
    name,
    pass: password,
    status: true,
    full_name: "Closed",
    user_type: "internal",
    business_roles: ["administrator", "service"],
  };
  const user = (await platform.create("user", person, { brand: one("sw_brand", brand) })).is(201).id;
  const admin = new Client(world.base);
  (await admin.login(name, password)).is(200);
  const account = (await admin.create("sw_account", { legal_name: "C", softwhere_id: fresh("c") })).is(201).id;
  const site = (await admin.create("sw_site", { name: "C" }, { account: one("sw_account", account) })).is(201).id;
  return {
    brand,
    user,
    admin,
    account,
    site,
    open: async (names) => void (await platform.update("sw_brand", brand, { modules: names })).is(200),
  };
}

/** What is said of the closed type is what is said of a type that nobody has. */
async function same(type: string, ask: (type: string) => Promise<Reply>): Promise<void> {
  const [closed, unknown] = [await ask(type), await ask(nothing)];
  const neutral = (reply: Reply) => reply.text.replaceAll(type, nothing);
  if (closed.status !== unknown.status || neutral(closed) !== neutral(unknown))
    closed.fail(`${unknown.status} ${unknown.text.slice(0, 500)}`, `${closed.status} ${closed.text.slice(0, 500)}`);
}

/** For a brand without the module, what the module brings does not exist; with it, it does. */
export function closedModule(given: Closable): Group {
  const { module, type, permission } = given;
  return group(`${module} closed to a brand`, (test) => {
    test("its types are types that nobody has, for own and foreign rows", async (world) => {
      const { a, b } = world;
      const c = await brandWith(world, [module]);
      const own = await given.make(c.admin, c);
      (await c.admin.get(`/jsonapi/${type}/${type}/${own}`)).is(200);
      await c.open([]);
      const { admin } = c;
      (await admin.get("/jsonapi")).is(200).lacks(`/links/${type}--${type}`);
      (await a.admin.get("/jsonapi")).is(200).has(`/links/${type}--${type}/href`, /jsonapi/);
      for (const id of [own, a.ids[given.key] ?? "", b.ids[given.key] ?? "", randomUUID()]) {
        const at = (name: string, rest = "") => `/jsonapi/${name}/${name}/${id}${rest}`;
        await same(type, (name) => admin.get(at(name)));
        await same(type, (name) => admin.get(at(name, "/brand")));
        await same(type, (name) => admin.get(at(name, "/relationships/brand")));
        await same(type, (name) => admin.update(name, id, { name: "x" }));
        await same(type, (name) => admin.remove(at(name)));
        await same(type, (name) => admin.operations([{ op: "remove", ref: { type: `${name}--${name}`, id } }]));
        await same(type, (name) =>
          admin.post("/jsonapi/recipients", { meta: { type: name, ids: [id], users: [c.user] } }),
        );
        const read = (name: string) => [{ requestId: "r", action: "view", uri: at(name) }];
        await same(type, (name) =>
          admin.send("POST", "/subrequests?_format=json", { body: read(name), type: "application/json" }),
        );
      }
      await same(type, (name) => admin.get(`/jsonapi/${name}/${name}`));
      await same(type, (name) => admin.get(`/jsonapi/${name}/${name}?filter[id]=${own}`));
      await same(type, (name) => admin.get(`/jsonapi/aggregate/${name}`));
      await same(type, (name) => admin.get(`/jsonapi/site-fields/${name}`));
      await same(type, (name) => admin.create(name, { name: "x" }));
      await same(type, (name) => admin.operations([add(name, { attributes: { name: "x" } })]));
      await same(type, (name) => admin.operations([addRows(name, ["name"], [["x"]])]));
      const upload = { raw: "x", type: "application/octet-stream" };
      const disposition = { "Content-Disposition": 'file; filename="x.pdf"' };
      await same(type, (name) =>
        admin.send("POST", `/jsonapi/${name}/${name}/file`, { ...upload, headers: disposition }),
      );
      for (let number = 1; number < 4; number += 1)
        await same(type.replace(/^sw_/, ""), (name) =>
          admin.get(`/router/translate-path?path=/admin/softwhere/${name.replaceAll("_", "-")}/${number}`),
        );
      await c.open([module]);
      (await admin.get(`/jsonapi/${type}/${type}/${own}`)).is(200);
    });

    test("its permissions are nobody's, whatever a role says", async (world) => {
      const c = await brandWith(world, [module]);
      const held = async () =>
        (await c.admin.get(`/jsonapi/user/user/${c.user}`)).is(200).at("/data/attributes/permissions");
      const before = await held();
      if (!Array.isArray(before) || !before.includes(permission) || !before.includes(`view ${type}`))
        throw new Error(`The administrator holds no "${permission}" with ${module} open`);
      await c.open([]);
      const bare = (names: unknown) => (Array.isArray(names) ? names : []);
      const granted = [permission, `view ${type}`, `edit ${type}`, "export", "administer brand"];
      for (const _ of [1, 2]) {
        const now = bare(await held());
        const left = now.filter((name) => granted.slice(0, 3).includes(String(name)));
        if (left.length > 0 || !now.includes("export")) throw new Error(`Held without ${module}: ${left.join(", ")}`);
        const row = (await c.admin.get("/jsonapi/sw_role/sw_role")).is(200);
        if (row.each("/id").length === 0) (await c.admin.create("sw_role", { role: "administrator", granted })).is(201);
      }
    });

    test("its entries of the journal do not exist", async (world) => {
      const c = await brandWith(world, [module]);
      const own = await given.make(c.admin, c);
      const entries = (await c.admin.get(`${journal}?filter[subject_id]=${own}`)).is(200);
      if (entries.list().length === 0) entries.fail("entries of the new row", "none");
      await c.open([]);
      (await c.admin.get(`${journal}?filter[subject_id]=${own}`)).is(200).count(0);
      (await c.admin.get(`${journal}?filter[subject_type]=${type}`)).is(200).count(0);
      (await c.admin.get(journal)).is(200).never(own).never(`"${type}"`);
      (await c.admin.get(`/jsonapi/aggregate/sw_journal_entry?groupBy=subject_type`)).is(200).never(`"${type}"`);
      (await c.admin.get(`/jsonapi/aggregate/sw_journal_entry?filter[subject_type]=${type}`))
        .is(200)
        .has("/meta/groups/0/count", 0);
      await c.open([module]);
      (await c.admin.get(`${journal}?filter[subject_id]=${own}`)).is(200).count(entries.list().length);
    });

    const { field, value, reference } = given;
    if (value)
      test("its values of other modules' lists are unknown values, and rows that have one do not exist", async (world) => {
        const c = await brandWith(world, [module]);
        const at = `/jsonapi/${value.type}/${value.type}`;
        const make = (of: string) => {
          const attributes = { ...value.attributes, [value.field]: of };
          const own = "key" in attributes ? { key: world.fresh("closed") } : {};
          return c.admin.create(value.type, { ...attributes, ...own });
        };
        const own = (await make(value.value)).is(201).id;
        const others = (await make("manual")).is(201).id;
        (await c.admin.get(`${at}?filter[${value.field}]=${value.value}`)).is(200).values("/id", [own]);
        await c.open([]);
        const [closed, unknown] = [await make(value.value), await make("no_such_value")];
        unknown.is(422);
        if (closed.text !== unknown.text) closed.fail(unknown.text.slice(0, 500), closed.text.slice(0, 500));
        (await c.admin.get(at)).is(200).values("/id", [others]).never(value.value);
        (await c.admin.get(`${at}?filter[${value.field}]=${value.value}`)).is(200).count(0);
        (await c.admin.get(`/jsonapi/aggregate/${value.type}?groupBy=${value.field}`)).is(200).never(value.value);
        const nobodys = randomUUID();
        const alike = async (ask: (id: string) => Promise<Reply>) => {
          const [one, none] = [await ask(own), await ask(nobodys)];
          if (one.status !== none.status || one.text.replaceAll(own, nobodys) !== none.text)
            one.fail(`${none.status} ${none.text.slice(0, 500)}`, `${one.status} ${one.text.slice(0, 500)}`);
        };
        await alike((id) => c.admin.get(`${at}/${id}`));
        await alike((id) => c.admin.update(value.type, id, { reason: "x" }));
        await alike((id) => c.admin.remove(`${at}/${id}`));
        const of = `${journal}?filter[subject_id]`;
        const entry = (await c.admin.get(`${of}=${others}`)).is(200).at("/data/0/id");
        if (typeof entry !== "string") throw new Error("The other row has no history");
        (await c.admin.get(`${of}=${own}`)).is(200).count(0);
        (await c.admin.get(`/jsonapi/aggregate/sw_journal_entry?filter[subject_id]=${own}`))
          .is(200)
          .has("/meta/groups/0/count", 0);
        await c.open([module]);
        const told = (await c.admin.get(`${of}=${own}`)).is(200).at("/data/0/id");
        (await c.admin.get(`${at}/${own}`)).is(200).has(`/data/attributes/${value.field}`, value.value);
        await c.open([]);
        (await c.admin.get(`${journal}/${String(told)}`)).is(404);
        (await c.admin.get(`${journal}/${entry}`)).is(200);
      });
    if (field)
      test("its fields of other modules' types are unknown fields", async (world) => {
        const c = await brandWith(world, [module]);
        const id = field.type === "sw_site" ? c.site : c.account;
        (await c.admin.update(field.type, id, { [field.name]: field.value })).is(200);
        await c.open([]);
        const at = `/jsonapi/${field.type}/${field.type}`;
        const other = "no_such_field";
        const alike = async (ask: (name: string) => Promise<Reply>) => {
          const [closed, unknown] = [await ask(field.name), await ask(other)];
          if (closed.status !== unknown.status || closed.text.replaceAll(field.name, other) !== unknown.text)
            closed.fail(unknown.text.slice(0, 500), closed.text.slice(0, 500));
        };
        (await c.admin.get(`${at}/${id}`)).is(200).lacks(`/data/attributes/${field.name}`).never(field.value);
        await alike((name) => c.admin.get(`${at}?filter[${name}]=x`));
        await alike((name) => c.admin.get(`${at}?sort=${name}`));
        await alike((name) => c.admin.get(`${at}?include=${name}`));
        await alike((name) => c.admin.get(`/jsonapi/aggregate/${field.type}?groupBy=${name}`));
        await alike((name) => c.admin.update(field.type, id, { [name]: "x" }));
        (await c.admin.get(`${at}?fields[${field.type}--${field.type}]=${field.name}`)).is(200).never(field.value);
        // What is written meanwhile leaves it alone.
        (await c.admin.update(field.type, id, field.type === "sw_site" ? { city: "Brest" } : { city: "Brest" })).is(
          200,
        );
        await c.open([module]);
        (await c.admin.get(`${at}/${id}`)).is(200).has(`/data/attributes/${field.name}`, field.value);
      });
    if (field)
      test("changes of its fields of other modules' types are not told", async (world) => {
        const c = await brandWith(world, [module]);
        const id = field.type === "sw_site" ? c.site : c.account;
        (await c.admin.update(field.type, id, { city: "Brest", [field.name]: field.value })).is(200);
        (await c.admin.update(field.type, id, { [field.name]: null })).is(200);
        const of = `${journal}?filter[subject_id]=${id}&sort=-sequence`;
        const told = [
          { field: "city", from: null, to: "Brest" },
          { field: field.name, from: null, to: field.value },
        ];
        const taken = { field: field.name, from: field.value, to: null };
        const names = (changes: unknown) => (Array.isArray(changes) ? changes : []).map((one) => one.field).sort();
        const changesOf = async (query: string) => (await c.admin.get(query)).is(200).each("/attributes/changes");
        const before = await changesOf(of);
        if (names(before[1]).join() !== names(told).join()) throw new Error(`told ${JSON.stringify(before[1])}`);
        (await c.admin.get(`${of}&filter[changes.field]=${field.name}`))
          .count(2)
          .has("/data/0/attributes/changes", [taken]);
        await c.open([]);
        const closed = (await c.admin.get(of)).is(200).never(field.value).never(`"${field.name}"`);
        closed
          .count(before.length)
          .has("/data/0/attributes/changes", [])
          .has("/data/1/attributes/changes", told.slice(0, 1));
        (await c.admin.get(`${of}&fields[sw_journal_entry--sw_journal_entry]=changes`))
          .is(200)
          .has("/data/1/attributes/changes", told.slice(0, 1));
        (await c.admin.get(`${journal}/${closed.at("/data/1/id")}`)).has("/data/attributes/changes", told.slice(0, 1));
        for (const condition of [
          `filter[changes.field]=${field.name}`,
          `filter[changes.to]=${field.value}`,
          `filter[x][condition][path]=changes.from&filter[x][condition][operator]=CONTAINS&filter[x][condition][value]=${field.value}`,
          `filter[changes.0.field]=${field.name}`,
        ])
          (await c.admin.get(`${of}&${condition}`)).is(200).count(0);
        (await c.admin.get(`/jsonapi/aggregate/sw_journal_entry?filter[changes.field]=${field.name}`)).has(
          "/meta/groups/0/count",
          0,
        );
        (await c.admin.get(`${of}&filter[changes.field]=city`)).count(1);
        await c.open([module]);
        (await c.admin.get(of)).has("/data/0/attributes/changes", [taken]).count(before.length);
      });
    if (reference)
      test("references to its rows are not shown", async (world) => {
        const c = await brandWith(world, [module]);
        const own = await given.make(c.admin, c);
        (await c.admin.update("user", c.user, {}, { [reference]: one(type, own) })).is(200);
        await c.open([]);
        (await c.admin.get(`/jsonapi/user/user/${c.user}`))
          .is(200)
          .lacks(`/data/relationships/${reference}`)
          .never(own);
        (await c.admin.get(`/jsonapi/user/user/${c.user}?include=${reference}`)).is(400);
        (await c.admin.get(`/jsonapi/user/user/${c.user}/${reference}`)).is(404);
        (await c.admin.get(`/jsonapi/user/user/${c.user}/relationships/${reference}`)).is(404);
      });

    test("a brand that names no modules has none of it, and only those of the installation can be named", async (world) => {
      const c = await brandWith(world, undefined);
      (await c.admin.get(`/jsonapi/${type}/${type}`)).is(404);
      for (const name of ["sw_base", nothing, module.toUpperCase()]) {
        const reply = (await world.platform.update("sw_brand", c.brand, { modules: [name] })).is(422);
        const pointer = String(reply.at("/errors/0/source/pointer"));
        if (!pointer.startsWith("/data/attributes/modules")) reply.fail("the field's pointer", pointer);
      }
      (await world.platform.get(`/jsonapi/${type}/${type}`)).is(403);
    });
  });
}
