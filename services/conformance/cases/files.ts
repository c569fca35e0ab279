import type { Client } from "../client.ts";
import { group } from "../suite.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function upload(
  client: Client,
  path: string,
  content: Uint8Array<ArrayBuffer>,
  disposition: string | null = 'file; filename="hello.txt"',
  type = "application/octet-stream",
) {
  return client.send("POST", path, {
    raw: content,
    type,
    headers: disposition === null ? {} : { "Content-Disposition": disposition },
  });
}

const route = "/jsonapi/sw_document/sw_document/file";

export const files = group("files", (test) => {
  test("I01 upload for a row to come: 201, private, not used yet", async ({ a }) => {
    const reply = (await upload(a.admin, route, bytes("hello")))
      .is(201)
      .has("/data/type", "file--file")
      .has("/data/attributes/filename", /^hello(_\d+)?\.txt$/);
    reply
      .has("/data/attributes/filesize", 5)
      .has("/data/attributes/status", false)
      .has("/data/attributes/filemime", "text/plain");
    reply
      .has("/data/attributes/uri/value", /^private:\/\//)
      .has("/data/attributes/uri/url", /^\/system\/files\//)
      .exists("/data/attributes/drupal_internal__fid");
    reply.has("/data/relationships/uid/data/id", a.users["administrator"]);
  });
  test("I03 upload to a row: 200, and the row has the file", async ({ a, fresh }) => {
    const { id } = (
      await a.admin.create(
        "sw_document",
        { title: fresh("d") },
        { account: { data: { type: "sw_account--sw_account", id: a.ids["alpha"] } } },
      )
    ).is(201);
    const file = (await upload(a.admin, `/jsonapi/sw_document/sw_document/${id}/file`, bytes("content"))).is(200);
    (await a.admin.get(`/jsonapi/sw_document/sw_document/${id}?include=file`))
      .has("/data/relationships/file/data/id", file.id)
      .has("/included/0/id", file.id);
  });
  test("the content is served to who may see a row that uses it", async ({ a, b, anonymous, fresh }) => {
    const file = (await upload(a.admin, route, bytes("secret content"))).is(201);
    const url = String(file.at("/data/attributes/uri/url"));
    const own = (await a.admin.get(url))
      .is(200)
      .header("cache-control", /private/)
      .header("cache-control", /no-store/);
    if (own.text !== "secret content") own.fail("the content", own.text);
    (await a.manager.get(url)).is(404);
    (
      await a.admin.create(
        "sw_document",
        { title: fresh("d") },
        {
          file: { data: { type: "file--file", id: file.id } },
          account: { data: { type: "sw_account--sw_account", id: a.ids["beta"] } },
        },
      )
    ).is(201);
    (await a.manager.get(url)).is(200);
    (await a.client.get(url)).is(404);
    (await b.admin.get(url)).is(404);
    (await anonymous.get(url)).is(404);
    (await b.admin.get(`/jsonapi/file/file/${file.id}`)).is(404);
    (await a.client.get(`/jsonapi/file/file/${file.id}`)).is(404);
    (await a.manager.get(`/jsonapi/file/file/${file.id}`)).is(200);
  });
  test("a logo that the platform uploaded is seen by the brand's people, and by nobody of another brand", async ({
    a,
    b,
    anonymous,
    platform,
    fresh,
  }) => {
    const [logo, brand] = [`${fresh("logo")}.svg`, a.id];
    const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const file = (await upload(platform, "/jsonapi/sw_brand/sw_brand/logo", svg, `file; filename="${logo}"`)).is(201);
    const address = `/jsonapi/file/file/${file.id}`;
    // Nobody uses it yet.
    (await a.manager.get(address)).is(404);
    (await platform.update("sw_brand", brand, {}, { logo: { data: { type: "file--file", id: file.id } } })).is(200);
    const url = String(file.at("/data/attributes/uri/url"));
    for (const person of [a.admin, a.manager, a.client]) {
      (await person.get(`/jsonapi/sw_brand/sw_brand/${brand}?include=logo`)).is(200).has("/included/0/id", file.id);
      (await person.get(address)).is(200);
      (await person.get(url)).is(200);
    }
    for (const stranger of [b.admin, b.manager]) {
      (await stranger.get(address)).is(404);
      (await stranger.get(url)).is(404);
    }
    (await anonymous.get(url)).is(404);
  });
  test("a foreign file can't be referenced", async ({ a, b, fresh }) => {
    const file = (await upload(b.admin, route, bytes("x"))).is(201);
    (
      await a.admin.create(
        "sw_document",
        { title: fresh("d") },
        { file: { data: { type: "file--file", id: file.id } } },
      )
    ).problem({ status: 404, detail: /could not be found/ });
  });
  test("I05 extension and size are checked: 422", async ({ a, platform }) => {
    (await upload(a.admin, route, bytes("x"), 'file; filename="a.exe"')).problem({
      status: 422,
      detail: /file validation failed/,
    });
    (
      await upload(platform, "/jsonapi/sw_brand/sw_brand/logo", new Uint8Array(600 * 1024), 'file; filename="logo.png"')
    ).problem({ status: 422, detail: /exceeding the maximum file size of 512 KB/ });
  });
  test("I06 no Content-Disposition: 400", async ({ a }) => {
    (await upload(a.admin, route, bytes("x"), null)).problem({
      status: 400,
      detail:
        '"Content-Disposition" header is required. A file name in the format "filename=FILENAME" must be provided.',
    });
  });
  test("I07 another Content-Type: 415", async ({ a }) =>
    void (await upload(a.admin, route, bytes("x"), undefined, "text/plain")).problem({
      status: 415,
      detail: /No route found that matches/,
    }));
  test("I08 filename*: 400", async ({ a }) =>
    void (await upload(a.admin, route, bytes("x"), "file; filename*=UTF-8''a.txt")).problem({
      status: 400,
      detail: /^No filename found in "Content-Disposition" header\./,
    }));
  test("S04 a hidden second extension is defused", async ({ a }) => {
    (await upload(a.admin, route, bytes("x"), 'file; filename="a.php.txt"'))
      .is(201)
      .has("/data/attributes/filename", /^a\.php_(_\d+)?\.txt$/);
  });
  test("I02 the same name again", async ({ a, b, fresh }) => {
    const name = fresh("same");
    const disposition = `file; filename="${name}.txt"`;
    (await upload(b.admin, route, bytes("other brand"), disposition)).is(201);
    const first = (await upload(a.admin, route, bytes("x"), disposition))
      .is(201)
      .has("/data/attributes/filename", `${name}.txt`);
    const second = (await upload(a.admin, route, bytes("y"), disposition))
      .is(201)
      .has("/data/attributes/filename", new RegExp(`^${name}(_\\d+)?\\.txt$`));
    if (first.at("/data/attributes/uri/url") === second.at("/data/attributes/uri/url"))
      second.fail("an address of its own", String(second.at("/data/attributes/uri/url")));
  });
  test("I09 directories are stripped", async ({ a }) =>
    void (await upload(a.admin, route, bytes("x"), 'file; filename="../../evil.txt"'))
      .is(201)
      .has("/data/attributes/filename", /^evil(_\d+)?\.txt$/));
  test("I11 upload to a field that holds no files: no 5xx", async ({ a }) => {
    const reply = await upload(a.admin, "/jsonapi/sw_document/sw_document/title", bytes("x"));
    if (reply.status < 400 || reply.status >= 500) reply.fail("4xx", String(reply.status));
  });
  test("unknown field: 404", async ({ a }) =>
    void (await upload(a.admin, "/jsonapi/sw_document/sw_document/nope", bytes("x"))).is(404));
  test("I13 anonymous: 401", async ({ anonymous }) => void (await upload(anonymous, route, bytes("x"))).is(401));
  test("I15 file entities are made by uploads only: 403", async ({ a }) =>
    void (await a.admin.create("file", { filename: "x" })).is(403));
  test("I16 an empty file is refused by its name, at both addresses", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_document", { title: fresh("d") })).is(201);
    for (const path of [route, `/jsonapi/sw_document/sw_document/${id}/file`])
      (await upload(a.admin, path, bytes(""), 'file; filename="empty.txt"')).problem({
        status: 422,
        detail: "Unprocessable Entity: file validation failed.\nThe file empty.txt is empty.",
      });
    (await a.admin.get(`/jsonapi/sw_document/sw_document/${id}`)).has("/data/relationships/file/data", null);
  });
  test("without the right to create the row: 403", async ({ a }) =>
    void (await upload(a.client, route, bytes("x"))).is(403));
});
