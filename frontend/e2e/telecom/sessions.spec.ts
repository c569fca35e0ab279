import { expect, test } from "@playwright/test";
import { openAccount, picture, signInByForm } from "../people";

test("an expired session asks to sign in again and loses nothing typed @core", { tag: "@rule-2" }, async ({
  page,
  context,
}) => {
  await signInByForm(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await page.locator("[data-line]").nth(2).click();
  const field = page.locator("[data-field=user_name]");
  await expect(field).toBeVisible();
  // Everything the panel reads is there: the save is the first to meet the ended session.
  await page.waitForLoadState("networkidle");
  await context.clearCookies({ name: "sw_session" });
  const text = `Après expiration ${Date.now()}`;
  await field.locator(".field-value").click();
  await field.locator("input").fill(text);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Votre session a expiré" });
  await expect(dialog).toBeVisible();
  await picture(page, "session-ended");
  await dialog.getByLabel("Identifiant").fill("manager@softwhere");
  await dialog.getByLabel("Mot de passe").fill("demo-2026");
  await dialog.getByRole("button", { name: "Se connecter" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Tout est enregistré")).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(field).toContainText(text);
});

test("English is complete on the workspace", async ({ page, context }) => {
  await signInByForm(page, "manager@softwhere");
  await context.addCookies([{ name: "sw_locale", value: "en", url: page.url() }]);
  await page.goto("/accounts");
  await expect(page.getByRole("heading", { name: "My day" })).toBeVisible();
  await page
    .getByRole("navigation", { name: "Accounts", exact: true })
    .getByRole("link", { name: /Groupe Kervadec/ })
    .click();
  await expect(page.getByText(/^214 lines · 20\d in service$/)).toBeVisible();
  await expect(page.getByText("Sell / month")).toBeVisible();
  await picture(page, "workspace-english");
});
