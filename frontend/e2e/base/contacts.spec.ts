import { expect, test } from "@playwright/test";
import { findAccount, picture, signIn } from "../people";

test("a contact is dragged to a site, or assigned by its menu, and taken back", { tag: "@rule-1" }, async ({
  page,
}) => {
  await signIn(page, "support-n2@softwhere");
  await findAccount(page, "Groupe Kervadec");
  const person = page.locator(".card-rows > li[draggable=true]").first();
  await expect(person).toBeVisible();
  const name = (await person.getByRole("button").first().textContent()) ?? "";
  await person.dragTo(page.getByRole("button", { name: /Saint-Malo/ }), { steps: 10 });
  await expect(page.getByText(`${name} : affecté à Saint-Malo`)).toBeVisible();
  await picture(page, "contact-dragged");
  await page.getByRole("button", { name: /^Contacts/ }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.locator(".person").filter({ hasText: name }).first()).toContainText("Site : Saint-Malo");
  const message = page.locator("[data-sonner-toast]");
  await message.getByRole("button", { name: "Annuler" }).click();
  await expect(panel.locator(".person").filter({ hasText: name }).first()).not.toContainText("Saint-Malo");

  await person.getByRole("button", { name: `Affecter ${name}` }).press("Enter");
  await page.getByRole("menuitem", { name: "Communications" }).press("Enter");
  await expect(page.getByText(`${name} : affecté à Communications`)).toBeVisible();
  await message.getByRole("button", { name: "Annuler" }).last().click();
});
