import { expect, test } from "@playwright/test";
import { businessDay, dayOfMonth } from "@softwhere/services/platform/day";
import { picture, signIn } from "../people";

/** As people read the days of the demo's deployments. */
const shown = (day: string) =>
  new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "short", year: "numeric" }).format(new Date(day));

const column = (name: string) => ({ name: new RegExp(`^${name}, \\d`) });

test("the board by keyboard: a deployment is looked at, launched and taken back @core", {
  tag: ["@rule-3", "@rule-8", "@rule-10"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.getByRole("link", { name: "Déploiements", exact: true }).click();
  const planned = page.getByRole("region", column("Prévu"));
  const launched = page.getByRole("region", column("Lancé"));
  const card = planned.getByRole("button", { name: /Fin des lignes d’intérim/ });
  await expect(card).toContainText("0/2");
  // One tab stop: the first card, then right to the next column, down to the one that is wanted.
  await page.locator(".board-card").first().focus();
  await page.keyboard.press("ArrowRight");
  for (let step = 0; step < 6 && !(await card.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByText("Prête")).toHaveCount(2);

  await panel.getByRole("button", { name: "Lancer…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("definition").first()).toHaveText("2 partent");
  // Nobody is connected to the operator: somebody does it, and says so.
  await expect(dialog.getByText("par une personne")).toHaveCount(2);
  // What no longer comes in, what no longer has to be paid, and what is left of both.
  await expect(dialog.getByText(/^-\d+,\d\d\s€$/).first()).toBeVisible();
  await picture(page, "launch");
  await dialog.getByRole("button", { name: "Lancer 2 actions" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(launched.getByRole("button", { name: /Fin des lignes d’intérim/ })).toBeVisible();
  await expect(panel.getByText(shown(dayOfMonth(businessDay(), 2, "last"))).first()).toBeVisible();
  // It isn't over while something is left to be done, and it is no longer moved by hand.
  await expect(panel.getByRole("button", { name: "Terminer" })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: /Flèches/ })).toHaveCount(0);
  await picture(page, "deployment-board");

  await page
    .locator("[data-sonner-toast]")
    .filter({ hasText: "2 actions lancées" })
    .getByRole("button", { name: "Annuler" })
    .click();
  await expect(card).toBeVisible();
});

test("the board is narrowed by what is typed and by whose it is; without the right nothing is launched, no amount is shown", {
  tag: ["@rule-7", "@rule-8"],
}, async ({ page }) => {
  await signIn(page, "support-n1@softwhere");
  await page.goto("/deployments");
  await expect(page.getByRole("region", column("Prévu")).locator(".board-card").first()).toBeVisible();
  await page.getByRole("button", { name: /^Les miens 0/ }).click();
  await expect(page.locator(".board-card")).toHaveCount(0);
  await page.getByRole("button", { name: /^Toute la marque/ }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("INTERIM");
  await expect(page.locator(".board-card")).toHaveCount(1);
  await page.locator(".board-card").click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByText("Prête").first()).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Lancer/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Déploiement", exact: true })).toHaveCount(0);
});

test("what somebody else still has to do puts it under blocked; the calendar has it on its day", {
  tag: "@rule-2",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/deployments");
  await page.locator(".board-card").filter({ hasText: "Remplacement des SIM" }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: /^Bloqué par/ }).press("Enter");
  await panel.getByRole("textbox", { name: "Bloqué par" }).fill("Accord du bailleur");
  await page.keyboard.press("Enter");
  const blocked = page.getByRole("region", column("Bloqué")).getByRole("button", { name: /Remplacement des SIM/ });
  await expect(blocked).toContainText("Accord du bailleur");
  await expect(panel.getByText("Bloqué : Accord du bailleur")).toBeVisible();

  await page.getByRole("button", { name: "Calendrier" }).click();
  await page.getByRole("button", { name: "Mois suivant" }).click();
  const day = page.getByRole("region", { name: new RegExp(shown(dayOfMonth(businessDay(), 1, 14))) });
  await expect(day.getByRole("button", { name: /^Bloqué.*Remplacement des SIM/ })).toBeVisible();
  await picture(page, "deployment-calendar");
  await page.keyboard.press("Control+z");
  await expect(day.getByRole("button", { name: /^Prévu.*Remplacement des SIM/ })).toBeVisible();
});

test("on a phone the columns are below one another, nothing is wider than the screen", { tag: "@rule-10" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await signIn(page, "manager@softwhere");
  await page.goto("/deployments");
  await expect(page.locator(".board-card").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  for (const card of await page.locator(".board-card").all())
    expect((await card.boundingBox())?.height).toBeGreaterThanOrEqual(48);
});
