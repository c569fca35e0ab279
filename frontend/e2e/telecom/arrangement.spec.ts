import { expect, type Page, test } from "@playwright/test";
import { openAccount, signIn } from "../people";

const panel = (page: Page) => page.getByRole("complementary", { name: "Détails" });

test("an account as arranged comes back by reload, by a pasted link and by back: sites, filter, order, folded park, selection, panels", {
  tag: "@rule-1",
}, async ({ page, context }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: /Brest — Kergaradec/ }).click();
  await page
    .getByRole("region", { name: "Sites" })
    .getByRole("button", { name: /^Actifs/ })
    .click();
  await page.getByRole("columnheader", { name: "Utilisateur" }).getByRole("button").click();
  await page.locator("[data-line] [role=checkbox]").nth(0).click();
  await page
    .locator("[data-line] [role=checkbox]")
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await page.locator("[data-line]").first().click();
  await expect(panel(page).locator(".field-value").first()).toBeVisible();
  const park = (where: Page) => where.getByRole("grid").getByRole("button", { name: /Mobile \/ Orange/ });
  await park(page).click();
  await expect(park(page)).toHaveAttribute("aria-expanded", "false");
  const asArranged = async (where: Page) => {
    await expect(where.getByRole("toolbar")).toContainText("3 lignes");
    await expect(where.getByRole("button", { name: /Brest — Kergaradec/ })).toHaveAttribute("aria-pressed", "true");
    await expect(where.getByRole("region", { name: "Sites" }).getByRole("button", { name: /^Actifs/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(where.getByRole("columnheader", { name: "Utilisateur" })).toHaveAttribute("aria-sort", "ascending");
    await expect(park(where)).toHaveAttribute("aria-expanded", "false");
    await expect(panel(where).locator(".field-value").first()).toBeVisible();
  };
  await expect.poll(() => new URL(page.url()).searchParams.has("folded")).toBe(true);
  await page.reload();
  await asArranged(page);
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await asArranged(colleague);
  await colleague.close();
  // Another account and back: the address of before brings all of it back.
  await page.goto("/lists/sw_contact");
  await expect(page.getByRole("heading", { name: "Contacts" })).toBeVisible();
  await page.goBack();
  await asArranged(page);
});

test("a selection of everything but one is in the address, short enough to be asked for", {
  tag: ["@rule-1", "@rule-3"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar")).toContainText("214 lignes");
  await page.locator("[data-line] [role=checkbox]").nth(1).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("sel")).toMatch(/^\*\.[0-9a-f]{8}$/);
  await page.reload();
  await expect(page.getByRole("toolbar")).toContainText("213 lignes");
});

test("a list's selection: one, a range, the whole filter; kept through reload, given up by another filter", {
  tag: ["@rule-1", "@rule-3"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_line");
  const boxes = page.locator(".grid-row [role=checkbox]");
  const bar = page.getByRole("toolbar");
  await boxes.nth(0).click();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("5 sélectionnés");
  await expect.poll(() => new URL(page.url()).searchParams.get("sel")?.split(".").length).toBe(5);
  await page.reload();
  await expect(bar).toContainText("5 sélectionnés");
  await expect(page.locator(".grid-row[aria-selected=true]")).toHaveCount(5);
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  // All that the filter finds, though a screenful is read.
  await expect(bar).toContainText("981 sélectionnés");
  await boxes.nth(2).click();
  await expect(bar).toContainText("980 sélectionnés");
  await expect.poll(() => new URL(page.url()).searchParams.get("sel")).toMatch(/^\*\./);
  await page.reload();
  await expect(bar).toContainText("980 sélectionnés");
  await page.getByRole("searchbox", { name: "Rechercher" }).fill("kervella");
  await expect(bar).toBeHidden();
});

test("a narrowed history is narrowed again after a reload, and the next object's is whole", {
  tag: ["@rule-1", "@rule-6"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: "Historique" }).first().click();
  const lines = panel(page)
    .getByRole("group", { name: "Objet" })
    .getByRole("button", { name: /^Lignes/ });
  await lines.click();
  await expect(lines).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => new URL(page.url()).searchParams.has("past")).toBe(true);
  await page.reload();
  await expect(lines).toHaveAttribute("aria-pressed", "true");
  await page.locator("[data-line]").first().click();
  await expect(panel(page).getByRole("button", { name: "Affiner" })).toBeVisible();
});
