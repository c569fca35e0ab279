import { expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

test("a document is looked at in its panel; a new file keeps the old one as a version, which comes back on request", {
  tag: ["@rule-1", "@base-walk"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_document");
  await page.locator(".grid-row").filter({ hasText: "Contrat cadre" }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByRole("img", { name: /Aperçu de contrat-cadre/ }).locator("canvas")).toBeVisible();
  await picture(page, "document-preview");
  await panel
    .locator("input[type=file]")
    .setInputFiles({ name: "avenant.csv", mimeType: "text/csv", buffer: Buffer.from("Clause;Texte\n1;Avenant\n") });
  await expect(panel.getByLabel(/Aperçu de avenant/)).toContainText("1;Avenant");
  await expect(panel.getByText("Versions précédentes")).toBeVisible();
  const version = panel.locator(".card-rows li").filter({ hasText: "contrat-cadre" });
  await expect(version).toBeVisible();
  await version.getByRole("button", { name: /Rétablir la version/ }).click();
  await expect(panel.getByRole("img", { name: /Aperçu de contrat-cadre/ }).locator("canvas")).toBeVisible();
  await expect(panel.locator(".card-rows li").filter({ hasText: "avenant" })).toBeVisible();
});

test("a file of the wrong kind is refused with its reason and leaves no version behind", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_document");
  await page.locator(".grid-row").filter({ hasText: "Annexe tarifaire" }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByLabel(/Aperçu de annexe/)).toContainText("Business 50 Go;19,90");
  await panel
    .locator("input[type=file]")
    .setInputFiles({ name: "outil.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
  await expect(panel.getByRole("alert")).toBeVisible();
  await expect(panel.getByText("Versions précédentes")).toHaveCount(0);
});

test("what was deleted comes back by one click", { tag: "@rule-2" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_task");
  await page.getByRole("button", { name: "Ajouter" }).click();
  const title = `À supprimer ${Date.now()}`;
  await page.getByRole("dialog").getByLabel("Titre").fill(title);
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: "Supprimer", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByText(`${title} : supprimé`)).toBeVisible();
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByRole("searchbox", { name: "Rechercher" }).fill(title);
  await expect(page.locator(".grid-row").filter({ hasText: title })).toBeVisible();
});
