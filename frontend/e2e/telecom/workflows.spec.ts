import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

// Ways of docs/workflows.md that no other test walks.

const details = { name: "Détails" };

test("what belongs to an account is begun where one is: a task, a note, who pays, a line of its own parks", async ({
  page,
}) => {
  const mark = String(Date.now()).slice(-8);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Hôtels du Ponant");
  const panel = page.getByRole("complementary", details);
  const dialog = page.getByRole("dialog");

  await page.getByRole("button", { name: "Tâche", exact: true }).click();
  await dialog.getByLabel(/^Titre/).fill(`Rappeler la réception ${mark}`);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(panel.getByRole("heading", { name: `Rappeler la réception ${mark}` })).toBeVisible();
  await panel.getByRole("button", { name: "Fermer" }).click();

  // A deployment begins as a draft or planned: what comes later is no state to begin in.
  await page.getByRole("button", { name: "Déploiement", exact: true }).click();
  await expect(dialog.getByLabel(/^État/).getByRole("option")).toHaveText(["Brouillon", "Prévu"]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Fiche", exact: true }).click();
  await panel.getByRole("button", { name: /^Notes/ }).click();
  await panel.getByRole("textbox", { name: /^Notes/ }).fill(`Standard fermé le dimanche ${mark}`);
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("Enregistré")).toBeVisible();
  await panel.getByRole("button", { name: "Fermer" }).click();

  await page.getByRole("button", { name: /^Facturation/ }).click();
  await panel.getByRole("button", { name: "Ajouter" }).click();
  await dialog.getByLabel(/^Nom/).fill(`Siège ${mark}`);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByText(`Siège ${mark}`).first()).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Ajouter un site" }).first().click();
  await dialog.getByLabel(/^Nom/).fill(`Annexe ${mark}`);
  await dialog.getByLabel(/^Ville/).fill("Quimper");
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("region", { name: "Sites" }).getByText(`Annexe ${mark}`)).toBeVisible();

  // By its letter; only parks of this account are there to choose from.
  await page.getByRole("grid").focus();
  await page.keyboard.press("n");
  await dialog.getByLabel(/^Parc/).click();
  const parks = dialog.getByRole("listbox").getByRole("option");
  await expect(parks).toHaveText([/^Fixe/, /^Internet/, /^Mobile/]);
  await parks.last().click();
  await dialog.getByLabel(/^Numéro/).fill(`06 99 ${mark.replace(/(..)(?=.)/g, "$1 ").slice(0, 8)}`);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(panel.getByText("Commandée").first()).toBeVisible();
  await picture(page, "workflow-line");
});

test("each letter of the action bar opens what the list of workflows says, with the lines that can and can't", {
  tag: "@rule-3",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Transports");
  const dialog = page.getByRole("dialog");
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Autres actions" })).toBeVisible();
  for (const [letter, title] of [
    ["c", "Changer de forfait"],
    ["s", "Suspendre"],
    ["r", "Rétablir"],
    ["t", "Résilier à une date"],
    ["g", "Annuler la résiliation"],
    ["m", "Changer de site"],
    ["p", "Changer de parc"],
    ["b", "Changer de site de facturation"],
    ["o", "Ajouter une option"],
    ["u", "Retirer une option"],
    ["a", "Affecter un contact"],
    ["d", "Créer un déploiement"],
    ["i", "Commander des SIM"],
  ] as const) {
    await page.keyboard.press(letter);
    await expect(dialog.getByRole("heading", { name: new RegExp(`^${title} — 1 ligne`) })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
});

test("options come and go, lines move to another payer and are kept: preview, run, taken back", {
  tag: "@rule-3",
}, async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Transports");
  const dialog = page.getByRole("dialog");
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("button", { name: "Autres actions" })).toBeVisible();
  const run = async (letter: string, field: string, choice: string) => {
    await page.keyboard.press(letter);
    await dialog.getByRole("combobox", { name: field, exact: true }).selectOption({ label: choice });
    await expect(dialog.getByText("2 lignes changent")).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByText("2 lignes changées sur 2")).toBeVisible({ timeout: 40_000 });
  };
  const undo = async () => {
    await dialog.getByRole("button", { name: "Annuler le changement" }).click();
    await expect(page.getByText(/Modifications annulées/).first()).toBeVisible({ timeout: 20_000 });
    await expect(dialog).toBeHidden();
    await page.getByRole("grid").focus();
  };
  await run("b", "Nouveau site de facturation", "Agences");
  await undo();
  await run("o", "Option", "Europe + USA");
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await page.getByRole("grid").focus();
  // What was added today is taken away again: as an order of its own, not by undoing.
  await run("u", "Option", "Europe + USA");
  await dialog.getByRole("button", { name: "Terminer" }).click();
});

test("direction's day begins with the portfolio: what is sold, bought and left, and whose gaps are the largest", async ({
  page,
}) => {
  await signIn(page, "direction@softwhere");
  const portfolio = page.getByRole("region", { name: "Portefeuille" });
  await expect(portfolio).toContainText(/Marge/);
  await expect(portfolio).toContainText(/€/);
  await picture(page, "workflow-direction");
});
