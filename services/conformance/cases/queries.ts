import { group } from "../suite.ts";

const sites = "/jsonapi/sw_site/sw_site";
const names = "fields[sw_site--sw_site]=name";
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/;

export const queries = group("queries", (test) => {
  test("B07 a negative offset is the beginning", async ({ a }) => {
    const reply = (await a.admin.get(`${sites}?page[offset]=-5&page[limit]=1&${names}`))
      .is(200)
      .values("/attributes/name", ["Site 01"])
      .lacks("/links/prev")
      .lacks("/links/first");
    reply.has("/links/next/href", /page%5Boffset%5D=1&page%5Blimit%5D=1/);
  });
  test("limits and offsets that are no whole numbers", async ({ a }) => {
    (await a.admin.get(`${sites}?page[limit]=abc`)).is(200).count(50);
    (await a.admin.get(`${sites}?page[limit]=1.9&${names}`)).is(200).count(1);
    (await a.admin.get(`${sites}?page[offset]=abc&page[limit]=1&${names}`))
      .is(200)
      .values("/attributes/name", ["Site 01"]);
  });
  test("B34 a condition without a value", async ({ a }) => {
    (await a.admin.get(`${sites}?filter[a][condition][path]=name`)).is(200).count(0);
    for (const query of ["filter[name][operator]=CONTAINS", "filter[a][path]=name", "filter[a][condition][value]=x"]) {
      (await a.admin.get(`${sites}?${query}`)).problem({
        status: 400,
        detail: "You must provide a valid filter condition. Check that you have set the required keys for your filter.",
      });
    }
  });
  test("B35 the reserved id: 400", async ({ a }) =>
    void (await a.admin.get(`${sites}?filter[@root]=1`)).problem({
      status: 400,
      detail: "'@root' is a reserved filter id.",
    }));
  test("B36 a bad conjunction: 400", async ({ a }) => {
    for (const conjunction of ["XOR", "or", ""])
      (await a.admin.get(`${sites}?filter[g][group][conjunction]=${conjunction}`)).problem({
        status: 400,
        detail: "Allowed conjunctions: AND, OR.",
      });
  });
  test("B40 an array where one value is needed: 400", async ({ a }) => {
    (
      await a.admin.get(
        `${sites}?filter[a][condition][path]=name&filter[a][condition][value][]=x&filter[a][condition][value][]=y`,
      )
    ).problem({ status: 400, detail: "The '=' operator takes a single value." });
  });
  test("S03 an empty group: 400", async ({ a }) =>
    void (await a.admin.get(`${sites}?filter[g][group][conjunction]=OR`)).problem({
      status: 400,
      detail: "The filter group 'g' is empty.",
    }));
  test("groups that hang on nothing or on themselves: 400", async ({ a }) => {
    (
      await a.admin.get(
        `${sites}?filter[a][condition][path]=name&filter[a][condition][value]=x&filter[a][condition][memberOf]=zz`,
      )
    ).problem({ status: 400, detail: "The filter 'a' is a member of a group that doesn't exist." });
    (
      await a.admin.get(
        `${sites}?filter[a][group][conjunction]=OR&filter[a][group][memberOf]=b&filter[b][group][conjunction]=OR&filter[b][group][memberOf]=a`,
      )
    ).problem({ status: 400, detail: /is a member of itself/ });
  });
  test("BETWEEN and NOT BETWEEN take two values: 400", async ({ a }) => {
    const condition = (operator: string, values: string) =>
      `${sites}?filter[a][condition][path]=latitude&filter[a][condition][operator]=${operator}&${values}`;
    for (const operator of ["BETWEEN", "NOT BETWEEN"]) {
      for (const values of [
        "filter[a][condition][value]=3",
        "filter[a][condition][value][]=3",
        "filter[a][condition][value][]=3&filter[a][condition][value][]=4&filter[a][condition][value][]=5",
      ]) {
        (await a.admin.get(condition(operator, values))).problem({
          status: 400,
          detail: `The '${operator}' operator takes two values.`,
        });
      }
    }
    (
      await a.admin.get(
        `${condition("NOT BETWEEN", "filter[a][condition][value][]=3&filter[a][condition][value][]=59")}&filter[billing_site.id]=${a.ids["point"]}&${names}`,
      )
    )
      .is(200)
      .values("/attributes/name", ["Site 01", "Site 02", "Site 59", "Site 60"]);
  });
  test("each operator on text and on numbers", async ({ a }) => {
    const found = async (operator: string, path: string, value: string) =>
      (
        await a.admin.get(
          `${sites}?filter[billing_site.id]=${a.ids["point"]}&filter[a][condition][path]=${path}&filter[a][condition][operator]=${encodeURIComponent(operator)}&filter[a][condition][value]=${value}&${names}&page[limit]=500`,
        )
      )
        .is(200)
        .list().length;
    const expected: readonly (readonly [string, string, string, number])[] = [
      ["=", "name", "Site 07", 1],
      ["<>", "name", "Site 07", 59],
      [">", "name", "Site 58", 2],
      [">=", "name", "Site 58", 3],
      ["<", "name", "Site 03", 2],
      ["<=", "name", "Site 03", 3],
      ["STARTS_WITH", "name", "Site 1", 10],
      ["ENDS_WITH", "name", "7", 6],
      ["CONTAINS", "name", "ite 3", 10],
      ["NOT IN", "name", "Site 01", 59],
      ["=", "latitude", "7.5", 1],
      ["<>", "latitude", "7.5", 59],
      [">", "latitude", "58.5", 2],
      [">=", "latitude", "58.5", 3],
      ["<", "latitude", "3.5", 2],
      ["<=", "latitude", "3.5", 3],
      ["IN", "latitude", "3.500000", 1],
    ];
    for (const [operator, path, value, count] of expected) {
      const got = await found(operator, path, value);
      if (got !== count) throw new Error(`${path} ${operator} ${value}: ${got} rows, not ${count}`);
    }
  });
  test("B41, B42 rows out of the viewer's sight are left out of filtered lists silently", async ({ a }) => {
    const accounts = "/jsonapi/sw_account/sw_account";
    (await a.client.get(`${accounts}?filter[legal_name]=Beta A`)).is(200).count(0).lacks("/meta");
    (await a.client.get(`${accounts}?filter[status]=prospect`)).is(200).count(0).lacks("/meta");
    (await a.client.get(accounts)).is(200).count(1).lacks("/meta");
  });
  test("B44, N02 a field that the viewer may not see: 403 naming it, 401 for the anonymous", async ({
    a,
    anonymous,
  }) => {
    (await anonymous.get("/jsonapi/user/user?filter[mail]=x@example.test")).problem({
      status: 401,
      detail: "No authentication credentials provided.",
    });
    (await a.support.get("/jsonapi/user/user?filter[mail]=x@example.test")).problem({
      status: 403,
      detail: "The current user is not authorized to filter by the `mail` field, given in the path `mail`.",
    });
  });
  test("B47 times are compared in the wire's form", async ({ a, b }) => {
    const entries = (value: string, operator = ">=") =>
      `/jsonapi/sw_journal_entry/sw_journal_entry?filter[t][condition][path]=occurred_at&filter[t][condition][operator]=${operator}&filter[t][condition][value]=${encodeURIComponent(value)}&page[limit]=1`;
    const at = String(
      (await a.admin.get(entries("2026-01-28T00:00:00")))
        .is(200)
        .count(1)
        .has("/data/0/attributes/occurred_at", time)
        .at("/data/0/attributes/occurred_at"),
    );
    (await a.admin.get(entries(at, "="))).is(200).count(1).has("/data/0/attributes/occurred_at", at);
    (await a.admin.get(entries("2001-01-01T00:00:00+02:00", "<"))).is(200).count(0);
    (
      await b.admin.get(
        "/jsonapi/user/user?filter[t][condition][path]=created&filter[t][condition][operator]=>=&filter[t][condition][value]=2026-01-28T00:00:00Z&page[limit]=1",
      )
    )
      .is(200)
      .count(1);
    (
      await b.admin.get(
        "/jsonapi/user/user?filter[t][condition][path]=created&filter[t][condition][operator]=<&filter[t][condition][value]=2026-01-28",
      )
    )
      .is(200)
      .count(0);
  });
  test("sorts that name nothing: 400", async ({ a }) => {
    for (const sort of ["sort=name,", "sort=-", "sort[a][direction]=DESC"])
      (await a.admin.get(`${sites}?${sort}`)).problem({
        status: 400,
        detail: "You need to provide a field name for the sort parameter.",
      });
  });
  test("paths that lead nowhere: 400 in core's words", async ({ a }) => {
    const nowhere: Readonly<Record<string, RegExp>> = {
      "billing_site.account.nope":
        /^Invalid nested filtering\. The field `nope`, given in the path `billing_site\.account\.nope`, does not exist\.$/,
      "billing_site.drupal_internal__target_id":
        /belongs to the meta object of a relationship and must be preceded by `meta`\.$/,
      "name.value":
        /^Invalid nested filtering\. The property `value`, given in the path `name\.value`, does not exist\. Filter by `name`, not `name\.value`/,
      uuid: /does not exist/,
      type: /does not exist/,
    };
    for (const [path, detail] of Object.entries(nowhere))
      (await a.admin.get(`${sites}?filter[${path}]=1`)).problem({ status: 400, detail });
    (await a.admin.get("/jsonapi/sw_account/sw_account?filter[external_ids.nope]=1")).problem({
      status: 400,
      detail: /Must be one of the following property names: `system`, `value`\.$/,
    });
  });
  test("N10 a related list takes no page, filter or sort", async ({ a }) => {
    const path = `/jsonapi/user/user/${a.users["client"]}/accounts`;
    (
      await a.admin.get(
        `${path}?page[limit]=1&filter[legal_name]=zz&sort=-legal_name&fields[sw_account--sw_account]=legal_name`,
      )
    )
      .is(200)
      .values("/attributes/legal_name", ["Alpha A"])
      .lacks("/links/next");
  });
});
