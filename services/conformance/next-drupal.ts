import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { Jsona } from "jsona";
import { NextDrupal, NextDrupalPages } from "next-drupal";
import type { Client } from "./client.ts";
import { loopbackBase } from "./loopback.ts";
import { createWorld, userName, type World } from "./world.ts";

const help = "npm run next-drupal -- <base-url of a server on this machine>";
const account = "sw_account--sw_account";
const supplier = "sw_supplier--sw_supplier";

/** A call that the platform leaves out on purpose, and why. */
const out: Readonly<Record<string, string>> = {
  getMenu: "the console builds its navigation from the model and the user's permissions",
  getView: "a view is configuration of the whole platform; collections with filters give the same rows",
  getSearchIndex: "an index is a second copy of every brand's rows; filters search the rows",
  validateDraftUrl: "no type is revisionable, so there is nothing to preview",
  getAccessToken: "nothing acts without a user; users sign in, or send basic authentication",
};

interface Tools {
  readonly world: World;
  /** As the brand's administrator, by session. */
  readonly drupal: NextDrupal;
  /** As the same by basic authentication. */
  readonly basic: NextDrupal;
  readonly pages: NextDrupalPages;
  readonly anonymous: NextDrupal;
  pathOf(client: Client, type: string, id: string): Promise<string>;
}

interface Call {
  readonly name: string;
  readonly run: (tools: Tools) => Promise<string>;
}

function fail(message: string): never {
  throw new Error(message);
}

function expect(condition: boolean, message: string): void {
  if (!condition) fail(message);
}

/** The status of the error that a call must end with. */
async function refusal(run: () => Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await run();
  } catch (error) {
    const status = typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 0;
    return { status, message: error instanceof Error ? error.message : String(error) };
  }
  return fail("it was answered, but should have been refused");
}

/** Next-drupal asks for credentials of its own when it writes; the session's are with its fetcher. */
const session = { withAuth: false } as const;

const call = (name: string, run: Call["run"]): Call => ({ name, run });

const reading: readonly Call[] = [
  call("getIndex", async ({ drupal }) => {
    const index = await drupal.getIndex();
    expect(index.links !== undefined && Object.hasOwn(index.links, account), "no link of sw_account");
    return `${Object.keys(index.links ?? {}).length} links`;
  }),
  call("getIndex with locale", async ({ drupal }) => {
    const index = await drupal.getIndex("fr");
    expect(index.links !== undefined && Object.hasOwn(index.links, account), "no link of sw_account");
    return `${Object.keys(index.links ?? {}).length} links`;
  }),
  call("fetchResourceEndpoint", async ({ drupal, world }) => {
    const endpoint = await drupal.fetchResourceEndpoint(account);
    expect(endpoint.toString() === `${world.base}/jsonapi/sw_account/sw_account`, endpoint.toString());
    return endpoint.pathname;
  }),
  call("getResource", async ({ drupal, world }) => {
    const found = await drupal.getResource(account, world.a.ids["alpha"] ?? "");
    expect(
      found["legal_name"] === "Alpha A" && found.id === world.a.ids["alpha"] && found.type === account,
      JSON.stringify(found).slice(0, 200),
    );
    return String(found["legal_name"]);
  }),
  call("getResource with include, fields and jsona", async ({ drupal, world }) => {
    const params = new DrupalJsonApiParams()
      .addInclude(["billing_site.account"])
      .addFields("sw_site--sw_site", ["name", "billing_site"])
      .addFields(account, ["legal_name"]);
    const raw: Record<string, unknown> = await drupal.getResource("sw_site--sw_site", world.a.ids["site01"] ?? "", {
      params: params.getQueryObject(),
      deserialize: false,
    });
    const site = new Jsona().deserialize(JSON.stringify(raw));
    const one = Array.isArray(site) ? site[0] : site;
    const legalName = JSON.stringify(one?.["billing_site"]);
    expect(legalName.includes("Alpha A"), legalName.slice(0, 300));
    return "site, billing site and account";
  }),
  call("getResource with locale", async ({ drupal, world }) => {
    const found = await drupal.getResource(account, world.a.ids["alpha"] ?? "", { locale: "fr", defaultLocale: "en" });
    expect(found["legal_name"] === "Alpha A", JSON.stringify(found).slice(0, 200));
    return "below /fr";
  }),
  call("getResource without default endpoints", async ({ world }) => {
    const drupal = new NextDrupal(world.base, { useDefaultEndpoints: false, fetcher: fetcherOf(world.a.admin) });
    const found = await drupal.getResource(account, world.a.ids["alpha"] ?? "");
    expect(found["legal_name"] === "Alpha A", JSON.stringify(found).slice(0, 200));
    return "address from the entry point";
  }),
  call("getResource of an unknown row", async ({ drupal }) => {
    const { status, message } = await refusal(() => drupal.getResource(account, randomUUID()));
    expect(status === 404 && message.includes("was not converted"), `${status} ${message}`);
    return `404: ${message.slice(0, 60)}…`;
  }),
  call("getResourceCollection with filters, groups, sort and page", async ({ drupal, world }) => {
    const params = new DrupalJsonApiParams()
      .addGroup("any", "OR")
      .addFilter("name", "Site 03", "=", "any")
      .addFilter("name", ["Site 05", "Site 07"], "IN", "any")
      .addFilter("billing_site.id", world.a.ids["point"] ?? "")
      .addFilter("access_notes", null, "IS NULL")
      .addSort("name", "DESC")
      .addPageLimit(2)
      .addFields("sw_site--sw_site", ["name"]);
    const found = await drupal.getResourceCollection("sw_site--sw_site", { params: params.getQueryObject() });
    expect(found.map((site) => site["name"]).join() === "Site 07,Site 05", JSON.stringify(found).slice(0, 300));
    return "Site 07, Site 05";
  }),
  call("getResourceCollection, refused", async ({ drupal }) => {
    const { status, message } = await refusal(() =>
      drupal.getResourceCollection(account, { params: { "filter[nope]": 1 } }),
    );
    expect(status === 400 && message.includes("`nope`"), `${status} ${message}`);
    return `400: ${message.slice(0, 60)}…`;
  }),
  call("getResourceCollectionPathSegments", async ({ drupal }) => {
    const segments = await drupal.getResourceCollectionPathSegments(account);
    expect(Array.isArray(segments) && segments.length === 0, JSON.stringify(segments).slice(0, 200));
    return "none: rows have no path alias";
  }),
  call("translatePath", async ({ drupal, world, pathOf }) => {
    const found = await drupal.translatePath(await pathOf(world.a.admin, "sw_account", world.a.ids["alpha"] ?? ""));
    expect(
      found?.entity.uuid === world.a.ids["alpha"] && found?.jsonapi?.resourceName === account,
      JSON.stringify(found),
    );
    return String(found?.label);
  }),
  call("translatePath of an unknown path", async ({ drupal }) => {
    expect((await drupal.translatePath("/nope")) === null, "it was found");
    return "null";
  }),
  call("translatePath of another brand's row", async ({ drupal, world, pathOf }) => {
    expect(
      (await drupal.translatePath(await pathOf(world.b.admin, "sw_account", world.b.ids["alpha"] ?? ""))) === null,
      "it was found",
    );
    return "null";
  }),
  call("getResourceByPath", async ({ drupal, world, pathOf }) => {
    const found = await drupal.getResourceByPath(
      await pathOf(world.a.admin, "sw_account", world.a.ids["alpha"] ?? ""),
      { params: new DrupalJsonApiParams().addFields(account, ["legal_name"]).getQueryObject() },
    );
    expect(found["legal_name"] === "Alpha A", JSON.stringify(found).slice(0, 200));
    return String(found["legal_name"]);
  }),
  call("getResourceByPath of an unknown path", async ({ drupal }) => {
    expect((await drupal.getResourceByPath("/nope")) === null, "it was found");
    return "null";
  }),
  call("getResourceByPath with locale", async ({ drupal, world, pathOf }) => {
    const found = await drupal.getResourceByPath(
      await pathOf(world.a.admin, "sw_account", world.a.ids["alpha"] ?? ""),
      { locale: "fr", defaultLocale: "en" },
    );
    expect(found["legal_name"] === "Alpha A", JSON.stringify(found).slice(0, 200));
    return "below /fr";
  }),
  call("getResourceFromContext", async ({ pages, world, pathOf }) => {
    const path = await pathOf(world.a.admin, "sw_account", world.a.ids["alpha"] ?? "");
    const translated = (await pages.translatePath(path)) ?? fail("no path");
    const found = await pages.getResourceFromContext(translated, { params: {} });
    expect(found["legal_name"] === "Alpha A", JSON.stringify(found).slice(0, 200));
    return String(found["legal_name"]);
  }),
  call("getResourceCollectionFromContext", async ({ pages }) => {
    const found = await pages.getResourceCollectionFromContext(supplier, {});
    expect(Array.isArray(found) && found.length >= 2, JSON.stringify(found).slice(0, 200));
    return `${Array.isArray(found) ? found.length : 0} suppliers`;
  }),
];

const writing: readonly Call[] = [
  call("createResource, updateResource, deleteResource", async ({ drupal, world }) => {
    const made = await drupal.createResource(
      supplier,
      { data: { attributes: { name: "next-drupal", code: world.fresh("n") } } },
      session,
    );
    const changed = await drupal.updateResource(
      supplier,
      made.id,
      { data: { attributes: { name: "changed" } } },
      session,
    );
    expect(changed["name"] === "changed" && changed["version"] === 2, JSON.stringify(changed).slice(0, 200));
    expect(await drupal.deleteResource(supplier, made.id, session), "not deleted");
    const { status } = await refusal(() => drupal.getResource(supplier, made.id));
    expect(status === 404, String(status));
    return "201, 200, 204, then 404";
  }),
  call("createResource, refused", async ({ drupal }) => {
    const { status, message } = await refusal(() =>
      drupal.createResource(supplier, { data: { attributes: { name: "x" } } }, session),
    );
    expect(status === 422 && message.includes("code: This value should not be null."), `${status} ${message}`);
    return "422 with core's sentence";
  }),
  call("createFileResource", async ({ drupal }) => {
    const file = await drupal.createFileResource(
      "file--document",
      {
        data: {
          attributes: {
            type: "sw_document--sw_document",
            field: "file",
            filename: "next.txt",
            file: Buffer.from("content"),
          },
        },
      },
      session,
    );
    expect(file.id !== "" && file.type === "file--file", JSON.stringify(file).slice(0, 200));
    return String(file["filename"]);
  }),
];

const authentication: readonly Call[] = [
  call("basic authentication: getResource", async ({ basic, world }) => {
    const found = await basic.getResource(account, world.a.ids["alpha"] ?? "", { withAuth: true });
    expect(found["legal_name"] === "Alpha A", JSON.stringify(found).slice(0, 200));
    return String(found["legal_name"]);
  }),
  call("basic authentication: translatePath and getResourceByPath", async ({ basic, world, pathOf }) => {
    const path = await pathOf(world.a.admin, "sw_account", world.a.ids["alpha"] ?? "");
    const [translated, found] = [
      await basic.translatePath(path, { withAuth: true }),
      await basic.getResourceByPath(path, { withAuth: true }),
    ];
    expect(
      translated?.entity.uuid === world.a.ids["alpha"] && found["legal_name"] === "Alpha A",
      JSON.stringify([translated, found]).slice(0, 300),
    );
    return String(translated?.label);
  }),
  call("basic authentication: createResource without a token", async ({ basic, world }) => {
    const made = await basic.createResource(
      supplier,
      { data: { attributes: { name: "basic", code: world.fresh("n") } } },
      { withAuth: true },
    );
    expect(await basic.deleteResource(supplier, made.id, { withAuth: true }), "not deleted");
    return "201, 204";
  }),
  call("without credentials", async ({ anonymous, world }) => {
    const { status } = await refusal(() => anonymous.getResource(account, world.a.ids["alpha"] ?? ""));
    expect(status === 401, String(status));
    return "401";
  }),
];

const leftOut: readonly Call[] = [
  call("getMenu", ({ drupal }) => missing("getMenu", () => drupal.getMenu("main"))),
  call("getView", ({ drupal }) => missing("getView", () => drupal.getView("accounts--page_1"))),
  call("getSearchIndex", ({ drupal }) => missing("getSearchIndex", () => drupal.getSearchIndex("accounts"))),
  call("validateDraftUrl", async ({ drupal }) => {
    const { status } = await drupal.validateDraftUrl(new URLSearchParams({ path: "/user/1", secret: "x" }));
    expect(status === 404, String(status));
    return `out: ${out["validateDraftUrl"]}`;
  }),
  call("getAccessToken", ({ drupal }) =>
    missing("getAccessToken", () => drupal.getAccessToken({ clientId: "x", clientSecret: "y" })),
  ),
];

async function missing(name: string, run: () => Promise<unknown>): Promise<string> {
  const { status, message } = await refusal(run);
  expect(status === 404, `${status} ${message}`);
  return `out: ${out[name]}`;
}

/** Next-drupal's own door for a session: what a browser would send. */
function fetcherOf(client: Client): typeof fetch {
  return (input, init) =>
    fetch(input, {
      ...init,
      headers: {
        ...Object.fromEntries(new Headers(init?.headers)),
        Cookie: client.cookie,
        "X-CSRF-Token": client.token,
      },
    });
}

async function main(): Promise<number> {
  const base = loopbackBase(process.argv[2]);
  if (!base) {
    console.error(help);
    return 2;
  }
  const world = await createWorld(base, process.env["SW_ADMIN_PASSWORD"] ?? "admin");
  const quiet = { logger: { log: () => {}, debug: () => {}, warn: () => {}, error: () => {} } };
  const fetcher = fetcherOf(world.a.admin);
  const tools: Tools = {
    world,
    drupal: new NextDrupal(base, { fetcher, ...quiet }),
    pages: new NextDrupalPages(base, { fetcher, ...quiet }),
    anonymous: new NextDrupal(base, quiet),
    basic: new NextDrupal(base, {
      auth: { username: userName("administrator", "a", world.suffix), password: world.password },
      ...quiet,
    }),
    pathOf: async (client, type, id) =>
      `/admin/softwhere/${type.slice(3)}/${String((await client.get(`/jsonapi/${type}/${type}/${id}`)).is(200).at("/data/attributes/drupal_internal__id"))}`,
  };
  let failed = 0;
  const calls = [...reading, ...writing, ...authentication, ...leftOut];
  for (const { name, run } of calls) {
    try {
      console.log(`ok     ${name}: ${await run(tools)}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`${calls.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);
