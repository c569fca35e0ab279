import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("lines are suspended together: who can't and why, result per line, undo @core", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar")).toContainText("15 lignes");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Suspendre" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Suspendre — 15 lignes")).toBeVisible();
  await expect(dialog.getByText(/\d+ lignes changent/)).toBeVisible();
  const changing = Number(/(\d+) lignes changent/.exec((await dialog.textContent()) ?? "")?.[1]);
  expect(changing).toBeGreaterThan(5);
  await dialog.getByRole("button", { name: `Confirmer pour ${changing} lignes` }).click();
  await expect(dialog.getByText(`${changing} lignes changées sur ${changing}`)).toBeVisible({ timeout: 40_000 });
  await picture(page, "bulk-suspend-result");
  await dialog.getByRole("button", { name: "Annuler le changement" }).click();
  await expect(page.getByText(/Modifications annulées/)).toBeVisible({ timeout: 20_000 });
});

test("a termination needs its day, a move its place; what does not fit is said before", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Résilier à une date" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Son état ne le permet pas.").first()).toBeVisible();
  await dialog.getByLabel("Date de fin").fill("");
  await expect(dialog.getByText("Complétez pour voir")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Changer de site", exact: true }).click();
  await dialog.getByLabel("Nouveau site").selectOption({ index: 2 });
  await expect(dialog.getByText("Y est déjà.").first()).toBeVisible();
  await picture(page, "bulk-move-preview");
});

test("support without the right is offered no order", async ({ page }) => {
  await signIn(page, "accounting@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar")).toContainText("15 lignes");
  await expect(page.getByRole("button", { name: "Autres actions" })).toHaveCount(0);
});
