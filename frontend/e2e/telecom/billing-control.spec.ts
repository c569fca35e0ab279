import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { picture, signIn } from "../people";

const detail = fileURLToPath(new URL("../../../docs/demo/orange-2610-884120.csv", import.meta.url));
const fixtures = fileURLToPath(
  new URL("../../../services/verticals/telecom/billing-control/fixtures/", import.meta.url),
);

const openImport = async (page: Page) => {
  await page.goto("/billing-control");
  await page.getByRole("button", { name: "Importer des factures" }).first().click();
  return page.getByRole("dialog", { name: "Importer des factures" });
};

const mails = process.env["SW_E2E_MAILS"] ?? "http://127.0.0.1:8340";

const choose = (page: Page, ...files: string[]) => page.getByLabel("Choisir des fichiers").setInputFiles(files);

test("an operator's detail gives the two V1 anomalies in euros; one is disputed, one closed with a reason @core", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "manager@softwhere");
  const dialog = await openImport(page);
  await choose(page, detail);
  await expect(dialog.getByText(/618 lignes sur 619 rapprochées/)).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText(/Ligne résiliée encore facturée : 25 écarts, 253,10/)).toBeVisible();
  await expect(dialog.getByText(/Écart de prix d’achat : 25 écarts, 55,00/)).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^Contrôlées \d+/ })).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^Inconnues du parc 1 / })).toBeVisible();
  await picture(page, "import-preview");
  await dialog.getByRole("button", { name: "Importer 1 facture" }).click();
  await expect(dialog.getByText(/^Importée\.|Déjà importée/)).toBeVisible({ timeout: 90_000 });
  await dialog.getByRole("button", { name: "Terminer" }).click();

  await expect(page.getByText("Ligne résiliée encore facturée").first()).toBeVisible();
  await expect(page.getByText("317,90 €").first()).toBeVisible();
  await picture(page, "anomalies");

  const open = page.getByRole("row").filter({ hasText: "À traiter" }).filter({ hasText: "facture encore" });
  await open
    .first()
    .getByRole("button", { name: /facture encore/ })
    .click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByText("Preuve")).toBeVisible();
  await picture(page, "anomaly-evidence");
  await panel.getByRole("button", { name: "Réclamer" }).click();
  await expect(panel.getByText("Réclamée", { exact: true }).first()).toBeVisible();
  // By what it is, here and wherever it is told of; its key is a machine's.
  const told = panel.locator(".timeline-event").filter({ hasText: "Réclamation" }).first();
  // All that is on the screen is read anew after a claim: the history is the last of it.
  await expect(told).toContainText("Anomalie Ligne résiliée encore facturée", { timeout: 60_000 });
  await expect(panel.locator(".history")).not.toContainText(/C1[:/|]/);
  await expect(panel.getByRole("heading", { name: /^Réclamation R-\d{4}-\d{3}$/ })).toBeVisible();
  const letter = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Lettre PDF" }).press("Enter");
  expect((await letter).suggestedFilename()).toMatch(/^R-\d{4}-\d{3}\.pdf$/);
  await expect(panel.getByRole("button", { name: "Lettre PDF" })).toBeFocused();
  // The network knows companies by their SIREN, and nobody has entered the brand's.
  await panel.getByRole("button", { name: "Litige e-facture" }).click();
  await expect(panel.getByRole("alert")).toContainText("Le SIREN de la marque manque");
  await picture(page, "anomaly-claim");
  await panel.getByRole("button", { name: "Envoyer par mail" }).click();
  const mail = page.getByRole("dialog", { name: "Envoyer par mail" });
  await expect(mail.getByText(/Nous vous demandons un avoir de ce montant/)).toBeVisible({ timeout: 30_000 });
  await expect(mail.getByRole("list", { name: "Pièces jointes" }).getByRole("listitem")).toHaveCount(2);
  await picture(page, "claim-mail");
  await mail.getByRole("button", { name: "Envoyer", exact: true }).dblclick();
  await expect(panel.getByText(/^Mail envoyé à reclamations@/)).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole("button", { name: "Renvoyer par mail" })).toBeFocused();
  const caught = (await (await fetch(`${mails}/messages`)).json()) as { to: string[]; subject: string }[];
  expect(caught.filter(({ to }) => to[0]?.startsWith("reclamations@"))).toHaveLength(1);

  const gaps = page.getByRole("row").filter({ hasText: "À traiter" }).filter({ hasText: "au lieu de" });
  await gaps
    .first()
    .getByRole("button", { name: /au lieu de/ })
    .click();
  await panel.getByRole("button", { name: "Classer…" }).click();
  const closing = page.getByRole("dialog");
  await closing.getByRole("button", { name: "Classer" }).click();
  await expect(closing.getByText("Indiquez le motif en quelques mots.")).toBeVisible();
  await closing.getByLabel("Motif").fill("Remise créditée sur l’avoir de novembre");
  await closing.getByRole("button", { name: "Classer" }).click();
  await expect(panel.getByText("Faux positif").first()).toBeVisible();
  await expect(panel.getByText("Remise créditée sur l’avoir de novembre").first()).toBeVisible();
  await picture(page, "anomaly-false-positive");

  await page.getByLabel("Grouper").selectOption("customer");
  await expect(page.getByRole("button", { name: /Groupe Kervadec — \d+ écarts/ })).toBeVisible();
  await page.getByRole("button", { name: /^octobre 2026 : / }).click();
  await expect(page).toHaveURL(/month=2026-10/);
  await expect(page.getByText(/1 facture contrôlée · 619 lignes de facture/)).toBeVisible();
  await picture(page, "anomalies-by-customer");
});

test("a row that nothing finds is attached to a line by hand, and waits no more", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/billing-control?state=unmatched");
  const row = page.getByRole("row").filter({ hasText: "facture 2610-884120" });
  await expect(row).toBeVisible();
  await expect(page.getByRole("button", { name: "À rattacher 1" })).toBeVisible();
  await picture(page, "unmatched");
  await row.getByRole("button", { name: "Choisir…" }).click();
  const line = page.getByRole("combobox", { name: "Ligne du parc" });
  await line.fill("06 39 98 41 03");
  await page.getByRole("option", { name: /06 39 98 41 03/ }).click();
  await expect(page.getByText("1 ligne rattachée, retenu pour les prochaines factures")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText("Chaque ligne de facture a trouvé sa ligne du parc.")).toBeVisible();
});

test("the same file again changes nothing", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const dialog = await openImport(page);
  await choose(page, detail);
  await expect(dialog.getByText("Déjà importée, identique : rien ne change.")).toBeVisible({ timeout: 60_000 });
});

test("other amounts under a known number are shown beside what is there, and replace it only where that is ticked", async ({
  page,
}) => {
  await signIn(page, "manager@softwhere");
  const dialog = await openImport(page);
  const text = readFileSync(detail, "utf8").replace("19,50;2,00;17,50", "19,50;0,00;19,50");
  await page
    .getByLabel("Choisir des fichiers")
    .setInputFiles({ name: "corrige.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(dialog.getByText(/^Une version de cette facture est déjà là .* : 1 ligne changée\.$/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(dialog.getByRole("row").filter({ hasText: "Business 100 Go" })).toContainText("17,50");
  const run = dialog.getByRole("button", { name: "Importer 1 facture" });
  await expect(run).toHaveCount(0);
  const replace = dialog.getByRole("checkbox", { name: "Remplacer par cette version ; l’ancienne est gardée" });
  await replace.check();
  await expect(run).toBeVisible({ timeout: 60_000 });
  await replace.uncheck();
  await expect(run).toHaveCount(0, { timeout: 60_000 });
  await picture(page, "import-replaces");
});

test("a batch: broken files say what is wrong, the sound one goes on", async ({ page }) => {
  await signIn(page, "accounting@softwhere");
  const dialog = await openImport(page);
  await choose(
    page,
    `${fixtures}ubl-invoice.xml`,
    `${fixtures}bad-rows.csv`,
    `${fixtures}missing-column.csv`,
    `${fixtures}truncated.xml`,
    `${fixtures}other-document.xml`,
  );
  const file = (name: string) => dialog.getByRole("region", { name });
  await expect(file("bad-rows.csv")).toContainText("Ligne 3 : « Montant net HT » : « douze » n’est pas un nombre.");
  await expect(file("bad-rows.csv")).toContainText("Ligne 4 : « Début période » : « 31/02/2026 » n’est pas une date.");
  // The net follows from gross and discount.
  await expect(file("missing-column.csv")).toContainText("Facture Orange 2610-1");
  await expect(file("truncated.xml")).toContainText("Ligne 11 : Le XML est mal formé ou incomplet.");
  await expect(file("other-document.xml")).toContainText("n’est pas une facture UBL ou CII");
  await expect(file("ubl-invoice.xml")).toContainText("Facture Alphalink");
  await picture(page, "import-problems");
  await file("missing-column.csv").getByRole("button", { name: "Retirer missing-column.csv" }).click();
  await dialog.getByRole("button", { name: "Importer 1 facture" }).click();
  await expect(file("ubl-invoice.xml").getByText(/^Importée\.|Déjà importée/)).toBeVisible({ timeout: 30_000 });
});

test("an unknown supplier is named, created on the spot, and its invoice imported", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const dialog = await openImport(page);
  const name = `Opérateur ${Date.now()}`;
  const text = readFileSync(`${fixtures}ubl-invoice.xml`, "utf8")
    .replaceAll("Alphalink", name)
    .replaceAll("FR12422895722", `FR00${String(Date.now()).slice(-9)}`)
    .replaceAll("422895722", String(Date.now()).slice(-9));
  await page
    .getByLabel("Choisir des fichiers")
    .setInputFiles({ name: "inconnu.xml", mimeType: "application/xml", buffer: Buffer.from(text) });
  await expect(dialog.getByText(`Fournisseur inconnu : ${name}`)).toBeVisible();
  await dialog.getByRole("button", { name: `Créer « ${name} »` }).click();
  await expect(dialog.getByText("Aucune ligne de cette facture n’a pu être contrôlée.")).toBeVisible();
  await dialog.getByRole("button", { name: "Importer 1 facture" }).click();
  await expect(dialog.getByText("Importée.", { exact: true })).toBeVisible();
});

test("a file above 20 MB is refused before it is sent", async ({ page }) => {
  await signIn(page, "manager@softwhere");
  const dialog = await openImport(page);
  await page
    .getByLabel("Choisir des fichiers")
    .setInputFiles({ name: "enorme.csv", mimeType: "text/csv", buffer: Buffer.alloc(50 * 1024 * 1024 - 1, "a") });
  await expect(dialog.getByText("Le fichier dépasse 20 Mo.")).toBeVisible();
});

/** A detail of a layout that nobody knows: names that say nothing, neither number nor day of issue, a number destroyed, an amount misspelt. */
function unknownLayout(month: string): Buffer {
  const [header = [], ...rows] = readFileSync(detail, "utf8")
    .replace(/^\ufeff/, "")
    .split("\n")
    .slice(0, 7)
    .map((line) => line.trim().split(";"));
  const at = (name: string) => header.indexOf(name);
  const own = rows.map((cells, row) => [
    row === 1 ? "6,399E+08" : (cells[at("Numéro")] ?? ""),
    cells[at("ICCID")] ?? "",
    cells[at("Libellé")] ?? "",
    (cells[at("Début période")] ?? "").replace("/10/", `/${month}/`),
    (cells[at("Fin période")] ?? "").replace("/10/", `/${month}/`).replace(/31\/(?=11)/, "30/"),
    row === 3 && month === "10" ? "17,5O" : (cells[at("Montant net HT")] ?? ""),
    "KGA-02",
  ]);
  const lines = [["Champ1", "Champ2", "Champ3", "Champ4", "Champ5", "Champ6", "Réf_Site"], ...own];
  return Buffer.from(lines.map((cells) => cells.join(";")).join("\n"), "latin1");
}

test("columns of an unknown layout are said once, with what else only a person knows, and remembered", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "manager@softwhere");
  const dialog = await openImport(page);
  const drop = (name: string, buffer: Buffer) =>
    page.getByLabel("Choisir des fichiers").setInputFiles({ name, mimeType: "text/csv", buffer });
  const number = `26-${Date.now()}`;
  await drop(`Orange_${number}_detail.csv`, unknownLayout("10"));
  await dialog.getByRole("button", { name: "Préciser les colonnes" }).click();

  const columns = page.getByRole("dialog", { name: /^Colonnes de Orange_/ });
  await expect(columns.getByLabel("Encodage")).toHaveValue("windows-1252");
  await expect(columns.getByText("6,399E+08", { exact: true })).toBeVisible();
  await expect(columns.getByText("« 6,399E+08 » : le tableur a détruit ce numéro.").first()).toBeVisible();
  await picture(page, "import-columns");
  const questions = columns.getByRole("list", { name: "Questions" });
  await expect(questions.getByText("« Champ6 » est-il le champ « Net HT » ?")).toBeVisible();
  await questions.getByRole("button", { name: "Oui", exact: true }).click();
  await expect(questions.getByLabel("Quel est le numéro de la facture ?")).toHaveValue(number);
  await questions.getByLabel("Quel est le numéro de la facture ?").press("Enter");
  await questions.getByLabel("Quelle est sa date d’émission ?").fill("2026-11-05");
  await questions.getByLabel("Quelle est sa date d’émission ?").press("Enter");
  await questions.getByRole("button", { name: "Oui, 17,50" }).click();
  await expect(columns.getByText("Le fichier ne nomme pas son fournisseur. Choisissez-le.")).toBeVisible();
  await columns.getByLabel("Choisir un fournisseur…").selectOption({ label: "Orange" });
  await expect(columns.getByText("6 lignes sur 6 rapprochées du parc")).toBeVisible();
  await expect(columns.getByRole("checkbox", { name: "Retenir ces colonnes pour Orange" })).toBeChecked();
  await picture(page, "import-columns-answered");
  await columns.getByRole("button", { name: "Continuer avec 6 lignes" }).click();
  await dialog.getByRole("button", { name: "Importer 1 facture" }).click();
  await expect(dialog.getByText("Importée.", { exact: true })).toBeVisible();

  // The next file with these columns asks only what it doesn't say itself.
  await drop(`Orange_${number}1_detail.csv`, unknownLayout("11"));
  await dialog.getByRole("button", { name: "Préciser les colonnes" }).click();
  await expect(questions.getByRole("listitem")).toHaveCount(2);
  await questions.getByLabel("Quel est le numéro de la facture ?").press("Enter");
  await questions.getByLabel("Quelle est sa date d’émission ?").fill("2026-12-05");
  await questions.getByLabel("Quelle est sa date d’émission ?").press("Enter");
  await expect(columns.getByText(`Facture Orange ${number}1`)).toBeVisible();
});
