import { expect, test } from "@playwright/test";
import { openAccount, signIn } from "../people";

test("one site is a compact block, several are a panel that filters what is below", {
  tag: ["@rule-4", "@rule-5"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Menuiserie Tanguy");
  await expect(page.locator(".single-site")).toBeVisible();
  await page.getByRole("searchbox", { name: /Nom, numéro/ }).fill("");
  await openAccount(page, "Groupe Kervadec");
  const sites = page.getByRole("region", { name: "Sites" });
  await expect(sites.getByRole("button", { name: /^Tous 8/ })).toBeVisible();
  await sites.getByRole("searchbox").fill("vann");
  // Rows move as the list gets shorter: a click on the way meets another row, or none.
  await expect(sites.getByRole("button", { name: /Brest/ })).toBeHidden();
  await expect(page).toHaveURL(/site-search=/);
  await sites.getByRole("button", { name: /Vannes/ }).click();
  await expect(page.getByText("21 lignes sur 214")).toBeVisible();
  // The park reads like a person speaks.
  await expect(page.getByRole("grid")).toContainText(/Mobile \/ Orange/);
  await expect(page).toHaveURL(/sites=/);
  // The router settles what the address says a moment after it says it; a person has looked by then.
  await page.waitForTimeout(800);
  await page.goBack();
  await expect(page).not.toHaveURL(/sites=/);
  // Choosing sites is no step of its own: back is the account before.
  await expect(page.getByRole("heading", { level: 1, name: "Menuiserie Tanguy" })).toBeVisible();
  await expect(page.locator(".single-site")).toBeVisible();
  await page.goForward();
  await expect(page.getByText("21 lignes sur 214")).toBeVisible();
});
