import { expect, test } from "vitest";
import { pennylane } from "./simulator.ts";

const me = "/api/external/v2/me";
const headers = { authorization: "Bearer t" };

test("faults are asked for over HTTP, befall what they name as often as they say, and the ledger tells what was done", async () => {
  const { app } = pennylane({ tokens: { t: 25 } });
  const fault = (asked: object) => app.request("/simulator/faults", { method: "POST", body: JSON.stringify(asked) });
  expect((await fault({ kind: "limited", on: `GET ${me}`, times: 2, seconds: 3 })).status).toBe(204);
  expect((await app.request("/api/external/v2/customers", { headers })).status).toBe(200);
  const busy = await app.request(me, { headers });
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "3"]);
  expect((await app.request(me, { headers })).status).toBe(429);
  expect((await app.request(me, { headers })).status).toBe(200);
  expect((await fault({ kind: "earthquake" })).status).toBe(400);
  const customer = {
    name: "A",
    external_reference: "r",
    billing_address: { address: "1", postal_code: "2", city: "3", country_alpha2: "FR" },
  };
  const made = await app.request("/api/external/v2/company_customers", {
    method: "POST",
    headers,
    body: JSON.stringify(customer),
  });
  expect(made.status).toBe(201);
  expect(await (await app.request("/simulator/ledger")).json()).toMatchObject({
    customers: [{ external_reference: "r" }],
  });
});

test("it takes so many requests of a token and no more, and knows no other", async () => {
  const { app } = pennylane({ tokens: { t: 2 } });
  const statuses = [];
  for (let index = 0; index < 3; index += 1) statuses.push((await app.request(me, { headers })).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await app.request(me, { headers: { authorization: "Bearer constructor" } })).status).toBe(401);
});

test("a page has what was asked for, 20 where nothing was; its cursor and its size are checked", async () => {
  const { app, ledger } = pennylane({ tokens: { t: 100 } });
  for (let index = 0; index < 25; index += 1)
    ledger.addProduct({ label: `${index}`, external_reference: "", price_before_tax: "1.00" });
  const products = async (query: string) => {
    const response = await app.request(`/api/external/v2/products${query}`, { headers });
    return {
      status: response.status,
      body: (await response.json()) as { items: unknown[]; has_more: boolean; next_cursor: string },
    };
  };
  const first = await products("");
  expect([first.body.items.length, first.body.has_more]).toEqual([20, true]);
  const rest = await products(`?cursor=${first.body.next_cursor}`);
  expect([rest.body.items.length, rest.body.has_more, rest.body.next_cursor]).toEqual([5, false, null]);
  for (const query of ["?limit=101", "?limit=0", "?cursor=%21"]) expect((await products(query)).status).toBe(400);
});
