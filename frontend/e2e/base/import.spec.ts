import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { picture, signIn } from "../people";

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function openImport(page: Page, kind: string, upload: ReturnType<typeof file>): Promise<void> {
  await page.getByRole("link", { name: "Importer un fichier" }).click();
  await page.getByRole("radio", { name: kind, exact: true }).check();
  await page.getByLabel("Choisir un fichier").last().setInputFiles(upload);
}

const table = (page: Page) => page.getByRole("table", { name: "Lignes à revoir" });
const counts = (page: Page) => page.locator(".import-counts");

test("accounts from another tool: mapped, corrected on the spot, imported, taken back", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists");
  const csv = [
    "Code client;Raison sociale;SIRET;Date entrée;CP;Ville;Vendeur;Zone libre",
    "IMP-E2E-1;Atelier du Port;732 829 320 00074;12 mars 2024;29200;Brest;;nord",
    "IMP-E2E-2;Boulangerie Le Men;37282932000074;31/06/2025;29000;Quimper;;sud",
    "IMP-E2E-1;Atelier en double;;;;;;",
    "IMP-E2E-3;Crêperie des Halles;;;1000;Bourg-en-Bresse;;",
  ].join("\r\n");
  await openImport(page, "Comptes clients", file("clients.csv", csv));
  await expect(page.getByLabel("Champ de la colonne Code client")).toHaveValue("softwhere_id");
  await expect(page.getByLabel("Champ de la colonne Date entrée")).toHaveValue("customer_since");
  await expect(page.getByLabel("Champ de la colonne Zone libre")).toHaveValue("");
  await picture(page, "import-mapping");
  await page.getByRole("button", { name: "Vérifier" }).click();

  await expect(counts(page)).toContainText(/À créer\s*2/);
  await expect(counts(page)).toContainText(/Refusées\s*2/);
  await expect(table(page).getByRole("row", { name: /SIRET/ })).toContainText("n’est pas un SIRET valable");
  await expect(table(page).getByRole("row", { name: /Déjà à la ligne 2/ })).toBeVisible();
  await picture(page, "import-check");
  // One correction is a click, one is typed.
  await table(page).getByRole("button", { name: "73282932000074" }).click();
  await table(page).getByRole("button", { name: "2025-06-30" }).click();
  await expect(table(page).getByRole("row", { name: /n’est pas/ })).toHaveCount(0);
  const number = table(page).getByLabel("Numéro de compte, ligne 4");
  await number.fill("IMP-E2E-4");
  await number.press("Enter");
  await expect(counts(page)).toContainText(/À créer\s*4/);
  await expect(counts(page)).not.toContainText("Refusées");
  await page.getByRole("button", { name: "Importer 4 lignes" }).click();
  await expect(page.getByText("4 sur 4")).toBeVisible();
  await expect(page.getByText("Import terminé.")).toBeVisible();
  await picture(page, "import-result");

  await page.getByRole("link", { name: "Voir : Comptes clients" }).click();
  await page.getByRole("searchbox", { name: /Nom, numéro/ }).fill("IMP-E2E");
  await expect(page.getByRole("link", { name: /Atelier du Port|Le Men|en double|Crêperie des Halles/ })).toHaveCount(4);

  // The page keeps the import; undo takes all of it back.
  await page.getByRole("link", { name: "Listes" }).click();
  await page.getByRole("link", { name: "Importer un fichier" }).click();
  await page.getByRole("button", { name: "Annuler l’import" }).click();
  await expect(page.getByText("Import annulé.")).toBeVisible();
  await expect(page.getByText(/Modifications? annulée/)).toBeVisible();
  await page.getByRole("link", { name: "Voir : Comptes clients" }).click();
  await page.getByRole("searchbox", { name: /Nom, numéro/ }).fill("IMP-E2E");
  await expect(page.getByText("Aucun compte ne correspond")).toBeVisible();
});

test("contacts of an unknown account: the likely one is proposed for every row that says so; refused rows leave as a file", async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists");
  const csv = [
    "Client;Prénom;Nom;E-mail;Téléphone",
    "Biscuitrie de l’Aven;Ana;Import;ana.import@example.fr;612345678",
    "Biscuitrie de l’Aven;Léo;Import;leo.import@example.fr;12",
    "Nulle part;Zoé;Import;zoe.import@example.fr;",
  ].join("\n");
  await openImport(page, "Contacts", file("contacts.csv", csv));
  await page.getByRole("button", { name: "Vérifier" }).click();
  await expect(counts(page)).toContainText(/Refusées\s*3/);
  await table(page)
    .getByRole("button", { name: /Biscuiterie.*× 2/ })
    .first()
    .click();
  await expect(counts(page)).toContainText(/À créer\s*1/);
  await expect(table(page).getByRole("row", { name: /Téléphone/ })).toContainText("n’est pas un numéro de téléphone");
  await expect(table(page).getByRole("row", { name: /Nulle part/ })).toContainText("n’existe pas");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger les lignes refusées" }).click(),
  ]);
  const refused = readFileSync(await download.path(), "utf8");
  expect(refused.split("\r\n").filter(Boolean)).toHaveLength(3);
  expect(refused).toContain("« Nulle part » n’existe pas.");
  await page.getByRole("button", { name: "Importer 1 ligne" }).click();
  await expect(page.getByText("1 sur 1")).toBeVisible();
  await expect(page.getByRole("button", { name: "Télécharger les 2 lignes refusées" })).toBeVisible();
  await page.getByRole("button", { name: "Annuler l’import" }).click();
  await expect(page.getByText("Import annulé.")).toBeVisible();
  await expect(page.getByText(/Modifications? annulée/)).toBeVisible();
});

test("on a phone the whole way is there, and support is offered nothing it may not create", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 760 });
  await signIn(page, "support-n1@softwhere");
  await page.goto("/import");
  await expect(page.getByRole("radio", { name: "Contacts" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Comptes clients" })).toHaveCount(0);
  await page.getByRole("radio", { name: "Contacts" }).check();
  await page
    .getByLabel("Choisir un fichier")
    .last()
    .setInputFiles(file("contacts.csv", "Client;Nom;E-mail\nPersonne;Import;personne(at)example.fr"));
  await page.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByText("« Personne » n’existe pas.")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await picture(page, "import-check-375");
});

test("case 20: undo leaves what a colleague has changed since, by name, and nobody loses work", async ({
  page,
  browser,
}) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists");
  const name = `Reprise ${Date.now()}`;
  const sites = ["Nord", "Sud", "Est"].map((part) => `Hôtels du Ponant;${name} ${part}`);
  await openImport(page, "Sites", file("sites.csv", ["Compte;Nom", ...sites].join("\n")));
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByRole("button", { name: "Importer 3 lignes" }).click();
  await expect(page.getByText("Import terminé.")).toBeVisible();

  const context = await browser.newContext();
  const colleague = await context.newPage();
  await signIn(colleague, "administrator@softwhere");
  await colleague.goto(`/lists/sw_site?q=${encodeURIComponent(`${name} Sud`)}`);
  await colleague
    .locator(".grid-row")
    .filter({ hasText: `${name} Sud` })
    .click();
  const panel = colleague.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: /^Ville/ }).click();
  await panel.getByRole("textbox", { name: "Ville" }).fill("Quimper");
  await colleague.keyboard.press("Enter");
  await expect(panel.getByText("Enregistré")).toBeVisible();
  await context.close();

  // The manager may not delete sites; those of their own import they take back.
  await page.getByRole("button", { name: "Annuler l’import" }).click();
  await expect(page.getByRole("status").filter({ hasText: "n’a pas été annulé" })).toContainText(
    `${name} Sud (modifié depuis)`,
  );
  await picture(page, "import-undone-partly");
  await page.goto(`/lists/sw_site?q=${encodeURIComponent(name)}`);
  await expect(page.locator(".grid-row").filter({ hasText: name })).toHaveCount(1);
});

test("deleting says first what refers to it", async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/lists/sw_site?q=Kergaradec");
  await page.locator(".grid-row").filter({ hasText: "Kergaradec" }).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: "Supprimer", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Supprimer" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/y renvoient et resteraient sans lui :.+ \(\d+\)/);
  await expect(dialog.getByRole("button", { name: "Supprimer quand même" })).toBeVisible();
  await picture(page, "delete-referenced");
  await dialog.getByText("Annuler").click();
  await expect(panel).toContainText("Kergaradec");
});
