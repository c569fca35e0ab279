import { expect, test } from "vitest";
import { failure, success } from "../../../platform/result.ts";
import { readVendor } from "../vendor/vendor.ts";
import { redacted } from "./redact.ts";

const token = "tok-4f1c9d2e7a";
const vendor = readVendor({
  name: "acme",
  label: "Acme",
  origin: "https://acme.example",
  auth: "bearer",
  limit: { requests: 2, seconds: 1 },
  busy: { status: [429], after: "retry-after" },
  errors: { text: ["error", "errors.0.text"] },
  pages: { cursor: "cursor", size: { name: "limit", value: 50 }, items: "items", next: "next", more: "more" },
  journal: { keep: ["external_reference"] },
  operations: {
    list: { get: "/things", record: "thing" },
    line: { get: "/lines/{number}/parts/{id}", record: "thing" },
  },
  records: { thing: { id: "id id" } },
});

interface Said {
  readonly url?: string;
  readonly operation?: "list" | "line";
  readonly body?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
}
function journalled({ url = "/things", operation = "list", body, status = 200, answer = {} }: Said) {
  const chosen = vendor.operations[operation];
  if (!chosen) throw new Error("no operation");
  return redacted({
    vendor,
    operation: chosen,
    asked: {
      method: "POST",
      url: `https://acme.example${url}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    answer: success({
      status,
      headers: {},
      body: Buffer.from(typeof answer === "string" ? answer : JSON.stringify(answer)),
    }),
    at: new Date(),
    milliseconds: 1,
    cover: (text) => text.replaceAll(token, "••••"),
  });
}

test("ids, references, codes and statuses stay; whoever and whatever it is about doesn't", () => {
  const sent = {
    external_reference: "SW-F-26-08812",
    name: "Menuiserie Tanguy",
    emails: ["compta@tanguy.example"],
    billing_address: { address: "3 rue du Port", city: "Brest", postal_code: "29200" },
    total: "418.60",
    amount: 418.6,
    count: 3,
    has_more: true,
    phone: null,
    vat_number: "",
  };
  const { request, response, terms } = journalled({
    body: sent,
    answer: { id: 1184207, ...sent, status: "draft", "jean.dupont@x.fr": 1, Dupont: { id: "A 1" } },
  });
  expect(request).toContain("authorization: ••••");
  for (const kept of ["SW-F-26-08812", '"has_more": true', '"vat_number": ""', '"phone": null'])
    expect(request).toContain(kept);
  expect(response).toMatch(/"id": 1184207/);
  expect(response).toMatch(/"status": "draft"/);
  for (const text of [request, response])
    expect(text).not.toMatch(/Tanguy|tanguy|rue du|Brest|29200|418|tok-|Dupont|dupont|A 1|: 3,/);
  expect(terms).toEqual(expect.arrayContaining(["things", "200", "sw-f-26-08812", "1184207"]));
  expect(terms.join(" ")).not.toMatch(/tanguy|brest|418/i);
});

test("a name that is kept doesn't keep whatever is put under it", () => {
  const values = ["jean@x.fr", "Jean Dupont", "12.50", "1,20", "x".repeat(129), "É", token];
  for (const id of values) {
    const { response, terms } = journalled({ answer: { id } });
    expect(response).not.toContain(id);
    expect(terms).not.toContain(id.toLowerCase());
  }
});

test("a path and its query are what the vendor's file says and what may be kept", () => {
  const filter = (field: string, value: string) =>
    encodeURIComponent(JSON.stringify([{ field, operator: "eq", value }]));
  const of = (url: string, operation: Said["operation"] = "list") => journalled({ url, operation }).path;
  expect(of("/things?sort=id&limit=50&cursor=abc")).toBe("/things?sort=id&limit=50&cursor=••••");
  expect(of(`/things?filter=${filter("external_reference", "SW-1")}`)).toBe(
    '/things?filter=[{"field":"external_reference","operator":"eq","value":"SW-1"}]',
  );
  expect(of(`/things?filter=${filter("name", "Tanguy")}`)).not.toContain("Tanguy");
  expect(of("/lines/0612345678/parts/77", "line")).toBe("/lines/••••/parts/77");
});

test.each([
  ["The access token is invalid", "The access token is invalid"],
  ["Not Found", "Not Found"],
  ["Dupont", "••••"],
  ["vat_number: blank", "vat_number: blank"],
  ["items[0].label can't be empty (422)", "items[0].label can't be empty (422)"],
  ["Le champ « vat_number » manque", "Le champ « vat_number » manque"],
  ["E-mail jean@x.fr is taken", "•••• •••• is taken"],
  ["Jean Dupont already exists", "•••• •••• already exists"],
  ["customer 'Dupont' owes 418.60 €", "customer '••••' owes •••• ••••"],
  ["menuiserie tanguy is known", "•••• is known"],
  ["call 0612345678 or +33612345678", "call •••• or ••••"],
  ["the token tok-4f1c9d2e7a", "the token ••••"],
])("an error that says %j says %j", (error, said) => {
  const body = { name: "menuiserie tanguy" };
  const told = journalled({ body, status: 422, answer: { error } });
  expect([JSON.parse(told.response), told.said]).toEqual([{ error: said }, said === "••••" ? null : said]);
});

test("words are an error's alone", () => {
  expect(journalled({ answer: { error: "some words" } }).response).not.toContain("some words");
  expect(journalled({ status: 400, answer: { errors: [{ text: "is blank" }], message: "is blank" } }).response).toBe(
    '{\n "errors": [\n  {\n   "text": "is blank"\n  }\n ],\n "message": "••••"\n}',
  );
});

test("it is bounded, whatever comes, and nothing that is no JSON is told", () => {
  const many = Array.from({ length: 2_000 }, (_, id) => ({ id, external_reference: `R-${id}` }));
  const long = journalled({ answer: { items: many } });
  expect(long.response.length).toBeLessThan(4_100);
  expect(long.response).toContain("… 1990");
  expect(long.terms.length).toBeLessThanOrEqual(60);
  const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`m${index}`, index]));
  expect(journalled({ answer: wide }).response.length).toBeLessThan(4_100);
  expect(journalled({ answer: { id: "y".repeat(200_000) } }).response).toMatch(/^\(\d+ bytes\)$/);
  expect(journalled({ status: 502, answer: "<html>Jean</html>" }).response).toBe("(17 bytes, no JSON)");
  const deep = `${"[".repeat(40_000)}${"]".repeat(40_000)}`;
  expect(() => journalled({ answer: deep })).not.toThrow();
});

test("what the database would not take is left out; what never came says why", () => {
  expect(journalled({ status: 400, answer: { error: "zero \u0000 and \ud800 half" } }).response).not.toMatch(
    /[\0\p{Cs}]/u,
  );
  const [list] = Object.values(vendor.operations);
  if (!list) throw new Error("no operation");
  const answer = failure({ code: "timeout" as const, message: "Acme: acme.example did not answer", sent: true });
  const asked = { method: "GET" as const, url: "https://acme.example/things" };
  const told = redacted({ vendor, operation: list, asked, answer, at: new Date(), milliseconds: 1, cover: String });
  expect(told).toMatchObject({ request: "", response: "Acme: acme.example did not answer" });
  expect(told.terms).toContain("timeout");
});
