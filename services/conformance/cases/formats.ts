import { document } from "../client.ts";
import { group } from "../suite.ts";

const sites = "/jsonapi/sw_site/sw_site";
const names = "fields[sw_site--sw_site]=name";

export const languages = group("languages", (test) => {
  test("A03 the entry point below a language prefix", async ({ anonymous }) => {
    (await anonymous.get("/fr/jsonapi"))
      .is(200)
      .has("/data", [])
      .has("/links/sw_site--sw_site/href", /\/jsonapi\/sw_site\/sw_site$/)
      .header("content-type", "application/vnd.api+json");
  });
  test("J01, J02 a row below a language prefix: rows have no translations, and addresses with or without the prefix", async ({
    a,
    base,
  }) => {
    const plain = (await a.admin.get(`${sites}/${a.ids["site02"]}`)).is(200);
    const reply = (await a.admin.get(`/fr${sites}/${a.ids["site02"]}`)).is(200).has("/data/id", a.ids["site02"]);
    reply
      .has("/data/attributes", plain.at("/data/attributes"))
      .has("/data/links/self/href", new RegExp(`^${base}(/fr)?${sites}/${a.ids["site02"]}$`));
    reply.has("/links/self/href", new RegExp(`^${base}(/fr)?${sites}/${a.ids["site02"]}$`));
  });
  test("J07 a collection below a language prefix", async ({ a, base }) => {
    const reply = (await a.admin.get(`/fr${sites}?page[limit]=2&${names}`))
      .is(200)
      .values("/attributes/name", ["Site 01", "Site 02"]);
    reply.has("/links/next/href", new RegExp(`^${base}(/fr)?${sites}\\?`));
  });
  test("J04, J05, J06 writing below a language prefix", async ({ a, base, fresh }) => {
    const path = "/fr/jsonapi/sw_supplier/sw_supplier";
    const made = (
      await a.admin.post(path, document("sw_supplier", { attributes: { name: "En français", code: fresh("s") } }))
    )
      .is(201)
      .has("/data/attributes/name", "En français");
    made.header("location", `${base}${path}/${made.id}`);
    (
      await a.admin.patch(
        `${path}/${made.id}`,
        document("sw_supplier", { id: made.id, attributes: { name: "Encore" } }),
      )
    )
      .is(200)
      .has("/data/attributes/name", "Encore");
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${made.id}`)).is(200).has("/data/attributes/name", "Encore");
    (await a.admin.remove(`${path}/${made.id}`)).is(204);
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${made.id}`)).is(404);
  });
});

export const formats = group("formats", (test) => {
  test("A04 a format that isn't the API's: 406", async ({ a }) => {
    for (const path of [sites, `${sites}/${a.ids["site01"]}`, "/jsonapi"]) {
      (await a.admin.get(`${path}?_format=json`))
        .is(406)
        .header("content-type", "application/json")
        .has("/message", "No route found for the specified format. Supported formats: api_json.");
    }
    (await a.admin.get(`${sites}?_format=api_json`)).problem({
      status: 400,
      detail: /^JSON:API does not need that ugly '_format' query string!/,
    });
  });
  test("A07b, A07c unknown types and bundles: an HTML page", async ({ a }) => {
    for (const path of ["/jsonapi/sw_site/nope", "/jsonapi/nope", "/jsonapi/sw_site", "/jsonapi/node/article"])
      (await a.admin.get(path)).is(404).header("content-type", /^text\/html/);
  });
  test("B46 configuration has no address", async ({ a }) =>
    void (await a.admin.get("/jsonapi/user_role/user_role")).is(404).header("content-type", /^text\/html/));
  test("S05 OPTIONS names the methods and shares nothing with other origins", async ({ anonymous }) => {
    const reply = await anonymous.send("OPTIONS", sites, {
      headers: { Origin: "https://evil.test", "Access-Control-Request-Method": "POST" },
    });
    reply
      .is(200)
      .header("allow", /GET/)
      .header("allow", /POST/)
      .header("access-control-allow-origin", null)
      .header("access-control-allow-methods", null);
  });
  test("S09 characters of HTML are escaped in the JSON", async ({ a, fresh }) => {
    const name = `<script>alert("x" & 'y')</script>`;
    const reply = (await a.admin.create("sw_supplier", { name, code: fresh("s") }))
      .is(201)
      .has("/data/attributes/name", name)
      .header("content-encoding", null);
    for (const plain of ["<script>", "& ", "'y'"]) reply.never(plain);
    if (
      !reply.text.includes("\\u003Cscript\\u003Ealert(\\u0022x\\u0022 \\u0026 \\u0027y\\u0027)\\u003C\\/script\\u003E")
    )
      reply.fail("core's escapes", reply.text.slice(0, 300));
  });
});

export const caches = group("caches", (test) => {
  test("M02 the anonymous entry point is stable", async ({ anonymous }) => {
    const [first, second] = [await anonymous.get("/jsonapi"), await anonymous.get("/jsonapi")];
    if (first.is(200).text !== second.is(200).text) second.fail(first.text, second.text);
  });
  test("M03, M04 the same question twice", async ({ a }) => {
    const path = `${sites}/${a.ids["site07"]}`;
    const [first, second] = [await a.support.get(path), await a.support.get(path)];
    if (first.is(200).text !== second.is(200).text) second.fail(first.text, second.text);
  });
  test("M05, M07, M08 nothing of a user is kept by others: no public age, no 304", async ({ a }) => {
    const path = `${sites}/${a.ids["site13"]}`;
    const reply = (await a.support.get(path)).is(200).header("cache-control", /private|no-store|no-cache/);
    if (/public|max-age=[1-9]/.test(reply.headers.get("cache-control") ?? ""))
      reply.fail("no public cache", String(reply.headers.get("cache-control")));
    const headers = {
      "If-None-Match": reply.headers.get("etag") ?? '"1"',
      "If-Modified-Since": new Date().toUTCString(),
    };
    (await a.client.get(path, headers)).is(200).exists("/data/id");
    (await a.support.get(path, headers)).is(200).exists("/data/id");
  });
  test("M09 a change is seen by the next reader", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "old", code: fresh("s") })).is(201);
    const path = `/jsonapi/sw_supplier/sw_supplier/${id}`;
    for (const name of ["fresh", "fresher"]) {
      (await a.manager.get(path)).is(200);
      (await a.manager.get(`/jsonapi/sw_supplier/sw_supplier?filter[id]=${id}`)).is(200).count(1);
      (await a.admin.update("sw_supplier", id, { name })).is(200);
      (await a.manager.get(path)).has("/data/attributes/name", name);
      (await a.manager.get(`/jsonapi/sw_supplier/sw_supplier?filter[id]=${id}`)).values("/attributes/name", [name]);
    }
  });
});
