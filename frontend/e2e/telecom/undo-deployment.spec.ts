import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris" }).format(new Date());
const name = "Renvoi vers l’accueil";
const panelOf = (page: Page) => page.getByRole("complementary", { name: "Détails" });
const cardIn = (page: Page, column: string) =>
  page
    .getByRole("region", { name: new RegExp(`^${column}, \\d`) })
    .locator(".board-card")
    .filter({ hasText: name });

test("what a deployment has done is undone: looked at first, asked for once, followed to its end; who may not launch can’t", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(240_000);
  const admin = await browser.newPage();
  await signIn(admin, "administrator@connextoo");
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: "Connexion", exact: true }).click();
  const connection = admin.getByRole("dialog");
  await connection.getByLabel("Fournisseur").selectOption({ label: "CFAST" });
  await connection.getByLabel("Adresse").selectOption({ index: 2 });
  await connection.getByLabel("Jeton d’accès").fill("demo");
  await connection.getByLabel("Pour", { exact: true }).selectOption({ label: "Orange" });
  await connection.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(connection).toBeHidden();

  await signIn(page, "manager@connextoo");
  await openAccount(page, "Imprimerie Ollivier");
  for (const index of [1, 2]) await page.locator("[data-line]").nth(index).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Créer un déploiement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill(name);
  await dialog.getByLabel("À faire").selectOption({ label: "Modifier la ligne" });
  await dialog.getByLabel("Prévu le").fill(today);
  await dialog.getByLabel("Consignes").fill("Renvoi de nuit vers l’accueil.");
  await dialog.getByRole("button", { name: /Prévoir pour 2 lignes/ }).click();
  await expect(dialog.getByText("2 lignes changées sur 2")).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();

  await page.getByRole("link", { name: "Déploiements", exact: true }).click();
  await cardIn(page, "Prévu").click();
  const panel = panelOf(page);
  await expect(panel.getByRole("button", { name: "Revenir en arrière…" })).toHaveCount(0);
  await panel.getByRole("button", { name: "Lancer…" }).click();
  await expect(dialog.getByRole("checkbox", { name: /^Tout ou rien/ })).not.toBeChecked();
  await picture(page, "launch-all-or-nothing");
  await dialog.getByRole("button", { name: "Lancer 2 actions" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText("Terminée", { exact: true })).toHaveCount(2, { timeout: 90_000 });
  await panel.getByRole("button", { name: "Terminer" }).click();
  await expect(cardIn(page, "Terminé")).toBeVisible();

  // Who works on lines sees what was done, and can't undo it.
  const support = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await signIn(support, "support-n2@connextoo");
  await support.goto("/deployments");
  await cardIn(support, "Terminé").click();
  await expect(panelOf(support).getByText("Terminée", { exact: true })).toHaveCount(2);
  await expect(panelOf(support).getByRole("button", { name: /Revenir en arrière/ })).toHaveCount(0);
  await support.close();

  // By keyboard: looked at, left, looked at again.
  const begin = panel.getByRole("button", { name: "Revenir en arrière…" });
  await begin.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("row").filter({ hasText: "par CFAST, simulateur" })).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(panel.getByText("Déploiement · Terminé")).toBeVisible();
  await begin.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("row").filter({ hasText: "par CFAST, simulateur" })).toHaveCount(2);
  await picture(page, "undo-deployment");
  await dialog.getByRole("button", { name: "Revenir en arrière" }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText("Déploiement · Retour en arrière")).toBeVisible();
  await expect(panel.getByText(`Modifier la ligne : Retour en arrière de « ${name} »`)).toHaveCount(2);
  await expect(cardIn(page, "Lancé")).toContainText("Retour en arrière");
  await picture(page, "undoing");
  await expect(panel.getByText("Terminée", { exact: true })).toHaveCount(4, { timeout: 90_000 });
  await panel.getByRole("button", { name: "Clore le retour en arrière" }).click();
  await expect(cardIn(page, "Terminé")).toContainText("Défait");
  await expect(panel.getByRole("button", { name: /Revenir|Lancer|Clore/ })).toHaveCount(0);

  await admin.reload();
  await admin.getByRole("button", { name: "CFAST", exact: true }).click();
  await admin.getByRole("button", { name: /^Retirer/ }).click();
  await expect(admin.getByText("Aucune connexion")).toBeVisible();
  await admin.close();
});
