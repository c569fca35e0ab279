import { expect, type Page, test } from "@playwright/test";
import { picture } from "../people";

const mails = process.env["SW_E2E_MAILS"] ?? "http://127.0.0.1:8340";
const name = "partner@connextoo";
const demo = "demo-2026";

interface Mail {
  readonly id: number;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

async function mailed(page: Page): Promise<Mail[]> {
  const all = (await (await page.request.get(`${mails}/messages`)).json()) as Mail[];
  return all.filter(({ to }) => to.join().startsWith("partner@connextoo"));
}

/** The link that comes once somebody asks for one on the sign-in page. */
async function ask(page: Page): Promise<URL> {
  const before = (await mailed(page)).length;
  await page.goto("/login");
  await page.getByRole("link", { name: "Mot de passe oublié ?" }).click();
  await page.waitForURL("**/login/forgotten");
  await page.getByLabel("Identifiant").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("dans les 10 minutes");
  let link = "";
  await expect(async () => {
    const [mail] = (await mailed(page)).slice(before).filter(({ subject }) => subject.includes("nouveau mot de passe"));
    link = /http\S+\/login\/new-password#\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return new URL(link);
}

async function choose(page: Page, password: string): Promise<void> {
  await page.getByLabel("Nouveau mot de passe").fill(password);
  await page.getByLabel("Le même, encore une fois").fill(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Votre mot de passe est changé");
}

test("a forgotten password: the link in the mail sets another one, once, and leaves the address", {
  tag: "@core",
}, async ({ page }) => {
  const link = await ask(page);
  const token = link.hash.slice(1);
  expect(link.hostname).toContain("connextoo");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url(), request.headers()["referer"] ?? ""));
  const answer = await page.goto(`/login/new-password${link.hash}`);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.getByLabel("Nouveau mot de passe")).toBeVisible();
  await picture(page, "new-password");
  expect(page.url()).not.toContain("#");
  // What is wrong is said at the field, and costs no link.
  await page.getByLabel("Nouveau mot de passe").fill("password1");
  await expect(page.getByText("parmi les plus répandus")).toBeVisible();
  await page.getByLabel("Nouveau mot de passe").fill("onze bateaux calmes");
  await page.getByLabel("Le même, encore une fois").fill("onze bateaux");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "diffèrent" })).toBeVisible();
  await choose(page, "onze bateaux calmes");
  await page.getByLabel("Identifiant").fill(name);
  await page.getByLabel("Mot de passe", { exact: true }).fill("onze bateaux calmes");
  await page.getByRole("button", { name: "Se connecter" }).click();
  // A client's place is their portal.
  await page.waitForURL("**/portal");
  expect(sent.filter((text) => text.includes(token))).toEqual([]);
  await expect(async () => {
    expect((await mailed(page)).map(({ subject }) => subject)).toContainEqual(expect.stringContaining("a été changé"));
  }).toPass({ timeout: 20_000 });

  await page.goto(`/login/new-password${link.hash}`);
  await expect(page.getByRole("alert").filter({ hasText: "n’est plus valable" })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`/login/new-password${(await ask(page)).hash}`);
  await choose(page, demo);
});

test("who asks learns nothing of a name", async ({ page }) => {
  await page.goto("/login/forgotten");
  await page.getByLabel("Identifiant").fill("nobody@connextoo");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Si un compte porte cet identifiant");
  await page.goto("/login/new-password");
  await expect(page.getByRole("alert").filter({ hasText: "n’est plus valable" })).toBeVisible();
  await page.getByRole("link", { name: "Demander un nouveau lien" }).click();
  await page.waitForURL("**/login/forgotten");
});
