import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Détails" });
const cardIn = (page: Page, column: string) =>
  page
    .getByRole("region", { name: new RegExp(`^${column}, \\d`) })
    .getByRole("button", { name: /Fermeture de l’annexe/ });

async function ask(page: Page): Promise<void> {
  await cardIn(page, "(Prévu|Bloqué)").click();
  await panelOf(page).getByRole("button", { name: "Lancer…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/une autre personne doit donner son accord/)).toBeVisible();
  await picture(page, "approval-needed");
  await dialog.getByRole("button", { name: "Demander l’accord" }).click();
  await expect(panelOf(page).getByText(/^Accord demandé par Anne Jaffré le/)).toBeVisible();
}

test("above the brand's amount a second person is asked: who asked can't approve, a refusal says why, an approval launches", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(150_000);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Clinique");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Créer un déploiement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill("Fermeture de l’annexe");
  await dialog.getByLabel("À faire").selectOption("terminate_line");
  await dialog.getByLabel("Consignes").fill("L’annexe ferme.");
  await dialog.getByRole("button", { name: /Prévoir pour \d+ lignes/ }).click();
  await expect(dialog.getByRole("button", { name: "Terminer" })).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();

  await page.goto("/deployments");
  await ask(page);
  await expect(panelOf(page).getByRole("button", { name: /Examiner/ })).toHaveCount(0);
  await expect(cardIn(page, "Bloqué")).toContainText("Accord demandé par Anne Jaffré");

  const second = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signIn(second, "administrator@softwhere");
  await second.goto("/deployments");
  await cardIn(second, "Bloqué").click();
  await panelOf(second).getByRole("button", { name: "Refuser…" }).click();
  await second.getByLabel("Pourquoi").fill("Attendre le bail");
  await second.getByRole("button", { name: "Refuser", exact: true }).click();
  await expect(panelOf(second).getByText("Bloqué : Attendre le bail")).toBeVisible();

  await page.reload();
  await ask(page);
  await second.reload();
  await panelOf(second).getByRole("button", { name: "Examiner et lancer…" }).click();
  const approve = second.getByRole("dialog").getByRole("button", { name: /^Donner l’accord et lancer \d+ actions/ });
  await expect(approve).toBeEnabled();
  await picture(second, "approval");
  await approve.click();
  await expect(panelOf(second).getByText("Déploiement · Lancé")).toBeVisible();
  await expect(panelOf(second).getByText("Accord donné par")).toBeVisible();
  await panelOf(second).getByRole("button", { name: "Rappeler" }).click();
  await panelOf(second).getByRole("button", { name: "Annuler le déploiement" }).click();
  await expect(panelOf(second).getByText("Déploiement · Annulé")).toBeVisible();
  await second.context().close();
});
