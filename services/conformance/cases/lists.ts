import { group } from "../suite.ts";
import { granted } from "../world.ts";

const names = "fields[sw_site--sw_site]=name";

export const sorting = group("sorting", (test) => {
  test("default order is the internal id", async ({ a }) => {
    const ids = (
      await a.admin.get("/jsonapi/sw_site/sw_site?fields[sw_site--sw_site]=drupal_internal__id&page[limit]=20")
    )
      .is(200)
      .each("/attributes/drupal_internal__id");
    if (ids.some((id, index) => index > 0 && Number(id) <= Number(ids[index - 1])))
      throw new Error(`not ascending: ${JSON.stringify(ids)}`);
  });
  test("the internal id descending, alone and behind another key", async ({ a }) => {
    const path = "/jsonapi/sw_site/sw_site?fields[sw_site--sw_site]=drupal_internal__id&page[limit]=20&sort=";
    for (const sort of ["-drupal_internal__id", "account.id,-drupal_internal__id"]) {
      const filter = `&filter[account.id]=${a.ids["alpha"]}`;
      const ids = (await a.admin.get(path + sort + filter)).is(200).each("/attributes/drupal_internal__id");
      if (ids.length !== 20 || ids.some((id, index) => index > 0 && Number(id) >= Number(ids[index - 1])))
        throw new Error(`not descending: ${JSON.stringify(ids)}`);
    }
  });
  test("B11 descending", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&sort=-name&page[limit]=2&${names}`,
      )
    )
      .is(200)
      .values("/attributes/name", ["Site 60", "Site 59"]);
  });
  test("B12 several keys", async ({ a }) => {
    const reply = await a.admin.get(
      `/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&sort=-city,-name&page[limit]=7&${names},city`,
    );
    reply
      .is(200)
      .values("/attributes/name", ["Site 60", "Site 50", "Site 40", "Site 30", "Site 20", "Site 10", "Site 59"]);
  });
  test("B13 long form", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&sort[k][path]=name&sort[k][direction]=DESC&page[limit]=1&${names}`,
      )
    )
      .is(200)
      .values("/attributes/name", ["Site 60"]);
  });
  test("decimals sort as numbers", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&sort=-latitude&page[limit]=1&${names}`,
      )
    )
      .is(200)
      .values("/attributes/name", ["Site 60"]);
  });
  test("B14 unknown field", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?sort=nope")).problem({
      status: 400,
      detail: "Invalid nested filtering. The field `nope`, given in the path `nope`, does not exist.",
    });
  });
  test("B15 empty sort", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?sort=")).problem({
      status: 400,
      detail: "You need to provide a value for the sort parameter.",
    });
  });
  test("B16 through a relationship", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site?sort=-billing_site.account.legal_name,name&page[limit]=2&${names}`))
      .is(200)
      .values("/attributes/name", ["Site 99", "Site 01"]);
  });
  test("equal keys keep the order of the internal id", async ({ a }) => {
    const query = `filter[billing_site.id]=${a.ids["point"]}&filter[city]=Annecy&sort=city&page[limit]=3&${names}`;
    (await a.admin.get(`/jsonapi/sw_site/sw_site?${query}`))
      .is(200)
      .values("/attributes/name", ["Site 01", "Site 02", "Site 03"]);
    (await a.admin.get(`/jsonapi/sw_site/sw_site?${query.replace("sort=city", "sort=-city")}`))
      .is(200)
      .values("/attributes/name", ["Site 01", "Site 02", "Site 03"]);
  });
  test("text sorts without regard to case", async ({ a, fresh }) => {
    const first = (await a.admin.create("sw_supplier", { name: "zzz b", code: fresh("s") })).is(201).id;
    const second = (await a.admin.create("sw_supplier", { name: "ZZZ a", code: fresh("s") })).is(201).id;
    (
      await a.admin.get(
        `/jsonapi/sw_supplier/sw_supplier?filter[name][operator]=STARTS_WITH&filter[name][value]=zzz&sort=name`,
      )
    )
      .is(200)
      .values("/id", [second, first]);
    for (const id of [first, second]) (await a.admin.remove(`/jsonapi/sw_supplier/sw_supplier/${id}`)).is(204);
  });
});

export const paging = group("paging", (test) => {
  test("B01 default page of 50 with next, no count", async ({ a, base }) => {
    const reply = (await a.admin.get("/jsonapi/sw_site/sw_site")).is(200).count(50).lacks("/meta");
    reply
      .has("/links/next/href", `${base}/jsonapi/sw_site/sw_site?page%5Boffset%5D=50&page%5Blimit%5D=50`)
      .lacks("/links/prev")
      .lacks("/links/last");
  });
  test("B02 first, prev, next keep the other parameters", async ({ a, base }) => {
    const reply = (
      await a.admin.get(
        "/jsonapi/sw_site/sw_site?page[limit]=2&page[offset]=4&fields[sw_site--sw_site]=postal_code,city",
      )
    )
      .is(200)
      .count(2);
    const page = (offset: number) =>
      `${base}/jsonapi/sw_site/sw_site?page%5Boffset%5D=${offset}&page%5Blimit%5D=2&fields%5Bsw_site--sw_site%5D=postal_code%2Ccity`;
    reply.has("/links/first/href", page(0)).has("/links/prev/href", page(2)).has("/links/next/href", page(6));
    reply.has(
      "/links/self/href",
      `${base}/jsonapi/sw_site/sw_site?fields%5Bsw_site--sw_site%5D=postal_code%2Ccity&page%5Blimit%5D=2&page%5Boffset%5D=4`,
    );
  });
  test("B04 too large a limit is the maximum", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_site/sw_site?page[limit]=1000")).is(200).count(50));
  test("500 rows when the fieldset names the primary type", async ({ a }) => {
    const reply = (
      await a.admin.get(`/jsonapi/sw_site/sw_site?${names}&page[limit]=500&filter[billing_site.id]=${a.ids["point"]}`)
    )
      .is(200)
      .count(60);
    reply.lacks("/links/next");
    (await a.admin.get(`/jsonapi/sw_site/sw_site?fields[sw_billing_site--sw_billing_site]=name&page[limit]=500`))
      .is(200)
      .count(50);
  });
  test("the default stays 50 with a fieldset", async ({ a }) =>
    void (await a.admin.get(`/jsonapi/sw_site/sw_site?${names}`)).is(200).count(50));
  test("B05, B06 a limit below 1", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?page[limit]=0")).problem({
      status: 400,
      detail: "The page size needs to be a positive integer.",
    });
    (await a.admin.get("/jsonapi/sw_site/sw_site?page[limit]=-1")).problem({
      status: 400,
      detail: "The page size needs to be a positive integer.",
    });
  });
  test("B08 a scalar page is refused", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?page=2")).problem({
      status: 400,
      detail: 'Unexpected value for parameter "page": expecting "array", got "string".',
    });
  });
  test("B10 past the end", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?page[offset]=100000"))
      .is(200)
      .count(0)
      .exists("/links/first")
      .exists("/links/prev")
      .lacks("/links/next");
  });
  test("the last page has no next", async ({ a }) => {
    const reply = await a.admin.get(
      `/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&page[offset]=50&page[limit]=10`,
    );
    reply.is(200).count(10).lacks("/links/next");
  });
});

export const fieldsets = group("fieldsets", (test) => {
  test("C09 unknown names are ignored", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}?fields[sw_site--sw_site]=postal_code,nope`))
      .is(200)
      .has("/data/attributes", { postal_code: "29001" })
      .lacks("/data/relationships");
  });
  test("C10 an empty fieldset", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}?fields[sw_site--sw_site]=`))
      .is(200)
      .lacks("/data/attributes")
      .lacks("/data/relationships")
      .exists("/data/id");
  });
  test("C11 a scalar fieldset is refused", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_site/sw_site?fields=postal_code")).problem({
      status: 400,
      detail: 'Unexpected value for parameter "fields": expecting "array", got "string".',
    });
  });
  test("a fieldset given as an array is 400, not 500", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_site/sw_site?fields[sw_site--sw_site][]=x")).is(400));
  test("relationships are fields too", async ({ a }) => {
    const reply = (
      await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}?fields[sw_site--sw_site]=billing_site`)
    )
      .is(200)
      .lacks("/data/attributes");
    reply.has("/data/relationships/billing_site/data/id", a.ids["point"]).lacks("/data/relationships/account");
  });
});

export const including = group("including", (test) => {
  test("C01 a relationship with its fieldset", async ({ a }) => {
    const reply = await a.admin.get(
      `/jsonapi/sw_site/sw_site/${a.ids["site01"]}?include=billing_site&fields[sw_site--sw_site]=postal_code,billing_site&fields[sw_billing_site--sw_billing_site]=name`,
    );
    reply
      .is(200)
      .count(1, "/included")
      .has("/included/0/id", a.ids["point"])
      .has("/included/0/attributes", { name: "Point A" })
      .lacks("/included/0/relationships");
    reply.has("/data/relationships/billing_site/data/id", a.ids["point"]);
  });
  test("shared targets come once", async ({ a }) =>
    void (await a.admin.get(`/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&include=billing_site`))
      .is(200)
      .count(1, "/included"));
  test("C02 targets that may not be seen: left out, told in meta.omitted, linkage stays", async ({ a }) =>
    granted(a, ["view sw_catalogue_item"], async (support) => {
      const reply = await support.get(
        `/jsonapi/sw_catalogue_item/sw_catalogue_item/${a.ids["plan1"]}?include=catalogue`,
      );
      reply.is(200).lacks("/included").has("/data/relationships/catalogue/data/id", a.ids["catalogue"]);
      reply.has("/meta/omitted/detail", "Some resources have been omitted because of insufficient authorization.");
      reply.has("/meta/omitted/links/help/href", /filters-access-control$/);
    }));
  test("C03 included users show what colleagues may see", async ({ a }) => {
    (
      await a.admin.update(
        "sw_account",
        a.ids["gamma"] ?? "",
        {},
        { salesperson: { data: { type: "user--user", id: a.users["manager"] } } },
      )
    ).is(200);
    const reply = (await a.support.get(`/jsonapi/sw_account/sw_account/${a.ids["gamma"]}?include=salesperson`))
      .is(200)
      .count(1, "/included");
    reply
      .has("/included/0/attributes/display_name", "manager A")
      .has("/included/0/attributes/user_type", "internal")
      .lacks("/included/0/attributes/mail")
      .lacks("/included/0/attributes/name");
  });
  test("C04 unknown relationship", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}?include=nope`)).problem({
      status: 400,
      detail: /^`nope` is not a valid relationship field name\. Possible values: .*billing_site/,
    });
  });
  test("unknown nested relationship", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}?include=billing_site.nope`)).problem({
      status: 400,
      detail: /^`billing_site\.nope` is not a valid include path\. `nope` is not a valid relationship field name\./,
    });
  });
  test("C06 an empty include is ignored", async ({ a }) =>
    void (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}?include=`)).is(200).lacks("/included"));
  test("C08 paths are checked against rows", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_site/sw_site?filter[postal_code]=none&include=nope")).is(200).count(0));
  test("E33 includes in the answer to a POST", async ({ a, fresh }) => {
    const reply = await a.admin.post(
      "/jsonapi/sw_contact/sw_contact?include=account&fields[sw_account--sw_account]=legal_name",
      {
        data: {
          type: "sw_contact--sw_contact",
          attributes: { last_name: fresh("c") },
          relationships: { account: { data: { type: "sw_account--sw_account", id: a.ids["alpha"] } } },
        },
      },
    );
    reply.is(201).has("/included/0/attributes", { legal_name: "Alpha A" });
  });
  test("C05 nested", async ({ a }) => {
    const reply = (
      await a.admin.get(`/jsonapi/sw_price/sw_price?filter[id]=${a.ids["sell"]}&include=item.catalogue,item.supplier`)
    )
      .is(200)
      .count(3, "/included");
    const types = reply
      .list("/included")
      .map((_, index) => reply.at(`/included/${index}/type`))
      .sort();
    if (types.join() !== "sw_catalogue--sw_catalogue,sw_catalogue_item--sw_catalogue_item,sw_supplier--sw_supplier")
      reply.fail("item, catalogue and supplier", types.join());
  });
});
