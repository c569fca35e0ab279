import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { picture, signIn } from "../people";

const detail = fileURLToPath(new URL("../../../docs/demo/orange-2610-884120.csv", import.meta.url));
const numbers = readFileSync(detail, "utf8")
  .split("\n")
  .slice(1, 4)
  .map((row) => row.split(";")[6] ?? "");

const result = (page: Page) => page.getByRole("region", { name: "Contrôler un mois" });
const row = (page: Page, name: string) => result(page).getByRole("row", { name: new RegExp(name) });

test("a month is checked over the whole park after each import, and when somebody asks", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "manager@softwhere");
  await page.goto("/billing-control");
  await page.getByRole("button", { name: "Importer des factures" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Importer des factures" });
  await page.getByLabel("Choisir des fichiers").setInputFiles(detail);
  const go = dialog.getByRole("button", { name: /^Importer \d/ });
  await expect(go.or(dialog.getByText("Déjà importée"))).toBeVisible({ timeout: 60_000 });
  if (await go.isVisible()) {
    await go.click();
    await expect(dialog.getByText(/octobre 2026 : \d+ lignes contrôlées|october/i)).toBeVisible({ timeout: 120_000 });
    await picture(page, "month-after-invoices");
  }
  await page.keyboard.press("Escape");

  await page.goto("/lists");
  await page.getByRole("link", { name: "Importer un fichier" }).click();
  await page.getByRole("radio", { name: "Éléments facturés", exact: true }).check();
  const csv = [
    "Client;Point de facturation;Numéro;Libellé;Montant HT;Début",
    ...numbers.map(
      (number, at) => `Groupe Kervadec;Siège;${number};Forfait mobile;${at === 2 ? "5,00" : "90,00"};01/10/2026`,
    ),
    "Groupe Kervadec;Siège;07 00 00 00 99;Forfait perdu;12,00;01/10/2026",
  ].join("\n");
  await page
    .getByLabel("Choisir un fichier")
    .last()
    .setInputFiles({ name: "facturation.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByRole("button", { name: "Importer 4 lignes" }).click();
  await expect(page.getByText("Import terminé.")).toBeVisible();
  await expect(row(page, "Marge insuffisante")).toContainText(/[1-9]/, { timeout: 60_000 });
  await expect(result(page)).toContainText("1 élément facturé aux clients ne désigne aucune ligne");
  await picture(page, "month-after-billed-items");
  await result(page).getByRole("link", { name: "Les voir" }).click();
  await expect(page.getByText("Forfait perdu")).toBeVisible();

  await page.goto("/billing-control?month=2026-10");
  await page.getByRole("button", { name: "Contrôler un mois…" }).click();
  const again = page.getByRole("dialog", { name: "Contrôler un mois" });
  await expect(again.getByLabel("Mois")).toHaveValue("2026-10");
  await again.getByRole("button", { name: "Contrôler", exact: true }).click();
  await expect(row(page, "Marge insuffisante")).toContainText(/0\s*[1-9]\d*\s*0$/, { timeout: 60_000 });
  await picture(page, "month-check");
  await again.getByRole("button", { name: "Fermer" }).last().click();

  const margin = page.getByRole("button", { name: /est vendue .* et coûte/ }).first();
  await expect(margin).toBeVisible();
  await margin.click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByRole("row", { name: /^Vente/ })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Réclamer" })).toHaveCount(0);
  await picture(page, "month-margin");

  // Put right instead of claimed: by an order on the line. Or accepted, with a reason and for how long.
  await panel.getByRole("button", { name: "Corriger" }).click();
  await expect(page.getByRole("menuitem", { name: /Résilier à une date/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: "Classer…" }).click();
  const closing = page.getByRole("dialog");
  await closing.getByRole("button", { name: "Classer", exact: true }).click();
  await expect(closing.getByRole("alert")).toBeVisible();
  await closing.getByRole("radio", { name: /^Accepté/ }).check();
  await closing.getByLabel("Motif").fill("Prix d’appel de la première année");
  await closing.getByRole("checkbox").check();
  await closing.getByRole("button", { name: "Classer", exact: true }).click();
  await expect(closing).toBeHidden();
  await expect(panel.getByText("Prix d’appel de la première année").first()).toBeVisible();
  await page.goto("/lists/sw_check_setting");
  await expect(page.getByText("Prix d’appel de la première année").first()).toBeVisible();
});

test("who may not see margins has no such check, and no gap of a margin", async ({ page }) => {
  await signIn(page, "sales@softwhere");
  await page.goto("/billing-control");
  await expect(page.getByRole("button", { name: "Contrôler un mois…" })).toHaveCount(0);
});
