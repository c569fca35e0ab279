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
  await page.goBack();
  await expect(page).not.toHaveURL(/sites=/);
  // Choosing sites is no step of its own: back is the account before.
  await expect(page.getByRole("heading", { level: 1, name: "Menuiserie Tanguy" })).toBeVisible();
  await expect(page.locator(".single-site")).toBeVisible();
  await page.goForward();
  await expect(page.getByText("21 lignes sur 214")).toBeVisible();
});

test("what is chosen quickly stays in the address, whatever the router still shows", {
  tag: ["@rule-4"],
}, async ({ page }) => {
  await page.addInitScript(() => {
    // What really is in the address after each write, below all that wraps it.
    const addresses: string[] = [];
    Object.assign(window, { addresses });
    const { replaceState } = history;
    history.replaceState = function (...given) {
      replaceState.apply(this, given);
      addresses.push(location.href);
    };
  });
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  const steps = await page.evaluate(async () => {
    const { addresses } = window as unknown as { addresses: string[] };
    const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    addresses.length = 0;
    // All four are chosen, then left in the same order: none of the addresses comes twice within a round.
    const names = ["Brest", "Lorient", "Vannes", "Quimper"];
    for (let turn = 0; turn < 32; turn += 1) {
      const buttons = [...document.querySelectorAll<HTMLElement>(".sites-grid button")];
      buttons.find((button) => button.textContent?.includes(names[turn % names.length] ?? ""))?.click();
      await wait(60 + ((turn * 37) % 200));
    }
    await wait(1_000);
    return addresses.filter((address, index) => address !== addresses[index - 1]);
  });
  expect(steps.length).toBeGreaterThan(8);
  expect(steps.filter((address, index) => address === steps[index - 2])).toEqual([]);
  await expect(page).not.toHaveURL(/sites=/);
});
