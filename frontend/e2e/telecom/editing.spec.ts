import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const saved = (page: Page) =>
  page.getByRole("complementary", { name: "Détails" }).getByText("Enregistré", { exact: true });

test("a line's user is edited in place, saved on leaving, there after a reload, undone with Ctrl+Z @core", {
  tag: "@rule-2",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await page.locator("[data-line]").first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const value = panel.locator("[data-field=user_name] .field-value");
  const before = (await value.textContent()) ?? "";
  const after = `Essai ${Date.now()}`;
  await value.click();
  await panel.locator("[data-field=user_name] input").fill(after);
  await page.keyboard.press("Tab");
  await expect(panel.getByText("Enregistré", { exact: true })).toBeVisible();
  await picture(page, "field-saved");
  await page.reload();
  await expect(panel.locator("[data-field=user_name]")).toContainText(after);
  await expect(page.locator("[data-line]").first()).toContainText(after);

  await panel.locator("[data-field=user_name] .field-value").click();
  await panel.locator("[data-field=user_name] input").fill("À oublier");
  await page.keyboard.press("Escape");
  await expect(panel.locator("[data-field=user_name]")).toContainText(after);

  await panel.locator("[data-field=user_name] .field-value").click();
  await panel.locator("[data-field=user_name] input").fill(before);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Enregistré", { exact: true })).toBeVisible();
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+z");
  await expect(panel.locator("[data-field=user_name]")).toContainText(after);
});

test("two browsers, one field: both values are shown and nothing is overwritten @core", { tag: "@rule-2" }, async ({
  browser,
}) => {
  const [anne, sophie] = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = [await anne.newPage(), await sophie.newPage()];
  for (const [page, who] of [
    [first, "manager@softwhere"],
    [second, "administrator@softwhere"],
  ] as const) {
    await signIn(page, who);
    await openAccount(page, "Vedettes");
    await page.locator("[data-line]").nth(2).click();
    await expect(page.locator("[data-field=user_name] .field-value")).toBeVisible();
  }
  const type = async (page: typeof first, text: string) => {
    await page.locator("[data-field=user_name] .field-value").click();
    await page.locator("[data-field=user_name] input").fill(text);
    await page.keyboard.press("Enter");
  };
  // The second page keeps the version it has read.
  await second.route("**/api/trpc/**", async (route) =>
    route.request().url().includes("saveField") ? route.continue() : route.abort(),
  );
  const mine = `Anne ${Date.now()}`;
  const theirs = `Sophie ${Date.now()}`;
  await type(first, mine);
  await expect(saved(first)).toBeVisible();
  await type(second, theirs);
  const conflict = second
    .getByRole("complementary", { name: "Détails" })
    .getByRole("alert")
    .filter({ hasText: "Garder la mienne" });
  await expect(conflict).toContainText(theirs);
  await expect(conflict).toContainText(mine);
  await expect(conflict).toContainText("Anne Jaffré");
  await picture(second, "conflict");
  await second.unroute("**/api/trpc/**");
  await conflict.getByRole("button", { name: "Garder la mienne" }).click();
  await expect(second.locator("[data-field=user_name]")).toContainText(theirs);
  await expect(saved(second)).toBeVisible();
  await first.reload();
  await expect(first.locator("[data-field=user_name]")).toContainText(theirs);
  await Promise.all([anne.close(), sophie.close()]);
});

test("another field saved meanwhile is no conflict", { tag: "@rule-2" }, async ({ browser }) => {
  const [anne, sophie] = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = [await anne.newPage(), await sophie.newPage()];
  for (const [page, who] of [
    [first, "manager@softwhere"],
    [second, "administrator@softwhere"],
  ] as const) {
    await signIn(page, who);
    await openAccount(page, "Vedettes");
    await page.locator("[data-line]").nth(3).click();
    await expect(page.locator("[data-field=service_id] .field-value")).toBeVisible();
  }
  const type = async (page: typeof first, field: string, text: string) => {
    await page.locator(`[data-field=${field}] .field-value`).click();
    await page.locator(`[data-field=${field}] input`).fill(text);
    await page.keyboard.press("Enter");
    await expect(saved(page)).toBeVisible();
  };
  await second.route("**/api/trpc/**", async (route) =>
    route.request().url().includes("saveField") ? route.continue() : route.abort(),
  );
  await type(first, "service_id", `S${Date.now()}`);
  await type(second, "user_name", `Malo ${Date.now()}`);
  await expect(second.getByText("Garder la mienne")).toHaveCount(0);
  // Undo takes back the field that is still as it was done, and leaves the colleague's.
  const service = first.locator("[data-field=service_id] .field-value");
  await expect(service).toContainText(/S\d+/);
  await first.locator("body").press("Control+z");
  await expect(first.getByText("Modification annulée")).toBeVisible();
  await expect(service).not.toContainText(/S\d{10}/);
  await expect(first.locator("[data-field=user_name] .field-value")).toContainText("Malo");
  await Promise.all([anne.close(), sophie.close()]);
});

test("a price and a day are taken as people paste them; the arrows go by days and months", { tag: "@rule-2" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await page.locator("[data-line]").nth(2).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const edit = async (field: string, text: string) => {
    await panel.locator(`[data-field=${field}] .field-value`).click();
    await panel.locator(`[data-field=${field}]`).getByRole("textbox").fill(text);
  };
  const price = panel.locator("[data-field=sell_price]");
  await edit("sell_price", "1 234,0125 €");
  await page.keyboard.press("Enter");
  await expect(price).toContainText(/1\s234,0125\s€/);
  // Thousands of what? It is said, and stays as typed.
  await edit("sell_price", "1e3");
  await page.keyboard.press("Enter");
  await expect(price).toContainText("Nombre abrégé : écrivez-le en entier.");
  await expect(price).toContainText("1e3");
  await edit("sell_price", "24,90");
  await page.keyboard.press("Enter");
  await expect(price).toContainText(/24,90\s€/);

  const end = panel.locator("[data-field=commitment_end]");
  await edit("commitment_end", "5 déc. 2027");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("PageDown");
  await expect(end.getByRole("textbox")).toHaveValue("06/11/2027");
  await picture(page, "day-typed");
  await page.keyboard.press("Enter");
  await expect(end).toContainText("06/11/2027");
  await page.reload();
  await expect(end).toContainText("06/11/2027");
  await edit("commitment_end", "31/11/2027");
  await page.keyboard.press("Enter");
  await expect(end).toContainText("Refusé");
  await expect(end).toContainText("31/11/2027");
});

test("a refused value stays in the field with its reason", { tag: "@rule-2" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await page.locator("[data-line]").first().click();
  const field = page.locator("[data-field=sell_price]");
  await field.locator(".field-value").click();
  await field.locator("input").fill("beaucoup");
  await page.keyboard.press("Enter");
  await expect(field).toContainText("Refusé");
  await expect(field).toContainText("beaucoup");
  await picture(page, "field-refused");
});

test("an edit made while nothing answers is kept, announced and sent when it can be", { tag: "@rule-2" }, async ({
  page,
  context,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await page.locator("[data-line]").nth(1).click();
  const field = page.locator("[data-field=user_name]");
  await expect(field).toBeVisible();
  await context.setOffline(true);
  const text = `Hors ligne ${Date.now()}`;
  await field.locator(".field-value").click();
  await field.locator("input").fill(text);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Hors ligne · 1 à envoyer")).toBeVisible();
  await picture(page, "offline");
  await context.setOffline(false);
  await expect(page.getByText("Tout est enregistré")).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(field).toContainText(text);
});
