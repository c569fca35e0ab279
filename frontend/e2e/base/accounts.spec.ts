import { expect, test } from "@playwright/test";
import { signIn } from "../people";

test("a view of accounts that was saved stands over the account list", { tag: ["@rule-1", "@base-walk"] }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await page.getByRole("link", { name: "Filtrer, enregistrer une vue…" }).click();
  await expect(page.getByRole("heading", { name: "Comptes clients" })).toBeVisible();
  // No other run has kept the same list already.
  const longAgo = new Date(-Math.floor(Math.random() * 2_000_000_000_000)).toISOString().slice(0, 10);
  await page.goto(
    `/lists/sw_account?f=${encodeURIComponent(
      JSON.stringify([
        { field: "city", op: "is", value: ["Rennes"] },
        { field: "customer_since", op: "from", value: [longAgo] },
      ]),
    )}`,
  );
  await page.getByRole("button", { name: "Enregistrer cette vue" }).click();
  const name = `À rappeler ${Date.now()}`;
  await page.getByLabel("Nom de la vue").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
  const wanted = await page.locator(".grid-row").count();
  await page.goto("/accounts");
  await expect(page.locator(".account-row").first()).toBeVisible();
  const all = await page.locator(".account-row").count();
  expect(wanted).toBeGreaterThan(0);
  expect(wanted).toBeLessThan(all);
  await page.getByRole("button", { name }).click();
  await expect(page.locator(".account-row")).toHaveCount(wanted);
  // The choice is in the address.
  await page.reload();
  await expect(page.locator(".account-row")).toHaveCount(wanted);
});
