import { Hono } from "hono";
import { expect, test } from "vitest";
import { judge } from "./judge.ts";

const description = new URL("../../../stand-ins/vendors/pennylane/company-api-v2.openapi.yml", import.meta.url);
const customers = "/api/external/v2/customers";

test("what contradicts the description is told, in requests and answers; what is wrong on demand is not", async () => {
  const { middleware, problems } = await judge(description);
  const app = new Hono();
  app.use(middleware);
  app.notFound((context) => context.json({ error: "none", status: 404 }, 404));
  app.get(customers, (context) => context.json({ items: [{ id: "1" }], has_more: "no" }));
  app.get("/api/external/v2/me", (context) => context.json({}, 200, { "x-simulated": "wrong_schema" }));
  await app.request(`${customers}?limit=1000`);
  await app.request("/api/external/v2/company_customers", {
    method: "POST",
    body: '{"nom":"x"}',
    headers: { "content-type": "application/json" },
  });
  await app.request("/api/external/v2/nothing");
  await app.request("/api/external/v2/me");
  const told = problems.join("\n");
  expect(told).toMatch(/request GET .*customers: \/query\/limit must be <= 100/);
  expect(told).toMatch(/answer 200 GET .*customers: .*next_cursor/);
  expect(told).toMatch(/request POST .*company_customers: .*required property/);
  expect(told).toMatch(/GET \/api\/external\/v2\/nothing is not described/);
  expect(told).not.toMatch(/\/me/);
});
