import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("a run is one event with the counts of its message; undone there it is struck and says by whom", {
  tag: ["@rule-3", "@rule-6"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: /Rennes — siège/ }).click();
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Business 150 Go 5G — 29,90 €" });
  await expect(dialog.locator(".plan-summary")).toContainText(/\d+ changent/);
  const changing = Number(/(\d+) changent/.exec((await dialog.locator(".plan-summary").textContent()) ?? "")?.[1]);
  expect(changing).toBeGreaterThan(20);
  await dialog.getByRole("button", { name: new RegExp(`Changer ${changing} lignes`) }).click();
  await expect(dialog.getByText(`${changing} lignes changées sur ${changing}`)).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();

  const sentence = `${changing} lignes passées à Business 150 Go 5G`;
  await page.getByRole("button", { name: "Historique", exact: true }).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const events = panel.locator(".timeline-event");
  await expect(events.filter({ hasText: sentence })).toHaveCount(1);
  await expect(panel.locator(".history-month").first()).toBeVisible();

  // By keyboard: down, open, close.
  const heads = panel.locator("[data-history-event]");
  await heads.first().focus();
  await page.keyboard.press("j");
  await expect(heads.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowRight");
  const things = panel.locator(".history-things > ul > li");
  await expect(things).toHaveCount(5);
  await expect(things.first()).toContainText(/Ligne 0\d/);
  await expect(things.first()).toContainText("Business 150 Go 5G");
  await expect(panel.locator(".history-things")).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  await picture(page, "history-event");
  await panel.getByRole("button", { name: `Les ${changing - 5} autres éléments` }).click();
  await expect(things).toHaveCount(changing);
  await heads.first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(things).toHaveCount(0);
  await page.keyboard.press("f");
  await expect(panel.getByLabel("Objet")).toBeFocused();
  await panel.getByLabel(/^Site/).selectOption({ label: "Rennes — siège" });
  await expect(events.first()).toContainText(sentence);
  await panel.getByRole("button", { name: "Sans filtre" }).click();

  // Undone where it is told: the same number, struck, by name; put back by the same button.
  await events.first().hover();
  await events.first().getByRole("button", { name: "Annuler" }).click();
  await expect(page.getByText(`Modifications annulées : ${changing}`)).toBeVisible({ timeout: 30_000 });
  await expect(events.first().locator("s").first()).toHaveText(sentence);
  await expect(events.first()).toContainText("annulé par Anne Jaffré");
  await expect(events.filter({ hasText: sentence })).toHaveCount(1);
  await picture(page, "history-undone");
  await events.first().hover();
  await events.first().getByRole("button", { name: "Rétablir" }).click();
  await expect(events.first()).not.toContainText("annulé par", { timeout: 30_000 });
  await events.first().hover();
  await events.first().getByRole("button", { name: "Annuler" }).click();
  await expect(events.first()).toContainText("annulé par Anne Jaffré", { timeout: 30_000 });
});
