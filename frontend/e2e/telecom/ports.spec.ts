import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const account = "Imprimerie Ollivier";
const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris" }).format(new Date());
const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+";

/** The RIO that goes with a number, as the simulated operator sees it. */
function rioOf(number: string, start = "01E123456"): string {
  const sums = [0, 0, 0];
  for (const sign of `${start}${number}`)
    for (const [index, sum] of sums.entries()) sums[index] = (sum * 2 ** index + signs.indexOf(sign)) % signs.length;
  return `${start}${sums.map((sum) => signs[sum]).join("")}`;
}

async function connect(admin: Page, { vendor, address, party }: Record<string, string>): Promise<void> {
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Fournisseur").selectOption({ label: vendor ?? "" });
  // The second simulator is CFAST's: the first is the billing system's. Files lie in a folder.
  const folder = dialog.getByLabel("Adresse").locator("option").filter({ hasText: "Dossier" }).first();
  const where = address === "folder" ? { label: (await folder.textContent()) ?? "" } : { index: 2 };
  await dialog.getByLabel("Adresse").selectOption(where);
  if (vendor === "CFAST") await dialog.getByLabel("Jeton d’accès").fill("demo");
  await dialog.getByLabel("Pour", { exact: true }).selectOption({ label: party ?? "" });
  await dialog.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(dialog).toBeHidden();
}

async function disconnect(admin: Page, vendor: string): Promise<void> {
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: vendor, exact: true }).click();
  await admin.getByRole("button", { name: new RegExp(`^Retirer : ${vendor}`) }).click();
  await expect(admin.getByRole("button", { name: vendor, exact: true })).toHaveCount(0);
}

/** The park of the operator, as the choice names it. */
async function choosePark(page: Page, operator: string): Promise<void> {
  const choice = page.getByLabel("Opérateur et parc");
  await choice.selectOption({
    label: (await choice.locator("option").filter({ hasText: operator }).first().textContent()) ?? "",
  });
}

const paste = (page: Page, table: string) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, table);

test("a number is ported in: asked with a RIO that warns, held by the operator, corrected, in service", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(240_000);
  const mark = String(Date.now()).slice(-6);
  const number = `0649${mark}`;
  const office = await browser.newContext();
  const admin = await office.newPage();
  await signIn(admin, "administrator@connextoo");
  await connect(admin, { vendor: "CFAST", party: "Orange" });

  await signIn(page, "manager@connextoo");
  await openAccount(page, account);
  await page.getByRole("button", { name: "Nouvelles lignes", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const panel = page.getByRole("complementary", { name: "Détails" });
  await dialog.getByLabel("Nom", { exact: true }).fill(`Portage ${mark}`);
  await dialog.getByLabel("Prévu le").fill(today);
  await choosePark(page, "Orange");
  const row = (rank: number) => dialog.getByRole("listitem", { name: `Ligne ${rank}`, exact: true });
  const plan = await row(1).getByLabel("Forfait").locator("option").nth(1).textContent();
  await row(1)
    .getByLabel("Forfait")
    .selectOption({ label: plan ?? "" });

  // Pasted with names of columns, the RIO written as people write it.
  await row(1).getByLabel("Numéro ou référence").focus();
  await paste(page, `Numéro\tUtilisateur\tRIO\tTitulaire\n${number}\tAccueil\t01e1234\tOllivier SA`);
  await expect(row(1).getByLabel("Titulaire chez l’opérateur cédant")).toHaveValue("Ollivier SA");
  const run = dialog.getByRole("button", { name: /^Prévoir \d+ lignes?$/ });
  await run.click();
  await expect(dialog.getByRole("alert")).toContainText("Ligne 1, RIO : Un RIO a douze signes");
  const rio = row(1).getByLabel("RIO", { exact: true });
  await rio.fill("01 e 123456 aaa");
  await rio.blur();
  await expect(rio).toHaveValue("01 E 123456 AAA");
  // The key only warns.
  await expect(row(1).getByRole("status")).toContainText("La clé du RIO ne semble pas être celle de ce numéro");
  await picture(page, "port-entered");
  await run.click();
  await expect(dialog).toBeHidden();

  await panel.getByRole("button", { name: "Lancer…" }).click();
  await expect(dialog.getByText("par CFAST, simulateur")).toBeVisible();
  await dialog.getByRole("button", { name: "Lancer 1 action" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText("Retenue", { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(
    panel.getByText("Le RIO n’est pas celui de ce numéro (« RIO incohérent avec le numéro »)"),
  ).toBeVisible();
  await picture(page, "port-held");

  // Whoever only looks sees why, and no way to correct it.
  const other = await browser.newContext();
  const looking = await other.newPage();
  await signIn(looking, "direction@connextoo");
  await looking.getByRole("link", { name: "Déploiements", exact: true }).click();
  await looking
    .locator(".board-card")
    .filter({ hasText: `Portage ${mark}` })
    .first()
    .click();
  await expect(looking.getByText("Le RIO n’est pas celui de ce numéro (« RIO incohérent")).toBeVisible();
  await expect(looking.getByRole("button", { name: "Corriger…" })).toHaveCount(0);
  await other.close();

  // By the keyboard alone: the form has what may be corrected, as it was asked.
  await panel.getByRole("button", { name: "Corriger…" }).focus();
  await page.keyboard.press("Enter");
  const corrected = dialog.getByLabel("RIO", { exact: true });
  await expect(corrected).toBeFocused();
  await expect(corrected).toHaveValue("01 E 123456 AAA");
  await expect(dialog.getByLabel("Titulaire chez l’opérateur cédant")).toHaveValue("Ollivier SA");
  await expect(dialog.getByRole("status")).toContainText("La clé du RIO ne semble pas");
  await expect(dialog.getByRole("button", { name: "Corriger", exact: true })).toBeDisabled();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("01E123");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(dialog.getByText("Un RIO a douze signes")).toBeVisible();
  await corrected.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(rioOf(number));
  await expect(dialog.getByText("La clé du RIO ne semble pas")).toHaveCount(0);
  await picture(page, "port-correcting");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(dialog).toBeHidden();
  await expect(panel.getByText(/^Corrigé, RIO : 01 E 123456 AAA → 01 E 123456 /)).toBeVisible();
  await expect(panel.getByText("Terminée", { exact: true })).toBeVisible({ timeout: 120_000 });
  await picture(page, "port-done");
  await page.reload();
  const line = page.locator("[data-line]").filter({ hasText: number.replace(/(..)(?=.)/g, "$1 ") });
  await expect(line).toBeVisible();
  await expect(line).not.toContainText("Commandée");
  await disconnect(admin, "CFAST");
  await office.close();
});

test("where the operator ports no numbers that is said before anything is planned", { tag: "@rule-3" }, async ({
  page,
  browser,
}) => {
  const office = await browser.newContext();
  const admin = await office.newPage();
  await signIn(admin, "administrator@connextoo");
  await connect(admin, { vendor: "Alphalink", address: "folder", party: "Alphalink" });
  await signIn(page, "manager@connextoo");
  await openAccount(page, account);
  await page.getByRole("button", { name: "Nouvelles lignes", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom", { exact: true }).fill("Fixe");
  await dialog.getByLabel("Prévu le").fill(today);
  await choosePark(page, "Alphalink");
  const row = dialog.getByRole("listitem", { name: "Ligne 1", exact: true });
  await expect(row.getByRole("checkbox", { name: "Numéro porté d’un autre opérateur" })).toBeDisabled();
  await expect(dialog.getByText("Alphalink ne sait pas porter un numéro : ses lignes")).toBeVisible();
  // What is pasted is refused in words all the same, and can be made a new number.
  await row.getByLabel("Numéro ou référence").focus();
  await paste(page, `0298112233\t\t\t\t${rioOf("0298112233", "01F123456")}\tOllivier SA`);
  await dialog.getByRole("button", { name: "Prévoir 1 ligne" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Ligne 1, RIO : Alphalink ne sait pas porter un numéro.");
  await picture(page, "port-unable");
  await row.getByRole("checkbox", { name: "Numéro porté d’un autre opérateur" }).click();
  await expect(dialog.getByText("Alphalink ne sait pas porter un numéro.", { exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await disconnect(admin, "Alphalink");
  await office.close();
});
