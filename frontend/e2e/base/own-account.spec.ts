import { type Browser, expect, type Page, test } from "@playwright/test";
import { picture, signInByForm } from "../people";

const name = "client@connextoo";
const demo = "demo-2026";
const other = "douze bateaux calmes";

/** A browser of its own, signed in. */
async function elsewhere(browser: Browser, userAgent: string): Promise<Page> {
  const page = await (await browser.newContext({ userAgent })).newPage();
  await signInByForm(page, name);
  return page;
}

const lives = async (page: Page) => (await page.request.get("/api/trpc/base.session.viewer?batch=1&input=%7B%7D")).ok();

async function change(page: Page, present: string, value: string, repeated = value): Promise<void> {
  await page.getByLabel("Mot de passe actuel").fill(present);
  await page.getByLabel("Nouveau mot de passe").fill(value);
  await page.getByLabel("Le même, encore une fois").fill(repeated);
  await page.keyboard.press("Enter");
}

test("one's own account: where one is signed in, and the end of it elsewhere", { tag: "@core" }, async ({
  page,
  browser,
}) => {
  await signInByForm(page, name);
  await page.getByRole("button", { name: /Menu de/ }).click();
  await page.getByRole("menuitem", { name: "Mon compte" }).click();
  await page.waitForURL("**/my-account");
  const rows = page.locator(".own-sessions > li");
  await expect(rows.filter({ hasText: "Cette session" })).toHaveCount(1);
  const phone = await elsewhere(browser, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) CriOS/140.0 Mobile");
  const before = await rows.count();
  await page.reload();
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.filter({ hasText: "Chrome · iOS" }).first()).toContainText("Ouverte le");
  await picture(page, "own-account");
  await page.getByRole("button", { name: /Terminer/ }).click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByText("nulle part ailleurs")).toBeVisible();
  expect([await lives(page), await lives(phone)]).toEqual([true, false]);
});

test("one's own password: the present one is asked, the rule is said, other sessions end", { tag: "@core" }, async ({
  page,
  browser,
}) => {
  await signInByForm(page, name);
  const desk = await elsewhere(browser, "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
  await page.goto("/my-account");
  await change(page, "nope", other);
  await expect(page.getByText("Ce n’est pas votre mot de passe actuel.")).toBeVisible();
  await expect(page.getByLabel("Mot de passe actuel")).toBeFocused();
  await change(page, demo, other, "autre chose");
  await expect(page.getByText("Les deux saisies diffèrent.")).toBeVisible();
  await change(page, demo, name.toUpperCase());
  await expect(page.getByText("ne peut pas être l’identifiant")).toBeVisible();
  expect(await lives(desk)).toBe(true);
  await change(page, demo, other);
  await expect(page.getByText("Votre mot de passe est changé")).toBeVisible();
  await expect(page.getByLabel("Nouveau mot de passe")).toHaveValue("");
  expect([await lives(page), await lives(desk)]).toEqual([true, false]);
  await expect(page.locator(".own-sessions > li")).toHaveCount(1);
  await change(page, other, demo);
  await expect(page.getByLabel("Nouveau mot de passe")).toHaveValue("");
  await signInByForm(desk, name);
});
