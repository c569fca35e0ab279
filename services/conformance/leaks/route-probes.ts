import { randomUUID } from "node:crypto";
import { atomic, Client } from "../client.ts";
import { foreignRows, ownRow, path, type Recorder, unknownLike } from "./recorder.ts";
import type { LeakActor } from "./rows.ts";

/** An id that no row has. */
const nobody = "900000000";

/** The routes beside the resources: pages, requests together, progress, fields of the site, basic authentication, names of files. */
export async function routeProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  const get = (at: string) => ({ method: "GET", path: at });
  const page = (type: string, id: string) =>
    type === "user" ? `/user/${id}` : `/admin/softwhere/${type.replace(/^sw_/, "").replaceAll("_", "-")}/${id}`;
  const paged = world.types.filter((type) => type !== "file");

  await recorder.probe("pages of foreign rows", () =>
    recorder.actors(
      (actor) => paged.flatMap((type) => foreignRows(world, actor, type)),
      async (actor, { type, internal }) => {
        const reply = await recorder.twin(actor, {
          foreign: page(type, String(internal)),
          unknown: page(type, nobody),
          ask: (at) => get(`/router/translate-path?path=${encodeURIComponent(at)}`),
        });
        if (reply.status !== 404) recorder.finding(`${actor.key} page of ${type} ${internal}: ${reply.status}`);
      },
    ),
  );
  await recorder.probe("foreign rows read together", () =>
    recorder.actors(
      (actor) => world.types.flatMap((type) => foreignRows(world, actor, type, 2)),
      async (actor, row) => {
        const items = (id: string, number: string) => [
          {
            requestId: "router",
            action: "view",
            uri: `/router/translate-path?path=${encodeURIComponent(page(row.type, number))}`,
          },
          { requestId: "resolved", action: "view", uri: "{{router.body@$.jsonapi.individual}}", waitFor: ["router"] },
          { requestId: "row", action: "view", uri: path(row.type, `/${id}`) },
          { requestId: "list", action: "view", uri: path(row.type, `?filter[id]=${id}`) },
        ];
        await recorder.twin(actor, {
          foreign: row.id,
          unknown: randomUUID(),
          ask: (id) => ({ method: "POST", path: "/subrequests?_format=json", send: { body: items(id, nobody) } }),
        });
        await recorder.ask(actor, {
          method: "POST",
          path: "/subrequests?_format=json",
          send: { body: items(randomUUID(), String(row.internal)) },
        });
      },
    ),
  );
  await recorder.probe("progress of another's request", async () => {
    const manager = world.actor("a-manager");
    const id = `leak-${randomUUID()}`;
    const supplier = {
      op: "add",
      data: { type: "sw_supplier--sw_supplier", attributes: { name: "progress", code: id } },
    };
    await recorder.ask(manager, {
      method: "POST",
      path: "/jsonapi/operations",
      send: { body: { "atomic:operations": [supplier] }, type: atomic, headers: { "X-Request-Id": id } },
    });
    const own = await recorder.ask(manager, get(`/jsonapi/operations/${id}`));
    if (own.status !== 200) recorder.finding(`the caller's own progress: ${own.status}`);
    for (const actor of world.actors.filter(({ key }) => key !== manager.key))
      await recorder.twin(actor, {
        foreign: id,
        unknown: `leak-${randomUUID()}`,
        ask: (value) => get(`/jsonapi/operations/${value}`),
      });
  });
  await recorder.probe("the outbox: no user of a brand learns which brands there are", async () => {
    for (const actor of world.actors)
      for (const query of ["", "?wait=1", `?after=${"0".repeat(64)}&wait=1`]) {
        const reply = await recorder.ask(actor, get(`/jsonapi/outbox${query}`));
        if (reply.status !== (actor.key === "anonymous" ? 401 : 403))
          recorder.finding(`${actor.key} reads the outbox: ${reply.status}`);
      }
  });
  await recorder.probe("who may be told: nobody but the service learns it", () =>
    recorder.actors(
      (actor) => (actor.key === "anonymous" ? [] : foreignRows(world, actor, "user", 3)),
      async (actor, { id }) => {
        const own = ownRow(world, actor, "sw_account")?.id ?? randomUUID();
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "POST",
            path: "/jsonapi/recipients",
            send: { body: { meta: { type: "sw_account", ids: [own], users: [value] } } },
          }),
        });
        if (reply.status !== 403) recorder.finding(`${actor.key} asks who may be told: ${reply.status}`);
      },
    ),
  );
  await recorder.probe("who may be told: the service learns nothing of other brands", async () => {
    const admin = world.admins["a"];
    if (!admin) return;
    const name = `service-${randomUUID()}`;
    const made = (
      await admin.create("user", {
        name,
        pass: "service-word",
        status: true,
        user_type: "internal",
        business_roles: ["service"],
      })
    ).is(201);
    const client = new Client(world.base);
    (await client.login(name, "service-word")).is(200);
    const service: LeakActor = {
      key: "a-service",
      brand: "a",
      user: made.id,
      limited: false,
      permissions: new Set(["administer brand"]),
      client,
    };
    const ask = (type: string, id: string, user: string) => ({
      method: "POST",
      path: "/jsonapi/recipients",
      send: { body: { meta: { type, ids: [id], users: [user] } } },
    });
    const manager = world.actor("a-manager").user;
    const foreign = (type: string) =>
      world.rows.filter((row) => row.type === type && row.part.brand !== "a").slice(0, 3);
    const account = world.rows.find((row) => row.type === "sw_account" && row.part.brand === "a")?.id ?? "";
    for (const { id } of foreign("user"))
      await recorder.twin(service, {
        foreign: id,
        unknown: randomUUID(),
        ask: (value) => ask("sw_account", account, value),
      });
    for (const type of ["sw_account", "sw_task", "sw_line"])
      for (const { id } of foreign(type))
        await recorder.twin(service, { foreign: id, unknown: randomUUID(), ask: (value) => ask(type, value, manager) });
  });
  await recorder.probe("fields of the site", () =>
    recorder.actors(
      () => world.types,
      async (actor, type) => {
        const reply = await recorder.ask(actor, get(`/jsonapi/site-fields/${type}`));
        const list = await recorder.ask(actor, get(path(type)));
        if (reply.status === 200 && list.status !== 200)
          recorder.finding(`${actor.key} ${type}: fields ${reply.status}, rows ${list.status}`);
      },
    ),
  );
  await recorder.probe("basic authentication: names of foreign people", () =>
    recorder.actors(
      (actor) =>
        actor.key === "anonymous"
          ? world.rows.filter(({ type, part }) => type === "user" && part.brand !== "a").slice(0, 4)
          : [],
      async (actor, row) => {
        const name = row.texts["name"] ?? "";
        const part = () => 1 + Math.floor(Math.random() * 250);
        const headers = (value: string) => ({
          Authorization: `Basic ${Buffer.from(`${value}:wrong`).toString("base64")}`,
          "X-Forwarded-For": `10.${part()}.${part()}.${part()}`,
        });
        await recorder.twin(actor, {
          foreign: name,
          unknown: unknownLike(world, name),
          ask: (value) => ({ method: "GET", path: "/jsonapi", send: { headers: headers(value) } }),
        });
      },
    ),
  );
  await recorder.probe("names of foreign files", () =>
    recorder.actors(
      (actor) =>
        ownRow(world, actor, "sw_document") && actor.permissions.has("create sw_document")
          ? foreignRows(world, actor, "file", 4)
          : [],
      async (actor, { texts }) => {
        const foreign = texts["filename"] ?? "";
        const stored = async (name: string) => {
          const reply = await recorder.ask(actor, {
            method: "POST",
            path: path("sw_document", "/file"),
            send: {
              raw: "x",
              type: "application/octet-stream",
              headers: { "Content-Disposition": `file; filename="${name}"` },
            },
          });
          return String(reply.at("/data/attributes/filename")).replace(name.replace(/\.txt$/, ""), "NAME");
        };
        const [one, two] = [await stored(foreign), await stored(unknownLike(world, foreign))];
        if (one !== two)
          recorder.finding(`${actor.key} uploads the name of a foreign file: ${one}, an unknown name: ${two}`);
      },
    ),
  );
  await recorder.probe("the platform's administrator sees no tenant's rows", async () => {
    const platform: LeakActor = {
      key: "platform",
      brand: "",
      user: "",
      limited: false,
      permissions: new Set(["administer platform", "administer brand"]),
      client: world.platform,
    };
    const own = new Set(["sw_brand", "user", "sw_journal_entry"]);
    for (const type of world.types.filter((name) => !own.has(name))) {
      const reply = await world.platform.get(path(type));
      if (reply.status === 200 && reply.list().length > 0 && type !== "file")
        recorder.finding(`${platform.key} sees ${reply.list().length} rows of ${type}`);
      const row = world.rows.find((found) => found.type === type && type !== "file");
      if (!row) continue;
      const single = await world.platform.get(path(type, `/${row.id}`));
      if (single.status !== 404 && single.status !== 403)
        recorder.finding(`${platform.key} reads ${type} ${row.id}: ${single.status}`);
      const counted = await world.platform.get(`/jsonapi/aggregate/${type}`);
      if (counted.status === 200 && Number(counted.at("/meta/groups/0/count") ?? 0) > 0)
        recorder.finding(`${platform.key} counts ${type}`);
    }
  });
  await recorder.probe("a right denied by one role is gone, whatever the others grant", async () => {
    const admin = world.admins["a"];
    if (!admin) return;
    const name = `deny-${randomUUID()}`;
    const made = await admin.create("user", {
      name,
      pass: "deny-word",
      status: true,
      user_type: "internal",
      business_roles: ["manager", "sales"],
    });
    const role = (
      await admin.create("sw_role", {
        role: "sales",
        granted: ["view sw_line", "view sell price"],
        denied: ["view margin"],
      })
    ).is(201);
    const client = new Client(world.base);
    (await client.login(name, "deny-word")).is(200);
    const self = (await client.get(`/jsonapi/user/user/${made.is(201).id}`)).is(200);
    if (self.list("/data/attributes/permissions").includes("view margin"))
      recorder.finding("the denied permission is held");
    const reply = await client.get(path("sw_line", "?filter[buy_price]=1"));
    if (reply.status !== 403) recorder.finding(`a filter on the margin: ${reply.status}`);
    (await admin.remove(path("sw_role", `/${role.id}`))).is(204);
    await admin.update("user", made.id, { status: false });
  });
}
