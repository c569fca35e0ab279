import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

async function openSite(page: Page, name: string) {
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("region", { name: "Facturation" }).getByRole("button", { name }).click();
  return page.getByRole("complementary", { name: "Détails" });
}

test("what is billed other than was agreed is said on the billing site, to those who see what is billed", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(120_000);
  const office = await (await browser.newContext()).newPage();
  await signIn(office, "administrator@softwhere");
  await signIn(page, "accounting@softwhere");
  const drift = (await openSite(page, "Agences")).getByRole("region", { name: "Écarts avec la facturation" });
  await expect(drift).toContainText("Aucun système de facturation n’est connecté.");

  await office.goto("/administration/connections");
  await office.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("Adresse").selectOption({ index: 1 });
  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await dialog.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(dialog).toBeHidden();

  // Of the two lines that are billed there one agrees; the other is said with its line and both prices.
  await expect(async () => {
    await page.reload();
    await expect(drift).toContainText(/Lu le/, { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(drift.getByRole("listitem")).toHaveCount(1);
  await expect(drift.getByRole("heading")).toContainText("1");
  await expect(drift).toContainText(/prix là-bas 24,50\s€, ici 26,90\s€/);
  const place = page.url();
  await drift.scrollIntoViewIfNeeded();
  await picture(page, "billing-drift");
  await drift.getByRole("button", { name: "06 39 98 41 06" }).click();
  await expect(page.getByRole("complementary", { name: "Détails" }).last()).toContainText("06 39 98 41 06");
  // The other billing site is no customer there.
  const other = await openSite(page, "Siège");
  await expect(other.last().getByRole("region", { name: "Écarts avec la facturation" })).toContainText(
    "Pas encore rapproché",
  );

  // Support opens the same billing site: nothing of what is billed is said there.
  const support = await (await browser.newContext()).newPage();
  await signIn(support, "support-n1@softwhere");
  await support.goto(place);
  await expect(support.getByRole("complementary", { name: "Détails" })).toContainText("Agences");
  await expect(support.getByRole("heading", { name: "Historique" }).last()).toBeVisible();
  await expect(support.getByText("Écarts avec la facturation")).toHaveCount(0);

  await office.goto("/administration/connections");
  await office.getByRole("button", { name: "Pennylane", exact: true }).click();
  await office.getByRole("button", { name: /^Retirer/ }).click();
});
