import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("a contact is dragged to a site, or assigned by its menu, and taken back", { tag: "@rule-1" }, async ({
  page,
}) => {
  await signIn(page, "support-n2@softwhere");
  await openAccount(page, "Groupe Kervadec");
  const person = page.locator(".card-rows > li[draggable=true]").first();
  await expect(person).toBeVisible();
  const name = (await person.getByRole("button").first().textContent()) ?? "";
  await person.dragTo(page.getByRole("button", { name: /Saint-Malo/ }));
  await expect(page.getByText(`${name} : affecté à Saint-Malo`)).toBeVisible();
  await picture(page, "contact-dragged");
  await page.getByRole("button", { name: /^Contacts/ }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.locator(".person").filter({ hasText: name }).first()).toContainText("Site : Saint-Malo");
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect(panel.locator(".person").filter({ hasText: name }).first()).not.toContainText("Saint-Malo");

  await person.getByRole("button", { name: `Affecter ${name}` }).press("Enter");
  await page.getByRole("menuitem", { name: "Communications" }).press("Enter");
  await expect(page.getByText(`${name} : affecté à Communications`)).toBeVisible();
  await page.getByRole("button", { name: "Annuler" }).last().click();
});

test("one site is a compact block, several are a panel that filters what is below", {
  tag: ["@rule-4", "@rule-5"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await expect(page.locator(".single-site")).toBeVisible();
  await page.getByRole("searchbox", { name: /Nom, ID/ }).fill("");
  await openAccount(page, "Groupe Kervadec");
  const sites = page.getByRole("region", { name: "Sites" });
  await expect(sites.getByRole("button", { name: /^Tous 8/ })).toBeVisible();
  await sites.getByRole("searchbox").fill("vann");
  await sites.getByRole("button", { name: /Vannes/ }).click();
  await expect(page.getByText("21 lignes sur 214")).toBeVisible();
  // The park reads like a person speaks.
  await expect(page.getByRole("grid")).toContainText(/Mobile \/ Orange/);
  await expect(page).toHaveURL(/sites=/);
  await page.goBack();
  await page.goForward();
  await expect(page.getByText("21 lignes sur 214")).toBeVisible();
});
