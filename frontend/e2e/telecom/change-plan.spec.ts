import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

test("forty lines over two sites change plan: preview, run, result per line, undo @core", {
  tag: ["@rule-1", "@rule-3"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: /Brest — Kergaradec/ }).click();
  await page.getByRole("button", { name: /Lorient — Keryado/ }).click();
  await expect(page.getByText(/^68 lignes sur 214/)).toBeVisible();
  await expect(page.getByText("Mobile / Orange")).toBeVisible();

  // Shift takes everything from the last box to this one.
  const boxes = page.locator("[data-line] [role=checkbox]");
  await boxes.nth(0).click();
  await boxes.nth(7).click({ modifiers: ["Shift"] });
  await expect(page.getByRole("toolbar")).toContainText("8 lignes");
  // The header box takes the whole filter, loaded or not, and clears it again.
  await page.getByRole("checkbox", { name: "Sélectionner toutes les lignes du filtre" }).click();
  await expect(page.getByRole("toolbar")).toContainText("68 lignes");
  await page.getByRole("checkbox", { name: "Sélectionner toutes les lignes du filtre" }).click();
  await expect(page.getByRole("toolbar")).toBeHidden();
  // The park's box takes its lines.
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await expect(page.getByRole("toolbar")).toContainText("42 lignes");
  await expect(page.getByRole("toolbar")).toContainText("Brest 26, Lorient 16");
  await boxes.nth(0).click();
  await boxes.nth(1).click();
  await expect(page.getByRole("toolbar")).toContainText("40 lignes");
  await picture(page, "lines-selected");

  // The selection is in the address: a reload brings it back.
  await expect.poll(() => new URL(page.url()).searchParams.get("sel")?.split(".").length).toBe(40);
  await page.reload();
  await expect(page.getByRole("toolbar")).toContainText("40 lignes");

  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Changer de forfait — 40 lignes")).toBeVisible();
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Business 150 Go 5G — 29,90 €" });
  await expect(dialog.getByText(/lignes changent/).first()).toBeVisible();
  await expect(dialog.getByRole("cell", { name: /→ 29,90 €/ }).first()).toBeVisible();
  await expect(dialog.getByRole("cell", { name: /→ 18,40 €/ }).first()).toBeVisible();
  await picture(page, "change-plan-preview");
  const changing = Number(/(\d+) changent/.exec((await dialog.locator(".plan-summary").textContent()) ?? "")?.[1]);
  expect(changing).toBeGreaterThan(20);

  await dialog.getByRole("button", { name: new RegExp(`Changer ${changing} lignes`) }).click();
  await expect(dialog.getByText(`${changing} lignes changées sur ${changing}`)).toBeVisible({ timeout: 40_000 });
  await expect(dialog.getByText("Changée", { exact: true })).toHaveCount(changing);
  await picture(page, "change-plan-result");
  await dialog.getByRole("button", { name: "Terminer" }).click();
  await expect(page.getByRole("gridcell", { name: "Business 150 Go 5G" }).first()).toBeVisible();

  // Undo from the toast gives back the old plans and prices.
  await page.locator("[data-sonner-toast]").getByRole("button", { name: "Annuler le changement" }).click();
  await expect(page.getByText(/Modifications annulées/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("gridcell", { name: "Business 150 Go 5G" })).toHaveCount(0);
});

test("keyboard alone: select, extend, open and close a line", { tag: ["@rule-3", "@rule-10"] }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("toolbar")).toContainText("3 lignes");
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar")).toContainText("15 lignes");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Détails" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "Détails" })).toBeHidden();
});

test("lines that can't change are folded below the others, each with its next step; the preview is a file", {
  tag: "@rule-3",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await page.getByRole("checkbox", { name: "Sélectionner Mobile / Orange" }).click();
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Business 150 Go 5G — 29,90 €" });
  const rows = dialog.getByRole("row");
  const folded = dialog.getByRole("button", { name: /lignes? ne changent? pas/ });
  await expect(folded).toHaveAttribute("aria-expanded", "false");
  await expect(dialog.getByText(/Engagée chez l’opérateur/)).toHaveCount(0);
  expect(await rows.last().textContent()).toContain("ne changent pas");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Exporter l’aperçu" }).click();
  const text = await (await download).createReadStream().then(async (stream) => {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString("utf8");
  });
  expect(text).toMatch(/^\uFEFFNuméro;Utilisateur;Site;/);
  expect(text).toContain("Engagée chez l’opérateur");

  await folded.click();
  await dialog
    .getByRole("button", { name: /^Programmer au/ })
    .first()
    .click();
  // Only what could not change before is in the order for that day.
  await expect(dialog.getByRole("button", { name: /^Prévoir \d+ lignes? pour le/ })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the park is narrowed to a status in place, and says which lines are in service", { tag: "@rule-5" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await expect(page.getByText(/214 lignes · 20\d en service/)).toBeVisible();
  await page.getByRole("button", { name: /^Résiliée/ }).click();
  await expect(page.getByText(/^[1-9] lignes? sur 214$/)).toBeVisible();
  await expect(page.locator("[data-line]").first()).toContainText("Résiliée");
  await page.reload();
  await expect(page.getByRole("button", { name: /^Résiliée/ })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: /^Toutes/ }).click();
  await expect(page.getByRole("button", { name: "Ajouter une ligne" })).toBeVisible();
});
