import { expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

test("what leads nowhere says so within the brand's frame, in its language", async ({ page }) => {
  await signIn(page, "manager@connextoo");
  for (const address of ["/nothing", "/nothing/at/all", "/my-account/more"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Cette page n’existe pas" })).toBeVisible();
    await expect(page.locator(".topbar-brand")).toHaveText("Connextoo");
  }
  await picture(page, "not-found");
  await page.goto("/lists/sw_nothing");
  await expect(page.getByRole("heading", { name: "Cette liste n’existe pas" })).toBeVisible();
  await page.goto("/nothing");
  await page.getByRole("link", { name: "Revenir à l’accueil" }).click();
  await expect(page.getByRole("navigation", { name: "Comptes" })).toBeVisible();
});
