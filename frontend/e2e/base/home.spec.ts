import { expect, test } from "@playwright/test";
import { accountList, assign, signIn, signInByForm } from "../people";

test("the day begins with what is mine: tasks by when they are due, done by the keyboard and taken back", {
  tag: ["@rule-8", "@base-walk"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const title = `Rappeler ${Date.now()}`;
  await assign(page, title, "Anne Jaff");
  await page.goto("/accounts");
  await expect(page.getByRole("heading", { name: "Ma journée" })).toBeVisible();
  const queue = page.getByRole("grid", { name: "Ma file" });
  const row = queue.getByRole("row").filter({ hasText: title });
  await expect(queue.getByRole("rowgroup", { name: "Sans échéance" })).toContainText(title);
  await queue.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone-panel")).toContainText(title);
  await page.keyboard.press("Escape");
  await expect(queue).toBeFocused();
  await page.keyboard.press("Space");
  await expect(row).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(row).toBeVisible();
});

test("an account opened or followed is found again at home and under my accounts", { tag: "@rule-8" }, async ({
  page,
}) => {
  await signInByForm(page, "manager@softwhere");
  const name = "Menuiserie Tanguy";
  await accountList(page).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goto("/accounts");
  const mine = page.getByRole("region", { name: "Suivis et récents" });
  await expect(mine.getByRole("link", { name })).toBeVisible();
  await mine.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Suivre ce compte" }).click();
  await expect(page.getByRole("button", { name: "Compte suivi" })).toBeVisible();
  await page.getByRole("button", { name: /^Mes comptes/ }).click();
  await expect(accountList(page).getByRole("link", { name })).toBeVisible();
  await page.getByRole("button", { name: "Compte suivi" }).click();
  await expect(page.getByRole("button", { name: "Suivre ce compte" })).toBeVisible();
});

test("the brand lays out home for a role, as it does the account", { tag: "@rule-8" }, async ({ page, browser }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/layouts");
  await page.getByRole("button", { name: "Accueil", exact: true }).click();
  await page.getByRole("combobox", { name: "Rôle" }).selectOption({ label: "Support N1" });
  await page.getByRole("button", { name: "Masquer Suivis et récents" }).click();
  await expect(page.getByRole("button", { name: "Revenir au standard" })).toBeVisible();
  const colleague = await (await browser.newContext()).newPage();
  await signInByForm(colleague, "support-n1@softwhere");
  await expect(colleague.getByRole("region", { name: "Ma file" })).toBeVisible();
  await expect(colleague.getByRole("region", { name: "Suivis et récents" })).toHaveCount(0);
  await page.getByRole("button", { name: "Revenir au standard" }).click();
  await expect(page.getByRole("button", { name: "Revenir au standard" })).toHaveCount(0);
  await colleague.reload();
  await expect(colleague.getByRole("region", { name: "Suivis et récents" })).toBeVisible();
});
