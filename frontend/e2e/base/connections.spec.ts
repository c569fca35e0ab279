import { expect, type Locator, type Page, test } from "@playwright/test";
import { findAccount, picture, signIn } from "../people";

/** The connection among the others, beside its panel. */
const rowOf = (page: Page) => page.locator("#zone-centre").getByRole("listitem").filter({ hasText: "Pennylane" });

/** Connects the brand to the simulator: where that is. */
async function connect(page: Page): Promise<string> {
  await page.goto("/administration/connections");
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const address = dialog.getByLabel("Adresse");
  await address.selectOption({ index: 1 });
  const origin = await address.inputValue();
  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await dialog.getByRole("button", { name: "Vérifier et enregistrer" }).click();
  await expect(rowOf(page)).toBeVisible();
  return origin;
}

/** From an account's billing sites, and back there. */
async function addBillingSite(page: Page, name: string, city: string): Promise<void> {
  const panel = page.getByRole("complementary", { name: "Détails" });
  const dialog = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Ajouter" }).click();
  await dialog.getByLabel(/^Nom/).fill(name);
  await dialog.getByLabel(/^Adresse/).fill("1 place de la Mairie");
  await dialog.getByLabel(/^Code postal/).fill("29810");
  await dialog.getByLabel(/^Ville/).fill(city);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Facturation/ }).click();
}

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
  const kept = rowOf(page);
  await expect(kept).toContainText("Simulateur");
  await expect(kept).toContainText("Marche");
  await expect(kept).toContainText("créer un client");
  await kept.getByRole("button", { name: "Tester : Pennylane" }).click();
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
  await kept.getByRole("button", { name: "Pennylane", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel).toContainText("jamais réaffiché");
  await expect(panel).toContainText("Hélène Marrec");
  await panel.getByRole("button", { name: "Modifier" }).click();
  await expect(dialog.getByLabel("Jeton d’accès")).toHaveValue("");
  await page.keyboard.press("Escape");

  await panel.getByRole("button", { name: /^Retirer/ }).click();
  await expect(page.getByText("Aucune connexion")).toBeVisible();
  await expect(panel).toBeHidden();
});

test("what was said to a vendor and answered is looked at by keyboard alone, with dots for whoever it is about", {
  tag: "@rule-8",
}, async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  const simulator = await connect(page);
  const row = rowOf(page);
  const panel = page.getByRole("complementary", { name: "Détails" });
  await row.getByRole("button", { name: "Pennylane", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: "Pennylane" })).toBeVisible();
  const journal = panel.getByRole("region", { name: "Journal des appels" });
  await expect(journal.getByRole("listitem").filter({ hasText: "/me" }).first()).toBeVisible();
  // Invoices are read at once: the last page of all, or what changed since the connection before. Other readings may follow.
  const search = journal.getByRole("searchbox");
  await search.fill("customer_invoices");
  await expect(journal).toContainText(/customer_invoices\?\S*cursor|changelogs\/customer_invoices/, {
    timeout: 30_000,
  });
  await search.clear();

  // An access that has expired is said in the connection's state, in the vendor's words in its journal.
  // Whoever reads there meanwhile is told the same.
  await page.request.post(`${simulator}/simulator/faults`, { data: { kind: "expired", times: 1000 } });
  await panel.getByRole("button", { name: "Tester la connexion" }).press("Enter");
  await expect(panel.getByRole("status").filter({ hasText: "refuse ce jeton" }).first()).toBeVisible();
  await expect(row).toContainText("Marche, dernier appel refusé");
  const only = journal.getByRole("button", { name: "Refusés" });
  await only.press("Space");
  await expect(only).toHaveAttribute("aria-pressed", "true");
  const refused = journal.getByRole("button", { name: /401/ }).first();
  await expect(refused).toHaveAttribute("aria-expanded", "false");
  await refused.press("Enter");
  await expect(refused).toHaveAttribute("aria-expanded", "true");
  await expect(journal).toContainText("Pennylane refuse : « The failure is simulated ».");
  await expect(journal).toContainText("authorization: ••••");
  expect(await panel.textContent()).not.toContain("Bearer");
  await picture(page, "connection-calls");

  await search.fill("nothing-like-it");
  await expect(journal).toContainText("Aucun appel ne correspond.");
  await search.fill("401");
  await expect(journal.getByRole("button", { name: /401/ }).first()).toBeVisible();

  await page.request.delete(`${simulator}/simulator/faults`);

  // What can't be read is said, and asked again.
  await page.route(/connections\.calls/, (route) => route.abort());
  await search.fill("200");
  await expect(journal.getByRole("alert")).toContainText("n’a pas pu être lu");
  await page.unroute(/connections\.calls/);
  await only.click();
  await expect(journal.getByRole("button", { name: /200/ }).first()).toBeVisible();

  // The panel is in the address, and Escape gives the keyboard back to the row.
  await page.reload();
  await expect(panel.getByRole("heading", { name: "Pennylane" })).toBeVisible();
  await panel.focus();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await row.getByRole("button", { name: "Pennylane", exact: true }).click();
  await panel.getByRole("button", { name: /^Retirer/ }).click();
  await expect(panel).toBeHidden();
});

test("a vendor that is not there: its connection says so, and a test that succeeds ends it", {
  tag: "@rule-8",
}, async ({ page, browser }) => {
  test.setTimeout(150_000);
  const office = await browser.newContext();
  const administrator = await office.newPage();
  await signIn(administrator, "administrator@softwhere");
  const simulator = await connect(administrator);
  await page.request.post(`${simulator}/simulator/faults`, { data: { kind: "error", times: 1000 } });

  await signIn(page, "manager@softwhere");
  const panel = page.getByRole("complementary", { name: "Détails" });
  const mark = String(Date.now()).slice(-8);
  await findAccount(page, "Mairie de Plouarzel");
  for (const name of [`Musée ${mark}`, `Halle ${mark}`]) {
    await page.getByRole("button", { name: /^Facturation/ }).click();
    await addBillingSite(page, name, "Plouarzel");
    await panel.getByRole("region", { name }).getByRole("button", { name: "Créer le client dans Pennylane" }).click();
    await page.keyboard.press("Escape");
  }
  const row = rowOf(administrator);
  await expect(row).toContainText("Arrêtée depuis", { timeout: 90_000 });
  await expect(row).toContainText("rien ne lui est envoyé");
  await row.getByRole("button", { name: "Pennylane", exact: true }).click();
  const details = administrator.getByRole("complementary", { name: "Détails" });
  await expect(details.getByRole("status").first()).toContainText("Prochain essai");
  await picture(administrator, "connection-stopped");

  // Whoever asks it sees that it is back, and what waited goes on.
  await page.request.delete(`${simulator}/simulator/faults`);
  await details.getByRole("button", { name: "Tester la connexion" }).click();
  await expect(details.getByRole("status").first()).toContainText("Marche");
  await expect(row).not.toContainText("Arrêtée");
  await details.getByRole("button", { name: /^Retirer/ }).click();
  await office.close();
});

test("a telephone system is at an address of its own, for a client and its key; an address inside is not gone to", {
  tag: "@rule-8",
}, async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/connections");
  await page.getByRole("button", { name: "Connexion", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Fournisseur").selectOption({ label: "3CX" });
  const check = dialog.getByRole("button", { name: "Vérifier et enregistrer" });
  const problem = dialog.getByRole("alert");
  for (const [field, value, said] of [
    ["Adresse du système", "http://pbx.example", "L’adresse du système manque, ou n’est pas une adresse https."],
    [
      "Adresse du système",
      "10.0.0.5",
      "L’identifiant du client d’API manque, ou contient un espace ou un deux-points.",
    ],
    ["Identifiant du client d’API", "demo", "La clé d’API manque."],
  ] as const) {
    await dialog.getByLabel(field).fill(value);
    await check.press("Enter");
    await expect(problem).toHaveText(said);
  }
  await dialog.getByLabel("Clé d’API").fill("demo");
  await check.press("Enter");
  await expect(problem).toContainText("ne répond pas");
  await picture(page, "connection-telephone");

  // Of all addresses only its simulator is one: another vendor's is none of its own.
  await dialog.getByLabel("Adresse", { exact: true }).selectOption({ index: 4 });
  await expect(dialog.getByLabel("Adresse du système")).toHaveCount(0);
  await check.press("Enter");
  await expect(dialog).toBeHidden();
  const row = page.locator("#zone-centre").getByRole("listitem").filter({ hasText: "3CX" });
  await expect(row).toContainText("lire les appels et chercher un numéro");
  await expect(row).toContainText("demo.pbx.example");
  await row.getByRole("button", { name: "3CX", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const journal = panel.getByRole("region", { name: "Journal des appels" });
  await journal.getByRole("button", { name: /token/ }).first().click();
  await expect(journal).toContainText('"access_token": "••••"');
  expect(await panel.textContent()).not.toContain("client_secret=demo");
  await picture(page, "connection-telephone-panel");
  await panel.getByRole("button", { name: /^Retirer/ }).click();
  await expect(panel).toBeHidden();
});

test("who administers no brand has no connections to see", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "direction@softwhere");
  await page.goto("/administration/connections");
  await expect(page.getByRole("heading", { name: "Connexions", level: 1 })).toHaveCount(0);
  const answer = await page.request.get("/api/trpc/base.administration.connections.list?batch=1&input=%7B%7D");
  expect([401, 403, 207]).toContain(answer.status());
  expect(await answer.text()).toContain("FORBIDDEN");
  const asked = encodeURIComponent(JSON.stringify({ 0: { connection: "10000000-0000-4000-8000-000000000000" } }));
  const calls = await page.request.get(`/api/trpc/base.administration.connections.calls.page?batch=1&input=${asked}`);
  expect(await calls.text()).toContain("FORBIDDEN");
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
  await connect(administrator);

  await signIn(page, "manager@softwhere");
  await findAccount(page, "Mairie de Plouarzel");
  await page.getByRole("button", { name: /^Facturation/ }).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  const site = (name: string) => panel.getByRole("region", { name });
  await addBillingSite(page, `Écoles ${mark}`, "Plouarzel");
  const made = site(`Écoles ${mark}`);
  await expect(made).toContainText("Simulateur");
  await made.getByRole("button", { name: "Créer le client dans Pennylane" }).dblclick();
  await expect(made.getByRole("status")).toContainText("Client créé dans Pennylane", { timeout: 60_000 });
  await expect(made.getByRole("button", { name: /^Système de facturation : Pennylane/ })).toBeVisible();
  await picture(page, "billed-customer");

  // What every invoice needs is missing: it is refused before anything is sent, in words that say what to do.
  await addBillingSite(page, `Port ${mark}`, "");
  const refused = site(`Port ${mark}`);
  await refused.getByRole("button", { name: "Créer le client dans Pennylane" }).click();
  await expect(refused.getByRole("status")).toContainText("n’a pas d’adresse complète", { timeout: 60_000 });
  await expect(refused.getByRole("button", { name: "Réessayer" })).toBeVisible();

  await rowOf(administrator).getByRole("button", { name: "Pennylane", exact: true }).click();
  await administrator.getByRole("button", { name: /^Retirer/ }).click();
  await office.close();
});

test("billing sites are mapped to customers of the billing system: proposed, chosen, none twice unless it is meant", {
  tag: "@rule-3",
}, async ({ page }) => {
  test.setTimeout(120_000);
  const mark = String(Date.now()).slice(-8);
  const [hall, quay] = [`Halle ${mark}`, `Quai ${mark}`];
  await signIn(page, "administrator@softwhere");
  const simulator = await connect(page);
  // Both are the town's; one has the name of its site.
  for (const name of [hall, `Commune ${mark}`])
    await page.request.post(`${simulator}/api/external/v2/company_customers`, {
      headers: { authorization: "Bearer demo" },
      data: {
        name,
        reg_no: "212902043",
        billing_address: { address: "1 place", postal_code: "29810", city: "Plouarzel", country_alpha2: "FR" },
      },
    });
  await page.goto("/accounts?list=true");
  await findAccount(page, "Mairie de Plouarzel");
  for (const name of [hall, quay]) {
    await page.getByRole("button", { name: /^Facturation/ }).click();
    await addBillingSite(page, name, "Plouarzel");
    await page.keyboard.press("Escape");
  }

  const panel = page.getByRole("complementary", { name: "Détails" });
  const dialog = page.getByRole("dialog", { name: "Rattacher les sites de facturation" });
  const open = async () => {
    await page.goto("/administration/connections");
    await rowOf(page).getByRole("button", { name: "Pennylane", exact: true }).click();
    await panel.getByRole("button", { name: "Rattacher les sites" }).click();
  };
  await open();
  const row = (name: string) => dialog.getByRole("listitem", { name });
  const accept = dialog.getByRole("button", { name: /^Rattacher \d+ site/ });
  const chosen = (name: string) => row(name).getByLabel(`Client de ${name}`).locator("option:checked");
  await expect(row(hall)).toContainText("par le SIREN et le nom du site");
  await expect(chosen(hall)).toContainText(hall);
  await expect(chosen(quay)).toHaveText("Ne pas rattacher");
  await picture(page, "mapping");
  await accept.click();
  await expect(row(hall)).toHaveCount(0);

  // The same customer for another site is said, and done only where that is meant.
  await row(quay)
    .getByLabel(`Client de ${quay}`)
    .selectOption({ label: await optionOf(row(quay), hall) });
  await expect(row(quay)).toContainText(`Déjà le client du site « ${hall} »`);
  await expect(accept).toHaveCount(0);
  await row(quay).getByRole("checkbox", { name: "Rattacher quand même : même client" }).click();
  await picture(page, "mapping-shared");
  await accept.click();
  await expect(row(quay)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: /^Retirer/ }).click();

  await page.goto("/accounts?list=true");
  await findAccount(page, "Mairie de Plouarzel");
  await page.getByRole("button", { name: /^Facturation/ }).click();
  for (const name of [hall, quay])
    await expect(
      panel.getByRole("region", { name }).getByRole("button", { name: /^Système de facturation : Pennylane/ }),
    ).toBeVisible();
});

/** The text of the choice that names it. */
const optionOf = async (row: Locator, name: string): Promise<string> =>
  (await row.locator("option").filter({ hasText: name }).first().textContent()) ?? "";
