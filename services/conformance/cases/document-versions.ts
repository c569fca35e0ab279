import { type Client, one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

const versions = "/jsonapi/sw_document_version/sw_document_version";
const documents = "/jsonapi/sw_document/sw_document";

interface Upload {
  readonly id: string;
  readonly url: string;
}

async function upload(client: Client, path: string, content: string): Promise<Upload> {
  const reply = await client.send("POST", path, {
    raw: new TextEncoder().encode(content),
    type: "application/octet-stream",
    headers: { "Content-Disposition": 'file; filename="contract.txt"' },
  });
  if (reply.status !== 200) reply.is(201);
  return { id: reply.id, url: String(reply.at("/data/attributes/uri/url")) };
}

/** A document of the customer Alpha whose file is kept as its first version. */
async function kept(brand: BrandWorld, title: string): Promise<{ document: string; version: string; file: Upload }> {
  const document = (
    await brand.manager.create("sw_document", { title }, { account: one("sw_account", brand.ids["alpha"] ?? "") })
  ).is(201).id;
  const file = await upload(brand.manager, `${documents}/${document}/file`, "first");
  const version = (
    await brand.manager.create(
      "sw_document_version",
      { number: 1 },
      { document: one("sw_document", document), file: one("file", file.id) },
    )
  ).is(201).id;
  return { document, version, file };
}

export const documentVersions = group("document versions", (test) => {
  test("the earlier file is served to who may view the version, also after the document’s own was replaced", async ({
    a,
    b,
    anonymous,
    platform,
    fresh,
  }) => {
    const { document, version, file } = await kept(a, fresh("document"));
    // The customer reads the document's own file, as long as it is that.
    (await a.client.get(file.url)).is(200);
    const now = await upload(a.manager, `${documents}/${document}/file`, "second");
    (await a.manager.get(`${documents}/${document}`)).has("/data/relationships/file/data/id", now.id);
    for (const reader of [a.admin, a.manager, a.support, a.accounting]) {
      const reply = (await reader.get(file.url)).is(200).header("cache-control", /no-store/);
      if (reply.text !== "first") reply.fail("the first content", reply.text);
      (await reader.get(`${versions}/${version}?include=file`)).is(200).has("/included/0/id", file.id);
    }
    for (const stranger of [a.client, b.admin, b.manager, b.client, platform, anonymous])
      (await stranger.get(file.url)).is(404);
    (await a.client.get(now.url)).is(200);
    for (const other of [b.admin, a.client]) {
      (await other.get(`/jsonapi/file/file/${file.id}`)).is(404);
      (await other.get(`/jsonapi/file/file?filter[id]=${file.id}`)).never(file.url);
    }
  });
  test("customers see nothing of it", async ({ a, fresh }) => {
    const { document, version, file } = await kept(a, fresh("document"));
    (await a.client.get(versions)).problem({ status: 403, pointer: "/data" });
    (await a.client.get(`${versions}/${version}`)).problem({ status: 403, pointer: "/data" });
    (await a.client.get(`/jsonapi/aggregate/sw_document_version?filter[document.id]=${document}`)).is(403);
    (await a.client.create("sw_document_version", { number: 2 }, { document: one("sw_document", document) })).problem({
      status: 403,
    });
    (await a.client.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${version}`)).never(file.id);
  });
  test("other brands: nothing", async ({ a, b, fresh }) => {
    const { document, version, file } = await kept(a, fresh("document"));
    (await b.admin.get(`${versions}/${version}`)).is(404);
    (await b.admin.get(`${versions}?filter[document.id]=${document}`)).is(200).count(0);
    (await b.admin.create("sw_document_version", { number: 2 }, { document: one("sw_document", document) })).is(404);
    const own = (await b.admin.create("sw_document", { title: fresh("document") })).is(201).id;
    (
      await b.admin.create(
        "sw_document_version",
        { number: 1 },
        { document: one("sw_document", own), file: one("file", file.id) },
      )
    ).is(404);
  });
  test("what it keeps never changes, and its number is there once per document", async ({ a, fresh }) => {
    const { document, version } = await kept(a, fresh("document"));
    const other = (await a.manager.create("sw_document", { title: fresh("document") })).is(201).id;
    const file = await upload(a.admin, `${versions}/file`, "another");
    (await a.admin.update("sw_document_version", version, { number: 2 })).problem({
      status: 403,
      pointer: "/data/attributes/number",
    });
    (await a.admin.update("sw_document_version", version, {}, { document: one("sw_document", other) })).problem({
      status: 403,
      pointer: "/data/attributes/document",
    });
    (await a.admin.update("sw_document_version", version, {}, { file: one("file", file.id) })).problem({
      status: 403,
      pointer: "/data/attributes/file",
    });
    (await a.manager.update("sw_document_version", version, { number: 2 })).problem({ status: 403 });
    const again = { document: one("sw_document", document) };
    (await a.manager.create("sw_document_version", { number: 1 }, again)).problem({
      status: 422,
      code: "not_unique",
      pointer: "/data/attributes/number",
    });
    (await a.manager.create("sw_document_version", { number: 0 }, again)).problem({ status: 422 });
    (await a.manager.create("sw_document_version", {}, again)).problem({ status: 422 });
    (await a.manager.create("sw_document_version", { number: 2 }, again)).is(201);
    (await a.manager.create("sw_document_version", { number: 1 }, { document: one("sw_document", other) })).is(201);
  });
  test("a file is not put into it afterwards", async ({ a, fresh }) => {
    const { version, file } = await kept(a, fresh("document"));
    const reply = await a.admin.send("POST", `${versions}/${version}/file`, {
      raw: new TextEncoder().encode("forged"),
      type: "application/octet-stream",
      headers: { "Content-Disposition": 'file; filename="forged.txt"' },
    });
    reply.is(403);
    (await a.manager.get(`${versions}/${version}`)).has("/data/relationships/file/data/id", file.id);
  });
});
