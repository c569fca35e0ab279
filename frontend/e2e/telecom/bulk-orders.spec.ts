import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("lines are suspended together: who can't and why, result per line, undo", { tag: "@rule-3" }, async ({ page }) => {
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

test("a termination needs its day, a move its place; what does not fit is said before", { tag: "@rule-3" }, async ({
  page,
}) => {
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

test("cases 30 and 34: a dialog's days are the brand's, and it says nothing of lines that stay where none does", {
  tag: "@rule-3",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  // Half past midnight of the 27th in Paris; the browser is in Greenwich.
  await page.clock.setFixedTime(new Date("2026-11-26T23:30:00Z"));
  await openAccount(page, "Biscuiterie");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  const dialog = page.getByRole("dialog");
  const open = async (action: string) => {
    await page.getByRole("button", { name: "Autres actions" }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };
  await open("Ajouter une option");
  await expect(dialog.locator('input[type="date"]')).toHaveValue("2026-11-27");
  await page.keyboard.press("Escape");
  await open("Résilier à une date");
  await expect(dialog.locator('input[type="date"]')).toHaveValue("2026-11-28");
  await expect(dialog.getByText(/lignes? changent?/).first()).toBeVisible();
  await expect(dialog).not.toContainText("telecom.bulk");
});

test("support without the right is offered no order", { tag: "@rule-3" }, async ({ page }) => {
  await signIn(page, "accounting@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar")).toContainText("15 lignes");
  await expect(page.getByRole("button", { name: "Autres actions" })).toHaveCount(0);
});

test("a line that somebody changed meanwhile is refused by name, and goes through when it is tried again", {
  tag: "@rule-3",
}, async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Suspendre" }).click();
  const dialog = page.getByRole("dialog");
  const row = dialog
    .locator(".order-row")
    .filter({ has: page.getByRole("checkbox", { checked: true }) })
    .first();
  await expect(row).toBeVisible();
  const number = /0\d(?:\s\d\d){4}/.exec((await row.innerText()) ?? "")?.[0] ?? "";
  const changing = Number(/(\d+) lignes changent/.exec((await dialog.textContent()) ?? "")?.[1]);

  const colleague = await browser.newPage();
  await signIn(colleague, "support-n2@softwhere");
  await openAccount(colleague, "Menuiserie Tanguy");
  await colleague.getByRole("searchbox", { name: "Numéro, utilisateur…" }).fill(number.replace(/\s/g, ""));
  await colleague.locator("[data-line]").first().click();
  await colleague.locator("#zone-panel [data-field=user_name] .field-value").click();
  await colleague.locator("#zone-panel [data-field=user_name] input").fill(`Entre-temps ${Date.now()}`);
  await colleague.keyboard.press("Enter");
  await expect(colleague.locator("#zone-panel .field-state.good")).toBeVisible();
  await colleague.close();

  await dialog.getByRole("button", { name: `Confirmer pour ${changing} lignes` }).click();
  await expect(dialog.getByText(`${changing - 1} lignes changées sur ${changing}`)).toBeVisible({ timeout: 40_000 });
  await expect(dialog.getByText("1 refusée")).toBeVisible();
  await expect(dialog.locator(".order-row").filter({ hasText: number })).toContainText("Modifiée entre-temps");
  await picture(page, "bulk-refused");
  await dialog.getByRole("button", { name: "Réessayer" }).click();
  await expect(dialog.getByText(`${changing} lignes changées sur ${changing}`)).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Annuler le changement" }).click();
  await expect(page.getByText(/Modifications annulées/)).toBeVisible({ timeout: 20_000 });
});
