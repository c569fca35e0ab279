import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris" }).format(new Date());

test("a line is ended at its operator: planned, launched, followed until the operator has done it, and the line follows", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(180_000);
  const admin = await browser.newPage();
  await signIn(admin, "administrator@connextoo");
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: "Connexion", exact: true }).click();
  const connection = admin.getByRole("dialog");
  await connection.getByLabel("Fournisseur").selectOption({ label: "CFAST" });
  // The second simulator is CFAST's: the first is the billing system's.
  await connection.getByLabel("Adresse").selectOption({ index: 2 });
  await connection.getByLabel("Jeton d’accès").fill("demo");
  await connection.getByLabel("Pour", { exact: true }).selectOption({ label: "Orange" });
  await connection.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(connection).toBeHidden();

  await signIn(page, "manager@connextoo");
  await openAccount(page, "Imprimerie Ollivier");
  const line = page.locator("[data-line]").first();
  const number = (await line.locator(".grid-cell.number").innerText()).trim();
  await line.getByRole("checkbox").click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Créer un déploiement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill("Fin d’une ligne");
  await dialog.getByLabel("À faire").selectOption({ label: "Résilier la ligne" });
  await dialog.getByLabel("Prévu le").fill(today);
  await dialog.getByLabel("Consignes").fill("Le poste ferme.");
  await dialog.getByRole("button", { name: /Prévoir pour 1 ligne/ }).click();
  await expect(dialog.getByText("1 ligne changée sur 1")).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();

  await page.getByRole("link", { name: "Déploiements", exact: true }).click();
  await page.locator(".board-card").filter({ hasText: "Fin d’une ligne" }).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: "Lancer…" }).click();
  await expect(dialog.getByText("par CFAST, simulateur")).toBeVisible();
  // What is left for later isn't launched; chosen again it is.
  await dialog.getByRole("checkbox", { name: `Lancer ${number}` }).click();
  await expect(dialog.getByRole("button", { name: "Rien à lancer" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: `Lancer ${number}` }).click();
  await picture(page, "launch-at-operator");
  await dialog.getByRole("button", { name: "Lancer 1 action" }).click();
  await expect(dialog).toBeHidden();

  // The operator takes it, works on it, and has done it; nobody looks anew.
  await expect(panel.getByText(/^(Accusée|En cours|Livrée)$/)).toBeVisible({ timeout: 60_000 });
  await picture(page, "order-under-way");
  await expect(panel.getByText("Terminée", { exact: true })).toBeVisible({ timeout: 90_000 });
  await panel.getByRole("button", { name: "Terminer" }).click();
  const done = page.getByRole("region", { name: /^Terminé, \d/ });
  await expect(done.locator(".board-card").filter({ hasText: "Fin d’une ligne" })).toBeVisible();

  await page.getByRole("link", { name: "Comptes", exact: true }).click();
  await openAccount(page, "Imprimerie Ollivier");
  await expect(page.locator("[data-line]").filter({ hasText: number })).toContainText("Résiliée");

  await admin.reload();
  await admin.getByRole("button", { name: "CFAST", exact: true }).click();
  await admin.getByRole("button", { name: /^Retirer/ }).click();
  await expect(admin.getByText("Aucune connexion")).toBeVisible();
  await admin.close();
});
