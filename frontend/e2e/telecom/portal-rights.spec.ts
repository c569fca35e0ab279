import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { findings } from "../axe";

const backend = process.env["SW_E2E_BACKEND"] ?? "http://localhost:8200";
const password = "demo-2026";
const run = Date.now();
const [administrator, client, partner] = ["patronne", "cliente", "apporteur"].map((name) => `${name}-${run}`) as [
  string,
  string,
  string,
];

async function adder(request: APIRequestContext, name: string, pass: string) {
  const login = await request.post(`${backend}/user/login?_format=json`, { data: { name, pass } });
  const { csrf_token } = await login.json();
  const headers = { "Content-Type": "application/vnd.api+json", "X-CSRF-Token": csrf_token };
  return async (type: string, attributes: object, relationships: Record<string, [string, string | string[]]> = {}) => {
    const id = randomUUID();
    const link = (to: string, ids: string | string[]) =>
      typeof ids === "string"
        ? { data: { type: `${to}--${to}`, id: ids } }
        : { data: ids.map((one) => ({ type: `${to}--${to}`, id: one })) };
    const answer = await request.post(`${backend}/jsonapi/${type}/${type}`, {
      headers,
      data: {
        data: {
          type: `${type}--${type}`,
          id,
          attributes,
          relationships: Object.fromEntries(
            Object.entries(relationships).map(([field, [to, ids]]) => [field, link(to, ids)]),
          ),
        },
      },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    return id;
  };
}

const person = (name: string, type: string, role: string) => ({
  name,
  pass: password,
  status: true,
  full_name: `Maud ${type}`,
  user_type: type,
  business_roles: [role],
});

/** A brand whose partners see no price but may export, with one customer who has a line and one who has nothing. */
test.beforeAll(async ({ playwright }) => {
  const platform = await playwright.request.newContext();
  const atPlatform = await adder(platform, "admin", "admin");
  const brand = await atPlatform("sw_brand", { name: "Ouessant Télécom", modules: ["sw_telecom"] });
  await atPlatform("user", person(administrator, "internal", "administrator"), { brand: ["sw_brand", brand] });
  await platform.dispose();
  const request = await playwright.request.newContext();
  const add = await adder(request, administrator, password);
  const empty = await add("sw_account", { legal_name: "Rien encore", softwhere_id: "E-1" });
  const full = await add("sw_account", { legal_name: "Une ligne", softwhere_id: "E-2" });
  const supplier = await add("sw_supplier", { name: "Opérateur caché", code: "OPC" });
  const to: Record<string, [string, string]> = { account: ["sw_account", full], operator: ["sw_supplier", supplier] };
  const park = await add("sw_park", { kind: "mobile" }, to);
  await add(
    "sw_line",
    { number: "0639984107", user_name: "Anaïs", status: "active", activated_on: "2026-01-01", sell_price: "19.9" },
    { park: ["sw_park", park] },
  );
  const types = ["account", "contact", "assignment", "site", "document", "catalogue_item", "park", "line"];
  await add("sw_role", { role: "partner", granted: [...types.map((type) => `view sw_${type}`), "export"] });
  await add("user", person(client, "client", "client"), { accounts: ["sw_account", [empty]] });
  await add("user", person(partner, "partner", "partner"), { accounts: ["sw_account", [empty, full]] });
  await request.dispose();
});

async function enter(page: Page, name: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Identifiant").fill(name);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL("**/portal");
}

test("an account that has nothing says so, part by part", { tag: ["@rule-8", "@rule-10"] }, async ({ page }) => {
  await enter(page, client);
  await expect(page.getByText("Aucun service pour le moment.")).toBeVisible();
  await expect(page.locator(".portal-sum")).toContainText("Aucun service sur 0 site, 0,00 € HT");
  await expect(page.getByText("Aucun document pour le moment.")).toBeVisible();
  await expect(page.getByText("Aucun contact n’est enregistré chez vous.")).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Ouessant Télécom");
  // The brand wrote no number to call, and this role may not export.
  await expect(page.getByText("Assistance")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Exporter" })).toHaveCount(0);
  expect(await findings(page, "an empty portal")).toEqual([]);
});

test("without the right to prices there is no amount; with the right to export a file without the rest", {
  tag: "@rule-8",
}, async ({ page }) => {
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/api/trpc")) answers.push(await response.text().catch(() => ""));
  });
  await enter(page, partner);
  await page.getByRole("link", { name: /Une ligne/ }).click();
  await expect(page.locator(".portal-line")).toContainText("Anaïs");
  await expect(page.locator(".portal-sum")).toHaveText("1 service sur 0 site");
  expect(await page.locator("body").innerText()).not.toMatch(/€|Prix/);
  for (const answer of answers) expect(answer).not.toMatch(/19\.9|Opérateur caché/);
  await page.getByRole("button", { name: "Exporter" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /csv/ }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain("Anaïs");
  expect(text).not.toMatch(/Prix|19|Opérateur/);
});
