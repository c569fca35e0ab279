import { group } from "../suite.ts";

const names = "fields[sw_line--sw_line]=user_name";

export const sorting = group("sorting", (test) => {
  test("default order is the internal id", async ({ a }) => {
    const ids = (
      await a.admin.get("/jsonapi/sw_line/sw_line?fields[sw_line--sw_line]=drupal_internal__id&page[limit]=20")
    )
      .is(200)
      .each("/attributes/drupal_internal__id");
    if (ids.some((id, index) => index > 0 && Number(id) <= Number(ids[index - 1])))
      throw new Error(`not ascending: ${JSON.stringify(ids)}`);
  });
  test("B11 descending", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_line/sw_line?filter[park.id]=${a.ids["park"]}&sort=-user_name&page[limit]=2&${names}`,
      )
    )
      .is(200)
      .values("/attributes/user_name", ["User 60", "User 59"]);
  });
  test("B12 several keys", async ({ a }) => {
    const reply = await a.admin.get(
      `/jsonapi/sw_line/sw_line?filter[park.id]=${a.ids["park"]}&sort=-status,-user_name&page[limit]=7&${names},status`,
    );
    reply
      .is(200)
      .values("/attributes/user_name", ["User 60", "User 50", "User 40", "User 30", "User 20", "User 10", "User 59"]);
  });
  test("B13 long form", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_line/sw_line?filter[park.id]=${a.ids["park"]}&sort[k][path]=user_name&sort[k][direction]=DESC&page[limit]=1&${names}`,
      )
    )
      .is(200)
      .values("/attributes/user_name", ["User 60"]);
  });
  test("decimals sort as numbers", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_line/sw_line?filter[park.id]=${a.ids["park"]}&sort=-sell_price&page[limit]=1&${names}`,
      )
    )
      .is(200)
      .values("/attributes/user_name", ["User 60"]);
  });
  test("B14 unknown field", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?sort=nope")).problem({
      status: 400,
      detail: "Invalid nested filtering. The field `nope`, given in the path `nope`, does not exist.",
    });
  });
  test("B15 empty sort", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?sort=")).problem({
      status: 400,
      detail: "You need to provide a value for the sort parameter.",
    });
  });
  test("B16 through a relationship", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_line/sw_line?sort=-park.account.legal_name,user_name&page[limit]=2&${names}`))
      .is(200)
      .values("/attributes/user_name", ["User 99", "User 01"]);
  });
  test("equal keys keep the order of the internal id", async ({ a }) => {
    const query = `filter[park.id]=${a.ids["park"]}&filter[status]=active&sort=status&page[limit]=3&${names}`;
    (await a.admin.get(`/jsonapi/sw_line/sw_line?${query}`))
      .is(200)
      .values("/attributes/user_name", ["User 01", "User 02", "User 03"]);
    (await a.admin.get(`/jsonapi/sw_line/sw_line?${query.replace("sort=status", "sort=-status")}`))
      .is(200)
      .values("/attributes/user_name", ["User 01", "User 02", "User 03"]);
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
    const reply = (await a.admin.get("/jsonapi/sw_line/sw_line")).is(200).count(50).lacks("/meta");
    reply
      .has("/links/next/href", `${base}/jsonapi/sw_line/sw_line?page%5Boffset%5D=50&page%5Blimit%5D=50`)
      .lacks("/links/prev")
      .lacks("/links/last");
  });
  test("B02 first, prev, next keep the other parameters", async ({ a, base }) => {
    const reply = (
      await a.admin.get("/jsonapi/sw_line/sw_line?page[limit]=2&page[offset]=4&fields[sw_line--sw_line]=number,status")
    )
      .is(200)
      .count(2);
    const page = (offset: number) =>
      `${base}/jsonapi/sw_line/sw_line?page%5Boffset%5D=${offset}&page%5Blimit%5D=2&fields%5Bsw_line--sw_line%5D=number%2Cstatus`;
    reply.has("/links/first/href", page(0)).has("/links/prev/href", page(2)).has("/links/next/href", page(6));
    reply.has(
      "/links/self/href",
      `${base}/jsonapi/sw_line/sw_line?fields%5Bsw_line--sw_line%5D=number%2Cstatus&page%5Blimit%5D=2&page%5Boffset%5D=4`,
    );
  });
  test("B04 too large a limit is the maximum", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_line/sw_line?page[limit]=1000")).is(200).count(50));
  test("500 rows when the fieldset names the primary type", async ({ a }) => {
    const reply = (
      await a.admin.get(`/jsonapi/sw_line/sw_line?${names}&page[limit]=500&filter[park.id]=${a.ids["park"]}`)
    )
      .is(200)
      .count(60);
    reply.lacks("/links/next");
    (await a.admin.get(`/jsonapi/sw_line/sw_line?fields[sw_park--sw_park]=kind&page[limit]=500`)).is(200).count(50);
  });
  test("the default stays 50 with a fieldset", async ({ a }) =>
    void (await a.admin.get(`/jsonapi/sw_line/sw_line?${names}`)).is(200).count(50));
  test("B05, B06 a limit below 1", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?page[limit]=0")).problem({
      status: 400,
      detail: "The page size needs to be a positive integer.",
    });
    (await a.admin.get("/jsonapi/sw_line/sw_line?page[limit]=-1")).problem({
      status: 400,
      detail: "The page size needs to be a positive integer.",
    });
  });
  test("B08 a scalar page is refused", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?page=2")).problem({
      status: 400,
      detail: 'Unexpected value for parameter "page": expecting "array", got "string".',
    });
  });
  test("B10 past the end", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?page[offset]=100000"))
      .is(200)
      .count(0)
      .exists("/links/first")
      .exists("/links/prev")
      .lacks("/links/next");
  });
  test("the last page has no next", async ({ a }) => {
    const reply = await a.admin.get(
      `/jsonapi/sw_line/sw_line?filter[park.id]=${a.ids["park"]}&page[offset]=50&page[limit]=10`,
    );
    reply.is(200).count(10).lacks("/links/next");
  });
});

export const fieldsets = group("fieldsets", (test) => {
  test("C09 unknown names are ignored", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?fields[sw_line--sw_line]=number,nope`))
      .is(200)
      .has("/data/attributes", { number: "+33600000001" })
      .lacks("/data/relationships");
  });
  test("C10 an empty fieldset", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?fields[sw_line--sw_line]=`))
      .is(200)
      .lacks("/data/attributes")
      .lacks("/data/relationships")
      .exists("/data/id");
  });
  test("C11 a scalar fieldset is refused", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_line/sw_line?fields=number")).problem({
      status: 400,
      detail: 'Unexpected value for parameter "fields": expecting "array", got "string".',
    });
  });
  test("relationships are fields too", async ({ a }) => {
    const reply = (await a.admin.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?fields[sw_line--sw_line]=park`))
      .is(200)
      .lacks("/data/attributes");
    reply.has("/data/relationships/park/data/id", a.ids["park"]).lacks("/data/relationships/plan");
  });
  test("a fieldset given as an array is 400, not 500", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_line/sw_line?fields[sw_line--sw_line][]=x")).is(400));
});

export const including = group("including", (test) => {
  test("C01 a relationship with its fieldset", async ({ a }) => {
    const reply = await a.admin.get(
      `/jsonapi/sw_line/sw_line/${a.ids["line01"]}?include=park&fields[sw_line--sw_line]=number,park&fields[sw_park--sw_park]=kind`,
    );
    reply
      .is(200)
      .count(1, "/included")
      .has("/included/0/id", a.ids["park"])
      .has("/included/0/attributes", { kind: "mobile" })
      .lacks("/included/0/relationships");
    reply.has("/data/relationships/park/data/id", a.ids["park"]);
  });
  test("C05 nested", async ({ a }) => {
    const reply = (
      await a.admin.get(`/jsonapi/sw_line/sw_line?filter[id]=${a.ids["line01"]}&include=park.account,plan`)
    )
      .is(200)
      .count(3, "/included");
    const types = reply
      .list("/included")
      .map((_, index) => reply.at(`/included/${index}/type`))
      .sort();
    if (types.join() !== "sw_account--sw_account,sw_catalogue_item--sw_catalogue_item,sw_park--sw_park")
      reply.fail("park, account and plan", types.join());
  });
  test("shared targets come once", async ({ a }) =>
    void (await a.admin.get(`/jsonapi/sw_line/sw_line?filter[park.id]=${a.ids["park"]}&include=park`))
      .is(200)
      .count(1, "/included"));
  test("C02 targets that may not be seen: left out, told in meta.omitted, linkage stays", async ({ a }) => {
    const reply = await a.client.get(
      `/jsonapi/sw_catalogue_item/sw_catalogue_item/${a.ids["plan1"]}?include=catalogue`,
    );
    reply.is(200).lacks("/included").has("/data/relationships/catalogue/data/id", a.ids["catalogue"]);
    reply.has("/meta/omitted/detail", "Some resources have been omitted because of insufficient authorization.");
    reply.has("/meta/omitted/links/help/href", /filters-access-control$/);
  });
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
    (await a.admin.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?include=nope`)).problem({
      status: 400,
      detail: /^`nope` is not a valid relationship field name\. Possible values: .*park/,
    });
  });
  test("unknown nested relationship", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?include=park.nope`)).problem({
      status: 400,
      detail: /^`park\.nope` is not a valid include path\. `nope` is not a valid relationship field name\./,
    });
  });
  test("C06 an empty include is ignored", async ({ a }) =>
    void (await a.admin.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?include=`)).is(200).lacks("/included"));
  test("C08 paths are checked against rows", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_line/sw_line?filter[number]=none&include=nope")).is(200).count(0));
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
});
