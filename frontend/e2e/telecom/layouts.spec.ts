import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("the same customer looks different by role", { tag: "@rule-8" }, async ({ browser }) => {
  const seen: Record<string, { here: RegExp[]; not: RegExp[] }> = {
    direction: { here: [/Marge sur 12 mois/, /Écarts ouverts/, /Vente \/ mois/], not: [/Notes internes/] },
    "support-n1": { here: [/Notes internes/, /Activité récente/], not: [/Marge/, /€/, /Écarts ouverts/] },
    accounting: { here: [/Écarts ouverts/, /BP-\d+/], not: [/Notes internes/] },
  };
  for (const [role, { here, not }] of Object.entries(seen)) {
    const page = await browser.newPage();
    await signIn(page, `${role}@softwhere`);
    await openAccount(page, "Groupe Kervadec");
    const centre = page.locator("#zone-centre");
    for (const text of here) await expect(centre, `${role} sees ${text}`).toContainText(text);
    for (const text of not) await expect(centre, `${role} doesn't see ${text}`).not.toContainText(text);
    await picture(page, `layout-${role}`);
    await page.close();
  }
});

test("an administrator arranges a role's blocks by keyboard and mouse; the role sees it, another brand doesn't", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  await signIn(page, "administrator@connextoo");
  await page.goto("/administration/layouts");
  await page.getByRole("combobox", { name: "Rôle" }).selectOption({ label: "Support N1" });
  const shown = page.getByRole("region", { name: "Affichés" }).getByRole("listitem");
  await expect(shown.first()).toContainText("Synthèse financière");
  const reset = page.getByRole("button", { name: "Revenir au standard" });
  if (await reset.isVisible()) await reset.click();
  await page.getByRole("button", { name: "Masquer Activité récente" }).click();
  await expect(shown.filter({ hasText: "Activité récente" })).toHaveCount(0);
  await expect(page.getByText("propre à votre marque", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Monter Sites" }).press("Enter");
  // The button is still the one in hand: once more, without looking for it again.
  await page.keyboard.press("Enter");
  await expect(shown.nth(1)).toContainText("Sites");
  await expect(page.locator(".layout-editor")).toHaveAttribute("aria-busy", "false");

  // Dragged while what was saved before is still being read: kept as well.
  await page.route(/administration\.layouts\.ofScreen/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  const saved = page.waitForResponse(/administration\.layouts\.save/);
  await page.getByRole("button", { name: "Descendre Sites" }).click();
  await saved;
  await shown.filter({ hasText: "Parcs" }).dragTo(shown.filter({ hasText: "Notes internes" }), { steps: 10 });
  await expect(page.locator(".layout-editor")).toHaveAttribute("aria-busy", "false");
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await page.getByRole("combobox", { name: "Rôle" }).selectOption({ value: "support_n1" });
  await expect(shown.nth(1)).toContainText("Parcs");

  const support = await browser.newPage();
  await signIn(support, "support-n1@connextoo");
  await support.locator(".account-row").first().click();
  await expect(support.locator("#zone-centre")).toContainText("Notes internes");
  await expect(support.locator("#zone-centre")).not.toContainText("Activité récente");
  await support.close();
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, "support-n1@softwhere");
  await elsewhere.locator(".account-row").first().click();
  await expect(elsewhere.locator("#zone-centre")).toContainText("Activité récente");
  await elsewhere.close();

  await reset.click();
  await expect(shown.filter({ hasText: "Activité récente" })).toHaveCount(1);
});
