import { expect, type Page, test } from "@playwright/test";
import { picture, signIn } from "../people";

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

test("Ctrl+K finds accounts, people and numbers, however they are written @core", { tag: "@rule-7" }, async ({
  page,
}) => {
  await signIn(page, "support-n1@softwhere");
  for (const [text, found] of [
    ["kervadec", "Groupe Kervadec"],
    ["KERVADÈC", "Groupe Kervadec"],
    ["kervadek", "Groupe Kervadec"],
    ["+33 6 39 98 41 03", "06 39 98 41 03"],
    ["0639984103", "06 39 98 41 03"],
    ["06.39.98.41.03", "06 39 98 41 03"],
  ] as const) {
    await search(page, text);
    // The index is filled from the journal; the first time it may still be on its way.
    await expect(entries(page).first()).toContainText(
      found.replaceAll(" ", "\u00a0").length === found.length
        ? new RegExp(found.replaceAll(" ", "[\\s\u00a0]"))
        : found,
      { timeout: 20_000 },
    );
    await page.keyboard.press("Escape");
  }
  await search(page, "06 39 98 41");
  await expect(entries(page).nth(3)).toBeVisible();
  await picture(page, "search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Détails" })).toBeVisible();
});

test("commands and the sheet of keys", { tag: "@rule-7" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await search(page, "contr fact");
  await entries(page).filter({ hasText: "Contrôle facturation" }).click();
  await expect(page.getByRole("heading", { name: "Contrôle facturation" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Raccourcis clavier" })).toBeVisible();
  await picture(page, "shortcuts");
});
