import { atomic, jsonApi } from "../client.ts";
import { atomicBody, documentBody, linkageBody, loginBody, relationshipNames, soundTypes } from "./bodies.ts";
import { json, names, place, type Places, words } from "./pools.ts";
import { query } from "./queries.ts";
import type { Random } from "./random.ts";

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Sent without a session. */
  readonly anonymous: boolean;
}

const types: readonly string[] = [
  jsonApi,
  jsonApi,
  jsonApi,
  jsonApi,
  jsonApi,
  `${jsonApi}; charset=utf-8`,
  "application/json",
  "text/plain",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "application/x-www-form-urlencoded",
  "application/octet-stream",
  atomic,
  `${jsonApi}; ext=x`,
  "",
  "/",
  "x".repeat(2000),
  "application/vnd.api+json;;;=",
  "*/*",
];
/** Methods that reach the application: others are refused by the web server before it. */
const methods: readonly string[] = [
  "GET",
  "HEAD",
  "OPTIONS",
  "PUT",
  "PATCH",
  "DELETE",
  "POST",
  "TRACE",
  "PROPFIND",
  "MKCOL",
  "REPORT",
];

/** Headers that travel with any request: overrides, negotiations, forged origins. */
function oddHeaders(random: Random): Record<string, string> {
  const pool: readonly (() => Record<string, string>)[] = [
    () => ({ "X-HTTP-Method-Override": random.pick([...methods, "", "x", "GET,POST", "CONNECT"]) }),
    () => ({
      Accept: random.pick([
        "",
        "text/html",
        "*/*",
        "application/json",
        "x",
        "application/vnd.api+json;q=x",
        ",".repeat(500),
      ]),
    }),
    () => ({ "If-Match": random.pick(['"1"', '"x"', "*", "", '"1","2"', 'W/"1"', '"99999999999999999999"', '"-1"']) }),
    () => ({
      "If-None-Match": random.pick(["*", '"x"', ""]),
      "If-Modified-Since": random.pick(["x", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Feb 2026 99:99:99 GMT"]),
    }),
    () => ({
      "X-Request-Id": random.pick(["a", "x".repeat(65), "<script>", "a b", ""]),
      "X-SW-Cause": random.pick(["import", "rule", "x", ""]),
    }),
    () => ({
      "Accept-Language": random.pick(["fr", "x-klingon", ",;q=", "é".normalize("NFD").slice(0, 1), "*"]),
      "Accept-Charset": "utf-7",
    }),
    () => ({
      "X-Forwarded-For": random.pick(["1.2.3.4", "x", "::1", "1.2.3.4, 127.0.0.1", ","]),
      "X-Forwarded-Host": random.pick(["evil.test", "", "a b"]),
      "X-Forwarded-Proto": random.pick(["https", "x"]),
      "X-Forwarded-Port": random.pick(["0", "x", "99999"]),
    }),
    () => ({ Host: random.pick(["evil.test", "localhost:1", "127.0.0.1", "[::1]", "a.b.c:99999", "x_y"]) }),
    () => ({ "X-CSRF-Token": random.pick(["", "x", "x".repeat(4000)]) }),
    () => ({ Cookie: random.pick(["SESS=x", "a", "=", ";;;", `SESS${"0".repeat(32)}=${"x".repeat(500)}`]) }),
    () => ({ Authorization: random.pick(["Basic x", "Basic YWRtaW46YWRtaW4=", "Bearer x", "", "Digest"]) }),
    () => ({ Range: random.pick(["bytes=0-0", "bytes=-1", "bytes=9-1", "x"]), Expect: "" }),
    () => ({ Prefer: random.pick(["return=minimal", "return=", "x", "respond-async"]) }),
  ];
  return random.chance(0.12) ? random.pick(pool)() : {};
}

type Maker = (random: Random, places: Places) => Partial<FuzzRequest> & { readonly path: string };

const writes = (random: Random) => ({ "Content-Type": random.chance(0.85) ? jsonApi : random.pick(types) });
const address = (random: Random, places: Places) => {
  const { type, id } = place(random, places);
  return { type, id, collection: `/jsonapi/${type}/${type}`, row: `/jsonapi/${type}/${type}/${id}` };
};

const makers: readonly (readonly [number, Maker])[] = [
  [26, (random, places) => ({ path: `${address(random, places).collection}?${query(random, places, "filter")}` })],
  [
    13,
    (random, places) => {
      const at = address(random, places);
      return {
        path: `${random.pick([at.collection, at.collection, at.row, `${at.row}/account`, "/jsonapi", "/jsonapi/file/file"])}?${query(random, places, "list")}`,
      };
    },
  ],
  [
    8,
    (random, places) => ({
      path: `/jsonapi/aggregate/${place(random, places).type}?${query(random, places, "aggregate")}`,
    }),
  ],
  [
    7,
    (random, places) => {
      const at = address(random, places);
      const field = random.pick([...relationshipNames, ...names.filter((name) => name.length < 60)]);
      return {
        path: random.pick([
          at.row,
          `${at.row}/${encodeURIComponent(field)}`,
          `${at.row}/relationships/${encodeURIComponent(field)}`,
          `${at.collection}//`,
          `/jsonapi/${at.type}`,
          `${at.row}/x/y/z`,
          `/jsonapi/%2e%2e/${at.type}`,
          "/jsonapi//",
          `/system/files/${encodeURIComponent(random.pick(words)).slice(0, 500)}`,
          `/system/files/..%2f..%2fsettings`,
          "/session/token",
          "/user/login_status?_format=json",
          "/user/login",
          "/jsonapi/operations",
          "/%00",
          "/%ff",
          `/${"a/".repeat(300)}`,
          "/fr/jsonapi",
          "/subrequests?_format=json",
          "/router/translate-path?path=/x",
        ]),
      };
    },
  ],
  [
    13,
    (random, places) => {
      const { type, collection } = address(random, random.chance(0.8) ? { ...places, types: soundTypes } : places);
      return {
        method: "POST",
        path: collection,
        headers: writes(random),
        body: documentBody(
          random,
          places,
          type,
          random.chance(0.3)
            ? random.pick([
                Object.hasOwn(places.ids, type) ? (places.ids[type] ?? "x") : "x",
                "x",
                places.foreign,
                "00000000-0000-4000-8000-00000000abcd",
              ])
            : undefined,
        ),
      };
    },
  ],
  [
    13,
    (random, places) => {
      const { type, id, row } = address(random, random.chance(0.8) ? { ...places, types: soundTypes } : places);
      return {
        method: "PATCH",
        path: row,
        headers: writes(random),
        body: documentBody(random, places, type, random.chance(0.85) ? id : undefined),
      };
    },
  ],
  [
    5,
    (random, places) => {
      const { row } = address(random, places);
      return {
        method: random.pick(["POST", "PATCH", "DELETE", "PATCH", "GET"]),
        path: `${row}/relationships/${random.pick(relationshipNames)}`,
        headers: writes(random),
        body: linkageBody(random, places),
      };
    },
  ],
  [
    7,
    (random, places) => ({
      method: "POST",
      path: "/jsonapi/operations",
      headers: { "Content-Type": random.chance(0.93) ? atomic : random.pick(types) },
      body: atomicBody(random, places),
    }),
  ],
  [
    4,
    (random) => ({
      method: random.pick(["POST", "POST", "POST", "GET", "PUT"]),
      path: random.pick([
        "/user/login?_format=json",
        "/user/login?_format=json",
        "/user/login?_format[]=json",
        "/user/login?_format=xml",
        "/user/login",
        "/user/logout?_format=json",
        "/user/logout?_format=json&token[]=x",
        "/user/login_status?_format[]=json",
        "/user/password?_format=json",
      ]),
      headers: { "Content-Type": random.pick(["application/json", "application/json", jsonApi, "text/plain", ""]) },
      body: loginBody(random),
      anonymous: true,
    }),
  ],
  [
    5,
    (random, places) => {
      const { row, collection } = address(random, {
        ...places,
        types: ["sw_document", "sw_document", "sw_supplier_invoice", "sw_brand", "sw_line"],
      });
      const disposition = random.pick([
        'file; filename="a.txt"',
        'file; filename="a.txt"',
        "file",
        "",
        "file; filename*=UTF-8''a.txt",
        'file; filename=""',
        'file; filename="../../a.txt"',
        'file; filename="a.phtml.txt"',
        'file; filename=".htaccess"',
        `file; filename="${"x".repeat(400)}.txt"`,
        'file; filename="a\tb.txt"',
        'attachment; filename="a.txt"; filename="b.exe"',
        'file; filename="\\".txt"',
        'file; filename="a."',
        'file; filename="CON.txt"',
        'file; filename="\xe9\xff.txt"',
      ]);
      return {
        method: random.pick(["POST", "POST", "POST", "PUT", "PATCH"]),
        path: `${random.pick([collection, row])}/${random.pick(["file", "file", "source_file", "logo", "title", "nope", "account", "id", "%00"])}`,
        headers: {
          "Content-Type": random.chance(0.8) ? "application/octet-stream" : random.pick(types),
          ...(random.chance(0.95) ? { "Content-Disposition": disposition } : {}),
        },
        body: random.pick([
          new Uint8Array(),
          new Uint8Array([0, 255, 254]),
          new Uint8Array(600_000),
          "text",
          JSON.stringify(json(random)) ?? "",
        ]),
      };
    },
  ],
  [5, (random, places) => routes(random, places)],
  [
    4,
    (random, places) => {
      const at = address(random, places);
      return {
        method: random.pick(methods.filter((method) => method !== "DELETE")),
        path: random.pick([
          at.row,
          at.collection,
          `${at.row}/relationships/account`,
          "/jsonapi",
          "/jsonapi/operations",
          `/jsonapi/aggregate/${at.type}`,
          "/session/token",
        ]),
        headers: random.chance(0.5) ? { "Content-Type": random.pick(types) } : {},
        ...(random.chance(0.4) ? { body: documentBody(random, places, at.type, at.id) } : {}),
      };
    },
  ],
];

/** The routes beside the resources. */
function routes(random: Random, places: Places): ReturnType<Maker> {
  const { type, id, row } = address(random, places);
  const path = () =>
    random.pick([
      row,
      `/user/${random.below(9)}`,
      `/admin/softwhere/line/${random.pick(["1", "0", "-1", "9".repeat(30), "1e3", "x"])}`,
      "/",
      "//",
      "",
      random.pick(words),
      "{{router.body@$.jsonapi.individual}}",
      "{{a.body@$.__proto__.x}}",
      `${row}?${query(random, places, "filter")}`,
    ]);
  const item = () => ({
    requestId: random.pick(["router", "a", "a", "", "__proto__", "x".repeat(70)]),
    action: random.pick(["view", "view", "view", "create", "", 5]),
    uri: random.chance(0.8) ? path() : json(random),
    ...(random.chance(0.4) ? { waitFor: random.pick([["router"], ["a"], ["<ROOT>"], "router", [5], null]) } : {}),
    ...(random.chance(0.1) ? { body: json(random) } : {}),
  });
  const list = Array.from({ length: random.below(13) }, item);
  return random.pick<() => ReturnType<Maker>>([
    () => ({
      path: `/router/translate-path?${random.pick(["path", "path[]", "path[a][b]", "paths", "_format"])}=${encodeURIComponent(path()).slice(0, 2000)}`,
    }),
    () => ({
      method: random.pick(["POST", "POST", "POST", "GET", "PUT"]),
      path: random.pick([
        "/subrequests?_format=json",
        "/subrequests",
        "/fr/subrequests?_format=json",
        "/subrequests?_format[]=x",
      ]),
      headers: { "Content-Type": random.pick(["application/json", jsonApi, "text/plain", ""]) },
      body: random.chance(0.85) ? JSON.stringify(list) : (JSON.stringify(json(random)) ?? ""),
    }),
    () => ({
      path: `/jsonapi/operations/${random.pick([id, "x", encodeURIComponent(random.pick(words)).slice(0, 300), "a".repeat(65), "%00"])}`,
    }),
    () => ({
      method: "POST",
      path: "/jsonapi/recipients",
      headers: { "Content-Type": jsonApi },
      body: JSON.stringify({
        meta: {
          type: random.pick([type, "nope", "user", 7]),
          ids: random.pick([[], ["x"], [random.pick(words)], "x", null, [null]]),
          users: random.pick([[], [1], [random.pick(words)], {}]),
          permissions: random.pick(["", [], [null], "x", [random.pick(words)]]),
        },
      }),
    }),
    () => ({
      path: `/jsonapi/site-fields/${random.pick([type, "nope", "user", "file", "node", encodeURIComponent(random.pick(words)).slice(0, 300)])}`,
    }),
    () => ({
      path: `/fr${row}`,
      headers: {
        Authorization: `Basic ${random.pick([
          "",
          "x",
          "====",
          Buffer.from(random.pick(words)).toString("base64").slice(0, 3000),
          Buffer.from(`a:${random.pick(words)}`)
            .toString("base64")
            .slice(0, 3000),
        ])}`,
        "X-Forwarded-For": `10.${random.below(250)}.${random.below(250)}.${random.below(250)}`,
      },
      anonymous: true,
    }),
  ])();
}

const total = makers.reduce((sum, [weight]) => sum + weight, 0);

/** The request of a case: what its generator says, nothing else. */
export function makeRequest(random: Random, places: Places): FuzzRequest {
  let left = random.below(total);
  const maker = makers.find(([weight]) => {
    left -= weight;
    return left < 0;
  })?.[1];
  if (!maker) throw new Error("no generator");
  const made = maker(random, places);
  const headers = Object.fromEntries(
    Object.entries({ ...made.headers, ...oddHeaders(random) }).filter(
      ([name, value]) => value !== "" || name === "Accept",
    ),
  );
  return {
    method: made.method ?? "GET",
    path: visible(made.path),
    headers,
    ...(made.body === undefined ? {} : { body: made.body }),
    anonymous: made.anonymous ?? random.chance(0.06),
  };
}

/** A request line can't carry spaces, controls or characters beyond ASCII. */
function visible(path: string): string {
  return path.replace(/[^\x21-\x7e]+/g, (characters) => encodeURIComponent(characters));
}
