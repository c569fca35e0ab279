import { expect, test } from "@playwright/test";
import { openAccount, picture, signIn } from "../people";

const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris" }).format(new Date());

test("a line is ended at its operator: planned, launched, followed until the operator has done it, and the line follows", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(180_000);
  const admin = await browser.newPage();
  await signIn(admin, "administrator@connextoo");
  await admin.goto("/administration/connections");
  await admin.getByRole("button", { name: "Connexion", exact: true }).click();
  const connection = admin.getByRole("dialog");
  await connection.getByLabel("Fournisseur").selectOption({ label: "CFAST" });
  // The second simulator is CFAST's: the first is the billing system's.
  await connection.getByLabel("Adresse").selectOption({ index: 2 });
  await connection.getByLabel("Jeton d’accès").fill("demo");
  await connection.getByLabel("Pour", { exact: true }).selectOption({ label: "Orange" });
  await connection.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(connection).toBeHidden();

  await signIn(page, "manager@connextoo");
  await openAccount(page, "Imprimerie Ollivier");
  const line = page.locator("[data-line]").first();
  const number = (await line.locator(".grid-cell.number").innerText()).trim();
  await line.getByRole("checkbox").click();
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Créer un déploiement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill("Fin d’une ligne");
  await dialog.getByLabel("À faire").selectOption({ label: "Résilier la ligne" });
  await dialog.getByLabel("Prévu le").fill(today);
  await dialog.getByLabel("Consignes").fill("Le poste ferme.");
  await dialog.getByRole("button", { name: /Prévoir pour 1 ligne/ }).click();
  await expect(dialog.getByText("1 ligne changée sur 1")).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();

  await page.getByRole("link", { name: "Déploiements", exact: true }).click();
  await page.locator(".board-card").filter({ hasText: "Fin d’une ligne" }).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  // Paused, it says so before anything is launched; what is launched waits, and says for what.
  await admin.getByRole("button", { name: "CFAST", exact: true }).click();
  await admin.getByRole("button", { name: "Mettre en pause" }).click();
  await expect(
    admin.getByRole("complementary", { name: "Détails" }).getByText(/^Mise en pause par Paul Stéphan le/),
  ).toBeVisible();
  await picture(admin, "connection-paused");
  await panel.getByRole("button", { name: "Lancer…" }).click();
  await expect(dialog.getByText("par CFAST, simulateur · en pause")).toBeVisible();
  // What is left for later isn't launched; chosen again it is.
  await dialog.getByRole("checkbox", { name: `Lancer ${number}` }).click();
  await expect(dialog.getByRole("button", { name: "Rien à lancer" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: `Lancer ${number}` }).click();
  await picture(page, "launch-at-operator");
  await dialog.getByRole("button", { name: "Lancer 1 action" }).click();
  await expect(dialog).toBeHidden();

  await expect(panel.getByText("Attend : la connexion à CFAST est en pause.")).toBeVisible();
  await picture(page, "action-paused");
  await admin.getByRole("button", { name: "Reprendre" }).click();
  await expect(admin.getByRole("button", { name: "Mettre en pause" })).toBeVisible();

  // The operator takes it, works on it, and has done it; nobody looks anew.
  await expect(panel.getByText(/^(Accusée|En cours|Livrée)$/)).toBeVisible({ timeout: 60_000 });
  await picture(page, "order-under-way");
  await expect(panel.getByText("Terminée", { exact: true })).toBeVisible({ timeout: 90_000 });
  await panel.getByRole("button", { name: "Terminer" }).click();
  const done = page.getByRole("region", { name: /^Terminé, \d/ });
  await expect(done.locator(".board-card").filter({ hasText: "Fin d’une ligne" })).toBeVisible();

  await page.getByRole("link", { name: "Comptes", exact: true }).click();
  await openAccount(page, "Imprimerie Ollivier");
  await expect(page.locator("[data-line]").filter({ hasText: number })).toContainText("Résiliée");

  await admin.getByRole("button", { name: /^Retirer/ }).click();
  await expect(admin.getByText("Aucune connexion")).toBeVisible();
  await admin.close();
});

test("an operator is given an address that it writes to; its secret is shown once", { tag: "@rule-8" }, async ({
  page,
}) => {
  await signIn(page, "administrator@connextoo");
  await page.goto("/administration/connections");
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Fournisseur").selectOption({ label: "CFAST" });
  const address = dialog.getByLabel("Adresse");
  await address.selectOption({ index: 2 });
  const origin = await address.inputValue();
  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await dialog.getByLabel("Pour", { exact: true }).selectOption({ label: "Orange" });
  await dialog.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "CFAST", exact: true }).click();
  const messages = page.getByRole("region", { name: "Messages du fournisseur" });
  await messages.getByRole("button", { name: "Donner une adresse" }).click();
  const [url = "", secret = ""] = await Promise.all(
    [0, 1].map((index) => messages.locator("code").nth(index).innerText()),
  );
  expect(url).toMatch(/^http.*\/webhooks\/[\w-]{32}$/);
  expect(secret).toMatch(/^whsec_/);
  await expect(messages.getByRole("status")).toContainText("il ne sera plus montré");
  await picture(page, "webhook-address");

  // The operator's own words reach us by the console's address, and only theirs.
  const { request } = page;
  expect((await request.post(url, { data: { type: "order.updated" } })).status()).toBe(401);
  await request.post(`${origin}/simulator/callbacks`, { data: { url, secret } });
  const order = { operation: "create", external_reference: `walk-${Date.now()}` };
  const headers = { Authorization: "Bearer demo" };
  expect((await request.post(`${origin}/api/v1/orders`, { data: order, headers })).status()).toBe(201);
  const answers = async () => (await (await request.post(`${origin}/simulator/callbacks`)).json()).answers;
  await expect.poll(answers).toContain(202);

  await page.reload();
  await expect(messages).toContainText("Chiffré");
  await expect(messages).not.toContainText("aucun encore");
  await expect(page.locator("body")).not.toContainText(secret);
  await messages.getByRole("button", { name: "Retirer l’adresse" }).click();
  await expect(messages.getByRole("button", { name: "Donner une adresse" })).toBeVisible();
  await page.getByRole("button", { name: /^Retirer : CFAST/ }).click();
  await expect(page.getByText("Aucune connexion")).toBeVisible();
});
