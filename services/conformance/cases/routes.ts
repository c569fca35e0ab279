import { randomUUID } from "node:crypto";
import { Client, type Json, one } from "../client.ts";
import { group, Skip } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

const translate = (path: string) => `/router/translate-path?path=${encodeURIComponent(path)}`;

async function pageOf(brand: BrandWorld, type: string, key: string): Promise<string> {
  const reply = (await brand.admin.get(`/jsonapi/${type}/${type}/${brand.ids[key]}`)).is(200);
  return `/admin/softwhere/${type.slice(3).replaceAll("_", "-")}/${String(reply.at("/data/attributes/drupal_internal__id"))}`;
}

export const translatePath = group("translate-path", (test) => {
  test("A09 a row's page: its identity and where the API has it", async ({ a, base }) => {
    const path = await pageOf(a, "sw_account", "alpha");
    const id = path.split("/").at(-1);
    const reply = (await a.manager.get(translate(path)))
      .is(200)
      .header("content-type", "application/json")
      .header("cache-control", /no-store/);
    reply
      .has("/resolved", `${base}${path}`)
      .has("/isExternal", false)
      .has("/isHomePath", false)
      .has("/label", "Alpha A")
      .exists("/langcode");
    reply.has("/entity", {
      canonical: `${base}${path}`,
      type: "sw_account",
      bundle: "sw_account",
      id,
      uuid: a.ids["alpha"],
    });
    reply.has("/jsonapi", {
      individual: `${base}/jsonapi/sw_account/sw_account/${a.ids["alpha"]}`,
      resourceName: "sw_account--sw_account",
      pathPrefix: "jsonapi",
      basePath: "/jsonapi",
      entryPoint: `${base}/jsonapi`,
    });
  });
  test("people have pages too", async ({ a }) => {
    (await a.manager.get(translate(`/user/${a.client.uid}`)))
      .is(200)
      .has("/entity/type", "user")
      .has("/entity/uuid", a.users["client"])
      .has("/label", "client A");
  });
  test("unknown paths: 404 in the route's own form", async ({ a }) => {
    for (const path of [
      "/nope",
      "",
      "/admin/softwhere/line/999999999",
      "/admin/softwhere/nope/1",
      "//evil.test/x",
      "https://evil.test/",
      "/user/0x1",
      "/admin/softwhere/line/1/edit",
      "/a\0b",
    ]) {
      (await a.manager.get(translate(path)))
        .is(404)
        .header("content-type", "application/json")
        .exists("/message")
        .lacks("/entity");
    }
    (await a.manager.get("/router/translate-path")).is(404);
    (await a.manager.get("/router/translate-path?path[]=x")).is(404);
  });
  test("SA-CONTRIB-2018-071, 2023-050, 2024-018: no label and no path of what the reader may not see", async ({
    a,
    b,
    anonymous,
  }) => {
    const unknown = (await a.manager.get(translate("/admin/softwhere/account/999999999"))).is(404);
    for (const [client, path] of [
      [a.manager, await pageOf(b, "sw_account", "alpha")],
      [a.client, await pageOf(a, "sw_account", "beta")],
      [anonymous, await pageOf(a, "sw_account", "alpha")],
      [a.manager, `/user/${b.client.uid}`],
    ] as const) {
      const reply = (await client.get(translate(path))).is(404).never("Alpha").never("Beta").never("client B");
      if (reply.text !== unknown.text) reply.fail(unknown.text, reply.text);
    }
    const denied = (await a.client.get(translate(await pageOf(a, "sw_catalogue", "catalogue"))))
      .is(403)
      .never("Catalogue A")
      .lacks("/entity")
      .lacks("/jsonapi");
    denied.has("/message", "Access denied for entity.");
  });
});

const together = (client: Client, items: unknown, headers: Record<string, string> = {}) =>
  client.send("POST", "/subrequests?_format=json", { body: items, type: "application/vnd.api+json", headers });
const view = (requestId: string, uri: string, waitFor?: string[]) => ({
  requestId,
  action: "view",
  uri,
  headers: { Accept: "application/vnd.api+json" },
  ...(waitFor ? { waitFor } : {}),
});

export const subrequests = group("subrequests", (test) => {
  test("a resource by its path, as next-drupal asks for it", async ({ a, base }) => {
    const router = view("router", translate(await pageOf(a, "sw_account", "alpha")));
    const resolved = view(
      "resolvedResource",
      `{{router.body@$.jsonapi.individual}}?fields[sw_account--sw_account]=legal_name`,
      ["router"],
    );
    const reply = (await together(a.manager, [router, resolved]))
      .is(207)
      .header("content-type", "application/json")
      .has("/router/headers/status", [200]);
    reply
      .has("/resolvedResource#uri{0}/headers/status", [200])
      .has("/resolvedResource#uri{0}/headers/content-type", ["application/vnd.api+json"]);
    const body: Json = JSON.parse(String(reply.at("/resolvedResource#uri{0}/body")));
    const expected = {
      type: "sw_account--sw_account",
      id: a.ids["alpha"],
      links: { self: { href: `${base}/jsonapi/sw_account/sw_account/${a.ids["alpha"]}` } },
      attributes: { legal_name: "Alpha A" },
    };
    if (JSON.stringify(Object(body)["data"]) !== JSON.stringify(expected))
      reply.fail(JSON.stringify(expected), JSON.stringify(body));
  });
  test("each part has the rights of the caller", async ({ a, b }) => {
    const parts = [
      view("catalogue", "/jsonapi/sw_catalogue/sw_catalogue"),
      view("foreign", `/jsonapi/sw_account/sw_account/${b.ids["alpha"]}`),
      view("own", `/jsonapi/sw_account/sw_account/${a.ids["alpha"]}`),
    ];
    (await together(a.client, parts))
      .is(207)
      .has("/catalogue/headers/status", [403])
      .has("/foreign/headers/status", [404])
      .has("/own/headers/status", [200])
      .never("Alpha B");
  });
  test("what waits for something that failed has no answer", async ({ a }) => {
    const reply = (
      await together(a.manager, [
        view("router", translate("/nope")),
        view("next", "{{router.body@$.jsonapi.individual}}", ["router"]),
      ])
    )
      .is(207)
      .has("/router/headers/status", [404]);
    reply.lacks("/next").lacks("/next#uri{0}");
  });
  test("reads of the API only: 400", async ({ a }) => {
    const wrong: readonly unknown[] = [
      [],
      {},
      null,
      "x",
      [null],
      [{}],
      [view("a", "http://evil.test/jsonapi")],
      [view("a", "/user/login")],
      [view("a", "/jsonapi/../user/login")],
      [view("a", "/jsonapi/%2e%2e/user")],
      [view("a", "/system/files/x")],
      [{ ...view("a", "/jsonapi"), action: "create" }],
      [{ ...view("a", "/jsonapi"), body: "{}" }],
      [view("a", "/jsonapi"), view("a", "/jsonapi")],
      [view("a", "/jsonapi", ["b"])],
      Array.from({ length: 11 }, (_, index) => view(`a${index}`, "/jsonapi")),
    ];
    for (const items of wrong)
      (await together(a.manager, items)).is(400).header("content-type", "application/json").exists("/message");
    (await a.manager.send("POST", "/subrequests?_format=json", { raw: "{", type: "application/json" })).is(400);
    (await a.manager.get("/subrequests?_format=json")).is(405);
  });
  test("it is an unsafe method: a session needs the token", async ({ a }) => {
    const client = new Client(a.admin.base);
    client.cookie = a.admin.cookie;
    (await together(client, [view("a", "/jsonapi")])).is(403).has("/message", "X-CSRF-Token request header is missing");
  });
});

const kinds = new Set(["string", "text", "email", "integer", "decimal", "boolean", "date", "datetime", "list"]);

export const siteFields = group("site-fields", (test) => {
  test("every type answers with a list in its form", async ({ a, anonymous }) => {
    const types = Object.keys(Object((await anonymous.get("/jsonapi")).at("/links")))
      .filter((name) => name.startsWith("sw_"))
      .map((name) => name.split("--")[0] ?? "");
    for (const type of types) {
      const reply = await a.admin.get(`/jsonapi/site-fields/${type}`);
      if (reply.status === 403) continue;
      reply.is(200).header("content-type", "application/vnd.api+json").has("/data", []).speaksJsonApi();
      for (const [index] of reply.list("/meta/fields").entries()) {
        const at = `/meta/fields/${index}`;
        reply
          .has(`${at}/name`, /^field_[a-z0-9_]+$/)
          .has(`${at}/labels/fr`, /./)
          .has(`${at}/labels/en`, /./)
          .exists(`${at}/help/fr`)
          .exists(`${at}/help/en`)
          .exists(`${at}/options`);
        if (!kinds.has(String(reply.at(`${at}/kind`))))
          reply.fail("a kind of the model", String(reply.at(`${at}/kind`)));
        for (const flag of ["multiple", "required", "editable"])
          if (typeof reply.at(`${at}/${flag}`) !== "boolean")
            reply.fail(`${flag} to be a boolean`, String(reply.at(`${at}/${flag}`)));
      }
    }
  });
  test("unknown types, unviewable types, the anonymous", async ({ a, anonymous }) => {
    (await a.admin.get("/jsonapi/site-fields/nope")).is(404);
    (await a.client.get("/jsonapi/site-fields/sw_catalogue")).problem({ status: 403, pointer: "/data" });
    (await anonymous.get("/jsonapi/site-fields/sw_account")).is(401);
    (await a.admin.post("/jsonapi/site-fields/sw_account", {})).is(405);
  });
  test("a reader without the right to edit the type may edit none", async ({ a }) => {
    const reply = (await a.client.get("/jsonapi/site-fields/sw_account")).is(200);
    for (const [index] of reply.list("/meta/fields").entries()) reply.has(`/meta/fields/${index}/editable`, false);
  });
});

const patience = 60_000;

/** Asks for the progress of a request until it has ended. */
async function watch(client: Client, id: string): Promise<readonly { done: number; total: number; state: string }[]> {
  const seen: { done: number; total: number; state: string }[] = [];
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const reply = await client.get(`/jsonapi/operations/${id}`);
    if (reply.status === 200) {
      seen.push({
        done: Number(reply.at("/meta/done")),
        total: Number(reply.at("/meta/total")),
        state: String(reply.at("/meta/state")),
      });
      if (seen.at(-1)?.state !== "running") return seen;
    } else reply.is(404);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the request ${id} has not ended in ${patience / 1000} s`);
}

const supplier = (code: string, name: string | null = "P") => ({
  op: "add",
  data: { type: "sw_supplier--sw_supplier", attributes: { name, code } },
});

export const progress = group("progress", (test) => {
  test("it is told while the request runs, only grows, and stays known", async ({ a, fresh }) => {
    const [id, codes] = [fresh("progress"), fresh("p")];
    const count = 1500;
    const sent = a.admin.operations(
      Array.from({ length: count }, (_, index) => supplier(`${codes}-${index}`)),
      { "X-Request-Id": id, Prefer: "return=minimal" },
    );
    const seen = await watch(a.admin, id);
    (await sent).is(200).count(count, "/atomic:results");
    const last = seen.at(-1);
    if (last?.state !== "done" || last.done !== count || last.total !== count)
      throw new Error(`ended as ${JSON.stringify(last)}`);
    if (!seen.some(({ state }) => state === "running")) throw new Error("it was never seen running");
    for (const [index, { done, total }] of seen.entries())
      if (total !== count || done > total || done < (seen[index - 1]?.done ?? 0))
        throw new Error(`step ${index}: ${JSON.stringify(seen.slice(Math.max(0, index - 1), index + 1))}`);
    const reply = (await a.admin.get(`/jsonapi/operations/${id}`))
      .is(200)
      .has("/data", [])
      .speaksJsonApi()
      .header("content-type", "application/vnd.api+json");
    reply.has("/meta", { done: count, total: count, state: "done" });
  });
  test("a failed request says so", async ({ a, fresh }) => {
    const id = fresh("progress");
    (await a.admin.operations([supplier(fresh("s")), supplier(fresh("s"), null)], { "X-Request-Id": id })).is(422);
    (await a.admin.get(`/jsonapi/operations/${id}`)).is(200).has("/meta/state", "failed").has("/meta/total", 2);
  });
  test("it is the caller's own: 404 for everybody else and for unknown ids", async ({ a, b, anonymous, fresh }) => {
    const id = fresh("progress");
    (await a.admin.operations([supplier(fresh("s"))], { "X-Request-Id": id })).is(200);
    (await a.admin.get(`/jsonapi/operations/${id}`)).is(200);
    const unknown = (await a.manager.get(`/jsonapi/operations/${fresh("never")}`)).is(404);
    for (const client of [a.manager, b.admin]) {
      const reply = (await client.get(`/jsonapi/operations/${id}`)).problem({ status: 404 });
      if (reply.at("/errors/0/detail") !== unknown.at("/errors/0/detail"))
        reply.fail("the answer to an unknown id", reply.text);
    }
    (await anonymous.get(`/jsonapi/operations/${id}`)).is(401);
    for (const odd of ["a%20b", "x".repeat(65), "<script>"]) (await a.admin.get(`/jsonapi/operations/${odd}`)).is(404);
  });
});

export const limits = group("limits", (test) => {
  const perMinute = Number(process.env["SW_REQUESTS_PER_MINUTE"] ?? "1200");
  test("anonymous requests of one address beyond the limit: 429 with Retry-After, others go on", async ({ base }) => {
    const limit = Math.floor(perMinute / 10);
    if (limit > 500) throw new Skip(`${limit} anonymous requests a minute are too many to send`);
    const part = () => 1 + Math.floor(Math.random() * 250);
    const from = { "X-Forwarded-For": `198.51.${part()}.${part()}` };
    const client = new Client(base);
    let refused = await client.get("/jsonapi", from);
    // A minute may begin while they are sent.
    for (let sent = 1; sent < 2 * limit + 2 && refused.status !== 429; sent += 1)
      refused = await client.get("/jsonapi", from);
    refused
      .problem({ status: 429 })
      .header("retry-after", /^[1-9]\d*$/)
      .header("content-type", "application/vnd.api+json")
      .has("/errors/0/title", "Too Many Requests");
    (await client.get("/jsonapi", { "X-Forwarded-For": `203.0.113.${part()}` })).is(200);
    // An address that the caller only claims to have come through changes nothing.
    (await client.get("/jsonapi", { "X-Forwarded-For": `203.0.113.7, ${from["X-Forwarded-For"]}` })).is(429);
    (await client.get("/jsonapi")).is(200);
  });
});

/** The journal as an outbox: readers follow the sequence while others write. */
export const outbox = group("outbox", (test) => {
  test("a cursor on the sequence sees every entry once, in order, while several write and some fail", async ({
    a,
    platform,
    password,
    fresh,
  }) => {
    const brand = randomUUID();
    (await platform.create("sw_brand", { name: fresh("outbox") }, {}, brand)).is(201);
    const name = fresh("writer");
    (
      await platform.create(
        "user",
        { name, pass: password, status: true, user_type: "internal", business_roles: ["administrator"] },
        { brand: one("sw_brand", brand) },
      )
    ).is(201);
    const [reader, ...writers] = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const client = new Client(a.admin.base);
        (await client.login(name, password)).is(200);
        return client;
      }),
    );
    if (!reader) throw new Error("no reader");
    const written = new Set<string>();
    const refused = new Set<string>();
    let running = true;
    const write = async (client: Client, writer: number) => {
      for (let turn = 0; turn < 8; turn += 1) {
        const rows = Array.from({ length: 3 }, () => ({ id: randomUUID(), code: fresh(`o${writer}`) }));
        const operations: unknown[] = rows.map(({ id, code }) => ({
          op: "add",
          data: { type: "sw_supplier--sw_supplier", id, attributes: { name: "O", code } },
        }));
        const fails = turn % 3 === 2;
        const reply = await client.operations(fails ? [...operations, supplier(fresh("s"), null)] : operations);
        reply.is(fails ? 422 : 200);
        for (const { id } of rows) (fails ? refused : written).add(id);
      }
    };
    const seen: { sequence: number; subject: string; operation: string }[] = [];
    const poll = async (): Promise<number> => {
      const last = seen.at(-1)?.sequence ?? 0;
      const reply = (
        await reader.get(
          `/jsonapi/sw_journal_entry/sw_journal_entry?filter[sequence][value]=${last}&filter[sequence][operator]=>&sort=sequence&page[limit]=7`,
        )
      ).is(200);
      for (const [index] of reply.list().entries()) {
        const at = `/data/${index}/attributes`;
        seen.push({
          sequence: Number(reply.at(`${at}/sequence`)),
          subject: String(reply.at(`${at}/subject_id`)),
          operation: String(reply.at(`${at}/operation`)),
        });
      }
      return reply.list().length;
    };
    const follow = async () => {
      while (running) await poll();
      while ((await poll()) > 0);
    };
    const following = follow();
    await Promise.all(writers.map(write)).finally(() => {
      running = false;
    });
    await following;
    for (const [index, { sequence }] of seen.entries())
      if (sequence !== index + 1)
        throw new Error(
          `entry ${index + 1} has the sequence ${sequence}: ${JSON.stringify(seen.slice(Math.max(0, index - 2), index + 2))}`,
        );
    for (const id of written) {
      const told = seen.filter(({ subject, operation }) => subject === id && operation === "create").length;
      if (told !== 1) throw new Error(`${id} was written once and told ${told} times`);
    }
    for (const id of refused)
      if (seen.some(({ subject }) => subject === id)) throw new Error(`${id} was refused and told`);
    if (written.size !== 4 * 6 * 3) throw new Error(`${written.size} rows were written`);
  });
});
