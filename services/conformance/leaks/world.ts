import { randomBytes, randomUUID } from "node:crypto";
import { Client, document, many, one } from "../client.ts";
import { relationshipsOf } from "./relationships.ts";
import { type LeakActor, type Part, type Placed, required, texts, tree } from "./rows.ts";
import { holds, viewPermission } from "./permissions.ts";
import { fileFields, materialise } from "./planting.ts";
import { customerSeeds, type Seed, sharedSeeds } from "./seeds.ts";
import { type Actor, Tokens } from "./tokens.ts";

export interface LeakWorld {
  readonly base: string;
  readonly tokens: Tokens;
  readonly actors: readonly LeakActor[];
  readonly admins: Readonly<Record<string, Client>>;
  readonly platform: Client;
  readonly rows: readonly Placed[];
  readonly types: readonly string[];
  /** Relationships of each type, as the API shows them to those who read it. */
  readonly relationships: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly fileUrls: readonly { readonly url: string; readonly row: Placed }[];
  /** Unique values of brand B that are no canaries. */
  readonly uniques: Readonly<Record<string, string>>;
  actor(key: string): LeakActor;
}

const anonymous = { brand: "", user: "", limited: false, permissions: new Set<string>() };
class Builder {
  readonly tokens = new Tokens();
  readonly base: string;
  readonly platform: Client;
  readonly password = `Pw-${randomBytes(9).toString("base64url")}`;
  readonly brands: Record<string, string> = {};
  readonly admins: Record<string, Client> = {};
  readonly rows: Placed[] = [];
  readonly actors: LeakActor[] = [];
  readonly fileUrls: { url: string; row: Placed }[] = [];
  readonly uniques: Record<string, string> = {};

  constructor(base: string) {
    this.base = base;
    this.platform = new Client(base);
  }

  async build(adminPassword: string): Promise<LeakWorld> {
    (await this.platform.login("admin", adminPassword)).is(200);
    for (const [key, parent] of tree) await this.#brand(key, parent);
    const accounts: Record<string, string> = {};
    for (const brand of ["a", "b", "c", "p"]) {
      const shared = await this.#place({ key: `${brand}-shared`, brand, customer: "none" }, sharedSeeds, {});
      const keys = Object.fromEntries(shared.map(({ key, id }) => [key, id]));
      for (const customer of ["own", "other"] as const) {
        const placed = await this.#place({ key: `${brand}-${customer}`, brand, customer }, customerSeeds, keys);
        accounts[`${brand}-${customer}`] = placed.find(({ key }) => key === "account")?.id ?? "";
        if (brand !== "a") break;
      }
    }
    for (const brand of ["a", "b", "c"]) await this.#history(brand);
    await this.#people(accounts);
    for (const key of ["a-manager", "a-support", "b-manager"]) await this.#told(key);
    const types = Object.keys(Object((await new Client(this.base).get("/jsonapi")).is(200).at("/links")))
      .filter((name) => name.includes("--"))
      .map((name) => name.split("--")[0] ?? "");
    const { tokens, base, actors, admins, platform, rows, fileUrls, uniques } = this;
    const relationships = await relationshipsOf(types, (type) => this.#readerOf(type));
    return {
      base,
      tokens,
      actors,
      admins,
      platform,
      rows,
      types,
      relationships,
      fileUrls,
      uniques,
      actor: (key) =>
        required(
          actors.find((actor) => actor.key === key),
          key,
        ),
    };
  }

  async #brand(key: string, parent: string | undefined): Promise<void> {
    const id = randomUUID();
    this.brands[key] = id;
    const seen = (actor: Actor) => actor.brand === key;
    const { tokens } = this;
    const name = tokens.text(`name of brand ${key}`, seen);
    const hostname = `${tokens.text(`hostname of brand ${key}`, seen)}.example.test`;
    tokens.add(id, `id of brand ${key}`, seen);
    const reply = (
      await this.platform.create(
        "sw_brand",
        { name, hostname, modules: ["sw_telecom"] },
        parent ? { parent: one("sw_brand", this.brands[parent] ?? "") } : {},
        id,
      )
    ).is(201);
    this.#put({
      part: { key: `${key}-brand`, brand: key, customer: "none" },
      type: "sw_brand",
      id,
      internal: Number(reply.at("/data/attributes/drupal_internal__id")),
      texts: { name, hostname },
      visible: seen,
    });
    this.admins[key] = await this.#user(
      this.platform,
      // Mirrors of others' systems are written by what reads those alone.
      { brand: key, type: "internal", roles: ["administrator", "connector"], key: `${key}-administrator` },
      { brand: one("sw_brand", id) },
    );
  }

  #put(row: Placed): Placed {
    this.rows.push(row);
    return row;
  }

  async #user(
    by: Client,
    given: { brand: string; type: string; roles: readonly string[]; key: string; login?: boolean },
    relationships: object,
  ): Promise<Client> {
    const [id, { tokens }] = [randomUUID(), this];
    const staff = given.type === "internal";
    const visible = (actor: Actor) => actor.brand === given.brand && (!actor.limited || staff || actor.user === id);
    const privately = (actor: Actor) =>
      visible(actor) && (actor.user === id || actor.permissions.has("administer brand"));
    const [fullName, name] = [
      tokens.text(`full name of ${given.key}`, visible),
      tokens.text(`name of ${given.key}`, privately),
    ];
    const mail = `${tokens.text(`mail of ${given.key}`, privately)}@example.test`;
    tokens.add(id, `id of user ${given.key}`, visible);
    const reply = (
      await by.create(
        "user",
        {
          name,
          mail,
          pass: this.password,
          status: true,
          full_name: fullName,
          user_type: given.type,
          business_roles: given.roles,
        },
        relationships,
        id,
      )
    ).is(201);
    this.#put({
      part: { key: `${given.brand}-people`, brand: given.brand, customer: "none" },
      type: "user",
      id,
      internal: Number(reply.at("/data/attributes/drupal_internal__uid")),
      texts: { full_name: fullName, name, mail: mail.slice(0, mail.indexOf("@")) },
      visible,
    });
    const client = new Client(this.base);
    if (given.login === false) return client;
    (await client.login(name, this.password)).is(200);
    const self = (await client.get(`/jsonapi/user/user/${id}`)).is(200);
    const permissions = new Set(self.list("/data/attributes/permissions").map(String));
    this.actors.push({
      key: given.key,
      brand: given.brand,
      user: id,
      limited: given.type === "client" || given.type === "partner",
      permissions,
      client,
    });
    return client;
  }

  async #people(accounts: Readonly<Record<string, string>>): Promise<void> {
    const add = (brand: string, key: string, type: string, role: string, account?: string, login = true) =>
      this.#user(
        required(this.admins[brand], brand),
        { brand, key, type, roles: [role], login },
        account ? { accounts: many("sw_account", [accounts[account] ?? ""]) } : {},
      );
    await add("a", "a-manager", "internal", "manager");
    await add("a", "a-support", "internal", "support_n1");
    await add("a", "a-client", "client", "client", "a-own");
    await add("a", "a-partner", "partner", "partner", "a-own");
    await add("a", "a-reseller", "reseller", "sales");
    await add("a", "a-technician", "technician", "support_n2");
    await add("b", "b-manager", "internal", "manager");
    await add("b", "b-client", "client", "client", "b-own");
    await add("p", "p-manager", "internal", "manager");
    await add("c", "c-manager", "internal", "manager");
    await add("a", "a-stranger", "client", "client", "a-other", false);
    await add("c", "c-client", "client", "client", "c-own", false);
    this.actors.push({ ...anonymous, key: "anonymous", client: new Client(this.base) });
    // The one reference that leads to a person whom the customer doesn't know.
    const stranger = required(
      this.rows.filter(({ type, part }) => type === "user" && part.brand === "a").at(-1),
      "stranger",
    );
    (
      await required(this.admins["a"], "a").update(
        "sw_account",
        accounts["a-own"] ?? "",
        {},
        { salesperson: one("user", stranger.id) },
      )
    ).is(200);
    // Administrators have seeded; they are not among those who attack.
    const attackers = this.actors.filter(({ key }) => !key.endsWith("-administrator"));
    this.actors.splice(0, this.actors.length, ...attackers);
  }

  /** What one person was told, wants to be told and keeps to look at: theirs alone, colleagues and administrators included. */
  async #told(key: string): Promise<void> {
    const person = required(
      this.actors.find((actor) => actor.key === key),
      key,
    );
    const { brand, user } = person;
    const part: Part = { key: `${key}-told`, brand, customer: "none" };
    const visible = (actor: Actor) => actor.user === user;
    const service = new Client(this.base);
    const name = `service-${randomUUID()}`;
    (
      await required(this.admins[brand], brand).create("user", {
        name,
        pass: this.password,
        status: true,
        user_type: "internal",
        business_roles: ["service"],
      })
    ).is(201);
    (await service.login(name, this.password)).is(200);
    const label = (field: string) => this.tokens.text(`${field} told to ${key}`, visible);
    const notification = {
      kind: "task_assigned",
      event_key: label("event_key"),
      subject_type: "sw_task",
      subject_label: label("subject_label"),
      account_label: label("account_label"),
      actor_name: label("actor_name"),
      value: label("value"),
      occurred_at: "2026-01-01T10:00:00+00:00",
    };
    const subscription = { kind: label("kind") };
    const view = { name: label("name"), list: "sw_line", query: { search: label("query") } };
    for (const [type, attributes, client, field] of [
      ["sw_notification", notification, service, "recipient"],
      ["sw_subscription", subscription, person.client, "subscriber"],
      ["sw_saved_view", view, person.client, "owner"],
    ] as const) {
      const id = randomUUID();
      this.tokens.add(id, `id of ${type} of ${key}`, visible);
      const reply = (await client.create(type, attributes, { [field]: one("user", user) }, id)).is(201);
      this.#put({
        part,
        type,
        id,
        internal: Number(reply.at("/data/attributes/drupal_internal__id")),
        texts: texts(attributes),
        visible,
        reader: key,
      });
    }
  }

  /** Rows of one person are shown by that person. */
  #readerOf(type: string): Client | undefined {
    const reader = this.rows.find((row) => row.type === type && row.part.brand === "a")?.reader;
    return reader ? this.actors.find(({ key }) => key === reader)?.client : this.admins["a"];
  }

  async #place(
    part: Part,
    seeds: (unique: string) => Seed[],
    known: Readonly<Record<string, string>>,
  ): Promise<{ key: string; id: string }[]> {
    const admin = required(this.admins[part.brand], part.brand);
    const unique = `U${this.tokens.run}${part.key}`.toUpperCase();
    this.uniques[part.key] = unique;
    const visible = (actor: Actor) =>
      actor.brand === part.brand && (part.customer === "none" || !actor.limited || part.customer === "own");
    const exists = (seed: Seed, actor: Actor) => visible(actor) && !(seed.unused && actor.limited);
    const shown = (seed: Seed) => (actor: Actor) =>
      visible(actor) && (seed.needs === undefined || actor.permissions.has(seed.needs));
    const list = seeds(unique).map((seed) => ({
      seed,
      id: randomUUID(),
      attributes: materialise(this.tokens, seed, part.key, (actor) => exists(seed, actor)),
    }));
    const types: Record<string, string> = {
      ...Object.fromEntries(sharedSeeds("").map((seed) => [seed.key, seed.type])),
      ...Object.fromEntries(list.map(({ seed }) => [seed.key, seed.type])),
    };
    const ids: Record<string, string> = { ...known, ...Object.fromEntries(list.map(({ seed, id }) => [seed.key, id])) };
    const files: Record<string, { id: string; url: string; internal: number; filename: string }> = {};
    for (const { seed } of list) {
      const field = fileFields[seed.type];
      if (field) files[seed.key] = await this.#upload(admin, seed, field, `${part.key} ${seed.type}`, shown(seed));
    }
    const fileOf = (seed: Seed) =>
      files[seed.key] ? { [fileFields[seed.type] ?? ""]: one("file", files[seed.key]?.id ?? "") } : {};
    const link = (keys: string | readonly string[]) =>
      typeof keys === "string"
        ? one(types[keys] ?? "", ids[keys] ?? "")
        : many(
            types[keys[0] ?? ""] ?? "",
            keys.map((key) => ids[key] ?? ""),
          );
    const operations = list.map(({ seed, id, attributes }) => ({
      op: "add",
      ...document(seed.type, {
        id,
        attributes,
        relationships: {
          ...Object.fromEntries(Object.entries(seed.relationships ?? {}).map(([name, keys]) => [name, link(keys)])),
          ...fileOf(seed),
        },
      }),
    }));
    const reply = (await admin.operations(operations)).is(200);
    for (const [index, { seed, id, attributes }] of list.entries()) {
      const rowNeeds = seed.needs;
      const seen = (actor: Actor) => exists(seed, actor) && (rowNeeds === undefined || actor.permissions.has(rowNeeds));
      this.tokens.add(id, `${part.key} id of ${seed.type}`, seen);
      const row = this.#put({
        part,
        type: seed.type,
        id,
        internal: Number(reply.at(`/atomic:results/${index}/data/attributes/drupal_internal__id`)),
        texts: texts(attributes),
        visible: seen,
      });
      const file = files[seed.key];
      if (!file) continue;
      const fileSeen = (actor: Actor) => shown(seed)(actor) && holds(actor, viewPermission(seed.type));
      this.tokens.add(file.id, `${part.key} id of the file of ${seed.type}`, shown(seed));
      const fileRow = this.#put({
        part,
        type: "file",
        id: file.id,
        internal: file.internal,
        texts: { filename: file.filename },
        visible: fileSeen,
      });
      this.fileUrls.push({ url: file.url, row: { ...fileRow, part: row.part } });
    }
    return list.map(({ seed, id }) => ({ key: seed.key, id }));
  }

  async #upload(admin: Client, seed: Seed, field: string, about: string, visible: (actor: Actor) => boolean) {
    const seen = (actor: Actor) => visible(actor) && holds(actor, viewPermission(seed.type));
    const filename = `${this.tokens.text(`${about} file name`, seen)}.txt`;
    const content = new TextEncoder().encode(this.tokens.text(`${about} file content`, seen));
    const reply = await admin.send("POST", `/jsonapi/${seed.type}/${seed.type}/${field}`, {
      raw: content,
      type: "application/octet-stream",
      headers: { "Content-Disposition": `file; filename="${filename}"` },
    });
    reply.is(201);
    return {
      id: reply.id,
      url: String(reply.at("/data/attributes/uri/url")),
      internal: Number(reply.at("/data/attributes/drupal_internal__fid")),
      filename,
    };
  }

  async #history(brand: string): Promise<void> {
    const path = "/jsonapi/sw_journal_entry/sw_journal_entry?page[limit]=5";
    const reply = (await required(this.admins[brand], brand).get(path)).is(200);
    const visible = (actor: Actor) => actor.brand === brand && !actor.limited;
    for (const [index, id] of reply.each("/id").entries()) {
      this.tokens.add(String(id), `id of a journal entry of ${brand}`, visible);
      const at = `/data/${index}/attributes`;
      const values = {
        subject_id: String(reply.at(`${at}/subject_id`)),
        hash: String(reply.at(`${at}/hash`)),
        request_id: String(reply.at(`${at}/request_id`)),
      };
      this.#put({
        part: { key: `${brand}-journal`, brand, customer: "none" },
        type: "sw_journal_entry",
        id: String(id),
        internal: Number(reply.at(`${at}/drupal_internal__id`)),
        texts: values,
        visible,
      });
    }
  }
}

export function createLeakWorld(base: string, adminPassword: string): Promise<LeakWorld> {
  return new Builder(base).build(adminPassword);
}
