import { randomUUID } from "node:crypto";
import { document } from "../client.ts";
import { each } from "../loopback.ts";
import { foreignRows, ownRow, path, type Recorder, unknownLike } from "./recorder.ts";
import { guardedFields } from "./planting.ts";
import type { LeakActor } from "./rows.ts";

/** Files, people, sessions and caches. */
export async function otherProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  const get = (at: string, headers?: Record<string, string>) => ({
    method: "GET",
    path: at,
    ...(headers ? { send: { headers } } : {}),
  });

  await recorder.probe("downloads", () =>
    recorder.actors(
      (actor) => world.fileUrls.filter(({ row }) => !row.visible(actor)),
      async (actor, { url }) => {
        const reply = await recorder.ask(actor, get(url));
        if (reply.status !== 404) recorder.finding(`${actor.key} ${url}: ${reply.status}`);
        const missing = await recorder.ask(actor, get(url.replace(/[^/]+$/, "nothing.txt")));
        if (
          missing.status !== reply.status ||
          missing.headers.get("content-type") !== reply.headers.get("content-type")
        )
          recorder.finding(`${actor.key} ${url}: ${reply.status}, nothing there: ${missing.status}`);
        await recorder.ask(actor, { method: "HEAD", path: url });
      },
    ),
  );
  await recorder.probe("control: downloads of one's own", () =>
    recorder.actors(
      (actor) => world.fileUrls.filter(({ row }) => row.visible(actor)),
      async (actor, { url }) => {
        const reply = await recorder.ask(actor, get(url));
        if (
          reply.status !== 200 ||
          !/private/.test(reply.headers.get("cache-control") ?? "") ||
          !/no-store/.test(reply.headers.get("cache-control") ?? "")
        )
          recorder.finding(`${actor.key} ${url}: ${reply.status} ${reply.headers.get("cache-control")}`);
      },
    ),
  );
  await recorder.probe("people", () =>
    recorder.actors(
      (actor) => foreignRows(world, actor, "user", 4),
      async (actor, row) => {
        for (const [field, value] of Object.entries(row.texts)) {
          for (const operator of ["CONTAINS", "ENDS_WITH", "<>"]) {
            await recorder.twin(actor, {
              foreign: value,
              unknown: unknownLike(world, value),
              ask: (text) =>
                get(
                  path(
                    "user",
                    `?filter[f][condition][path]=${field}&filter[f][condition][operator]=${encodeURIComponent(operator)}&filter[f][condition][value]=${text}`,
                  ),
                ),
            });
          }
        }
        await recorder.ask(actor, get(path("user", "?sort=-full_name&page[limit]=3")));
        await recorder.ask(actor, get("/jsonapi/aggregate/user?groupBy=full_name,user_type"));
        await recorder.ask(actor, get(path("user", "?include=accounts,brand")));
      },
    ),
  );
  await recorder.probe("entry point and sessions", async () => {
    for (const actor of world.actors) {
      const reply = await recorder.ask(actor, get("/jsonapi"));
      if ((reply.at("/meta/links/me/meta/id") ?? "") !== actor.user)
        recorder.finding(`${actor.key}: me is ${JSON.stringify(reply.at("/meta/links/me"))}`);
      await recorder.ask(actor, get("/user/login_status?_format=json"));
    }
    const [one, other] = [world.actor("a-manager"), world.actor("b-manager")];
    const row = ownRow(world, one, "sw_account");
    const reply = await recorder.ask(one, {
      method: "PATCH",
      path: path("sw_account", `/${row?.id}`),
      send: { body: document("sw_account", { id: row?.id }), headers: { "X-CSRF-Token": other.client.token } },
    });
    if (reply.status !== 403) recorder.finding(`another user's token: ${reply.status}`);
    const name = world.rows.find((found) => found.type === "user" && found.part.brand === "b")?.texts["name"] ?? "";
    const anonymous = world.actor("anonymous");
    await recorder.twin(anonymous, {
      foreign: name,
      unknown: unknownLike(world, name),
      ask: (value) => ({
        method: "POST",
        path: "/user/login?_format=json",
        send: { body: { name: value, pass: "wrong" }, type: "application/json" },
      }),
    });
  });
  await recorder.probe("caches: the same request by one after the other", () =>
    each(world.types, async (type) => {
      const turns = [
        "b-manager",
        "a-manager",
        "a-client",
        "a-support",
        "anonymous",
        "a-partner",
        "b-client",
        "a-manager",
      ];
      let etag: string | null = null;
      for (const key of turns) {
        for (const at of [
          path(type, "?page[limit]=50"),
          path(type, "?filter[id][operator]=IS NOT NULL&filter[id][path]=id"),
        ]) {
          const reply = await recorder.ask(world.actor(key), get(at, etag ? { "If-None-Match": etag } : {}));
          if (reply.status === 304) recorder.finding(`${key} ${at}: 304 to another user's ETag`);
          if (/public|s-maxage/.test(reply.headers.get("cache-control") ?? "") && key !== "anonymous")
            recorder.finding(`${key} ${at}: ${reply.headers.get("cache-control")}`);
          etag = reply.headers.get("etag") ?? etag;
        }
      }
      const [first, second] = [
        await recorder.ask(world.actor("a-client"), get(path(type))),
        await recorder.ask(world.actor("a-client"), get(path(type), { "Cache-Control": "no-cache" })),
      ];
      if (first.text !== second.text) recorder.finding(`${type}: the answer to a-client isn't stable`);
    }),
  );
  await recorder.probe("other methods and headers", () =>
    recorder.actors(
      (actor) => world.types.flatMap((type) => foreignRows(world, actor, type, 1)),
      async (actor, { type, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({ method: "OPTIONS", path: path(type, `/${value}`) }),
        });
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "POST",
            path: path(type, `/${value}`),
            send: { body: document(type, { id: value }), headers: { "X-HTTP-Method-Override": "PATCH" } },
          }),
        });
      },
    ),
  );
}

/** Values that need a right besides the row's. */
export async function fieldProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  const cases = (actor: LeakActor) =>
    guardedFields
      .filter(({ type, permission }) => !actor.permissions.has(permission) && ownRow(world, actor, type))
      .map((guarded) => ({ ...guarded, id: ownRow(world, actor, guarded.type)?.id ?? "" }));
  const signedIn = (actor: LeakActor) => (actor.key === "anonymous" ? [] : cases(actor));
  const refused = async (actor: LeakActor, at: string, field: string) => {
    const reply = await recorder.ask(actor, { method: "GET", path: at });
    if (reply.status !== 403) recorder.finding(`${actor.key} ${at}: ${reply.status} ${reply.text.slice(0, 200)}`);
    return { reply, field };
  };

  await recorder.probe("fields: absent in the output", () =>
    recorder.actors(signedIn, async (actor, { type, field, id }) => {
      for (const at of [path(type, `/${id}`), path(type, `/${id}?fields[${type}--${type}]=${field}`)]) {
        const reply = await recorder.ask(actor, { method: "GET", path: at });
        if (reply.at(`/data/attributes/${field}`) !== undefined) recorder.finding(`${actor.key} ${at} shows ${field}`);
      }
      const list = await recorder.ask(actor, { method: "GET", path: path(type, `?fields[${type}--${type}]=${field}`) });
      if (list.text.includes(`"${field}"`)) recorder.finding(`${actor.key} list of ${type} shows ${field}`);
    }),
  );
  const suffix = (field: string) => (field === "external_ids" ? ".value" : "");
  await recorder.probe("fields: refused in filters, sorts, groups and sums", () =>
    recorder.actors(signedIn, async (actor, { type, field, numeric }) => {
      await refused(actor, path(type, `?filter[${field}${suffix(field)}]=1`), field);
      await refused(
        actor,
        path(type, `?filter[f][condition][path]=${field}${suffix(field)}&filter[f][condition][operator]=IS NOT NULL`),
        field,
      );
      await refused(actor, path(type, `?sort=${field}${suffix(field)}`), field);
      await refused(actor, `/jsonapi/aggregate/${type}?groupBy=${field}${suffix(field)}`, field);
      if (numeric) await refused(actor, `/jsonapi/aggregate/${type}?sumOf=${field}`, field);
    }),
  );
  await recorder.probe("fields: refused through references", () =>
    recorder.actors(
      (actor) =>
        signedIn(actor).flatMap((guarded) =>
          Object.entries(world.relationships).flatMap(([type, links]) =>
            ownRow(world, actor, type)
              ? Object.entries(links)
                  .filter(([, target]) => target === guarded.type)
                  .map(([name]) => ({
                    type,
                    at: `${name}.${guarded.field}${suffix(guarded.field)}`,
                    field: guarded.field,
                  }))
              : [],
          ),
        ),
      async (actor, { type, at, field }) => {
        await refused(actor, path(type, `?filter[${at}]=1`), field);
        await refused(actor, path(type, `?sort=-${at}`), field);
        await refused(actor, `/jsonapi/aggregate/${type}?groupBy=${at}`, field);
      },
    ),
  );
  await recorder.probe("fields: no blind writes", () =>
    recorder.actors(signedIn, async (actor, { type, field, id, numeric }) => {
      const value = field === "external_ids" ? [{ system: "x", value: "x" }] : numeric ? "1.0000" : "x";
      const reply = await recorder.ask(actor, {
        method: "PATCH",
        path: path(type, `/${id}`),
        send: { body: document(type, { id, attributes: { [field]: value } }) },
      });
      if (reply.status < 400) recorder.finding(`${actor.key} wrote ${type}.${field}: ${reply.status}`);
    }),
  );
  await recorder.probe("fields: the journal keeps what needs a right apart", () =>
    recorder.actors(
      (actor) =>
        [...new Set(guardedFields.map(({ permission }) => permission))].filter(
          (permission) => !actor.permissions.has(permission),
        ),
      async (actor, permission) => {
        const reply = await recorder.ask(actor, {
          method: "GET",
          path: path("sw_journal_entry", `?filter[view_permission]=${permission}`),
        });
        if (reply.status === 200 && reply.list().length > 0)
          recorder.finding(`${actor.key} sees entries that need ${permission}`);
        await recorder.ask(actor, {
          method: "GET",
          path: `/jsonapi/aggregate/sw_journal_entry?groupBy=view_permission`,
        });
      },
    ),
  );
}
