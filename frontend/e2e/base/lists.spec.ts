import { expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

const rows = ".grid-row";

test("a record panel: fields saved as one leaves them, references chosen by name, what refers to it, history @core", {
  tag: ["@rule-2", "@base-walk"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_contact");
  await page.getByRole("searchbox", { name: "Rechercher" }).fill("Goulven");
  await expect(page.locator(rows).first()).toContainText("Goulven");
  await page.locator(rows).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: /^Fonction/ }).click();
  const role = `Responsable ${Date.now()}`;
  await panel.getByRole("textbox", { name: "Fonction" }).fill(role);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Enregistré")).toBeVisible();
  await page.reload();
  await expect(panel.getByRole("button", { name: `Fonction : ${role}` })).toBeVisible();
  await expect(panel.locator(".timeline-event").first()).toContainText(role);
  await picture(page, "record-panel");

  await page.goto("/lists/sw_site");
  await page.locator(rows).filter({ hasText: "Kervadec" }).first().click();
  await panel.getByRole("button", { name: /^Site de facturation/ }).click();
  await expect(panel.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(panel.getByText(/Enregistré|—/).first()).toBeVisible();
});

test("what was typed into a new record stays until the server takes it, and a refusal names the field", {
  tag: ["@rule-2", "@base-walk"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_supplier");
  await page.getByRole("button", { name: "Ajouter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom", { exact: false }).first().fill("Opérateur d’essai");
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await expect(dialog.getByLabel("Nom", { exact: false }).first()).toHaveValue("Opérateur d’essai");
  await dialog.getByLabel("Code").fill(`essai-${Date.now()}`);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Détails" })).toContainText("Opérateur d’essai");
});

test("case 25: a filter that can't be applied stops the list and says so", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const gone = encodeURIComponent(JSON.stringify([{ field: "field_gone", op: "is", value: ["x"] }]));
  for (const filters of [gone, "%5B%7Bbroken"]) {
    await page.goto(`/lists/sw_site?f=${filters}`);
    const centre = page.locator("#zone-centre");
    await expect(centre.getByText("rien n’est montré", { exact: false })).toBeVisible();
    await expect(centre.getByText(/: filtre inconnu/)).toBeVisible();
    await expect(page.locator(".grid-row")).toHaveCount(0);
    await expect(page.getByRole("toolbar")).toHaveCount(0);
  }
  await picture(page, "filter-refused");
  await page.locator("#zone-centre").getByRole("button", { name: "Retirer les filtres" }).click();
  await expect(page.locator(".grid-row").first()).toBeVisible();
});
