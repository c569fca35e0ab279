import { request } from "node:http";
import { group } from "../suite.ts";

const missing = "00000000-0000-4000-8000-000000000998";

/** fetch doesn't let its caller name another host. */
function asHost(
  base: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, (answer) => {
      let text = "";
      answer.on("data", (part: Buffer) => (text += part.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", reject).end();
  });
}

export const errors = group("errors", (test) => {
  test("what can be got can be asked for by HEAD: Allow says so", async ({ a }) => {
    const row = `/jsonapi/sw_site/sw_site/${a.ids["site01"]}`;
    for (const path of ["/jsonapi", "/jsonapi/sw_site/sw_site", row, `${row}/account`, "/jsonapi/aggregate/sw_site"]) {
      (await a.admin.send("HEAD", path)).is(200);
      (await a.admin.send("OPTIONS", path)).is(200).header("allow", /(^|, )HEAD(,|$)/);
      (await a.admin.send("PUT", path)).is(405).header("allow", /(^|, )HEAD(,|$)/);
    }
  });
  test("a host name that isn't the server's: 400, and in no answer", async ({ base, a }) => {
    for (const host of ["evil.test", "evil.test:80", "127.0.0.1.evil.test"])
      for (const path of ["/jsonapi", "/jsonapi/sw_site/sw_site", "/user/login?_format=json"]) {
        const { status, text } = await asHost(base, path, { Host: host, Cookie: a.admin.cookie });
        if (status !== 400 || text.includes("evil"))
          throw new Error(`Expected 400 to ${host}${path}, got ${status} ${text}`);
      }
    const { status } = await asHost(base, "/jsonapi", { Host: "LOCALHOST:1" });
    if (status !== 200) throw new Error(`Expected 200, got ${status}`);
  });
  test("A05 a lower-case custom parameter is refused", async ({ a, base }) => {
    const reply = (await a.admin.get("/jsonapi/sw_site/sw_site?foo=bar")).problem({
      status: 400,
      detail: "The following query parameters violate the JSON:API spec: 'foo'.",
    });
    reply
      .has("/errors/0/links/via/href", `${base}/jsonapi/sw_site/sw_site?foo=bar`)
      .has("/errors/0/links/info/href", /^https?:\/\/jsonapi\.org\/format\/#query-parameters$/);
    reply.header("link", /^https?:\/\/jsonapi\.org\/format\/#query-parameters$/);
  });
  test("A06 a camel-case custom parameter is accepted", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_site/sw_site?fooBar=1&page[limit]=1")).is(200));
  test("error objects: title, status, detail, links", async ({ a, base }) => {
    const reply = (await a.admin.get("/jsonapi/sw_site/sw_site?page[limit]=0"))
      .is(400)
      .has("/errors/0/title", "Bad Request")
      .has("/errors/0/status", "400");
    reply
      .has("/errors/0/links/via/href", `${base}/jsonapi/sw_site/sw_site?page%5Blimit%5D=0`)
      .has("/errors/0/links/info/href", "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.1");
    reply.header("content-type", "application/vnd.api+json").speaksJsonApi().lacks("/data");
  });
  test("D07 PUT: 405 with Allow", async ({ a }) => {
    (await a.admin.send("PUT", `/jsonapi/sw_site/sw_site/${a.ids["site01"]}`, { body: {} }))
      .is(405)
      .header("allow", /PATCH/);
  });
  test("D08 POST on one row: 405, or 415 where files can be uploaded", async ({ a }) => {
    (await a.admin.post(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`, {})).is(405);
    (await a.admin.post(`/jsonapi/sw_document/sw_document/${missing}`, {})).is(415);
  });
  test("core's known defects answer 4xx", async ({ a }) => {
    const site = "/jsonapi/sw_site/sw_site";
    const paths = [
      `${site}?filter[@root]=1`,
      `${site}?filter[g][group][conjunction]=XOR`,
      `${site}?filter[a][condition][path]=postal_code&filter[a][condition][value][]=x&filter[a][condition][value][]=y`,
      `${site}?filter[condition][group]=postal_code`,
      `${site}?sort[a]=postal_code`,
      `${site}?filter[postal_code][value][a][b]=1`,
      `${site}?include[]=billing_site`,
      `${site}?page[limit][]=1`,
      `${site}?filter[a][condition]=x`,
      `${site}?filter[a][group]=x`,
      `${site}?filter[a][condition][path][]=x&filter[a][condition][value]=1`,
      `${site}?fields[]=x`,
    ];
    for (const path of paths) {
      const reply = await a.admin.get(path);
      if (reply.status >= 500 || (reply.status >= 300 && reply.status < 400))
        reply.fail("an answer below 500", String(reply.status));
      reply.never("SQLSTATE").never("Drupal\\\\").never("/var/").never("node_modules");
    }
  });
  test("an empty or circular group is no 5xx", async ({ a }) => {
    const reply = await a.admin.get(
      "/jsonapi/sw_site/sw_site?filter[a][group][conjunction]=OR&filter[a][group][memberOf]=b&filter[b][group][conjunction]=OR&filter[b][group][memberOf]=a",
    );
    if (reply.status >= 500) reply.fail("no 5xx", String(reply.status));
    const empty = await a.admin.get("/jsonapi/sw_site/sw_site?filter[g][group][conjunction]=OR");
    if (empty.status >= 500) empty.fail("no 5xx", String(empty.status));
  });
  test("paths to several values are no 5xx where one is needed", async ({ a }) => {
    for (const path of [
      "/jsonapi/user/user?sort=accounts.legal_name",
      "/jsonapi/user/user?sort=business_roles",
      "/jsonapi/user/user?sort=accounts.id",
      "/jsonapi/aggregate/user?groupBy=accounts",
      "/jsonapi/aggregate/user?groupBy=accounts.legal_name",
      "/jsonapi/aggregate/user?sumOf=accounts.drupal_internal__id",
      "/jsonapi/sw_account/sw_account?sort=external_ids.system",
    ]) {
      const reply = await a.admin.get(path);
      if (reply.status >= 500) reply.fail("no 5xx", String(reply.status));
    }
  });
  test("odd bytes and huge values are no 5xx", async ({ a, fresh }) => {
    const replies = [
      await a.admin.get("/jsonapi/sw_site/sw_site?filter[name]=%00"),
      await a.admin.get("/jsonapi/sw_site/sw_site?filter[name]=%FF"),
      await a.admin.get("/jsonapi/sw_site/sw_site?page[offset]=99999999999999999999"),
      await a.admin.get("/jsonapi/sw_site/sw_site?filter[latitude]=1e400"),
      await a.admin.get("/jsonapi/sw_task/sw_task?filter[due_on]=0000-00-00"),
      await a.admin.get("/jsonapi/sw_site/sw_site?filter[drupal_internal__id]=99999999999999999999"),
      await a.admin.create("sw_supplier", { name: "a\u0000b", code: fresh("s") }),
      await a.admin.create("sw_supplier", { name: "\ud800", code: fresh("s") }),
      await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), notice_days: 1e30 }),
      await a.admin.create("sw_supplier", { name: ["a", "b"], code: fresh("s") }),
      await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), invoice_names: [{ a: 1 }] }),
      await a.admin.create("sw_account", { legal_name: "x", softwhere_id: fresh("x"), external_ids: ["x"] }),
    ];
    for (const reply of replies) if (reply.status >= 500) reply.fail("no 5xx", String(reply.status));
  });
});
