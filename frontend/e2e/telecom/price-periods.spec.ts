import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const details = { name: "Détails" };

test("a price per year is entered, shown as such beside those of a month, and a line gets its month's part", {
  tag: "@rule-2",
}, async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_price");
  await page.locator("#zone-centre").getByRole("button", { name: "Ajouter" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Article").click();
  await form.getByRole("combobox", { name: "Article" }).fill("Voix seule");
  await form.getByRole("option", { name: /Voix seule/ }).click();
  await form.getByLabel("Sens").selectOption({ label: "Vente" });
  await form.getByLabel("Brut").fill("100");
  await form.getByLabel("Net").fill("100");
  await form.getByLabel("Périodicité").selectOption({ label: "Annuel" });
  await form.getByLabel("À partir du").fill("2030-01-01");
  await form.getByLabel("Jusqu’au").fill("2030-01-31");
  await form.getByRole("button", { name: "Ajouter" }).click();
  await expect(form).toHaveCount(0);
  const panel = page.getByRole("complementary", details);
  await expect(panel.getByRole("button", { name: "Périodicité : Annuel" })).toBeVisible();
  await page.goto("/lists/sw_price");
  await expect(page.getByRole("row").filter({ hasText: "Annuel" }).filter({ hasText: "Voix seule" })).toContainText(
    "100,00",
  );
  await picture(page, "price-periods-list");

  await page.goto("/accounts");
  await openAccount(page, "Menuiserie");
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Date d’effet").selectOption("other");
  await dialog.getByLabel("Jour", { exact: true }).fill("2030-01-15");
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Voix seule — 100,00 € / an" });
  await expect(dialog.getByRole("option", { name: "Business 20 Go — 14,90 € / mois" })).toBeAttached();
  await expect(
    dialog
      .getByRole("row")
      .filter({ has: page.getByRole("checkbox") })
      .first(),
  ).toContainText("8,33");
  await picture(page, "price-periods-plan");
});

test("an option ordered at its price of a quarter is in the line's panel with what the price pays for", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie");
  const row = page.locator("[data-line]").filter({ hasText: "Business" }).first();
  const number = (await row.locator("[role=gridcell]").nth(1).textContent()) ?? "";
  await row.getByRole("checkbox").first().click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Ajouter une option" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Option").selectOption({ label: "Assurance mobile" });
  await dialog.getByRole("button", { name: /^Confirmer pour 1 ligne/ }).click();
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await row.click();
  const panel = page.getByRole("complementary", details);
  const option = panel.getByRole("listitem").filter({ hasText: "Assurance mobile" });
  await expect(option).toContainText("15,00 € / trimestre");
  await expect(option).toContainText("achat 9,00 € / trimestre");
  await picture(page, "price-periods-line");

  // Who may see no price sees the option alone.
  const colleague = await browser.newPage();
  await signIn(colleague, "support-n1@softwhere");
  await openAccount(colleague, "Menuiserie");
  await colleague.getByRole("searchbox", { name: "Numéro, utilisateur…" }).fill(number.replace(/\s/g, ""));
  await colleague.locator("[data-line]").first().click();
  const theirs = colleague
    .getByRole("complementary", details)
    .getByRole("listitem")
    .filter({ hasText: "Assurance mobile" });
  await expect(theirs).toBeVisible();
  await expect(theirs).not.toContainText("€");
  await colleague.close();
});
