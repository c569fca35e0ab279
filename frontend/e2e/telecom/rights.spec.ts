import { expect, test } from "@playwright/test";
import { accountList, openAccount, picture, signIn } from "../people";

test("support N1 sees the customer without any price or margin @core", { tag: "@rule-8" }, async ({ page }) => {
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/api/trpc")) answers.push(await response.text().catch(() => ""));
  });
  await signIn(page, "support-n1@softwhere");
  await openAccount(page, "Groupe Kervadec");
  await expect(page.getByText("Mobile / Orange")).toBeVisible();
  await page.locator("[data-line]").first().click();
  await expect(page.getByRole("complementary", { name: "Détails" })).toContainText("Business");
  await picture(page, "support-n1");
  const text = await page.locator("body").innerText();
  expect(text).not.toContain("€");
  expect(text).not.toMatch(/Marge|Achat|Vente/);
  await expect(page.getByRole("link", { name: "Contrôle facturation" })).toHaveCount(0);
  // Nothing hidden by the screen only: the answers hold no amounts either.
  for (const answer of answers) expect(answer).not.toMatch(/"(sell|buy|margin|gapAmount)":"?\d/);
  await page.goto("/billing-control");
  await expect(page.getByText("Le contrôle facturation n’est pas accessible avec votre rôle.")).toBeVisible();
});

test("another brand's manager finds none of it", { tag: "@rule-8" }, async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "manager@softwhere");
  await openAccount(other, "Groupe Kervadec");
  const address = new URL(other.url()).pathname;
  await other.locator("[data-line]").first().click();
  const panel = new URL(other.url()).search;

  await signIn(page, "manager@connextoo");
  await expect(accountList(page).getByRole("link", { name: /Laboratoires Trévarez/ })).toBeVisible();
  await picture(page, "other-brand");
  await page.getByRole("searchbox", { name: /Nom, numéro/ }).fill("Kervadec");
  await expect(page.getByText("Aucun compte ne correspond")).toBeVisible();
  await page.goto(address + panel);
  await expect(page.getByText("Ce compte n’existe pas ou ne vous est pas accessible.")).toBeVisible();
  await expect(page.getByText("Cette ligne n’existe pas ou ne vous est pas accessible.")).toBeVisible();
  // Exactly as an address that never existed.
  await page.goto("/accounts/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("Ce compte n’existe pas ou ne vous est pas accessible.")).toBeVisible();
  await other.context().close();
});
