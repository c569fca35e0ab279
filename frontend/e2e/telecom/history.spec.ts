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
  const things = panel.locator(".history-things tbody");
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

test("the history is counted by kind, searched, and gone through from a day on", { tag: "@rule-6" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: "Historique", exact: true }).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const events = panel.locator(".timeline-event");
  const chips = panel.getByRole("group", { name: "Objet" });
  const all = chips.getByRole("button", { name: /^Tout \d/ });
  await expect(all).toHaveAttribute("aria-pressed", "true");
  const counted = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
  expect(counted).toBeGreaterThan(1);

  // A kind: what is counted is what is shown, whatever page it lies on.
  const kind = chips.getByRole("button").last();
  const ofKind = Number(/\d+/.exec((await kind.textContent()) ?? "")?.[0]);
  await kind.click();
  await expect(kind).toHaveAttribute("aria-pressed", "true");
  const older = panel.getByRole("button", { name: "Plus ancien" });
  await expect(async () => {
    if (await older.isVisible()) await older.click();
    expect(await events.count()).toBe(ofKind);
  }).toPass({ timeout: 20_000 });
  await expect(panel.locator(".history-narrowed").getByRole("button", { name: "Sans filtre" })).toBeVisible();
  await all.click();

  // By keyboard: "/" searches; what is typed is found in what the events are about.
  await panel.locator("[data-history-event]").first().focus();
  await page.keyboard.press("/");
  const search = panel.getByRole("searchbox", { name: "Chercher dans l’historique" });
  await expect(search).toBeFocused();
  await page.keyboard.type("nothing like it");
  await expect(panel.getByText("Rien ne correspond à ces filtres.")).toBeVisible();
  await search.fill("Rappeler le standard");
  await expect(events.filter({ hasText: "Rappeler le standard" }).first()).toBeVisible();
  const found = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
  expect(found).toBeLessThanOrEqual(counted);
  await expect(page).toHaveURL(/past=.*search/);
  await page.reload();
  await expect(search).toHaveValue("Rappeler le standard");
  await panel.getByRole("button", { name: "Sans filtre" }).click();
  await expect(search).toHaveValue("");

  // "D" goes to a day; the day is said and taken away.
  await panel.locator("[data-history-event]").first().focus();
  await page.keyboard.press("d");
  await expect(panel.getByLabel("Aller au")).toBeFocused();
  await page.keyboard.type("01/01/2020");
  await expect(panel.getByText("Rien ne correspond à ces filtres.")).toBeVisible();
  await panel.getByRole("button", { name: /Retirer le filtre 01\/01\/2020/ }).click();
  await expect(events.first()).toBeVisible();
  // A month says how much it holds once all of it is there.
  await expect(async () => {
    if (await older.isVisible()) await older.click();
    await expect(panel.locator(".history-month").first()).toContainText(/\d+ événement/, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});
