import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("what is coming is on one axis; a commitment is moved by the keyboard, told in the history, and undone", {
  tag: "@rule-6",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.locator("[data-line]").first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  // Whatever ran before: this line's commitment ends in half a year.
  const day = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
  await panel.getByRole("button", { name: /^Engagement/ }).click();
  await panel.getByRole("textbox", { name: "Engagement" }).fill(day);
  await page.keyboard.press("Enter");
  const mark = panel.getByRole("button", { name: /Flèches pour déplacer/ }).first();
  await expect(mark).toBeVisible();
  await mark.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await picture(page, "future-axis");
  await page.keyboard.press("Enter");
  const moved = new Date(Date.parse(day) + 8 * 86_400_000).toISOString().slice(0, 10).split("-").reverse().join("/");
  await expect(panel.locator(".future-event time").first()).toHaveText(moved);
  await expect(panel.locator(".timeline-event").first()).toContainText(moved);
  await page.locator("[data-sonner-toast]").getByRole("button", { name: "Annuler" }).first().click();
  await expect(panel.locator(".future-event time").first()).toHaveText(day.split("-").reverse().join("/"));
});

test("a mark is dragged to another day", { tag: "@rule-6" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: "Historique" }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: /^Ouvertures/ }).click();
  const mark = panel.locator(".future-mark");
  await expect(mark).toHaveCount(1);
  const box = await mark.boundingBox();
  if (!box) throw new Error("no mark");
  const before = await panel
    .locator(".future-event")
    .filter({ hasText: "Ouverture de Nantes" })
    .locator("time")
    .textContent();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(
    panel.locator(".future-event").filter({ hasText: "Ouverture de Nantes" }).locator("time"),
  ).not.toHaveText(before ?? "");
});
