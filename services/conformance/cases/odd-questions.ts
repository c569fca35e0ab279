import type { Client } from "../client.ts";
import { group } from "../suite.ts";

const sites = "/jsonapi/sw_site/sw_site";
const names = "fields[sw_site--sw_site]=name";

const nested = (text: string) => `Invalid nested filtering. ${text}`;
const missing = (field: string, path = field) =>
  nested(`The field \`${field}\`, given in the path \`${path}\`, does not exist.`);
const incomplete = (field: string, path: string, specifiers: string) =>
  nested(
    `The field \`${field}\`, given in the path \`${path}\` is incomplete, it must end with one of the following specifiers: ${specifiers}.`,
  );

/** The same path to filter, sort and group by. */
async function everywhere(by: Client, type: string, path: string, problem: { status: number; detail: string }) {
  for (const question of [`${type}?filter[${path}]=1`, `${type}?sort=${path}`])
    (await by.get(`/jsonapi/${type}/${question}`)).problem(problem);
  (await by.get(`/jsonapi/aggregate/${type}?groupBy=${path}`)).problem(problem);
}

export const oddQuestions = group("odd questions", (test) => {
  test("names inside of the backend, and what is computed, are no fields", async ({ a }) => {
    for (const name of ["uid", "uuid", "roles", "langcode", "display_name"])
      await everywhere(a.admin, "user", name, { status: 400, detail: missing(name) });
    for (const name of ["fid", "uuid", "langcode"])
      await everywhere(a.admin, "file", name, { status: 400, detail: missing(name) });
    (await a.admin.get("/jsonapi/aggregate/user?groupBy=roles.id")).problem({
      status: 400,
      detail: missing("roles", "roles.id"),
    });
    await everywhere(a.admin, "sw_site", "account.salesperson.uid", {
      status: 400,
      detail: missing("uid", "account.salesperson.uid"),
    });
  });
  test("a path ends at a value: not at the step to another row, nor at a part of a file that is computed", async ({
    a,
  }) => {
    const reference = "`id`, `meta.drupal_internal__target_id`";
    await everywhere(a.admin, "sw_site", "account.entity", {
      status: 400,
      detail: incomplete("account", "account.entity", reference),
    });
    (await a.admin.get("/jsonapi/sw_document/sw_document?filter[file]=1")).problem({
      status: 400,
      detail: incomplete("file", "file", reference),
    });
    await everywhere(a.admin, "file", "uri", { status: 400, detail: incomplete("uri", "uri", "`value`, `url`") });
    await everywhere(a.admin, "file", "uri.url", {
      status: 400,
      detail: nested(
        "The property `url`, given in the path `uri.url`, does not exist. Must be one of the following property names: `value`.",
      ),
    });
    for (const question of ["filter[uri.value]=x", "sort=uri.value"])
      (await a.admin.get(`/jsonapi/file/file?${question}`)).is(200);
    (await a.admin.get("/jsonapi/aggregate/file?groupBy=uri.value")).is(200);
  });
  test("a refused path is named as it was asked", async ({ a }) => {
    const path = "account.salesperson.mail";
    await everywhere(a.manager, "sw_site", path, {
      status: 403,
      detail: `The current user is not authorized to filter by the \`mail\` field, given in the path \`${path}\`.`,
    });
  });
  test("nothing is also what an empty reference to a person or a file leads to", async ({ a, fresh }) => {
    const isNull = (path: string) => `filter[x][condition][path]=${path}&filter[x][condition][operator]=IS%20NULL`;
    const id = (await a.manager.create("sw_task", { title: fresh("nobody") })).is(201).id;
    (await a.manager.get(`/jsonapi/sw_task/sw_task?filter[id]=${id}&${isNull("assignee.full_name")}`)).is(200).count(1);
    const document = (await a.manager.create("sw_document", { title: fresh("no file") })).is(201).id;
    const of = `/jsonapi/sw_document/sw_document?filter[id]=${document}`;
    (await a.manager.get(`${of}&${isNull("file.filename")}`)).is(200).count(1);
    (await a.manager.get(`/jsonapi/aggregate/sw_task?filter[id]=${id}&${isNull("assignee.full_name")}`))
      .is(200)
      .has("/meta/groups/0/count", 1);
  });
  test("rows are found by a file that somebody else uploaded", async ({ a, fresh }) => {
    const id = (await a.admin.create("sw_document", { title: fresh("document") })).is(201).id;
    const name = `${fresh("found")}.txt`;
    const headers = { "Content-Disposition": `file; filename="${name}"` };
    const type = "application/octet-stream";
    (await a.admin.send("POST", `/jsonapi/sw_document/sw_document/${id}/file`, { raw: "text", type, headers })).is(200);
    (await a.manager.get(`/jsonapi/sw_document/sw_document?filter[file.filename]=${name}`)).is(200).values("/id", [id]);
  });
  test("rows go by their internal id downwards as well", async ({ a }) => {
    const pages = async (by: Client, sort: string) =>
      (await by.get(`${sites}?sort=${sort}&page[limit]=500&${names}`)).is(200).each("/id");
    const [up, down] = [await pages(a.admin, "drupal_internal__id"), await pages(a.admin, "-drupal_internal__id")];
    if (up.length < 2 || JSON.stringify(up) !== JSON.stringify(down.reverse()))
      throw new Error("not the other way round");
  });
  test("a language of a sort is as none: rows have no translations", async ({ a }) => {
    for (const language of ["fr", "xx", ""])
      (await a.admin.get(`${sites}?sort[k][path]=name&sort[k][langcode]=${language}&page[limit]=1&${names}`))
        .is(200)
        .values("/attributes/name", ["Site 01"]);
  });
  test("groups by decimals go by their size, those by internal ids by number", async ({ a }) => {
    (await a.admin.get(`/jsonapi/aggregate/sw_site?filter[billing_site.id]=${a.ids["point"]}&groupBy=latitude`))
      .is(200)
      .has("/meta/groups/1/keys/latitude", "2.500000")
      .has("/meta/groups/9/keys/latitude", "10.500000");
    const [first] = (await a.admin.get(`/jsonapi/aggregate/sw_site?groupBy=drupal_internal__id`)).list("/meta/groups");
    const key = first && typeof first === "object" && "keys" in first ? JSON.stringify(first.keys) : "";
    if (!/^\{"drupal_internal__id":\d+\}$/.test(key)) throw new Error(`a number expected, got ${key}`);
  });
  test("sums are of fields of the row", async ({ a }) => {
    for (const path of ["account.drupal_internal__id", "account.meta.drupal_internal__target_id"])
      (await a.admin.get(`/jsonapi/aggregate/sw_site?sumOf=${path}`)).problem({
        status: 400,
        detail: `The field \`${path}\` has no sum.`,
      });
  });
  test("aggregates have no links; those of an unknown type, and its site fields, say so", async ({ a }) => {
    (await a.admin.get("/jsonapi/aggregate/sw_site")).is(200).lacks("/links");
    for (const kind of ["aggregate", "site-fields"])
      (await a.admin.get(`/jsonapi/${kind}/nosuch`)).problem({
        status: 404,
        detail: "The entity type does not exist.",
      });
  });
  test("a question of a wrong shape is answered with one sentence", async ({ a }) => {
    const questions: readonly (readonly [string, string])[] = [
      ["filter[a][condition]=x", "A filter condition must be an object."],
      ["filter[a][group]=x", "Allowed conjunctions: AND, OR."],
      [
        "filter[a][condition][path][]=name&filter[a][condition][value]=x",
        "The path of a filter must be a single value.",
      ],
      [
        "filter[a][condition][path]=name&filter[a][condition][operator][]=IN",
        "The operator of a filter must be a single value.",
      ],
      ["filter[name][value][a][b]=c", "The values of a filter must be single values."],
      ["filter[0]=1", "No field name was provided for the filter."],
      ["sort=0", "You need to provide a value for the sort parameter."],
      ["include[]=account", "The include parameter must be a single value."],
      ["filter[name]=%FF", "The URL is not valid UTF-8."],
    ];
    for (const [question, detail] of questions)
      (await a.admin.get(`${sites}?${question}`)).problem({ status: 400, detail });
    (await a.admin.get(`${sites}?page[limit]=1e1&${names}`)).is(200).count(10);
  });
  test("the anonymous are refused before method, type and body are looked at; what has no address has none", async ({
    anonymous,
  }) => {
    const body = { data: {} };
    for (const path of ["/jsonapi/operations/x/y", "/jsonapi/aggregate", "/jsonapi/sw_site/sw_site/x/account/y"])
      (await anonymous.get(path)).problem({ status: 401 });
    for (const path of ["/jsonapi/operations", sites, "/jsonapi/outbox"])
      (await anonymous.send("PUT", path, { body, type: "text/plain" })).problem({ status: 401 });
    for (const path of ["/jsonapi/action/action", "/jsonapi/user_role/user_role", "/jsonapi/nosuch/nosuch"])
      (await anonymous.get(path)).is(404);
  });
  test("a parameter whose name is cut or not closed is refused, not left out", async ({ a }) => {
    const problem = { status: 400, detail: "The name of a query parameter is malformed." };
    for (const question of [
      "filter[name%00]=x",
      "filter[name%00][value]=x",
      "filter[name=x",
      "filter[name]x=y",
      "filter[name[value]]=x",
      "page[limit=1",
      "sort[a][path=name",
      "a%00b=1",
    ])
      (await a.admin.get(`${sites}?${question}`)).problem(problem);
  });
  test("addresses outside of the API say which methods they take", async ({ a }) => {
    for (const [path, allow] of [
      ["/session/token", /GET/],
      ["/router/translate-path", /GET/],
      ["/subrequests", /POST/],
    ] as const)
      (await a.admin.send("OPTIONS", path)).is(200).header("allow", allow);
  });
  test("English has no prefix of its own, and an unknown request is told as one", async ({ a }) => {
    (await a.admin.get("/en/jsonapi/sw_site/sw_site")).is(404);
    (await a.admin.get("/jsonapi/operations/nothing-of-that-name")).problem({
      status: 404,
      detail: "There is no request with that id.",
    });
  });
});
