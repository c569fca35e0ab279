import { expect, type Page, test } from "@playwright/test";
import { picture, signInByForm } from "../people";

/** Ends the person's session at the backend, as its time limit or a restart does; the browser doesn't know. */
async function endSession(page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  await page.evaluate(() =>
    fetch("/api/trpc/base.session.signOut?batch=1", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    }),
  );
  await page.context().addCookies(cookies);
}

test("a wrong password is said in a sentence", async ({ page }) => {
  await page.goto("/login");
  await picture(page, "login");
  await page.getByLabel("Identifiant").fill("manager@softwhere");
  await page.getByLabel("Mot de passe").fill("nope");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "incorrect" })).toBeVisible();
});

test("pages ask to sign in, and signing out ends the session", { tag: "@base-walk" }, async ({ page }) => {
  await page.goto("/accounts");
  await page.waitForURL("**/login");
  await signInByForm(page, "manager@softwhere");
  await page.getByRole("button", { name: /Menu de Anne Jaffré/ }).click();
  await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
  await page.waitForURL("**/login");
  await page.goto("/accounts");
  await page.waitForURL("**/login");
});

test("a cookie that is no session is none", async ({ page, context, baseURL }) => {
  for (const value of ["x", "Fe26.2**a*b*c*d*e*f~2", "Fe26.2*1*x", "%00", `Fe26.2${"*".repeat(200)}`]) {
    await context.addCookies([{ name: "sw_session", value, url: baseURL ?? "" }]);
    expect((await page.goto("/accounts"))?.status()).toBe(200);
    await page.waitForURL("**/login");
    expect((await page.request.get("/api/trpc/base.session.viewer?batch=1&input=%7B%7D")).status()).toBe(401);
  }
  await signInByForm(page, "manager@softwhere");
});

test("a link to a page survives signing in, and an ended session too", async ({ page, context }) => {
  await page.goto("/lists/sw_site?q=Kergaradec");
  await page.waitForURL("**/login?to=*");
  const fill = async () => {
    await page.getByLabel("Identifiant").fill("manager@softwhere");
    await page.getByLabel("Mot de passe").fill("demo-2026");
    await page.getByRole("button", { name: "Se connecter" }).click();
  };
  await fill();
  await page.waitForURL("**/lists/sw_site?q=Kergaradec");
  await expect(page.getByText("Brest — Kergaradec").first()).toBeVisible();
  // Who is signed in already goes there at once.
  await page.goto("/login?to=%2Flists%2Fsw_task");
  await page.waitForURL("**/lists/sw_task");
  // The backend has forgotten the session that the browser still holds.
  await endSession(page);
  await page.goto("/lists/sw_contact?q=a");
  await page.waitForURL("**/login?to=*");
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("sw_session");
  await fill();
  await page.waitForURL("**/lists/sw_contact?q=a");
});

test("signing in over a living session ends that one", async ({ page, context }) => {
  const viewer = "/api/trpc/base.session.viewer?batch=1&input=%7B%7D";
  await signInByForm(page, "manager@softwhere");
  const earlier = (await context.cookies()).filter(({ name }) => name === "sw_session");
  const input = { "0": { name: "sales@softwhere", pass: "demo-2026" } };
  expect((await page.request.post("/api/trpc/base.session.signIn?batch=1", { data: input })).status()).toBe(200);
  const later = (await context.cookies()).filter(({ name }) => name === "sw_session");
  expect((await page.request.get(viewer)).status()).toBe(200);
  await context.addCookies(earlier);
  expect((await page.request.get(viewer)).status()).toBe(401);
  await context.addCookies(later);
  expect((await page.request.get(viewer)).status()).toBe(200);
});

test("signing in never leads to another host", async ({ page }) => {
  const origin = new URL((await page.goto("/login"))?.url() ?? "").origin;
  for (const to of [
    "https://evil.test/",
    "//evil.test/",
    "/\\evil.test",
    "/.//evil.test",
    "/\t/evil.test",
    "javascript:alert(1)",
    "/api/sign-out",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/login?to=${encodeURIComponent(to)}`);
    await page.getByLabel("Identifiant").fill("manager@softwhere");
    await page.getByLabel("Mot de passe").fill("demo-2026");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForURL(`${origin}/accounts`);
  }
  await page.goto("/api/sign-out?to=%2F%2Fevil.test");
  await page.waitForURL(`${origin}/login`);
});
