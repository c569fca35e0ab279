import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openAccount, signIn } from "../people";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands, one line per finding, with the element. In the dark theme only colours are different. */
async function findings(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    // A colour on its way is neither the old nor the new one.
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running" || animation.effect?.getTiming().iterations === Number.POSITIVE_INFINITY));
    // Where menus and popovers are put is the library's choice (the end of the page); no criterion asks for a landmark there.
    const axe = theme === "light" ? new AxeBuilder({ page }).withTags(rules).disableRules(["region"]) : new AxeBuilder({ page }).withRules(["color-contrast"]);
    const { violations } = await axe.analyze();
    for (const violation of violations) for (const node of violation.nodes) found.push(`${name}, ${theme}: ${violation.id}: ${node.target.join(" ")}: ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? violation.help}`);
  }
  return found;
}

test("axe finds nothing on the sign-in page", async ({ page }) => {
  await page.goto("/login");
  expect(await findings(page, "login")).toEqual([]);
});

test("axe finds nothing on an account, its panels, its selection and its dialogs", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const found: string[] = [];
  await expect(page.locator(".account-row").first()).toBeVisible();
  found.push(...(await findings(page, "accounts")));
  await openAccount(page, "Groupe Kervadec");
  await page.locator("[data-line] [role=checkbox]").nth(1).click();
  await page.locator("[data-line]").first().click();
  await page.mouse.move(0, 0);
  await expect(page.locator("#zone-panel .timeline-event").first()).toBeVisible();
  found.push(...(await findings(page, "line and selection")));
  await page.getByRole("button", { name: "Autres actions" }).click();
  found.push(...(await findings(page, "menu of orders")));
  await page.getByRole("menuitem", { name: "Résilier à une date" }).click();
  await expect(page.locator(".order-row").nth(1)).toBeVisible();
  found.push(...(await findings(page, "bulk order")));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Changer de forfait" }).click();
  await page.getByRole("dialog").getByLabel("Nouveau forfait").selectOption({ index: 3 });
  await expect(page.locator(".plan-summary")).toBeVisible();
  found.push(...(await findings(page, "change of plan")));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Contacts" }).click();
  await expect(page.locator("#zone-panel .person").first()).toBeVisible();
  found.push(...(await findings(page, "contacts")));
  expect(found).toEqual([]);
});

test("axe finds nothing on planned work and on the history's filter", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const found: string[] = [];
  await openAccount(page, "Groupe Kervadec");
  await page.locator("[data-line] [role=checkbox]").nth(1).click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Commander des SIM" }).click();
  await expect(page.locator(".order-row").nth(1)).toBeVisible();
  found.push(...(await findings(page, "SIM order")));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Historique" }).first().click();
  await page.locator("#zone-panel .future-event").filter({ hasText: "Remplacement des SIM" }).getByRole("button").click();
  await expect(page.locator("#zone-panel .related-row").first()).toBeVisible();
  await page.getByRole("button", { name: "Affiner" }).click();
  await expect(page.getByLabel("Objet")).toBeVisible();
  found.push(...(await findings(page, "deployment and filtered history")));
  expect(found).toEqual([]);
});

test("axe finds nothing on a list, its filter, its columns, a record and a new one", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const found: string[] = [];
  await page.goto("/lists/sw_catalogue_item");
  await page.locator(".grid-row:has(.checkbox)").first().click();
  await expect(page.locator("#zone-panel .fields").first()).toBeVisible();
  found.push(...(await findings(page, "list and record")));
  await page.getByRole("button", { name: "Colonnes" }).click();
  found.push(...(await findings(page, "columns")));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await page.getByRole("menuitem").first().click();
  await expect(page.locator(".filter-editor")).toBeVisible();
  found.push(...(await findings(page, "filter")));
  await page.keyboard.press("Escape");
  await page.locator("#zone-centre").getByRole("button", { name: "Ajouter" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toBeVisible();
  found.push(...(await findings(page, "new record, refused")));
  expect(found).toEqual([]);
});

test("axe finds nothing in the search, the sheet of keys, the person's menu and the control of invoices", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const found: string[] = [];
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option").first()).toBeVisible();
  found.push(...(await findings(page, "search")));
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  found.push(...(await findings(page, "keys")));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Menu de/ }).click();
  found.push(...(await findings(page, "menu")));
  await page.getByRole("menuitem", { name: "Préférences de notification" }).click();
  await expect(page.locator(".preferences").first()).toBeVisible();
  found.push(...(await findings(page, "notification preferences")));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await expect(page.locator(".notification, .notifications .empty").first()).toBeVisible();
  found.push(...(await findings(page, "notifications")));
  await page.keyboard.press("Escape");
  await page.goto("/billing-control");
  await expect(page.getByRole("button", { name: "Importer des factures" }).first()).toBeVisible();
  found.push(...(await findings(page, "billing control")));
  expect(found).toEqual([]);
});

test("axe finds nothing on the mail templates", async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/mail");
  await page.getByRole("textbox", { name: "Texte" }).fill("{inconnu}");
  await expect(page.locator(".mail-editor").getByRole("alert")).toBeVisible();
  // axe can't look into a frame that runs no script.
  await page.getByRole("button", { name: "Texte seul" }).click();
  expect(await findings(page, "mail templates")).toEqual([]);
});
