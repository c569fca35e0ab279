import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

/** Connects the brand to the stand-in of the billing system, whose invoices are read at once. */
async function connect(page: Page): Promise<void> {
  await page.goto("/administration/connections");
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Adresse").selectOption({ index: 1 });
  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await dialog.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(dialog).toBeHidden();
}

async function disconnect(page: Page): Promise<void> {
  await page.goto("/administration/connections");
  await page.getByRole("button", { name: "Pennylane", exact: true }).click();
  await page.getByRole("button", { name: /^Retirer/ }).click();
}

test("what a customer was invoiced, has paid and owes is read from the billing system, and seen by those who may", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(120_000);
  const as = async (name: string) => {
    const one = await (await browser.newContext()).newPage();
    await signIn(one, name);
    return one;
  };
  const office = await as("administrator@softwhere");
  await signIn(page, "accounting@softwhere");
  await openAccount(page, "Groupe Kervadec");
  const card = page.getByRole("region", { name: "Factures et règlements" });
  await connect(office);
  await page.reload();
  await expect(card).toContainText("Pennylane", { timeout: 60_000 });
  await expect(card).toContainText("Lu le", { timeout: 60_000 });

  // 2,480.50 a month without VAT: of two months before it is late, the half of one was paid; this month’s is not late.
  const figure = (name: string) => card.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) });
  await expect(figure("Reste à payer")).toContainText(/7\s?441,50/);
  await expect(figure("En retard")).toContainText(/2 factures|une facture|1 facture/);
  await picture(page, "invoices-account");

  // Its billing site has the same with the latest invoices, a word for how each is, and one opens there.
  await page.getByRole("region", { name: "Facturation" }).getByRole("button", { name: "Agences" }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByText(/En retard de \d+ jours?/).first()).toBeVisible();
  await expect(panel).toContainText("À payer");
  await picture(page, "invoices-site");
  await panel.getByRole("button", { name: /^F-/ }).first().click();
  await expect(panel.last()).toContainText("Montant TTC");
  // The other billing site is no customer there, and says so.
  await page.getByRole("region", { name: "Facturation" }).getByRole("button", { name: "Siège" }).click();
  await expect(panel.last()).toContainText("Pas encore rapproché d’un client dans Pennylane");
  await card.getByRole("link", { name: /^\d+ factures$/ }).click();
  await expect(page.getByText(/^F-\d+/).first()).toBeVisible();
  await picture(page, "invoices-list");

  // Support sees no amounts: nothing of it is there.
  const support = await as("support-n1@softwhere");
  await openAccount(support, "Groupe Kervadec");
  await expect(support.getByRole("region", { name: "Sites" }).first()).toBeVisible();
  await expect(support.getByText("Factures et règlements")).toHaveCount(0);
  await support.goto("/lists/sw_customer_invoice");
  await expect(support.getByText(/^F-\d/)).toHaveCount(0);

  // A customer: their own, without what belongs to the house.
  const customer = await as("client@softwhere");
  const section = customer.getByRole("region", { name: "Factures" });
  await expect(section).toContainText("Reste à payer");
  await expect(section.getByRole("button", { name: "Actualiser" })).toHaveCount(0);
  await expect(section).not.toContainText("Pennylane");
  await picture(customer, "invoices-customer");

  await disconnect(office);
  await page.goto("/accounts");
  await openAccount(page, "Groupe Kervadec");
  await expect(card).toContainText("n’est plus connecté");
});
