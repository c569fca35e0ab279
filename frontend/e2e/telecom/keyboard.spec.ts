import { expect, type Page, test } from "@playwright/test";
import { openAccount, signIn } from "../people";

/** What has the keyboard, named as a person would. */
const focused = (page: Page) => page.locator(":focus");

test("what opened a dialog, a menu or a panel has the keyboard again when it closes", { tag: "@rule-10" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  const grid = page.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone-panel .field-value").first()).toBeVisible();
  // The panel follows the list: the keyboard stays there until it is taken to the panel.
  await expect(grid).toBeFocused();
  await page.locator("#zone-panel").getByRole("button", { name: "Fermer" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone-panel")).toBeHidden();
  await expect(grid).toBeFocused();

  await page.keyboard.press("Space");
  const more = page.getByRole("button", { name: "Autres actions" });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Suspendre" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(more).toBeFocused();

  await page.getByRole("button", { name: "Tout désélectionner" }).press("Enter");
  await expect(page.getByRole("toolbar")).toBeHidden();
  await expect(grid).toBeFocused();

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(grid).toBeFocused();
});

test("a filter is made, changed and removed by the keyboard, which never loses its place", { tag: "@rule-10" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_line");
  await expect(page.locator(".grid-row").first()).toBeVisible();
  const add = page.getByRole("button", { name: "Filtrer", exact: true });
  await add.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();
  await add.press("Enter");
  await page.getByRole("menuitem", { name: "Utilisateur" }).press("Enter");
  await page.locator(".filter-editor input").fill("Morvan");
  await page.keyboard.press("Enter");
  await expect(page.locator(".filter-chip-text")).toBeFocused();
  await expect(page.locator(".grid-row").first()).toContainText("Morvan");
  await page.getByRole("button", { name: "Retirer le filtre Utilisateur" }).press("Enter");
  await expect(page.locator(".filter-chip")).toHaveCount(0);
  await expect(add).toBeFocused();
});

test("F6 goes round list, middle and panel; the row the arrows are on is told to screen readers", {
  tag: "@rule-10",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  const grid = page.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const row = page.locator(`[id="${await grid.getAttribute("aria-activedescendant")}"]`);
  await expect(row).toHaveAttribute("aria-rowindex", "4");
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone-panel .field-value").first()).toBeVisible();
  await page.keyboard.press("F6");
  await expect(page.locator("#zone-panel").locator(focused(page))).toHaveCount(1);
  await page.keyboard.press("F6");
  await expect(page.locator("#zone-list").locator(focused(page))).toHaveCount(1);
  await page.keyboard.press("F6");
  await expect(grid).toBeFocused();
  await page.keyboard.press("Shift+F6");
  await expect(page.locator("#zone-list").locator(focused(page))).toHaveCount(1);
});

test("an account on paper: its figures, its sites and every line of its parks, no navigation", {
  tag: "@rule-10",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await expect(page.locator(".printed-park")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed-park tbody tr")).toHaveCount(214);
  await expect(page.getByText("Vente / mois")).toBeVisible();
  for (const hidden of [".rail", ".topbar", "#zone-list", ".related", ".data-grid"])
    await expect(page.locator(hidden)).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".printed-park")).toHaveCount(0);
});
