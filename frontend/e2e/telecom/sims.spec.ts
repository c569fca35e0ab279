import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const account = "Imprimerie Ollivier";
const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris" }).format(new Date());

test("SIMs are ordered for a line and delivered into stock; the line is given the new card, and the old one is retired", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(240_000);
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
  await openAccount(page, account);
  const line = page
    .locator("[data-line]")
    .filter({ hasText: /0[67](\s\d\d){4}/ })
    .filter({ hasNotText: /Résili|Suspendue|Commandée/ })
    .first();
  const number = (await line.locator(".grid-cell.number").innerText()).trim();
  const dialog = page.getByRole("dialog");
  const panel = page.getByRole("complementary", { name: "Détails" });
  const name = `SIM ${String(Date.now()).slice(-6)}`;
  const launchAndWait = async () => {
    await panel.getByRole("button", { name: "Lancer…" }).click();
    await expect(dialog.getByText("par CFAST, simulateur")).toBeVisible();
    await dialog.getByRole("button", { name: "Lancer 1 action" }).click();
    await expect(dialog).toBeHidden();
    await expect(panel.getByText("Terminée", { exact: true })).toBeVisible({ timeout: 90_000 });
  };
  const openLine = async () => {
    await page.goto("/accounts");
    await openAccount(page, account);
    await page.locator("[data-line]").filter({ hasText: number }).locator(".grid-cell.number").click();
    await expect(panel.getByText("SIM", { exact: true })).toBeVisible();
  };

  await line.getByRole("checkbox").click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Commander des SIM" }).click();
  await dialog.getByLabel("Nom").fill(name);
  await dialog.getByLabel("Prévu le").fill(today);
  await dialog.getByRole("button", { name: /Prévoir pour 1 ligne/ }).click();
  await expect(dialog.getByText("1 ligne changée sur 1")).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await page.getByRole("link", { name: "Déploiements", exact: true }).click();
  await page.locator(".board-card").filter({ hasText: name }).first().click();
  await launchAndWait();

  await openLine();
  const cards = panel.locator(".line-cards .field-value");
  const stock = cards.filter({ hasText: "En stock" });
  await expect(stock).toHaveCount(1);
  const iccid = (await stock.innerText()).match(/[\d ]{20,}/)?.[0].trim() ?? "";
  await picture(page, "sim-in-stock");
  await panel.getByRole("button", { name: "Changer de carte" }).click();
  await expect(dialog.getByLabel("Carte en stock").locator("option:checked")).toHaveText(
    `${iccid} · prévue pour cette ligne`,
  );
  await expect(dialog.getByText("Demandé à CFAST (simulateur).")).toBeVisible();
  await picture(page, "sim-swap");
  await dialog.getByRole("button", { name: "Prévoir" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText(/^Nouvelle carte 89/)).toBeVisible();
  await launchAndWait();

  await openLine();
  await expect(cards.filter({ hasText: iccid })).toHaveText(iccid);
  await expect(cards.filter({ hasNotText: iccid })).toContainText(["Retirée"]);
  await picture(page, "sim-swapped");

  // Whoever only looks sees the cards, and no way to change them.
  const other = await browser.newContext();
  const looking = await other.newPage();
  await signIn(looking, "support-n1@connextoo");
  await openAccount(looking, account);
  await looking.locator("[data-line]").filter({ hasText: number }).locator(".grid-cell.number").click();
  await expect(looking.locator(".line-cards").getByText(iccid)).toBeVisible();
  await expect(looking.getByRole("button", { name: "Changer de carte" })).toHaveCount(0);
  await other.close();

  await admin.reload();
  await admin.getByRole("button", { name: "CFAST", exact: true }).click();
  await admin.getByRole("button", { name: /^Retirer/ }).click();
  await expect(admin.getByText("Aucune connexion")).toBeVisible();
  await admin.close();
});
