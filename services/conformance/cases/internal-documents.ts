import { type Client, one } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, granted } from "../world.ts";

const documents = "/jsonapi/sw_document/sw_document";
const versions = "/jsonapi/sw_document_version/sw_document_version";

async function upload(client: Client, path: string, content: string): Promise<{ id: string; url: string }> {
  const reply = await client.send("POST", path, {
    raw: new TextEncoder().encode(content),
    type: "application/octet-stream",
    headers: { "Content-Disposition": 'file; filename="letter.txt"' },
  });
  if (reply.status !== 200) reply.is(201);
  return { id: reply.id, url: String(reply.at("/data/attributes/uri/url")) };
}

async function made(brand: BrandWorld, attributes: object) {
  const account = { account: one("sw_account", brand.ids["alpha"] ?? "") };
  const { id } = (await brand.manager.create("sw_document", attributes, account)).is(201);
  return { id, file: await upload(brand.manager, `${documents}/${id}/file`, "for the staff") };
}

export const internalDocuments = group("internal documents", (test) => {
  test("one that is marked doesn't exist for the customer: not by id, in lists, counts, references, nor as a file", async ({
    a,
    fresh,
  }) => {
    const title = fresh("document");
    const { id, file } = await made(a, { title, internal: true });
    (await a.manager.get(`${documents}/${id}`)).is(200).has("/data/attributes/internal", true);
    (await a.support.get(`${documents}?filter[title]=${title}`)).is(200).count(1);
    (await a.support.get(file.url)).is(200);
    (await a.client.get(`${documents}/${id}`)).is(404);
    (await a.client.get(`${documents}?filter[title]=${title}`)).is(200).count(0);
    (await a.client.get(`${documents}?filter[internal]=1`)).is(200).count(0);
    (await a.client.get(`/jsonapi/aggregate/sw_document?filter[title]=${title}`))
      .is(200)
      .has("/meta/groups/0/count", 0);
    (await a.client.get(file.url)).is(404);
  });

  test("shown by default; marked and shown again at once", async ({ a, fresh }) => {
    const { id, file } = await made(a, { title: fresh("document") });
    (await a.client.get(`${documents}/${id}`)).is(200).has("/data/attributes/internal", false);
    (await a.client.get(file.url)).is(200);
    (await a.manager.update("sw_document", id, { internal: true })).is(200);
    (await a.client.get(`${documents}/${id}`)).is(404);
    (await a.client.get(file.url)).is(404);
    (await a.manager.update("sw_document", id, { internal: false })).is(200);
    (await a.client.get(`${documents}/${id}`)).is(200);
    (await a.client.get(file.url)).is(200);
  });

  test("its versions are hidden with it, also from customers who may read versions; so is what the history tells", async ({
    a,
    fresh,
  }) => {
    const { id, file } = await made(a, { title: fresh("document"), internal: true });
    const version = (
      await a.manager.create(
        "sw_document_version",
        { number: 1 },
        { document: one("sw_document", id), file: one("file", file.id) },
      )
    ).is(201).id;
    const entries = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]`;
    const rights = ["view sw_account", "view sw_document", "view sw_document_version", "view sw_journal_entry"];
    // Who reads documents, and is not of those who read internal notes.
    await granted(a, rights, async (reader) => {
      (await reader.get(`${documents}/${id}`)).is(404);
      (await reader.get(`${versions}/${version}`)).is(404);
      (await reader.get(`${versions}?filter[document.id]=${id}`)).is(200).count(0);
      (await reader.get(file.url)).is(404);
      (await reader.get(`${entries}=${id}`)).is(200).count(0);
      (await reader.get(`${entries}=${version}`)).is(200).count(0);
    });
    (await a.manager.get(`${versions}/${version}`)).is(200);
    const told = (await a.manager.get(`${entries}=${version}`)).is(200);
    told.has("/data/0/attributes/view_permission", "view internal notes");
    await granted(a, [...rights, "view internal notes"], async (reader) => {
      (await reader.get(`${documents}/${id}`)).is(200);
      (await reader.get(`${versions}/${version}`)).is(200);
      (await reader.get(file.url)).is(200);
    });
  });

  test("who may not read internal notes marks nothing", async ({ a, fresh }) => {
    const { id } = await made(a, { title: fresh("document") });
    await granted(a, ["view sw_account", "view sw_document", "edit sw_document"], async (editor) => {
      (await editor.update("sw_document", id, { title: fresh("renamed") })).is(200);
      (await editor.update("sw_document", id, { internal: true })).problem({ status: 403 });
    });
  });
});
