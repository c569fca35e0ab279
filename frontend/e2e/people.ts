import { fileURLToPath } from "node:url";
import { type BrowserContext, expect, type Page } from "@playwright/test";

const pictures = fileURLToPath(new URL("../../test-results/pictures/", import.meta.url));
const password = "demo-2026";
/** Where the staff begins, and where customers do. */
const start = /\/(accounts|portal)$/;

const sessions = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Opens the console as that person. Each signs in through the form once; later browsers of theirs have the same session. */
export async function signIn(page: Page, name: string): Promise<void> {
  const known = sessions.get(name);
  if (known) {
    await page.context().addCookies(known);
    await page.goto("/accounts");
    if (start.test(page.url())) return;
  }
  await signInByForm(page, name);
  const cookies = await page.context().cookies();
  sessions.set(
    name,
    cookies.filter((cookie) => cookie.name === "sw_session"),
  );
}

/** A session of its own, for what ends it. */
export async function signInByForm(page: Page, name: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Identifiant").fill(name);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(start);
}

/** Finds an account by typing a part of its name and opens it. */
export async function findAccount(page: Page, name: string): Promise<void> {
  const typed = name.slice(0, 8);
  await page.getByRole("searchbox", { name: /Nom, numéro/ }).fill(typed);
  // Rows move as the list gets shorter: a click on the way meets another row, or none.
  const list = accountList(page);
  await expect(list.getByRole("link", { name: new RegExp(`^(?!.*${typed})`, "i") })).toHaveCount(0);
  await list.getByRole("link", { name: new RegExp(name) }).click();
}

/** The accounts on the left: home may name one of them as well. */
export const accountList = (page: Page) => page.getByRole("navigation", { name: "Comptes", exact: true });

/** The same, until what a vertical lists of the account is there. */
export async function openAccount(page: Page, name: string): Promise<void> {
  await findAccount(page, name);
  // Home has a list as well, and the account before has lines of its own.
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.locator(".centre-scroll").getByRole("grid")).toBeVisible();
}

/** Files a picture of a step, at the place the gallery is read from. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}${name}.png` });
}

/** A task with a person in charge, made as anybody makes it. */
export async function assign(page: Page, title: string, person: string): Promise<void> {
  await page.goto("/lists/sw_task");
  await page.locator("#zone-centre").getByRole("button", { name: "Ajouter" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Titre", { exact: false }).first().fill(title);
  await dialog.getByLabel("Responsable").click();
  await dialog.getByRole("combobox", { name: "Responsable" }).fill(person.slice(0, 9));
  await dialog.getByRole("option", { name: new RegExp(person) }).click();
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
}
