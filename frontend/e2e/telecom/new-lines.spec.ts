import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const account = "Imprimerie Ollivier";
const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris" }).format(new Date());

/** Connects the brand to a simulator: the first is the billing system's, the second CFAST's. */
async function connect(admin: Page, { vendor, simulator, party }: Record<string, string | number>): Promise<void> {
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Fournisseur").selectOption({ label: String(vendor) });
  await dialog.getByLabel("Adresse").selectOption({ index: Number(simulator) });
  await dialog.getByLabel("Jeton d’accès").fill("demo");
  if (party) await dialog.getByLabel("Pour", { exact: true }).selectOption({ label: String(party) });
  await dialog.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(dialog).toBeHidden();
}

async function disconnect(admin: Page, vendor: string): Promise<void> {
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: vendor, exact: true }).click();
  await admin.getByRole("button", { name: new RegExp(`^Retirer : ${vendor}`) }).click();
  await expect(admin.getByRole("button", { name: vendor, exact: true })).toHaveCount(0);
}

test("a fibre line from nothing to billed: entered, launched, in service at the operator, then billed", {
  tag: "@rule-3",
}, async ({ page, browser }) => {
  test.setTimeout(240_000);
  const mark = String(Date.now()).slice(-6);
  const office = await browser.newContext();
  const admin = await office.newPage();
  await signIn(admin, "administrator@connextoo");
  await connect(admin, { vendor: "CFAST", simulator: 2, party: "Alphalink" });
  await connect(admin, { vendor: "Pennylane", simulator: 1 });

  // Somebody to bill: a billing site that is a customer there.
  await signIn(page, "manager@connextoo");
  await openAccount(page, account);
  await page.getByRole("button", { name: /^Facturation/ }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const dialog = page.getByRole("dialog");
  const billingSite = `Fibre ${mark}`;
  await panel.getByRole("button", { name: "Ajouter" }).click();
  await dialog.getByLabel(/^Nom/).fill(billingSite);
  await dialog.getByLabel(/^Adresse/).fill("1 place de la Mairie");
  await dialog.getByLabel(/^Code postal/).fill("29810");
  await dialog.getByLabel(/^Ville/).fill("Plouarzel");
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Facturation/ }).click();
  const customer = panel.getByRole("region", { name: billingSite });
  await customer.getByRole("button", { name: "Créer le client dans Pennylane" }).click();
  await expect(customer.getByRole("status")).toContainText("Client créé dans Pennylane", { timeout: 60_000 });
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Nouvelles lignes", exact: true }).click();
  await dialog.getByLabel("Nom", { exact: true }).fill(`Ouverture ${mark}`);
  await dialog.getByLabel("Prévu le").fill(today);
  await dialog.getByLabel("Opérateur et parc").selectOption({ label: await parkOf(page, "Alphalink") });
  await dialog.getByLabel("Site de facturation").selectOption({ label: billingSite });
  const row = (rank: number) => dialog.getByRole("listitem", { name: `Ligne ${rank}`, exact: true });
  // A table is pasted; what is wrong with it is said by row and field, and stays as it was.
  await row(1).getByLabel("Numéro ou référence").focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, `FTTH-${mark}\t\tfibre pro 1 gbit/s\tAccueil\nFTTH-${mark}\tNulle part\tFibre Pro 1 Gbit/s\tAtelier`);
  await expect(row(2).getByLabel("Utilisateur")).toHaveValue("Atelier");
  const plan = dialog.getByRole("button", { name: /^Prévoir \d+ lignes?$/ });
  await plan.click();
  const problems = dialog.getByRole("alert");
  await expect(problems).toContainText("Ligne 2, Site : « Nulle part » n’existe pas ici.");
  await expect(problems).toContainText("Ligne 2, Numéro ou référence : Déjà dans une autre ligne.");
  await expect(row(2).getByLabel("Utilisateur")).toHaveValue("Atelier");
  await picture(page, "new-lines-refused");
  await dialog.getByRole("button", { name: "Retirer la ligne 2" }).click();
  await expect(problems).toHaveCount(0);
  await expect(dialog.getByText("1 commande à Alphalink")).toBeVisible();
  await expect(dialog.getByText("1 service facturé ensuite")).toBeVisible();
  await picture(page, "new-lines");
  await plan.dblclick();
  await expect(dialog).toBeHidden();

  await expect(panel.getByRole("heading", { name: `Ouverture ${mark}` })).toBeVisible();
  await panel.getByRole("button", { name: "Lancer…" }).click();
  await expect(dialog.getByText("par CFAST, simulateur")).toBeVisible();
  await expect(dialog.getByText("par Pennylane, simulateur")).toBeVisible();
  await dialog.getByRole("button", { name: "Lancer 2 actions" }).click();
  await expect(dialog).toBeHidden();
  // The operator first; billing follows what is in service.
  await expect(panel.getByText("Terminée", { exact: true })).toHaveCount(2, { timeout: 150_000 });
  await picture(page, "new-lines-billed");
  // Nobody here changed the line: the list follows by itself.
  const line = page.locator("[data-line]").filter({ hasText: `FTTH-${mark}` });
  await expect(line).toBeVisible();
  await expect(line).not.toContainText("Commandée");
  await line.click();
  await expect(panel.getByRole("heading", { name: `FTTH-${mark}` })).toBeVisible();
  await expect(panel.getByText(`Ligne FTTH-${mark} mise en service`)).toBeVisible();
  await page.goto("/lists/sw_billed_item");
  await expect(page.getByRole("row").filter({ hasText: `Fibre Pro 1 Gbit/s — FTTH-${mark}` })).toContainText("103,00");

  await disconnect(admin, "CFAST");
  await disconnect(admin, "Pennylane");
  await office.close();
});

/** The first park of the operator, as the choice names it. */
const parkOf = async (page: Page, operator: string): Promise<string> =>
  (await page.getByLabel("Opérateur et parc").locator("option").filter({ hasText: operator }).first().textContent()) ??
  "";
