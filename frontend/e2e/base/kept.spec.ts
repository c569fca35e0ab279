import { expect, test } from "@playwright/test";
import { signIn } from "../people";

test("a new record's form is as it was left, through closing and reload, until it is sent", { tag: "@rule-2" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_task");
  await page.getByRole("button", { name: "Ajouter" }).click();
  const title = `Rappel ${Date.now()}`;
  await page.getByRole("dialog").getByLabel("Titre").fill(title);
  await page.reload();
  await page.getByRole("button", { name: "Ajouter" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Titre")).toHaveValue(title);
  await expect(dialog).toContainText("Reprise");
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("dialog").getByLabel("Titre")).toHaveValue("");
});

test("lists of values are edited one a line, and undone", { tag: "@rule-2" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_supplier");
  await page.locator(".grid-row").filter({ hasText: "Orange" }).first().click();
  const field = page.locator("[data-field=invoice_names]");
  const before = (await field.locator(".field-value").textContent()) ?? "";
  await field.locator(".field-value").click();
  await field.locator("textarea").press("End");
  await field.locator("textarea").fill(`${await field.locator("textarea").inputValue()}\nOrange Essai`);
  await page.keyboard.press("Control+Enter");
  await expect(field).toContainText("Orange Essai");
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+z");
  await expect(field.locator(".field-value")).toHaveText(before);
});
