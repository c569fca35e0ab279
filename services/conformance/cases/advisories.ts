import { type Client, document, one } from "../client.ts";
import { group } from "../suite.ts";
import { harmless } from "../harmless.ts";

const sites = "/jsonapi/sw_site/sw_site";
const names = "fields[sw_site--sw_site]=name";

export const advisories = group("advisories", (test) => {
  test("SA-CORE-2026-004 keys of filter values are no SQL", async ({ a }) => {
    const keys = [
      "0) OR 1=1 --",
      "a'b",
      'a"b',
      "x]",
      ":db_condition_placeholder_0",
      "0;DROP TABLE users",
      "1)) UNION SELECT pass FROM users--",
      "%00",
      "-1",
      "__proto__",
      "constructor",
      "é",
      "0 ",
    ];
    for (const operator of ["IN", "NOT IN", "BETWEEN", "=", "CONTAINS"]) {
      for (const key of keys) {
        const query = `filter[t][condition][path]=name&filter[t][condition][operator]=${operator}&filter[t][condition][value][${encodeURIComponent(key)}]=Site 03&filter[t][condition][value][0]=Site 03`;
        const reply = harmless(await a.admin.get(`${sites}?${query}&${names}`));
        if (
          reply.status === 200 &&
          reply.each("/attributes/name").some((name) => operator === "IN" && name !== "Site 03")
        )
          reply.fail("Site 03 only", JSON.stringify(reply.each("/attributes/name")));
      }
    }
    (
      await a.admin.get(
        `${sites}?filter[t][condition][path]=name&filter[t][condition][operator]=IN&filter[t][condition][value][first]=Site 03&filter[t][condition][value][second]=Site 05&${names}`,
      )
    )
      .is(200)
      .values("/attributes/name", ["Site 03", "Site 05"]);
  });
  test("#3605792 operators are a closed list, whatever the value's shape", async ({ a }) => {
    for (const operator of [
      "= 1 OR 1",
      "IN (SELECT 1) --",
      "LIKE",
      "REGEXP",
      "~*",
      "ILIKE",
      "NOT LIKE BINARY",
      "in",
      "=;",
      "\0",
    ]) {
      for (const value of ["value]=x", "value][]=x&filter[t][condition][value][]=y"]) {
        harmless(
          await a.admin.get(
            `${sites}?filter[t][condition][path]=name&filter[t][condition][operator]=${encodeURIComponent(operator)}&filter[t][condition][${value}`,
          ),
        ).is(400);
      }
    }
  });
  test("SA-CORE-2026-005, SA-CORE-2019-003 texts in every property of an identifier's meta are data", async ({
    a,
    fresh,
  }) => {
    const serialized = 'O:8:"stdClass":1:{s:1:"x";s:1:"y";}';
    const meta = Object.fromEntries(
      [
        "drupal_internal__target_id",
        "arity",
        "alt",
        "title",
        "options",
        "display",
        "description",
        "attributes",
        "width",
        "target_type",
        "entity",
        "_attributes",
      ].map((name) => [name, serialized]),
    );
    const identifier = { type: "sw_account--sw_account", id: a.ids["alpha"], meta };
    const made = harmless(
      await a.admin.post(
        "/jsonapi/sw_task/sw_task",
        document("sw_task", { attributes: { title: fresh("t") }, relationships: { account: { data: identifier } } }),
      ),
    );
    if (made.status < 400) made.is(201).has("/data/relationships/account/data/id", a.ids["alpha"]);
    made.never("stdClass");
    const changed = harmless(
      await a.admin.patch(`/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`, {
        data: { type: "sw_billing_site--sw_billing_site", id: a.ids["billing"], meta },
      }),
    );
    changed.never("stdClass");
    harmless(
      await a.admin.create("sw_account", {
        legal_name: serialized,
        softwhere_id: fresh("x"),
        external_ids: [{ system: serialized.slice(0, 30), value: serialized }],
      }),
    )
      .is(201)
      .has("/data/attributes/legal_name", serialized);
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site"]}`)).has(
      "/data/relationships/billing_site/data/id",
      a.ids["billing"],
    );
  });
  test("SA-CORE-2025-005 a method can't be overridden", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "kept", code: fresh("s") })).is(201);
    const path = `/jsonapi/sw_supplier/sw_supplier/${id}`;
    for (const header of ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"]) {
      for (const method of ["DELETE", "PATCH", "PUT", "CONNECT", "x", "GET"]) {
        harmless(
          await a.admin.send("POST", path, {
            body: document("sw_supplier", { id, attributes: { name: "overridden" } }),
            headers: { [header]: method },
          }),
        );
        harmless(await a.admin.get(path, { [header]: method }))
          .is(200)
          .has("/data/attributes/name", "kept");
      }
    }
    harmless(await a.admin.send("POST", `${path}?_method=DELETE`, { body: {} }));
    (await a.manager.get(path)).is(200).has("/data/attributes/version", 1);
  });
  test("SA-CORE-2024-004 case and accents: twins by case are one value, accents tell apart", async ({ a, fresh }) => {
    const code = fresh("éa");
    (await a.admin.create("sw_supplier", { name: "S", code })).is(201);
    for (const twin of [code.toUpperCase(), code.replace("é", "É")])
      (await a.admin.create("sw_supplier", { name: "S", code: twin })).problem({ status: 422, code: "not_unique" });
    const other = code.replace("é", "e");
    (await a.admin.create("sw_supplier", { name: "S", code: other })).is(201);
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier?filter[code]=${encodeURIComponent(code.toUpperCase())}`))
      .is(200)
      .values("/attributes/code", [code]);
    const name = fresh("Bürger");
    (await a.admin.create("user", { name, pass: "secret-word", status: true, user_type: "internal" })).is(201);
    (
      await a.admin.create("user", {
        name: name.toUpperCase(),
        pass: "secret-word",
        status: true,
        user_type: "internal",
      })
    ).problem({ status: 422 });
  });
  test("SA-CORE-2023-006 no inside of the server in an error, cached or not", async ({ a, anonymous }) => {
    const paths = [
      `${sites}?filter[x][y][z]=1`,
      `${sites}/${"x".repeat(3000)}`,
      `${sites}?sort[]=`,
      `${sites}?include=${"a.".repeat(100)}b`,
      "/jsonapi/%00",
      "/jsonapi/sw_site/%ff",
      `${sites}?page[limit]=${"9".repeat(50)}`,
      "/router/translate-path?path=%00",
      "/system/files/..%2f..%2fsettings",
      `${sites}?filter[postal_code][operator]=%00`,
    ];
    for (const path of paths) for (const client of [anonymous, a.admin, anonymous]) harmless(await client.get(path));
  });
  test("SA-CORE-2022-009 versions are asked of each row, and there are none", async ({ a, b }) => {
    for (const version of ["id:1", "rel:working-copy", "rel:latest-version", "id:0", "id:-1"]) {
      const [own, foreign] = [
        await a.admin.get(`${sites}/${a.ids["site01"]}?resourceVersion=${version}`),
        await a.admin.get(`${sites}/${b.ids["site01"]}?resourceVersion=${version}`),
      ];
      own.is(501).never("Site 01");
      if (foreign.status !== 501 && foreign.status !== 404) foreign.fail("501 or 404", String(foreign.status));
      foreign.never("Site 01");
    }
  });
  test("SA-CORE-2021-010, 2020-006 PATCH reaches no protected field", async ({ a }) => {
    const site = a.ids["site09"] ?? "";
    const before = (await a.admin.get(`${sites}/${site}`)).is(200).at("/data/attributes");
    for (const [client, attributes] of [
      [a.support, { latitude: "1" }],
      [a.support, { longitude: "1" }],
      [a.client, { name: "x" }],
      [a.manager, { drupal_internal__id: 1 }],
      [a.manager, { created: "2001-01-01T00:00:00+00:00" }],
      [a.manager, { changed: "2001-01-01T00:00:00+00:00" }],
    ] as const) {
      const reply = harmless(await client.update("sw_site", site, attributes));
      if (reply.status < 400) reply.fail("a refusal", String(reply.status));
    }
    for (const attributes of [
      { uuid: "x" },
      { id: site },
      { langcode: "de" },
      { default_langcode: false },
      { roles: ["administrator"] },
      { uid: 1 },
    ])
      (await a.admin.update("sw_site", site, attributes)).is(422);
    for (const attributes of [
      { business_roles: ["administrator"] },
      { status: false },
      { name: "x" },
      { user_type: "client" },
    ])
      (await a.support.update("user", a.users["support_n1"] ?? "", attributes)).is(403);
    (await a.admin.get(`${sites}/${site}`)).has("/data/attributes", before);
  });
  test("SA-CONTRIB-2018-015, 016, 021 related addresses, caches and tokens", async ({ a, b, anonymous }) => {
    const path = `${sites}/${a.ids["site01"]}/billing_site`;
    (await a.admin.get(path)).is(200);
    (await anonymous.get(path)).is(401);
    (await b.admin.get(path)).is(404);
    (await a.client.get(`/jsonapi/sw_account/sw_account/${a.ids["beta"]}/salesperson`)).is(404);
    (
      await a.admin.send("PATCH", `${sites}/${a.ids["site01"]}/relationships/billing_site`, {
        body: one("sw_billing_site", a.ids["point"] ?? ""),
        headers: { "X-CSRF-Token": b.admin.token },
      })
    ).is(403);
    (
      await a.admin.send("POST", "/jsonapi/operations", {
        body: {},
        type: 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"',
        headers: { "X-CSRF-Token": "x" },
      })
    ).is(403);
  });
  test("SA-CONTRIB-2018-081, 2019-095, 2022-059 no filter finds what its reader may not see", async ({ a, b }) => {
    const canaries: readonly (readonly [Client, string])[] = [
      [a.client, "Beta A"],
      [a.manager, "Alpha B"],
      [b.manager, "Alpha A"],
    ];
    for (const [client, canary] of canaries) {
      for (const path of ["legal_name", "softwhere_id", "notes"]) {
        for (const operator of ["=", "CONTAINS", "STARTS_WITH", "ENDS_WITH"]) {
          const reply = await client.get(
            `/jsonapi/sw_account/sw_account?filter[f][condition][path]=${path}&filter[f][condition][operator]=${encodeURIComponent(operator)}&filter[f][condition][value]=${canary}`,
          );
          if (reply.status !== 403 || path !== "notes") reply.is(200).count(0).lacks("/meta").lacks("/links/next");
        }
      }
      (await client.get(`/jsonapi/sw_site/sw_site?filter[account.legal_name]=${canary}`))
        .is(200)
        .count(0)
        .lacks("/meta");
      (await client.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_label]=${canary}`)).never(
        canary === "Beta A" ? "Beta A" : canary,
      );
    }
  });
  test("SA-CONTRIB-2022-055 rights that end, end at once", async ({ a }) => {
    const path = "/jsonapi/sw_catalogue/sw_catalogue";
    const role = (
      await a.admin.create("sw_role", { role: "client", granted: ["view sw_account", "view sw_catalogue"] })
    ).is(201);
    (await a.client.get(path)).is(200).count(1);
    (await a.admin.update("sw_role", role.id, { granted: ["view sw_account"] })).is(200);
    (await a.client.get(path)).is(403);
    (
      await a.admin.update("sw_role", role.id, {
        granted: ["view sw_account", "view sw_catalogue"],
        denied: ["view sw_catalogue"],
      })
    ).is(200);
    (await a.client.get(path)).is(403);
    (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    (await a.client.get(path)).is(403);
  });
  test("SA-CONTRIB-2025-122 other origins get nothing", async ({ a, anonymous }) => {
    const origin = { Origin: "https://evil.test" };
    const replies = [
      await anonymous.get("/jsonapi", origin),
      await a.admin.get(sites, origin),
      await anonymous.get("/session/token", origin),
      await anonymous.get(sites, { Origin: "null" }),
      await anonymous.send("OPTIONS", sites, {
        headers: {
          ...origin,
          "Access-Control-Request-Method": "PATCH",
          "Access-Control-Request-Headers": "x-csrf-token",
        },
      }),
      await anonymous.send("OPTIONS", "/user/login?_format=json", {
        headers: { ...origin, "Access-Control-Request-Method": "POST" },
      }),
    ];
    for (const reply of replies)
      for (const header of [
        "access-control-allow-origin",
        "access-control-allow-credentials",
        "access-control-allow-headers",
        "access-control-allow-methods",
        "access-control-expose-headers",
      ])
        reply.header(header, null);
  });
  test("security headers on every kind of answer", async ({ a, anonymous }) => {
    const replies = [
      await a.admin.get(sites),
      await anonymous.get(sites),
      await a.admin.get(`${sites}?foo=1`),
      await a.admin.get(`${sites}/x`),
      await anonymous.get("/jsonapi"),
      await anonymous.get("/jsonapi/nope/nope"),
      await anonymous.get("/user/login_status?_format=json"),
      await anonymous.get("/session/token"),
      await a.admin.get("/router/translate-path?path=/x"),
      await a.admin.send("PUT", sites, { body: {} }),
      await anonymous.get("/system/files/nothing.txt"),
    ];
    for (const reply of replies) {
      reply
        .header("x-content-type-options", "nosniff")
        .header("x-frame-options", "DENY")
        .header("referrer-policy", "same-origin");
      for (const header of ["x-generator", "x-powered-by", "x-drupal-cache-tags", "x-drupal-cache-contexts"])
        reply.header(header, null);
      if (/\d/.test(reply.headers.get("server") ?? ""))
        reply.fail("no version of the server", String(reply.headers.get("server")));
      if (/json/.test(reply.headers.get("content-type") ?? ""))
        reply
          .header("content-security-policy", /default-src 'none'/)
          .header("cross-origin-resource-policy", "same-origin");
    }
  });
});
