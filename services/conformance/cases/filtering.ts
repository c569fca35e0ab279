import type { BrandWorld } from "../world.ts";
import { group } from "../suite.ts";

const fields = "fields[sw_line--sw_line]=user_name,sell_price";
const lines = (query: string) => `/jsonapi/sw_line/sw_line?${query}&${fields}`;
const park = (brand: BrandWorld) => `filter[park.id]=${brand.ids["park"]}`;

export const filtering = group("filtering", (test) => {
  test("B18 equality", async ({ a }) =>
    void (await a.admin.get(lines("filter[user_name]=User 07"))).is(200).values("/attributes/user_name", ["User 07"]));
  test("text is compared without regard to case", async ({ a }) => {
    (await a.admin.get(lines("filter[user_name]=uSER 07"))).is(200).count(1);
    (await a.admin.get("/jsonapi/sw_account/sw_account?filter[city]=ÉCULLY")).is(200).values("/id", [a.ids["beta"]]);
  });
  test("B19 STARTS_WITH", async ({ a }) => {
    (await a.admin.get(lines("filter[user_name][operator]=STARTS_WITH&filter[user_name][value]=User 0&page[limit]=20")))
      .is(200)
      .count(9);
  });
  test("CONTAINS and ENDS_WITH", async ({ a }) => {
    (
      await a.admin.get(
        lines(
          `filter[n][condition][path]=user_name&filter[n][condition][operator]=CONTAINS&filter[n][condition][value]=er 5`,
        ),
      )
    )
      .is(200)
      .count(10);
    (
      await a.admin.get(
        lines(
          `filter[n][condition][path]=user_name&filter[n][condition][operator]=ENDS_WITH&filter[n][condition][value]=11`,
        ),
      )
    )
      .is(200)
      .count(1);
  });
  test("wildcards in a value are plain characters", async ({ a }) => {
    (await a.admin.get(lines("filter[user_name][operator]=CONTAINS&filter[user_name][value]=%25"))).is(200).count(0);
    (await a.admin.get(lines("filter[user_name][operator]=STARTS_WITH&filter[user_name][value]=User_0")))
      .is(200)
      .count(0);
  });
  test("B20 greater or equal on a decimal", async ({ a }) => {
    (
      await a.admin.get(
        lines(
          `${park(a)}&filter[p][condition][path]=sell_price&filter[p][condition][operator]=>=&filter[p][condition][value]=59`,
        ),
      )
    )
      .is(200)
      .count(2);
  });
  test("B21 OR group", async ({ a }) => {
    const or =
      "filter[g][group][conjunction]=OR&filter[x][condition][path]=user_name&filter[x][condition][value]=User 01&filter[x][condition][memberOf]=g&filter[y][condition][path]=user_name&filter[y][condition][value]=User 03&filter[y][condition][memberOf]=g";
    (await a.admin.get(lines(or))).is(200).values("/attributes/user_name", ["User 01", "User 03"]);
  });
  test("B22 nested groups", async ({ a }) => {
    const query =
      "filter[and][group][conjunction]=AND&filter[or][group][conjunction]=OR&filter[or][group][memberOf]=and&filter[x][condition][path]=user_name&filter[x][condition][value]=User 10&filter[x][condition][memberOf]=or&filter[y][condition][path]=user_name&filter[y][condition][value]=User 11&filter[y][condition][memberOf]=or&filter[s][condition][path]=status&filter[s][condition][value]=suspended&filter[s][condition][memberOf]=and";
    (await a.admin.get(lines(query))).is(200).values("/attributes/user_name", ["User 10"]);
  });
  test("numeric filter keys", async ({ a }) => {
    (await a.admin.get(lines("filter[2][condition][path]=user_name&filter[2][condition][value]=User 04")))
      .is(200)
      .count(1);
  });
  test("B23 IN with indexed values", async ({ a }) => {
    (
      await a.admin.get(
        lines(
          "filter[t][condition][path]=user_name&filter[t][condition][operator]=IN&filter[t][condition][value][0]=User 03&filter[t][condition][value][1]=User 05",
        ),
      )
    )
      .is(200)
      .count(2);
  });
  test("NOT IN", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_account/sw_account?filter[t][condition][path]=status&filter[t][condition][operator]=NOT IN&filter[t][condition][value][]=active&filter[t][condition][value][]=closed&filter[i][condition][path]=id&filter[i][condition][operator]=IN&filter[i][condition][value][]=${[a.ids["alpha"], a.ids["beta"], a.ids["gamma"]].join("&filter[i][condition][value][]=")}`,
      )
    )
      .is(200)
      .values("/id", [a.ids["beta"]]);
  });
  test("B24 BETWEEN on a decimal", async ({ a }) => {
    const query = `${park(a)}&filter[t][condition][path]=sell_price&filter[t][condition][operator]=BETWEEN&filter[t][condition][value][]=3&filter[t][condition][value][]=5`;
    (await a.admin.get(lines(query))).is(200).values("/attributes/sell_price", ["3.5000", "4.5000"]);
  });
  test("B25 IS NOT NULL and IS NULL on a relationship", async ({ a }) => {
    (await a.admin.get(lines("filter[t][condition][path]=site&filter[t][condition][operator]=IS NOT NULL")))
      .is(200)
      .values("/id", [a.ids["line01"]]);
    (
      await a.admin.get(
        lines(`${park(a)}&filter[t][condition][path]=site&filter[t][condition][operator]=IS NULL&page[limit]=500`),
      )
    )
      .is(200)
      .count(59);
  });
  test("B26 through a relationship", async ({ a }) => {
    (await a.admin.get(lines("filter[plan.name]=Plan one&page[limit]=1")))
      .is(200)
      .values("/id", [a.ids["line01"]])
      .exists("/links/next");
    (await a.admin.get(lines("filter[park.account.legal_name]=Beta A"))).is(200).values("/id", [a.ids["line_beta"]]);
  });
  test("B27 by the target's UUID", async ({ a }) =>
    void (await a.admin.get(lines(`filter[park.id]=${a.ids["park_beta"]}`)))
      .is(200)
      .values("/id", [a.ids["line_beta"]]));
  test("B28 by the target's internal id", async ({ a }) => {
    const number = (await a.admin.get(`/jsonapi/sw_park/sw_park/${a.ids["park_beta"]}`)).at(
      "/data/attributes/drupal_internal__id",
    );
    (await a.admin.get(lines(`filter[park.meta.drupal_internal__target_id]=${number}`)))
      .is(200)
      .values("/id", [a.ids["line_beta"]]);
  });
  test("by own id", async ({ a }) =>
    void (await a.admin.get(lines(`filter[id]=${a.ids["line03"]}`))).is(200).values("/id", [a.ids["line03"]]));
  test("an id that is no UUID matches nothing", async ({ a }) =>
    void (await a.admin.get(lines("filter[id]=abc"))).is(200).count(0));
  test("a word where a number is stored matches nothing", async ({ a }) =>
    void (await a.admin.get(lines("filter[sell_price]=abc"))).is(200).count(0));
  test("booleans", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_catalogue/sw_catalogue?filter[active]=1")).is(200).count(1);
    (await a.admin.get("/jsonapi/sw_catalogue/sw_catalogue?filter[active]=0")).is(200).count(0);
  });
  test("dates", async ({ a }) => {
    (
      await a.admin.get(
        lines(
          `${park(a)}&filter[d][condition][path]=activated_on&filter[d][condition][operator]=<&filter[d][condition][value]=2026-01-02`,
        ),
      )
    )
      .is(200)
      .count(2);
  });
  test("one of several values", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_supplier/sw_supplier?filter[invoice_names]=Orange Business"))
      .is(200)
      .values("/id", [a.ids["orange"]]);
    (await a.admin.get("/jsonapi/sw_account/sw_account?filter[external_ids.value]=42"))
      .is(200)
      .values("/id", [a.ids["alpha"]]);
    (await a.admin.get(`/jsonapi/user/user?filter[accounts.id]=${a.ids["alpha"]}`))
      .is(200)
      .values("/id", [a.users["client"]]);
  });
  test("B29 unknown field", async ({ a }) => {
    (await a.admin.get(lines("filter[nope]=1"))).problem({
      status: 400,
      detail: "Invalid nested filtering. The field `nope`, given in the path `nope`, does not exist.",
    });
    (await a.admin.get(lines("filter[park.nope]=1"))).problem({
      status: 400,
      detail: "Invalid nested filtering. The field `nope`, given in the path `park.nope`, does not exist.",
    });
  });
  test("B30 operator LIKE is refused", async ({ a }) => {
    (
      await a.admin.get(
        lines("filter[a][condition][path]=number&filter[a][condition][operator]=LIKE&filter[a][condition][value]=x"),
      )
    ).problem({ status: 400, detail: "The 'LIKE' operator is not allowed in a filter parameter." });
  });
  test("B31 a field of several properties needs one", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_account/sw_account?filter[external_ids]=x")).problem({
      status: 400,
      detail: /^Invalid nested filtering\. The field `external_ids`, given in the path `external_ids` is incomplete/,
    });
  });
  test("B32 a relationship alone needs a specifier", async ({ a }) => {
    (await a.admin.get(lines("filter[park]=x"))).problem({
      status: 400,
      detail:
        "Invalid nested filtering. The field `park`, given in the path `park` is incomplete, it must end with one of the following specifiers: `id`, `meta.drupal_internal__target_id`.",
    });
  });
  test("B33 a condition without a path", async ({ a }) => {
    (await a.admin.get(lines("filter[a][condition][operator]==&filter[a][condition][value]=x"))).problem({
      status: 400,
      detail: /valid filter condition/,
    });
  });
  test("IS NULL takes no value", async ({ a }) => {
    (
      await a.admin.get(
        lines("filter[a][condition][path]=number&filter[a][condition][operator]=IS NULL&filter[a][condition][value]=x"),
      )
    ).problem({ status: 400, detail: /should not provide a value/ });
  });
  test("B37 a scalar filter is refused", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?filter=1")).problem({
      status: 400,
      detail: 'Unexpected value for parameter "filter": expecting "array", got "string".',
    });
  });
  test("B39 IN with a single value", async ({ a }) => {
    (
      await a.admin.get(
        lines(
          "filter[a][condition][path]=user_name&filter[a][condition][operator]=IN&filter[a][condition][value]=User 02",
        ),
      )
    )
      .is(200)
      .count(1);
  });
  test("B43 targets that the viewer may not see match nothing", async ({ a }) => {
    (await a.client.get("/jsonapi/sw_catalogue_item/sw_catalogue_item?filter[catalogue.name]=Catalogue A"))
      .is(200)
      .count(0)
      .lacks("/meta");
    (await a.admin.get("/jsonapi/sw_catalogue_item/sw_catalogue_item?filter[catalogue.name]=Catalogue A"))
      .is(200)
      .count(2);
  });
});
