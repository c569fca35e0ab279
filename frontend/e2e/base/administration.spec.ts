import { expect, test } from "@playwright/test";
import { assign, picture, signIn } from "../people";

test("an administrator adds a person and takes a right from a role; both hold at once", async ({ page, browser }) => {
  const name = `essai-${Date.now()}`;
  await signIn(page, "administrator@connextoo");
  await page.getByRole("link", { name: "Administration" }).click();
  await page.getByRole("button", { name: "Ajouter un utilisateur" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom complet").fill("Essai Durand");
  await dialog.getByLabel("Identifiant").fill(name);
  await dialog.getByLabel("Mot de passe").fill("demo-26");
  await dialog.getByRole("checkbox", { name: "Support N1" }).check();
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  // Seven characters: the form says so and keeps everything.
  await expect(dialog).toContainText("Il faut 8 caractères au moins.");
  await expect(dialog.getByLabel("Nom complet")).toHaveValue("Essai Durand");
  await dialog.getByLabel("Mot de passe").fill("password123");
  await expect(dialog).toContainText("parmi les plus répandus");
  await dialog.getByLabel("Mot de passe").fill("demo-2026-long");
  await expect(dialog.getByText("Bon.")).toBeVisible();
  await picture(page, "administration-password");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(name)).toBeVisible();
  await picture(page, "administration-users");

  await page.getByRole("link", { name: "Rôles et droits" }).click();
  await page.getByRole("combobox", { name: "Rôle" }).selectOption({ label: "Support N1" });
  const notes = page.getByRole("checkbox", { name: "Refusé : Voir les notes internes" });
  await notes.press("Space");
  await expect(page.getByText("propre à votre marque. Un refus", { exact: false })).toBeVisible();
  await expect(notes).toBeChecked();
  await expect(notes, "what was pressed keeps the keyboard while it is saved").toBeFocused();
  await picture(page, "administration-roles");

  const colleague = await browser.newPage();
  await colleague.goto("/login");
  await colleague.getByLabel("Identifiant").fill(name);
  await colleague.getByLabel("Mot de passe").fill("demo-2026-long");
  await colleague.getByRole("button", { name: "Se connecter" }).click();
  await colleague.waitForURL("**/accounts");
  await colleague.goto("/lists/sw_site");
  await colleague.locator(".grid-row").first().click();
  await expect(colleague.getByRole("complementary", { name: "Détails" })).toContainText("Statut");
  await expect(colleague.getByText("Consignes d’accès")).toHaveCount(0);
  await colleague.close();

  await page.getByRole("button", { name: "Revenir au standard" }).click();
  await expect(page.getByText("suit les droits standard", { exact: false })).toBeVisible();
});

test("a mail that was refused is told to administrators, with the reason, and tried again", async ({
  page,
  browser,
}) => {
  const name = `injoignable-${Date.now()}`;
  await signIn(page, "administrator@connextoo");
  await page.goto("/administration/jobs");
  await expect(page.getByRole("heading", { name: "Travaux en échec" })).toBeVisible();
  await page.getByRole("link", { name: "Utilisateurs" }).click();
  await page.getByRole("button", { name: "Ajouter un utilisateur" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom complet").fill(name);
  await dialog.getByLabel("Identifiant").fill(name);
  await dialog.getByLabel("E-mail").fill(`${name}@refused.example`);
  await dialog.getByLabel("Mot de passe").fill("demo-2026-long");
  await dialog.getByRole("checkbox", { name: "Support N1" }).check();
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toBeHidden();
  await assign(page, `Rappeler ${name}`, name);

  await page.goto("/administration/jobs");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("Le serveur de mail a refusé ce mail.", { timeout: 20_000 });
  await expect(row).toContainText("L’adresse est inconnue de son serveur. (550)");
  await picture(page, "administration-jobs");
  await row.getByRole("button", { name: /^Réessayer/ }).click();
  await expect(page.getByText("Le travail reprend.")).toBeVisible();
  // Refused once more: it is told again.
  await expect(row).toContainText("Le serveur de mail a refusé ce mail.", { timeout: 20_000 });
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, "administrator@softwhere");
  await elsewhere.goto("/administration/jobs");
  await expect(elsewhere.getByRole("heading", { name: "Travaux en échec" })).toBeVisible();
  await expect(elsewhere.locator("#zone-centre .skeleton")).toHaveCount(0);
  await expect(elsewhere.getByText(name)).toHaveCount(0);
  await elsewhere.close();
});

test("administration is for administrators", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await expect(page.getByRole("link", { name: "Administration" })).toHaveCount(0);
  await page.goto("/administration");
  await expect(page.getByText("n’est pas accessible avec votre rôle")).toBeVisible();
});

test("those who run the platform see the brands, and no customer", { tag: "@rule-9" }, async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Identifiant").fill("admin");
  await page.getByLabel("Mot de passe").fill("admin");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL("**/administration**");
  await page.goto("/administration/brands");
  await expect(page.getByRole("button", { name: /Connextoo/ })).toBeVisible();
  await page.getByRole("button", { name: /Connextoo/ }).click();
  await expect(page.getByRole("complementary", { name: "Détails" })).toContainText("Nom d’hôte");
  // Every colour says whether white text on it can be read, and with what ratio.
  await expect(page.locator(".brand-card").filter({ hasText: "Connextoo" }).locator(".swatch").first()).toContainText(
    /\d[.,]\d/,
  );
  await picture(page, "administration-brands");
});

test("the host name brings the brand's name and logo to the sign-in page", { tag: "@rule-9" }, async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? "");
  await page.goto(`http://connextoo.localhost:${port}/login`);
  await expect(page.getByRole("heading", { name: "Connextoo" })).toBeVisible();
  await expect(page.locator(".login-card img")).toHaveAttribute("src", /^data:image\/svg\+xml;base64,/);
  await picture(page, "login-connextoo");
  await page.goto("/login");
  await expect(page.getByRole("heading", { name: "SoftWhere" })).toBeVisible();
});
