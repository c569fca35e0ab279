import { expect, type Page, test } from "@playwright/test";
import { accountList, openAccount, signIn } from "../people";

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
  // What opens takes the keyboard.
  await expect(page.locator("#zone-panel")).toBeFocused();
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
  await page.getByRole("menuitem", { name: "Utilisateur", exact: true }).press("Enter");
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
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone-panel")).toBeFocused();
  const zone = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-zone]")?.dataset["zone"]);
  const seen: (string | undefined)[] = [];
  for (let press = 0; press < 7; press += 1) {
    await page.keyboard.press("F6");
    seen.push(await zone());
  }
  expect(seen).toEqual(["bar", "list", "head", "sites", "grid", "actions", "panel"]);
  // A part is entered where it was left.
  await page.keyboard.press("Shift+F6");
  await page.keyboard.press("ArrowRight");
  const button = await focused(page).textContent();
  await page.keyboard.press("Shift+F6");
  await expect(grid).toBeFocused();
  await page.keyboard.press("F6");
  expect(await focused(page).textContent()).toBe(button);
});

test("account, selection, change of plan, result and undo by the keyboard alone, in less than 40 keys", {
  tag: ["@rule-3", "@rule-10"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await expect(accountList(page).getByRole("link", { name: /Biscuiterie/ })).toBeVisible();
  let keys = 0;
  const press = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
    keys += names.length;
  };
  await press("Control+k", ..."biscui");
  await expect(page.getByRole("option", { name: /Biscuiterie Le Penven/ }).first()).toBeVisible();
  await press("Enter");
  const grid = page.getByRole("grid");
  await expect(grid).toBeVisible();
  await press("F6");
  while (!(await grid.evaluate((one) => one === document.activeElement))) await press("F6");
  await press("ArrowDown", "Space", "Shift+ArrowDown", "Shift+ArrowDown");
  await expect(page.getByRole("toolbar")).toContainText("3 lignes");
  await press("c");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("option", { name: /Business 150 Go 5G/ })).toHaveCount(1);
  await expect(dialog.getByLabel("Nouveau forfait")).toBeFocused();
  await press("ArrowDown", "ArrowDown");
  await expect(dialog.getByRole("button", { name: "Changer 3 lignes" })).toBeEnabled();
  await press("Control+Enter");
  await expect(dialog.getByText("3 lignes changées sur 3")).toBeVisible();
  await press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("gridcell", { name: "Business 150 Go 5G" })).toHaveCount(3);
  // Its result has a place in the top bar, its undo too.
  await expect(page.getByRole("button", { name: /^Travaux : Changer de forfait/ })).toContainText("3 faits");
  await press("Control+z");
  await expect(page.getByRole("gridcell", { name: "Business 150 Go 5G" })).toHaveCount(0);
  // What was taken back is offered by nothing any more.
  await expect(page.getByRole("button", { name: /^Travaux/ })).toBeHidden();
  await expect(page.getByRole("button", { name: "Annuler le changement" })).toHaveCount(0);
  expect(keys).toBeLessThan(40);
});

test("a grid is one tab stop, on each page that has one", { tag: "@rule-10" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const stops = () =>
    page
      .getByRole("grid")
      .first()
      .evaluate((grid) =>
        [...grid.querySelectorAll<HTMLElement>("a, button, input, select, textarea, [tabindex]")]
          .filter((part) => part.tabIndex >= 0)
          .map((part) => part.textContent || part.className),
      );
  await openAccount(page, "Groupe Kervadec");
  await expect(page.locator("[data-line]").nth(9)).toBeVisible();
  expect(await stops()).toEqual([]);
  // A cell edited by F2 gives the keyboard back to the grid, for the arrows that follow.
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await expect(page.getByRole("grid").getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("grid")).toBeFocused();
  for (const address of ["/lists/sw_line", "/billing-control"]) {
    await page.goto(address);
    await expect(page.getByRole("grid").getByRole("row").nth(2)).toBeVisible();
    expect(await stops()).toEqual([]);
  }
});

test("letters and Ctrl+K do what the buttons of the selection do", { tag: ["@rule-3", "@rule-10"] }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.getByRole("grid").focus();
  for (const key of ["ArrowDown", "Space", "Shift+ArrowDown"]) await page.keyboard.press(key);
  await expect(page.getByRole("button", { name: "Autres actions" })).toBeVisible();
  // Where 215 tabs lay between the chosen lines and what is done to them, one does; from the top of the page it is a few dozen.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Changer de forfait", exact: true })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("grid")).toBeFocused();
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "Suspendre — 2 lignes" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Control+k");
  const chosen = page.getByRole("dialog").getByText("2 lignes", { exact: true });
  await expect(chosen).toBeVisible();
  await page.keyboard.type("affec");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Affecter un contact — 2 lignes" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("Sur la sélection : 2 lignes")).toBeVisible();
  await page.keyboard.press("Escape");
  // The next account and back, without the list.
  await page.keyboard.press("Escape");
  const name = page.getByRole("heading", { level: 1 });
  await page.getByRole("searchbox", { name: /Nom, numéro/ }).fill("");
  await expect(accountList(page).getByRole("link", { name: /Cabinet Roudaut/ })).toBeVisible();
  await page.getByRole("grid").focus();
  await page.keyboard.press("j");
  await expect(name).not.toHaveText("Biscuiterie Le Penven");
  await page.keyboard.press("k");
  await expect(name).toHaveText("Biscuiterie Le Penven");
});

test("billing control is one tab stop: arrows, Space and letters", { tag: "@rule-10" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/billing-control");
  const grid = page.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByRole("toolbar")).toContainText("1 écart");
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar")).toContainText(/\d+ écarts/);
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(grid).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone-panel")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(grid).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(grid.locator(focused(page))).toHaveCount(0);
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
