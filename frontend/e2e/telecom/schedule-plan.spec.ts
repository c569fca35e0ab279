import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const details = { name: "Détails" };

test("a change of plan is scheduled: the line keeps its plan, says what comes, and it is cancelled and brought back @core", {
  tag: ["@rule-3", "@rule-6"],
}, async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie");
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Business 150 Go 5G — 29,90 €" });
  await dialog.getByLabel("Date d’effet").selectOption("other");
  const day = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Jour", { exact: true }).fill(day);
  await expect(dialog.getByText("Les lignes gardent leur forfait jusqu’à la veille")).toBeVisible();
  await expect(dialog.getByText("Marge / mois")).toBeVisible();
  await picture(page, "schedule-plan-preview");
  const number = await dialog
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox") })
    .first()
    .getByRole("cell")
    .nth(1)
    .textContent();
  await dialog.getByRole("button", { name: /^Prévoir \d+ lignes? pour le/ }).click();
  await expect(dialog.getByText("Prévue", { exact: true }).first()).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await expect(page.getByRole("gridcell", { name: "Business 150 Go 5G" })).toHaveCount(0);

  // A second one says that it takes the first one's place.
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Business 100 Go — 26,90 €" });
  await dialog.getByLabel("Date d’effet").selectOption({ index: 2 });
  await expect(dialog.getByText(/remplace le changement du .* : Business 150 Go 5G/).first()).toBeVisible();
  await picture(page, "schedule-plan-replaces");
  await page.keyboard.press("Escape");

  await page.getByRole("searchbox", { name: "Numéro, utilisateur…" }).fill((number ?? "").replace(/\s/g, ""));
  await page.locator("[data-line]").first().click();
  const panel = page.getByRole("complementary", details);
  const planned = panel.locator(".scheduled-plan");
  await expect(planned).toContainText("Business 150 Go 5G");
  await expect(panel.locator(".future-event").filter({ hasText: "Business 150 Go 5G" })).toBeVisible();
  await picture(page, "schedule-plan-line");
  await planned.getByRole("button", { name: "Annuler ce changement" }).click();
  await expect(planned).toHaveCount(0);
  await page.locator("[data-sonner-toast]").getByRole("button", { name: "Rétablir" }).click();
  await expect(planned).toContainText("Business 150 Go 5G");
  // It is moved as anything that is planned.
  const mark = panel.getByRole("button", { name: /Flèches pour déplacer/ }).last();
  await mark.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/: déplacé au/)).toBeVisible();
});

test("support sees what is planned and can't cancel it", { tag: ["@rule-6", "@rule-8"] }, async ({ page }) => {
  await signIn(page, "support-n1@softwhere");
  await openAccount(page, "Armorique");
  await page.getByRole("button", { name: "Historique" }).first().click();
  const panel = page.getByRole("complementary", details);
  await expect(panel.getByText("Changement de forfait : Business 100 Go").first()).toBeVisible();
  await expect(panel.getByRole("button", { name: /Business 100 Go.*Flèches/ })).toHaveCount(0);
});
