import { expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

test("each operator has a connection of its own: over HTTP with a token, by files with a folder", async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/connections");
  const dialog = page.getByRole("dialog");
  const check = dialog.getByRole("button", { name: "Vérifier et enregistrer" });
  const add = async (vendor: string, address: RegExp) => {
    await page.getByRole("button", { name: "Connexion", exact: true }).click();
    await dialog.getByLabel("Fournisseur").selectOption({ label: vendor });
    const option = await dialog
      .getByLabel("Adresse")
      .locator("option")
      .filter({ hasText: address })
      .first()
      .innerText();
    await dialog.getByLabel("Adresse").selectOption({ label: option });
  };
  // The second simulator is CFAST's: the first is the billing system's.
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  await dialog.getByLabel("Fournisseur").selectOption({ label: "CFAST" });
  await dialog.getByLabel("Adresse").selectOption({ index: 2 });
  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await check.click();
  await expect(dialog.getByRole("alert")).toHaveText("Choisissez pour qui est cette connexion.");
  await picture(page, "supplier-connection-for-whom");
  const whom = dialog.getByLabel("Pour", { exact: true });
  const first = await whom.locator("option").nth(1).innerText();
  const second = await whom.locator("option").nth(2).innerText();
  await whom.selectOption({ label: first });
  await check.click();
  await expect(dialog).toBeHidden();
  const http = page.locator(".connection").filter({ hasText: "CFAST" });
  await expect(http).toContainText(`Opérateur · ${first}`);
  await expect(http).toContainText("résilier une ligne");

  await add("Alphalink", /Dossier/);
  await expect(dialog.getByLabel("Jeton d’accès")).toHaveCount(0);
  await whom.selectOption({ label: second });
  await picture(page, "supplier-connection-by-files");
  await check.click();
  await expect(dialog).toBeHidden();
  const files = page.locator(".connection").filter({ hasText: "Alphalink" });
  await expect(files).toContainText(`Opérateur · ${second}`);
  await expect(files).toContainText("Par fichiers, sans jeton");

  // Each is tested and taken away by itself.
  await files.getByRole("button", { name: "Tester" }).click();
  await expect(files.getByRole("status")).toContainText("Répond");
  await expect(http.getByRole("status")).toHaveCount(0);
  await picture(page, "supplier-connections");
  const panel = page.getByRole("complementary", { name: "Détails" });
  await files.getByRole("button", { name: "Alphalink", exact: true }).click();
  await expect(panel.getByRole("region", { name: "Journal des appels" })).toHaveCount(0);
  await panel.getByRole("button", { name: /^Retirer/ }).click();
  await expect(files).toHaveCount(0);
  await http.getByRole("button", { name: "CFAST", exact: true }).click();
  await expect(panel.getByRole("region", { name: "Journal des appels" }).getByRole("listitem").first()).toBeVisible();
  await picture(page, "supplier-connection-calls");
  await panel.getByRole("button", { name: /^Retirer/ }).click();
  await expect(page.getByText("Aucune connexion")).toBeVisible();
});
