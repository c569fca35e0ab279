import { expect, type Page, test } from "@playwright/test";
import { accountList, findAccount, openAccount, signIn } from "../people";

/** Holds every answer of a procedure until it is let go. */
async function hold(page: Page, procedure: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/api/trpc/**${procedure}**`, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("a double click begins one run and hides nothing; the top bar shows it until it is taken back", {
  tag: "@rule-3",
}, async ({ page }) => {
  const release = await hold(page, "changePlan.run");
  let runs = 0;
  page.on("request", (request) => {
    if (request.url().includes("changePlan.run")) runs += 1;
  });
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  await page.locator("[data-line] [role=checkbox]").nth(0).click();
  await page.locator("[data-line] [role=checkbox]").nth(1).click();
  await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nouveau forfait").selectOption({ label: "Business 150 Go 5G — 29,90 €" });
  await dialog.getByRole("button", { name: /^Changer 2 lignes/ }).dblclick();
  await expect(dialog.getByRole("button", { name: "En cours…" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Continuer en arrière-plan" })).toBeVisible();
  await expect(page.getByText("Tout est enregistré")).toBeHidden();

  await dialog.getByRole("button", { name: "Continuer en arrière-plan" }).click();
  const work = page.getByRole("button", { name: /^Travaux : Changer de forfait — 2 lignes/ });
  await expect(work).toContainText("0 sur 2");
  await expect(page.getByText("Enregistrement…")).toBeVisible();
  // It goes on wherever the person is.
  await page.getByRole("link", { name: "Listes", exact: true }).click();
  await expect(work).toContainText("0 sur 2");
  release();
  await expect(work).toContainText("2 faits");
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  expect(runs).toBe(1);

  await work.click();
  await page.getByRole("dialog", { name: "Travaux" }).getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(work).toBeHidden();
  await expect(page.getByRole("button", { name: "Annuler le changement" })).toHaveCount(0);
});

test("an account opened by its address shows the site of each line, however late the sites come", {
  tag: "@rule-1",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Groupe Kervadec");
  const release = await hold(page, "sites.ofAccount");
  await page.reload();
  await expect(page.locator(".grid-row").first()).toBeVisible();
  release();
  await expect(page.locator(".grid-row .grid-cell.site").first()).toHaveText(/\w/);
});

test("without a network, what can't be read says so, and is read when it is back", { tag: "@rule-10" }, async ({
  page,
  context,
}) => {
  await signIn(page, "manager@softwhere");
  await expect(accountList(page).getByRole("link", { name: /Biscuiterie/ })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole("banner").getByText("Hors ligne")).toBeVisible();
  await accountList(page)
    .getByRole("link", { name: /Biscuiterie/ })
    .click();
  await expect(page.getByText("Hors ligne : ceci sera lu").first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: /Biscuiterie/ })).toBeVisible();
  await findAccount(page, "Groupe Kervadec");
});

test("a short message covers neither the count of the selection nor the list", { tag: "@rule-10" }, async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  await openAccount(page, "Biscuiterie");
  const box = page.locator("[data-line] [role=checkbox]").first();
  await box.click();
  await page.locator(".grid-row .cell-value").first().click();
  await page
    .locator(".grid-row input")
    .first()
    .fill(`Accueil ${Date.now() % 1_000}`);
  await page.keyboard.press("Enter");
  const message = page.locator("[data-sonner-toast][data-visible=true]");
  await expect(message).toBeVisible();
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    // The width changes in one step, the page after it: what counts is where the message rests.
    await expect(async () => {
      const places = await page.evaluate(() =>
        [
          document.querySelector("[data-sonner-toast]"),
          ...document.querySelectorAll(".selection-bar, .account-list-rows, .rail"),
        ].flatMap((one) => {
          const { left, top, right, bottom } = one?.getBoundingClientRect() ?? new DOMRect();
          const padding = one ? Number.parseFloat(getComputedStyle(one).paddingBottom) : 0;
          return right > left ? [{ left, top, right, bottom: bottom - padding, name: one?.className }] : [];
        }),
      );
      const [toast, ...others] = places;
      if (!toast) throw new Error("no message");
      const covered = others.filter(
        (one) => one.left < toast.right && toast.left < one.right && one.top < toast.bottom && toast.top < one.bottom,
      );
      expect(covered.map(({ name }) => name).filter((name) => width < 768 || name !== "rail")).toEqual([]);
    }).toPass({ timeout: 3_000 });
  }
});
