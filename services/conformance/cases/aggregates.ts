import { group } from "../suite.ts";

export const aggregates = group("aggregates", (test) => {
  const path = "/jsonapi/aggregate/sw_site";
  test("one group without groupBy", async ({ a }) => {
    const reply = (await a.admin.get(`${path}?filter[billing_site.id]=${a.ids["point"]}&sumOf=latitude`))
      .is(200)
      .has("/data", [])
      .speaksJsonApi();
    reply
      .has("/meta/groups", [{ keys: {}, count: 60, sums: { latitude: "1860.000000" } }])
      .header("content-type", "application/vnd.api+json");
  });
  test("groups by relationship: UUID or null", async ({ a }) => {
    const reply = (
      await a.admin.get(
        `/jsonapi/aggregate/sw_catalogue_item?filter[catalogue.id]=${a.ids["catalogue"]}&groupBy=supplier,catalogue`,
      )
    )
      .is(200)
      .count(2, "/meta/groups");
    reply
      .has("/meta/groups/0/keys", { supplier: null, catalogue: a.ids["catalogue"] })
      .has("/meta/groups/0/count", 1)
      .has("/meta/groups/1/keys/supplier", a.ids["orange"]);
  });
  test("groups by a path through relationships", async ({ a }) => {
    const reply = (
      await a.admin.get(
        `${path}?filter[billing_site.id]=${a.ids["point"]}&groupBy=billing_site.account,billing_site.account.legal_name&sumOf=latitude,longitude`,
      )
    )
      .is(200)
      .count(1, "/meta/groups");
    reply
      .has("/meta/groups/0/keys", {
        "billing_site.account": a.ids["alpha"],
        "billing_site.account.legal_name": "Alpha A",
      })
      .has("/meta/groups/0/sums", { latitude: "1860.000000", longitude: "1830.000000" });
  });
  test("the sum of nothing", async ({ a }) => {
    (await a.admin.get(`${path}?filter[postal_code]=none&sumOf=latitude`))
      .is(200)
      .has("/meta/groups", [{ keys: {}, count: 0, sums: { latitude: "0.000000" } }]);
    (await a.admin.get(`${path}?filter[postal_code]=none&groupBy=city`)).is(200).has("/meta/groups", []);
  });
  test("unknown fields and types", async ({ a }) => {
    (await a.admin.get(`${path}?groupBy=nope`)).is(400);
    (await a.admin.get(`${path}?sumOf=postal_code`)).is(400);
    (await a.admin.get(`${path}?filter[nope]=1`)).is(400);
    (await a.admin.get("/jsonapi/aggregate/nope")).is(404);
  });
  test("a path with several values is refused, in sorts too; one of them, ids and properties are keys", async ({
    a,
  }) => {
    const several = (path: string) => ({
      status: 400,
      detail: `The path \`${path}\` leads to several values; rows can't be sorted, grouped or summed by it.`,
    });
    for (const [type, asked] of [
      ["sw_account", "external_ids.value"],
      ["sw_account", "external_ids.system"],
      ["sw_account", "salesperson.business_roles"],
      ["sw_site", "account.external_ids.value"],
      ["user", "business_roles"],
      ["user", "accounts.legal_name"],
      ["sw_brand", "modules"],
      ["sw_journal_entry", "changes.field"],
    ] as const) {
      (await a.admin.get(`/jsonapi/aggregate/${type}?groupBy=${asked}`)).problem(several(asked));
      (await a.admin.get(`/jsonapi/${type}/${type}?sort=${asked}`)).problem(several(asked));
    }
    (await a.admin.get("/jsonapi/aggregate/sw_account?sumOf=external_ids.value")).problem(
      several("external_ids.value"),
    );
    const two = `filter[t][condition][path]=id&filter[t][condition][operator]=IN&filter[t][condition][value][]=${a.ids["alpha"]}&filter[t][condition][value][]=${a.ids["beta"]}`;
    (await a.admin.get(`/jsonapi/aggregate/sw_account?${two}&groupBy=external_ids.0.value`))
      .is(200)
      .has("/meta/groups", [
        { keys: { "external_ids.0.value": null }, count: 1, sums: {} },
        { keys: { "external_ids.0.value": "42" }, count: 1, sums: {} },
      ]);
    const one = `filter[id]=${a.ids["site01"]}`;
    (await a.admin.get(`${path}?${one}&groupBy=id,account.id`))
      .is(200)
      .has("/meta/groups/0/keys", { id: a.ids["site01"], "account.id": a.ids["alpha"] });
    const target = "account.meta.drupal_internal__target_id";
    const keys = (await a.admin.get(`${path}?${one}&groupBy=${target}`)).is(200).at("/meta/groups/0/keys");
    if (typeof (keys as Record<string, unknown>)[target] !== "number")
      throw new Error(`A number, not ${JSON.stringify(keys)}`);
    for (const list of [",", "city,,", "city,city"])
      (await a.admin.get(`${path}?groupBy=${list}`)).problem({
        detail: "The groupBy parameter must be a list of different paths.",
      });
    (await a.admin.get(`${path}?sumOf=city`)).problem({ status: 400, detail: "The field `city` has no sum." });
  });
  test("through files; what a file's field holds besides is no path", async ({ a, fresh }) => {
    const headers = { "Content-Disposition": `file; filename="${fresh("grouped")}.txt"` };
    const upload = { raw: new TextEncoder().encode("x"), type: "application/octet-stream", headers };
    const file = (await a.admin.send("POST", "/jsonapi/sw_document/sw_document/file", upload)).is(201);
    const relationships = { file: { data: { type: "file--file", id: file.id } } };
    const { id } = (await a.admin.create("sw_document", { title: fresh("d") }, relationships)).is(201);
    const documents = "/jsonapi/sw_document/sw_document";
    const filename = file.at("/data/attributes/filename");
    (await a.admin.get(`${documents}?filter[file.filename]=${filename}`)).is(200).values("/id", [id]);
    (await a.admin.get(`${documents}?filter[file.id]=${file.id}&sort=file.filename`)).is(200).values("/id", [id]);
    (await a.admin.get(`/jsonapi/aggregate/sw_document?filter[id]=${id}&groupBy=file,file.filename`))
      .is(200)
      .has("/meta/groups", [{ keys: { file: file.id, "file.filename": filename }, count: 1, sums: {} }]);
    for (const name of ["description", "display"]) {
      const asked = `file.meta.${name}`;
      const detail = `Invalid nested filtering. The field \`${name}\`, given in the path \`${asked}\`, does not exist.`;
      for (const query of [`filter[${asked}]=x`, `sort=${asked}`])
        (await a.admin.get(`${documents}?${query}`)).problem({ status: 400, detail });
      (await a.admin.get(`/jsonapi/aggregate/sw_document?groupBy=${asked}`)).problem({ status: 400, detail });
    }
  });
  test("nobody is found by permissions or passwords", async ({ a }) => {
    for (const name of ["permissions", "pass"]) {
      const detail = `The current user is not authorized to filter by the \`${name}\` field, given in the path \`${name}\`.`;
      for (const person of [a.admin, a.manager]) {
        for (const query of [
          `filter[${name}]=x`,
          `sort=${name}`,
          `filter[x][condition][path]=${name}&filter[x][condition][operator]=IS NULL`,
        ])
          (await person.get(`/jsonapi/user/user?${query}`)).problem({ status: 403, detail });
        (await person.get(`/jsonapi/aggregate/user?groupBy=${name}`)).problem({ status: 403, detail });
      }
    }
  });
  test("anonymous: 401", async ({ anonymous }) => void (await anonymous.get(path)).is(401));
  test("groups by a text, sorted by key", async ({ a }) => {
    (await a.admin.get(`${path}?filter[billing_site.id]=${a.ids["point"]}&groupBy=city`)).is(200).has("/meta/groups", [
      { keys: { city: "Annecy" }, count: 54, sums: {} },
      { keys: { city: "Brest" }, count: 6, sums: {} },
    ]);
  });
});
