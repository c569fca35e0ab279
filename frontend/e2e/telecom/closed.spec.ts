import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { accountList, picture } from "../people";

const backend = process.env["SW_E2E_BACKEND"] ?? "http://localhost:8200";
const password = "demo-2026";

/** A brand without any module, with an account and somebody who administers it. */
async function brandWithoutModules(request: APIRequestContext): Promise<string> {
  const login = await request.post(`${backend}/user/login?_format=json`, { data: { name: "admin", pass: "admin" } });
  const { csrf_token } = await login.json();
  const headers = { "Content-Type": "application/vnd.api+json", "X-CSRF-Token": csrf_token };
  const [brand, name] = [randomUUID(), `nomodule-${Date.now()}`];
  const add = async (type: string, data: object) => {
    const answer = await request.post(`${backend}/jsonapi/${type}/${type}`, {
      headers,
      data: { data: { type: `${type}--${type}`, ...data } },
    });
    expect(answer.status(), await answer.text()).toBe(201);
  };
  await add("sw_brand", { id: brand, attributes: { name: "Sans module", modules: [] } });
  await add("user", {
    attributes: {
      name,
      pass: password,
      status: true,
      full_name: "Maud Le Goff",
      user_type: "internal",
      business_roles: ["administrator"],
    },
    relationships: { brand: { data: { type: "sw_brand--sw_brand", id: brand } } },
  });
  return name;
}

test("where telecom is closed the console has the base, and no word of telecom", { tag: "@rule-8" }, async ({
  page,
  playwright,
}) => {
  const request = await playwright.request.newContext();
  const name = await brandWithoutModules(request);
  await request.dispose();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 500 || (response.url().includes("/trpc/") && response.status() >= 400))
      failures.push(`${response.status()} ${response.url()}`);
  });
  await page.goto("/login");
  await page.getByLabel("Identifiant").fill(name);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL("**/accounts");
  const telecom = /ligne|forfait|parc|SIM|opérateur|déploiement|facturation fournisseur|écart/i;

  await page
    .locator("#zone-list")
    .getByRole("button", { name: /Ajouter|Nouveau/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Raison sociale/).fill("Fournil du Port");
  await dialog.getByLabel(/^Numéro de compte/).fill(`FP-${Date.now()}`);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/accounts");
  await accountList(page)
    .getByRole("link", { name: /Fournil du Port/ })
    .click();
  await expect(page.getByRole("heading", { name: /Fournil du Port/ })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await page.locator("main, nav, aside").allInnerTexts()).not.toContainEqual(expect.stringMatching(telecom));
  await picture(page, "without-telecom");

  await page.goto("/lists");
  await expect(page.locator("#zone-list")).toContainText("Contacts");
  await page.waitForLoadState("networkidle");
  expect(await page.locator("main, nav").allInnerTexts()).not.toContainEqual(expect.stringMatching(telecom));
  await page.goto("/import");
  await page.waitForLoadState("networkidle");
  expect(await page.locator("main").innerText()).not.toMatch(telecom);
  await page.goto("/lists/sw_line");
  await expect(page.locator("main")).not.toContainText(/ligne/i);
  expect(failures).toEqual([]);
});
