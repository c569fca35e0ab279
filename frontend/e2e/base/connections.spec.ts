import { expect, test } from "@playwright/test";
import { findAccount, picture, signIn } from "../people";

test("a connection is kept once the vendor says whose books it leads to; its token is never seen again", {
  tag: "@rule-8",
}, async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/connections");
  await expect(page.getByRole("heading", { name: "Connexions", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const address = dialog.getByLabel("Adresse");
  await address.selectOption({ index: 1 });
  await expect(address.locator("option:checked")).toContainText("Simulateur");

  // Nothing entered, then a wrong token: each is said beside the field, and nothing is kept.
  const check = dialog.getByRole("button", { name: "Vérifier et enregistrer" });
  await check.click();
  await expect(dialog.getByRole("alert")).toHaveText("Le jeton d’accès manque.");
  await dialog.getByLabel("Jeton d’accès").fill("wrong-4f1c9d2e");
  await check.click();
  await expect(dialog.getByRole("alert")).toContainText("refuse ce jeton");
  await picture(page, "connection-refused");

  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await check.click();
  await expect(dialog).toBeHidden();
  const kept = page.getByRole("listitem").filter({ hasText: "Pennylane" });
  await expect(kept).toContainText("Simulateur");
  await expect(kept).toContainText("créer un client");
  await kept.getByRole("button", { name: "Tester" }).click();
  await expect(kept.getByRole("status")).toContainText("Répond : ");
  await picture(page, "connections");

  // The token is in no answer and no page.
  const answers: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("connections"))
      void response
        .text()
        .then((text) => answers.push(text))
        .catch(() => undefined);
  });
  await page.reload();
  await expect(kept).toBeVisible();
  await expect.poll(() => answers.join("")).toContain("Pennylane");
  expect(answers.join("")).not.toMatch(/"secret"|"token"/);
  await kept.getByRole("button", { name: "Modifier" }).click();
  await expect(dialog.getByLabel("Jeton d’accès")).toHaveValue("");
  await page.keyboard.press("Escape");

  await kept.getByRole("button", { name: /^Retirer/ }).click();
  await expect(page.getByText("Aucune connexion")).toBeVisible();
});

test("who administers no brand has no connections to see", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "accounting@softwhere");
  await page.goto("/administration/connections");
  await expect(page.getByRole("heading", { name: "Connexions", level: 1 })).toHaveCount(0);
  const answer = await page.request.get("/api/trpc/base.administration.connections.list?batch=1&input=%7B%7D");
  expect([401, 403, 207]).toContain(answer.status());
  expect(await answer.text()).toContain("FORBIDDEN");
});

test("a billing site becomes a customer in billing by one press, and knows its name there", { tag: "@rule-3" }, async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const mark = String(Date.now()).slice(-8);
  const office = await browser.newContext();
  const administrator = await office.newPage();
  await signIn(administrator, "administrator@softwhere");
  await administrator.goto("/administration/connections");
  await administrator.getByRole("button", { name: "Connexion", exact: true }).click();
  await administrator.getByRole("dialog").getByLabel("Adresse").selectOption({ index: 1 });
  await administrator.getByRole("dialog").getByLabel("Jeton d’accès").fill("demo");
  await administrator.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(administrator.getByRole("listitem").filter({ hasText: "Pennylane" })).toBeVisible();

  await signIn(page, "manager@softwhere");
  await findAccount(page, "Mairie de Plouarzel");
  await page.getByRole("button", { name: /^Facturation/ }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const dialog = page.getByRole("dialog");
  const add = async (name: string, city: string) => {
    await panel.getByRole("button", { name: "Ajouter" }).click();
    await dialog.getByLabel(/^Nom/).fill(name);
    await dialog.getByLabel(/^Adresse/).fill("1 place de la Mairie");
    await dialog.getByLabel(/^Code postal/).fill("29810");
    await dialog.getByLabel(/^Ville/).fill(city);
    await dialog.getByRole("button", { name: "Ajouter" }).click();
    await expect(dialog).toBeHidden();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Facturation/ }).click();
  };
  const site = (name: string) => panel.getByRole("region", { name });
  await add(`Écoles ${mark}`, "Plouarzel");
  const made = site(`Écoles ${mark}`);
  await expect(made).toContainText("Simulateur");
  await made.getByRole("button", { name: "Créer le client dans Pennylane" }).dblclick();
  await expect(made.getByRole("status")).toContainText("Client créé dans Pennylane", { timeout: 60_000 });
  await expect(made.getByRole("button", { name: /^Système de facturation : pennylane/ })).toBeVisible();
  await picture(page, "billed-customer");

  // What every invoice needs is missing: it is refused before anything is sent, in words that say what to do.
  await add(`Port ${mark}`, "");
  const refused = site(`Port ${mark}`);
  await refused.getByRole("button", { name: "Créer le client dans Pennylane" }).click();
  await expect(refused.getByRole("status")).toContainText("n’a pas d’adresse complète", { timeout: 60_000 });
  await expect(refused.getByRole("button", { name: "Réessayer" })).toBeVisible();

  await administrator.getByRole("button", { name: /^Retirer/ }).click();
  await office.close();
});
