import type { BrandWorld } from "../world.ts";
import { group } from "../suite.ts";

const fields = "fields[sw_site--sw_site]=name,latitude";
const sites = (query: string) => `/jsonapi/sw_site/sw_site?${query}&${fields}`;
const point = (brand: BrandWorld) => `filter[billing_site.id]=${brand.ids["point"]}`;

export const filtering = group("filtering", (test) => {
  test("B18 equality", async ({ a }) =>
    void (await a.admin.get(sites("filter[name]=Site 07"))).is(200).values("/attributes/name", ["Site 07"]));
  test("text is compared without regard to case", async ({ a }) => {
    (await a.admin.get(sites("filter[name]=sITE 07"))).is(200).count(1);
    (await a.admin.get("/jsonapi/sw_account/sw_account?filter[city]=ÉCULLY")).is(200).values("/id", [a.ids["beta"]]);
  });
  test("B19 STARTS_WITH", async ({ a }) => {
    (await a.admin.get(sites("filter[name][operator]=STARTS_WITH&filter[name][value]=Site 0&page[limit]=20")))
      .is(200)
      .count(9);
  });
  test("CONTAINS and ENDS_WITH", async ({ a }) => {
    (
      await a.admin.get(
        sites(
          `filter[n][condition][path]=name&filter[n][condition][operator]=CONTAINS&filter[n][condition][value]=te 5`,
        ),
      )
    )
      .is(200)
      .count(10);
    (
      await a.admin.get(
        sites(
          `filter[n][condition][path]=name&filter[n][condition][operator]=ENDS_WITH&filter[n][condition][value]=11`,
        ),
      )
    )
      .is(200)
      .count(1);
  });
  test("wildcards in a value are plain characters", async ({ a }) => {
    (await a.admin.get(sites("filter[name][operator]=CONTAINS&filter[name][value]=%25"))).is(200).count(0);
    (await a.admin.get(sites("filter[name][operator]=STARTS_WITH&filter[name][value]=Site_0"))).is(200).count(0);
  });
  test("B20 greater or equal on a decimal", async ({ a }) => {
    (
      await a.admin.get(
        sites(
          `${point(a)}&filter[p][condition][path]=latitude&filter[p][condition][operator]=>=&filter[p][condition][value]=59`,
        ),
      )
    )
      .is(200)
      .count(2);
  });
  test("B21 OR group", async ({ a }) => {
    const or =
      "filter[g][group][conjunction]=OR&filter[x][condition][path]=name&filter[x][condition][value]=Site 01&filter[x][condition][memberOf]=g&filter[y][condition][path]=name&filter[y][condition][value]=Site 03&filter[y][condition][memberOf]=g";
    (await a.admin.get(sites(or))).is(200).values("/attributes/name", ["Site 01", "Site 03"]);
  });
  test("B22 nested groups", async ({ a }) => {
    const query =
      "filter[and][group][conjunction]=AND&filter[or][group][conjunction]=OR&filter[or][group][memberOf]=and&filter[x][condition][path]=name&filter[x][condition][value]=Site 10&filter[x][condition][memberOf]=or&filter[y][condition][path]=name&filter[y][condition][value]=Site 11&filter[y][condition][memberOf]=or&filter[s][condition][path]=city&filter[s][condition][value]=Brest&filter[s][condition][memberOf]=and";
    (await a.admin.get(sites(query))).is(200).values("/attributes/name", ["Site 10"]);
  });
  test("numeric filter keys", async ({ a }) => {
    (await a.admin.get(sites("filter[2][condition][path]=name&filter[2][condition][value]=Site 04"))).is(200).count(1);
  });
  test("B23 IN with indexed values", async ({ a }) => {
    (
      await a.admin.get(
        sites(
          "filter[t][condition][path]=name&filter[t][condition][operator]=IN&filter[t][condition][value][0]=Site 03&filter[t][condition][value][1]=Site 05",
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
    const query = `${point(a)}&filter[t][condition][path]=latitude&filter[t][condition][operator]=BETWEEN&filter[t][condition][value][]=3&filter[t][condition][value][]=5`;
    (await a.admin.get(sites(query))).is(200).values("/attributes/latitude", ["3.500000", "4.500000"]);
  });
  test("B25 IS NOT NULL and IS NULL on a relationship", async ({ a }) => {
    const items = (operator: string) =>
      `/jsonapi/sw_catalogue_item/sw_catalogue_item?filter[t][condition][path]=supplier&filter[t][condition][operator]=${operator}`;
    (await a.admin.get(items("IS NOT NULL"))).is(200).values("/id", [a.ids["plan1"]]);
    (await a.admin.get(items("IS NULL"))).is(200).values("/id", [a.ids["plan2"]]);
  });
  test("B27 by the target's UUID", async ({ a }) =>
    void (await a.admin.get(sites(`filter[billing_site.id]=${a.ids["point_beta"]}`)))
      .is(200)
      .values("/id", [a.ids["site99"]]));
  test("B28 by the target's internal id", async ({ a }) => {
    const number = (await a.admin.get(`/jsonapi/sw_billing_site/sw_billing_site/${a.ids["point_beta"]}`)).at(
      "/data/attributes/drupal_internal__id",
    );
    (await a.admin.get(sites(`filter[billing_site.meta.drupal_internal__target_id]=${number}`)))
      .is(200)
      .values("/id", [a.ids["site99"]]);
  });
  test("by own id", async ({ a }) =>
    void (await a.admin.get(sites(`filter[id]=${a.ids["site03"]}`))).is(200).values("/id", [a.ids["site03"]]));
  test("an id that is no UUID matches nothing", async ({ a }) =>
    void (await a.admin.get(sites("filter[id]=abc"))).is(200).count(0));
  test("a word where a number is stored matches nothing", async ({ a }) =>
    void (await a.admin.get(sites("filter[latitude]=abc"))).is(200).count(0));
  test("booleans", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_catalogue/sw_catalogue?filter[active]=1")).is(200).count(1);
    (await a.admin.get("/jsonapi/sw_catalogue/sw_catalogue?filter[active]=0")).is(200).count(0);
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
    (await a.admin.get(sites("filter[nope]=1"))).problem({
      status: 400,
      detail: "Invalid nested filtering. The field `nope`, given in the path `nope`, does not exist.",
    });
    (await a.admin.get(sites("filter[billing_site.nope]=1"))).problem({
      status: 400,
      detail: "Invalid nested filtering. The field `nope`, given in the path `billing_site.nope`, does not exist.",
    });
  });
  test("B30 operator LIKE is refused", async ({ a }) => {
    (
      await a.admin.get(
        sites(
          "filter[a][condition][path]=postal_code&filter[a][condition][operator]=LIKE&filter[a][condition][value]=x",
        ),
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
    (await a.admin.get(sites("filter[billing_site]=x"))).problem({
      status: 400,
      detail:
        "Invalid nested filtering. The field `billing_site`, given in the path `billing_site` is incomplete, it must end with one of the following specifiers: `id`, `meta.drupal_internal__target_id`.",
    });
  });
  test("B33 a condition without a path", async ({ a }) => {
    (await a.admin.get(sites("filter[a][condition][operator]==&filter[a][condition][value]=x"))).problem({
      status: 400,
      detail: /valid filter condition/,
    });
  });
  test("IS NULL takes no value", async ({ a }) => {
    (
      await a.admin.get(
        sites(
          "filter[a][condition][path]=postal_code&filter[a][condition][operator]=IS NULL&filter[a][condition][value]=x",
        ),
      )
    ).problem({ status: 400, detail: /should not provide a value/ });
  });
  test("B37 a scalar filter is refused", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?filter=1")).problem({
      status: 400,
      detail: 'Unexpected value for parameter "filter": expecting "array", got "string".',
    });
  });
  test("B39 IN with a single value", async ({ a }) => {
    (
      await a.admin.get(
        sites("filter[a][condition][path]=name&filter[a][condition][operator]=IN&filter[a][condition][value]=Site 02"),
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
  test("B26 through a relationship", async ({ a }) => {
    (await a.admin.get(sites("filter[billing_site.name]=Point A&page[limit]=1")))
      .is(200)
      .values("/id", [a.ids["site01"]])
      .exists("/links/next");
    (await a.admin.get(sites("filter[billing_site.account.legal_name]=Beta A")))
      .is(200)
      .values("/id", [a.ids["site99"]]);
  });
  test("dates", async ({ a }) => {
    const due = (operator: string, day: string) =>
      `/jsonapi/sw_task/sw_task?filter[id]=${a.ids["task"]}&filter[d][condition][path]=due_on&filter[d][condition][operator]=${operator}&filter[d][condition][value]=${day}`;
    (await a.admin.get(due("<", "2026-02-04"))).is(200).count(1);
    (await a.admin.get(due("<", "2026-02-03"))).is(200).count(0);
    (await a.admin.get(due("=", "2026-02-03"))).is(200).count(1);
  });
});
