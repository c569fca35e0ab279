import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const details = { name: "Détails" };

test("a site's history has its lines', named; it is narrowed by kind, person and field", { tag: "@rule-6" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Pêcheries");
  await page.locator("[data-line]").first().click();
  const panel = page.getByRole("complementary", details);
  await panel.getByRole("button", { name: /^Utilisateur/ }).click();
  await panel.getByRole("textbox").first().fill("Équipage de nuit");
  await page.keyboard.press("Enter");
  await expect(panel.locator(".timeline-event").first()).toContainText("Équipage de nuit");
  // What belongs to the line is told with it: its creation, with the plan it began with.
  const made = panel.locator(".timeline-event").filter({ hasText: /Création : Ligne 0\d/ });
  await made.locator("[data-history-event]").click();
  await expect(made.locator(".history-things")).toContainText("Forfait");
  const site = ((await panel.locator(".panel-head p").textContent()) ?? "").split(" · ")[1] ?? "";
  await panel.getByRole("button", { name: "Fermer" }).first().click();
  await page
    .getByRole("button", { name: new RegExp(site) })
    .first()
    .click();
  await page.getByRole("button", { name: "Fiche du site" }).first().click();
  await expect(panel.locator(".timeline-event").first()).toContainText("Équipage de nuit");
  await expect(panel.locator(".timeline-event").first()).toContainText(/Ligne 0\d/);
  await panel.getByRole("button", { name: "Affiner" }).click();
  await panel.getByLabel("Objet").selectOption("sw_line");
  await panel.getByLabel("Champ").selectOption("user_name");
  await panel.getByLabel("Personne").selectOption("Anne Jaffré");
  await expect(panel.locator(".filter-chip")).toHaveText([/Personne Anne Jaffré/, /Champ Utilisateur/]);
  await expect(panel.locator(".timeline-event").first()).toContainText("Équipage de nuit");
  await picture(page, "timeline-filtered");
  await panel.getByLabel("Au", { exact: true }).fill("2020-01-01");
  await expect(panel.getByText("Rien ne correspond à ces filtres.")).toBeVisible();
  await panel.getByRole("button", { name: "Sans filtre" }).click();
  await expect(panel.locator(".timeline-event").first()).toContainText("Équipage de nuit");
});

test("folded panels are told apart by what they show", { tag: "@rule-1" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  const lines = page.locator("[data-line]");
  await lines.nth(0).click();
  await lines.nth(1).click();
  const folded = page.locator(".panel-under");
  await expect(folded).toHaveCount(1);
  await expect(folded).toContainText(/0\d(\s\d\d){4}/);
});
