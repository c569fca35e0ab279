import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";
import { accountList, signIn } from "../people";

test("a page runs the scripts that came with it, and no other", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => message.text().includes("Content Security Policy") && refused.push(message.text()));
  await signIn(page, "manager@softwhere");
  const answer = await page.goto("/accounts");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'(;|$)/);
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part);
  const again = (await page.goto("/accounts"))?.headers()["content-security-policy"];
  expect(again).not.toBe(policy);
  await expect(
    accountList(page)
      .getByRole("link", { name: /Groupe Kervadec/ })
      .first(),
  ).toBeVisible();
  expect(refused).toEqual([]);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.ran = true");
    image.src = "data:,";
    document.body.append(image);
  });
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("another origin's page makes the console do nothing", async ({ page, request }) => {
  await signIn(page, "manager@softwhere");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = (headers: Record<string, string>) =>
    request.post("/api/trpc/base.session.viewer?batch=1", { data: {}, headers: { cookie, ...headers } });
  expect((await ask({ "sec-fetch-site": "same-origin" })).status()).toBe(200);
  const foreign: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.test" },
  ];
  for (const headers of foreign) expect((await ask(headers)).status(), JSON.stringify(headers)).toBe(403);
  const upload = "/api/upload/sw_document/00000000-0000-4000-8000-000000000000/file?name=a.pdf";
  for (const address of [upload, "/api/export/sw_site"])
    expect(
      (await request.post(address, { data: "x", headers: { cookie, "sec-fetch-site": "cross-site" } })).status(),
    ).toBe(403);
  // A link elsewhere takes nobody's session away.
  await request.get("/api/sign-out", { headers: { cookie, "sec-fetch-site": "cross-site" } });
  expect((await ask({})).status()).toBe(200);
  expect((await ask({})).headers()["cache-control"]).toBe("no-store");
});

test("nothing of a request is told back to who traces it", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  const told = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = httpRequest({ hostname, port, method: "TRACE", path: "/login", headers: { cookie: "canary" } });
    asked.on("error", reject);
    asked.on("response", async (answer) =>
      resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(await answer.toArray()).toString() }),
    );
    asked.end();
  });
  expect(told.status).toBeGreaterThanOrEqual(400);
  expect(told.text).not.toContain("canary");
});
