import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../people";

const panel = (page: Page) => page.getByRole("complementary", { name: "Détails" });

test("a row clicked before it has been read opens when it is there", { tag: "@rule-10" }, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.route("**/api/trpc/base.records.list**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.goto("/lists/sw_supplier");
  const first = page.locator(".grid-row").first();
  await expect(first.locator(".skeleton").first()).toBeVisible();
  await first.click();
  await expect(panel(page).locator(".fields").first()).toBeVisible();
});
