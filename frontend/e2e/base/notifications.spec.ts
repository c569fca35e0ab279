import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { assign, findAccount, picture, signIn } from "../people";

const mails = process.env["SW_E2E_MAILS"] ?? "http://127.0.0.1:8340";

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const caught = async (page: Page): Promise<Mail[]> => (await page.request.get(`${mails}/messages`)).json();

async function mailAbout(page: Page, text: string): Promise<Mail> {
  const found = async () => (await caught(page)).find(({ subject }) => subject.includes(text));
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  const mail = await found();
  if (!mail) throw new Error("no mail");
  return mail;
}

async function bellOf(browser: Browser, name: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await signIn(page, name);
  await work(page);
  await context.close();
}

async function openBell(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible();
}

/** What is told arrives a moment after it happened; the bell looks now and then, a person who waits looks again. */
async function findInBell(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await openBell(page);
    await expect(page.locator(".notifications-body .skeleton")).toHaveCount(0);
    await expect(page.getByRole("dialog", { name: "Notifications" }).getByText(text)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

// Several people sign in one after the other.
test.setTimeout(120_000);

/** What the bell opens: home tells of the same. */
const bellList = (page: Page) => page.getByRole("dialog", { name: "Notifications" });

const absent = async (page: Page, text: string) => {
  await page.reload();
  await openBell(page);
  await expect(page.locator(".notifications-body .skeleton")).toHaveCount(0);
  await expect(bellList(page).getByText(text)).toHaveCount(0);
};

test("@core a task that is assigned rings for the person, opens from there, and arrives by mail in French from the brand", async ({
  page,
  browser,
}) => {
  const title = `Rappeler Kervadec ${randomUUID().slice(0, 8)}`;
  await signIn(page, "manager@softwhere");
  await assign(page, title, "Jules Cozic");
  await bellOf(browser, "support-n1@softwhere", async (support) => {
    await findInBell(support, title);
    await expect(support.getByRole("button", { name: /Notifications : \d+ non lue/ })).toBeVisible();
    await expect(bellList(support).getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
    await picture(support, "notifications");
    await bellList(support)
      .getByRole("link", { name: new RegExp(`Anne Jaffré vous a confié « ${title} »`) })
      .click();
    await expect(support.getByRole("complementary", { name: "Détails" })).toContainText(title);
    await openBell(support);
    await expect(support.locator(".notification", { hasText: title })).not.toHaveClass(/unread/);
  });
  const mail = await mailAbout(page, title);
  expect(mail.from).toBe("SoftWhere <bonjour@softwhere.example>");
  expect(mail.to).toEqual(["support_n1@softwhere.example"]);
  expect(mail.subject).toBe(`Anne Jaffré vous a confié « ${title} »`);
  expect(mail.text).toContain("Bonjour Jules Cozic");
  expect(mail.text).toMatch(/http:\/\/softwhere\.localhost:\d+\/lists\/sw_task\?panels=sw_task:/);
  // Nobody else learns of it, and no other brand.
  for (const other of ["sales@softwhere", "manager@connextoo", "support-n1@connextoo"])
    await bellOf(browser, other, (someone) => absent(someone, title));
  expect((await caught(page)).filter(({ subject }) => subject.includes(title))).toHaveLength(1);
});

test("what a person switches off they are not told, and what they follow they are", async ({ page, browser }) => {
  const [silent, loud] = [`Sans bruit ${randomUUID().slice(0, 8)}`, `Contact ${randomUUID().slice(0, 8)}`];
  await bellOf(browser, "support-n2@softwhere", async (support) => {
    await support.getByRole("button", { name: /Menu de/ }).click();
    await support.getByRole("menuitem", { name: "Préférences de notification" }).click();
    const dialog = support.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "Une tâche m’est confiée : Console" }).uncheck();
    await dialog.getByRole("checkbox", { name: "Une tâche m’est confiée : Mail" }).uncheck();
    await support.waitForLoadState("networkidle");
    await picture(support, "notification-preferences");
    await support.keyboard.press("Escape");
    await findAccount(support, "Groupe Kervadec");
    const follow = support.getByRole("button", { name: /^(Suivre ce compte|Compte suivi)$/ });
    // A run that was cut short may have left it followed.
    if ((await follow.getAttribute("aria-pressed")) === "false") {
      await follow.press("Enter");
      await expect(follow).toBeFocused();
    }
    await expect(support.getByRole("button", { name: "Compte suivi" })).toHaveAttribute("aria-pressed", "true");
  });
  await signIn(page, "manager@softwhere");
  await assign(page, silent, "Sophie Lemaire");
  await page.goto("/accounts");
  await findAccount(page, "Groupe Kervadec");
  await page.getByRole("button", { name: /^Contacts/ }).click();
  await page
    .locator("#zone-panel")
    .getByRole("button", { name: /Ajouter/ })
    .first()
    .click();
  await page.getByRole("dialog").getByLabel(/^Nom/).fill(loud);
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await bellOf(browser, "support-n2@softwhere", async (support) => {
    await findInBell(support, loud);
    await expect(bellList(support).getByText(silent)).toHaveCount(0);
    await support.getByRole("button", { name: "Préférences de notification" }).click();
    const dialog = support.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "Une tâche m’est confiée : Console" }).check();
    await dialog.getByRole("checkbox", { name: "Une tâche m’est confiée : Mail" }).check();
    await dialog.getByRole("button", { name: "Ne plus suivre : Groupe Kervadec" }).click();
    await expect(dialog.getByText("Vous ne suivez aucun compte", { exact: false })).toBeVisible();
  });
  expect((await caught(page)).some(({ subject }) => subject.includes(silent))).toBe(false);
});

test("a template is edited with a preview, names its unknown fields, and the next mail uses it", async ({
  page,
  browser,
}) => {
  const title = `Au modèle ${randomUUID().slice(0, 8)}`;
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/mail");
  await expect(page.getByRole("heading", { name: "Modèles de mail" })).toBeVisible();
  const body = page.getByRole("textbox", { name: "Texte" });
  await body.fill("{recipient}, <b>du travail</b> : {sujet}");
  await expect(page.locator(".mail-editor").getByRole("alert")).toHaveText(
    "Champ inconnu : {sujet}. Utilisez un de ceux de la liste.",
  );
  await expect(page.getByRole("button", { name: "Enregistrer", exact: true })).toBeDisabled();
  await body.fill("{recipient}, <b>du travail</b> : {subject}\n\n{link}");
  await page.getByRole("textbox", { name: "Objet" }).fill("À vous : {subject}");
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("Jules Cozic, <b>du travail</b> : Tâche 1204")).toBeVisible();
  await expect(preview.getByRole("link", { name: "Ouvrir dans SoftWhere" })).toBeVisible();
  await picture(page, "mail-templates");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Texte propre à votre marque")).toBeVisible();
  await bellOf(browser, "manager@softwhere", (manager) => assign(manager, title, "Jules Cozic"));
  const mail = await mailAbout(page, title);
  expect(mail.subject).toBe(`À vous : ${title}`);
  expect(mail.html).toContain("&lt;b&gt;du travail&lt;/b&gt;");
  await page.getByRole("button", { name: "Revenir au texte de la plateforme" }).click();
  await expect(page.locator(".mail-editor .tag")).toHaveText("Texte de la plateforme");
});

test("the mail with a link to a new password has a text of the brand's too, and never goes without the link", async ({
  page,
}) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/mail");
  await page.getByRole("combobox", { name: "Événement" }).selectOption({ label: "Mot de passe oublié " });
  const body = page.getByRole("textbox", { name: "Texte" });
  await expect(body).toHaveValue(/dans les \{minutes\} minutes/);
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("dans les 10 minutes", { exact: false })).toBeVisible();
  await expect(preview.getByRole("link", { name: "Choisir un mot de passe" })).toBeVisible();
  const alert = page.locator(".mail-editor").getByRole("alert");
  await body.fill("Bonjour {recipient}");
  await expect(alert).toContainText("Sans {link}, ce mail ne mènerait nulle part");
  await expect(page.getByRole("button", { name: "Enregistrer", exact: true })).toBeDisabled();
  await body.fill("{sentence} {link}");
  await expect(alert).toContainText("Champ inconnu : {sentence}");
  await body.fill("Pour vous, {recipient}, pendant {minutes} minutes :\n\n{link}");
  await picture(page, "mail-template-password");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Texte propre à votre marque")).toBeVisible();
  await page.getByRole("button", { name: "Revenir au texte de la plateforme" }).click();
  await expect(page.locator(".mail-editor .tag")).toHaveText("Texte de la plateforme");
});

test("the bell works by keyboard and on a phone, and says so when there is nothing", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 760 });
  await signIn(page, "direction@connextoo");
  await page.getByRole("button", { name: /^Notifications/ }).focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("dialog", { name: "Notifications" });
  await expect(list.getByText("Rien pour l’instant", { exact: false })).toBeVisible();
  const box = await list.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true);
  await picture(page, "notifications-phone");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Notifications/ })).toBeFocused();
});
