import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const details = { name: "Détails" };

test("SIMs are ordered for a selection: who can't and why, all at once, in the future, undone @core", {
  tag: ["@rule-3", "@rule-6"],
}, async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Goasdoué");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Commander des SIM" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Pas une ligne mobile.").first()).toBeVisible();
  await expect(dialog.getByRole("button", { name: /Prévoir pour/ })).toBeDisabled();
  await dialog.getByLabel("Nom").fill("SIM de rechange");
  await dialog.getByLabel("Nature").selectOption("esim");
  await dialog.getByLabel("Par ligne").fill("2");
  await picture(page, "deployment-article");
  await picture(page, "order-sim-preview");
  await dialog.getByRole("button", { name: /Prévoir pour \d+ lignes/ }).click();
  await expect(dialog.getByText(/(\d+) lignes changées sur \1/)).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await page.getByRole("button", { name: "Historique" }).first().click();
  const panel = page.getByRole("complementary", details);
  const event = panel.locator(".future-event").filter({ hasText: "SIM de rechange" });
  await expect(event).toContainText("Commande de SIM");
  await event.getByRole("button").click();
  await expect(panel.getByText("2 eSIM").first()).toBeVisible();
  await picture(page, "deployment-panel");
  await panel.getByRole("button", { name: "Annuler le déploiement" }).click();
  await expect(panel.getByRole("button", { name: "Prévoir à nouveau" })).toBeVisible();
  await page
    .locator("[data-sonner-toast]")
    .filter({ hasText: "Déploiement annulé" })
    .getByRole("button", { name: "Annuler" })
    .click();
  await expect(panel.getByRole("button", { name: "Annuler le déploiement" })).toBeVisible();
});

test("a deployment is planned, found, moved by the keyboard and undone", { tag: ["@rule-3", "@rule-6"] }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Vedettes");
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Créer un déploiement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill("Bascule des vedettes");
  await expect(dialog.getByLabel("Consignes")).toBeVisible();
  await dialog.getByLabel("À faire").selectOption({ label: "Ajouter une option facturée" });
  await dialog.getByLabel("Article du catalogue").selectOption({ label: "Europe + USA · OR-EU · 4,00 € par mois" });
  await dialog.getByLabel("Par ligne").fill("2");
  await picture(page, "deployment-article");
  await dialog.getByRole("button", { name: /Prévoir pour \d+ lignes/ }).click();
  await expect(dialog.getByText(/(\d+) lignes changées sur \1/)).toBeVisible({ timeout: 40_000 });
  await picture(page, "deployment-result");
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await page.locator("[data-line]").first().click();
  const panel = page.getByRole("complementary", details);
  await expect(panel.getByRole("button", { name: /Bascule des vedettes.*2 × Europe \+ USA/ })).toBeVisible();
  const mark = panel.getByRole("button", { name: /^Bascule des vedettes.*Flèches/ });
  await mark.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Bascule des vedettes : déplacé au/)).toBeVisible();
  await page
    .locator("[data-sonner-toast]")
    .filter({ hasText: "déplacé" })
    .getByRole("button", { name: "Annuler" })
    .click();
  await page
    .locator("[data-sonner-toast]")
    .filter({ hasText: "Prévu pour" })
    .getByRole("button", { name: "Annuler" })
    .click();
  await expect(panel.getByText("Bascule des vedettes")).toHaveCount(0, { timeout: 20_000 });
});

test("a contact is assigned to the sites of many lines, once per site, and taken back", { tag: "@rule-3" }, async ({
  page,
}) => {
  await signIn(page, "support-n1@softwhere");
  await openAccount(page, "Cabinet Roudaut");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Affecter un contact" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Contact").selectOption({ index: 1 });
  await dialog.getByLabel("Usage").selectOption("support");
  await dialog.getByRole("button", { name: /Confirmer pour \d+ lignes/ }).click();
  await expect(dialog.getByText(/(\d+) lignes changées sur \1/)).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await page.getByRole("button", { name: /^Contacts/ }).click();
  const panel = page.getByRole("complementary", details);
  await expect(panel.getByText(/^Support : /)).toHaveCount(2);
  await page.locator("[data-sonner-toast]").getByRole("button", { name: "Annuler le changement" }).click();
  await expect(panel.getByText(/^Support : /)).toHaveCount(0, { timeout: 20_000 });
});
