import { expect, type Page, test } from "@playwright/test";
import { openAccount, signIn } from "../people";

const editor = (page: Page) => page.locator("[data-field=user_name] input");
const value = (page: Page) => page.locator("[data-field=user_name] .field-value");

async function openLine(page: Page, name: string, row: number): Promise<void> {
  await signIn(page, name);
  await openAccount(page, "Vedettes");
  await page.locator("[data-line]").nth(row).click();
  await expect(value(page)).toBeVisible();
}

test("what is being typed is there again after a reload and after the tab is gone, and is saved from there", {
  tag: ["@rule-1", "@rule-2"],
}, async ({ page, context }) => {
  await openLine(page, "manager@softwhere", 0);
  const typed = `Saisie ${Date.now()}`;
  await value(page).click();
  await editor(page).fill(typed);
  const address = page.url();
  await page.reload();
  await expect(editor(page)).toHaveValue(typed);
  // The tab goes without being asked, as with a flat battery.
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(address);
  // Closing may still count as leaving the field: then it has been saved, else it is in the editor.
  await expect
    .poll(async () => ((await editor(again).count()) > 0 ? editor(again).inputValue() : value(again).textContent()))
    .toContain(typed);
  if ((await editor(again).count()) > 0) await editor(again).press("Enter");
  await expect(again.getByText("Tout est enregistré")).toBeVisible();
  await again.reload();
  await expect(value(again)).toContainText(typed);
});

test("a draft knows what its writer saw: what a colleague saved meanwhile is a conflict, not overwritten", {
  tag: "@rule-2",
}, async ({ page, browser }) => {
  await openLine(page, "manager@softwhere", 1);
  await value(page).click();
  await editor(page).fill("Brouillon d’hier");
  const colleague = await browser.newPage();
  await openLine(colleague, "support-n2@softwhere", 1);
  const theirs = `Collègue ${Date.now()}`;
  await value(colleague).click();
  await editor(colleague).fill(theirs);
  await editor(colleague).press("Enter");
  await expect(colleague.getByText("Tout est enregistré")).toBeVisible();
  await colleague.close();
  await page.reload();
  await expect(editor(page)).toHaveValue("Brouillon d’hier");
  await editor(page).press("Enter");
  const conflict = page.locator("[data-field=user_name] .conflict");
  await expect(conflict).toContainText(theirs);
  await expect(conflict).toContainText("Brouillon d’hier");
  // A conflict outlives a reload as well.
  await page.reload();
  await expect(page.locator("[data-field=user_name] .conflict")).toContainText(theirs);
  await page.getByRole("button", { name: "Prendre la leur" }).or(conflict.getByRole("button").last()).first().click();
  await expect(value(page)).toContainText(theirs);
});

test("an edit that the server could not take is sent when it answers again", { tag: "@rule-2" }, async ({ page }) => {
  await openLine(page, "manager@softwhere", 2);
  // The console answers, what stands behind it does not.
  await page.route("**/api/trpc/base.editing.saveField**", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/json",
      body: JSON.stringify([
        {
          error: {
            message: "SERVICE_UNAVAILABLE",
            code: -32603,
            data: { code: "SERVICE_UNAVAILABLE", httpStatus: 503 },
          },
        },
      ]),
    }),
  );
  const typed = `Panne ${Date.now()}`;
  await value(page).click();
  await editor(page).fill(typed);
  await editor(page).press("Enter");
  await expect(page.getByText(/Hors ligne · 1 à envoyer/)).toBeVisible();
  await page.unroute("**/api/trpc/base.editing.saveField**");
  await page.reload();
  await expect(page.getByText("Tout est enregistré")).toBeVisible({ timeout: 15_000 });
  await expect(value(page)).toContainText(typed);
});

test("nobody gets what somebody else typed on the same machine", { tag: "@rule-2" }, async ({ page }) => {
  await openLine(page, "manager@softwhere", 3);
  await value(page).click();
  await editor(page).fill("Pas pour les autres");
  await page.goto("/api/sign-out");
  await openLine(page, "support-n2@softwhere", 3);
  await expect(editor(page)).toHaveCount(0);
  await expect(page.getByText("Pas pour les autres")).toHaveCount(0);
});

test("a PIN that is being typed stays out of the browser's storage", async ({ page }) => {
  await signIn(page, "support-n2@softwhere");
  await page.goto("/lists/sw_sim");
  const pin = page.locator("[data-field=pin]");
  // The list may be drawn before it listens.
  await expect(async () => {
    await page.locator(".grid-row:has(.checkbox)").first().click();
    await expect(pin).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await pin.locator(".field-value").click();
  await pin.locator("input").fill("7391");
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(await kept()).not.toContain("7391");
  // Offline it waits in the page, and there alone.
  await page.context().setOffline(true);
  await pin.locator("input").press("Enter");
  await expect(page.getByText(/Hors ligne · 1 à envoyer/)).toBeVisible();
  expect(await kept()).not.toContain("7391");
  await page.context().setOffline(false);
  await expect(page.getByText("Tout est enregistré")).toBeVisible({ timeout: 15_000 });
});
