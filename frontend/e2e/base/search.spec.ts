import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../people";

const entries = (page: Page) => page.getByRole("option");

async function search(page: Page, text: string): Promise<void> {
  const input = page.getByRole("combobox", { name: "Rechercher" });
  // Keys pressed before the page listens are lost, as for a person.
  await expect(async () => {
    if (!(await input.isVisible())) await page.keyboard.press("Control+k");
    await expect(input).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await input.fill(text);
}

test("what changes is found by its new name a moment later", { tag: "@rule-7" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_supplier");
  const name = `Zéphyr ${Date.now()}`;
  await page.getByRole("button", { name: "Ajouter" }).click();
  await page.getByRole("dialog").getByLabel("Nom", { exact: false }).first().fill(name);
  await page.getByRole("dialog").getByLabel("Code").fill(`z-${Date.now()}`);
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(async () => {
    await search(page, name.replace("é", "e"));
    await expect(entries(page).filter({ hasText: name })).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 15_000 });
});

test("nobody finds another brand's rows, nor what they may not see", { tag: "@rule-7" }, async ({ page }) => {
  await signIn(page, "manager@connextoo");
  await search(page, "kervadec");
  await expect(page.getByText("Aucun résultat", { exact: false })).toBeVisible({ timeout: 15_000 });
});

test("the first results are there before one has stopped looking, and more letters narrow them", {
  tag: "@rule-7",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await search(page, "kerv");
  await expect(entries(page).filter({ hasText: "Kervadec" }).first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole("combobox", { name: "Rechercher" }).fill("kervadec groupe");
  await expect(entries(page).first()).toContainText("Groupe Kervadec");
});
