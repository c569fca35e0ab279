import { expect, test } from "@playwright/test";
import { accountList, picture, signIn } from "../people";

test.use({ viewport: { width: 375, height: 812 } });

test("at 375 px: list, account, line, one after the other, nothing wider than the screen", { tag: "@rule-10" }, async ({
  page,
}) => {
  const fits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await signIn(page, "manager@softwhere");
  // The day comes first; the list is one tap away.
  await expect(page.getByRole("heading", { name: "Ma journée" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Ma file" })).toBeVisible();
  await fits();
  await picture(page, "small-home");
  await page.getByRole("link", { name: "Comptes", exact: true }).click();
  await expect(accountList(page).getByRole("link", { name: /Groupe Kervadec/ })).toBeVisible();
  await fits();
  await picture(page, "small-accounts");
  await accountList(page)
    .getByRole("link", { name: /Groupe Kervadec/ })
    .click();
  await expect(page.getByRole("grid")).toBeVisible();
  await fits();
  await picture(page, "small-account");
  await page.locator("[data-line]").first().click();
  await expect(page.getByRole("complementary", { name: "Détails" })).toBeVisible();
  await fits();
  await picture(page, "small-line");
  await page.getByRole("complementary", { name: "Détails" }).getByRole("button", { name: "Fermer" }).click();
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Nouveau forfait").selectOption({ index: 1 });
  await expect(
    page
      .getByRole("dialog")
      .getByText(/changent/)
      .first(),
  ).toBeVisible();
  await fits();
  await picture(page, "small-change-plan");
  await page.goto("/billing-control");
  await expect(page.getByRole("heading", { name: "Contrôle facturation" })).toBeVisible();
  await fits();
  await picture(page, "small-billing-control");
});
