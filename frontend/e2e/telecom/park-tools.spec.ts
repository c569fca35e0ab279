import { expect, type Page, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const header = (page: Page, name: string) => page.getByRole("grid").getByRole("columnheader", { name });

test("filter, columns and views of the park are chosen in place, by letter as well, and kept under a name", {
  tag: ["@rule-5", "@rule-7"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await expect(page.getByRole("button", { name: "Colonnes" })).toBeVisible();
  await page.getByRole("grid").focus();

  // A column that the park doesn't have by itself: what it holds is read, and it sorts.
  await page.keyboard.press("l");
  await page.getByRole("menuitemcheckbox", { name: "Fin d’engagement client", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Site", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(header(page, "Fin d’engagement client")).toBeVisible();
  await expect(header(page, "Site")).toBeHidden();
  await expect(page.locator(".grid-cell.commitment_end").first()).toHaveText(/^\d\d\/\d\d\/\d{4}$|^—$/);
  await header(page, "Fin d’engagement client").getByRole("button").click();
  await expect(header(page, "Fin d’engagement client")).toHaveAttribute("aria-sort", "ascending");
  // Those without one come last.
  await expect(page.locator(".grid-cell.commitment_end").first()).toHaveText(/^\d/);

  // A condition of any field: the backend finds the lines, the counts follow.
  await page.getByRole("grid").focus();
  await page.keyboard.press("f");
  await page.getByRole("menuitem", { name: "Forfait", exact: true }).click();
  await page.getByRole("combobox", { name: "Forfait" }).fill("voix");
  await page.getByRole("option", { name: /Voix seule/ }).click();
  await expect(page.getByText(/^\d+ lignes sur 214/)).toBeVisible();
  await expect(page.locator("[data-line]").first()).toContainText("Voix seule");
  await expect(page.locator("[data-line]").filter({ hasText: "Business" })).toHaveCount(0);
  await picture(page, "park-tools");

  // It is kept under a name, and comes back from any account.
  await page.getByRole("grid").focus();
  await page.keyboard.press("v");
  const name = `Voix ${Date.now() % 100_000}`;
  await page.getByRole("button", { name: "Enregistrer cette vue" }).click();
  await page.getByLabel("Nom de la vue").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).last().click();
  await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await openAccount(page, "Biscuiterie");
  await expect(header(page, "Fin d’engagement client")).toBeHidden();
  await page.getByRole("button", { name: "Vues" }).click();
  await page.getByRole("button", { name, exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(header(page, "Fin d’engagement client")).toBeVisible();
  await expect(page.locator("[data-line]").filter({ hasText: "Voix seule" }).first()).toBeVisible();
  await expect(page.locator("[data-line]").filter({ hasText: "Business" })).toHaveCount(0);
});

test("who may not see margins is offered no column of them", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "support-n1@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: "Colonnes" }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: "Forfait", exact: true })).toBeVisible();
  await expect(page.getByRole("menuitemcheckbox", { name: /Marge|achat|vente/i })).toHaveCount(0);
  await page.goto(`${page.url().split("?")[0]}?line-columns=user_name,buy_price,margin&lsort=margin`);
  await expect(page.locator("[data-line]").first()).toBeVisible();
  await expect(header(page, "Utilisateur")).toBeVisible();
  await expect(header(page, "Marge")).toBeHidden();
  await expect(page.getByRole("grid")).not.toContainText("€");
});

test("on a phone the page scrolls as one and at least eight lines are in sight", { tag: "@rule-10" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await signIn(page, "manager@softwhere");
  await page.goto("/accounts?list=true");
  await openAccount(page, "Groupe Kervadec");
  const inSight = () =>
    page.evaluate(() => {
      const bottom = document.querySelector(".rail")?.getBoundingClientRect().top ?? 0;
      return [...document.querySelectorAll("[data-line]")].filter((line) => {
        const { top, bottom: end } = line.getBoundingClientRect();
        return top >= 0 && end <= bottom;
      }).length;
    });
  await expect.poll(inSight).toBeGreaterThanOrEqual(8);
  // One scroll moves head, sites and lines alike; lines far below are drawn when they come.
  const first = await page.locator("[data-line]").first().getAttribute("data-line");
  await page.locator(".centre-scroll").evaluate((part) => part.scrollTo(0, 3_000));
  await expect(page.getByRole("heading", { name: "Groupe Kervadec" })).not.toBeInViewport();
  await expect(page.locator(`[data-line="${first}"]`)).toHaveCount(0);
  await expect.poll(inSight).toBeGreaterThanOrEqual(12);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test("an account of one site says once where it is, whom to ask there, and nothing twice", { tag: "@rule-4" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  const site = page.getByRole("region", { name: "Site unique" });
  await expect(site.getByText("Contact sur place")).toBeVisible();
  await expect(site.getByRole("link", { name: /^0\d( \d\d){4}$/ })).toHaveAttribute("href", /^tel:/);
  await expect(site).not.toContainText("Statut");
  await expect(header(page, "Site")).toBeHidden();
  // The map of several sites names them.
  await openAccount(page, "Groupe Kervadec");
  await expect(page.locator(".map-land")).toHaveAttribute("d", /^M/);
  await expect(page.locator(".map-name").filter({ hasText: /^Brest$/ })).toBeVisible();
});
