import { openAccount, openLine, openList, selectPark, settled } from "./walks.mjs";

const manager = "manager@softwhere";

async function openOrder(page, words, mode) {
  await selectPark(page);
  await page.getByRole("button", { name: words("telecom.bulk.more") }).click();
  await page.getByRole("menuitem", { name: words(`telecom.bulk.plan.${mode}`) }).click();
  await page.locator(".order-row").nth(1).waitFor();
  await settled(page);
}

async function openHistory(page, words, account) {
  await openAccount(page, account);
  await page
    .locator(".related")
    .getByRole("button", { name: words("accounts.history") })
    .click();
  await page.locator("#zone-panel .timeline-event").first().waitFor();
}

const clients = [
  "Code client;Raison sociale;SIRET;Date entrée;CP;Ville;Vendeur;Zone libre",
  "GAL-1;Atelier du Port;732 829 320 00074;12 mars 2024;29200;Brest;;nord",
  "GAL-2;Boulangerie Le Men;37282932000074;31/06/2025;29000;Quimper;;sud",
  "GAL-1;Atelier en double;;;;;;",
  "GAL-3;Crêperie des Halles;;;1000;Bourg-en-Bresse;;",
].join("\r\n");

async function openImport(page) {
  await page.goto("/import");
  await page.locator(".import-kind").first().waitFor();
}

async function readImport(page) {
  await openImport(page);
  await page.locator(".import-kind input").first().check();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(clients) });
  await page.locator(".import-mapping-row").nth(1).waitFor();
}

/** Contacts, documents, planned work, imports: what is done on an account besides looking at it. */
export const workScenes = [
  {
    name: "contact-menu",
    title: "Where a contact can be assigned",
    person: "support-n2@softwhere",
    widths: [1440, 375],
    async walk({ page }) {
      await openAccount(page, "Kervadec");
      await page.locator(".card-rows [aria-haspopup=menu]").first().click();
      await page.locator("[role=menu]").waitFor();
    },
  },
  {
    name: "document",
    title: "A document, looked at in its panel",
    person: manager,
    dark: true,
    async walk({ page }) {
      await openList(page, "sw_document");
      await page.locator(".grid-row").filter({ hasText: "Contrat cadre" }).click();
      await page.locator("#zone-panel canvas").first().waitFor();
      await settled(page);
    },
  },
  {
    name: "document-versions",
    title: "A document with the file it had before",
    person: manager,
    widths: [1440, 375],
    async walk({ page, language }) {
      await openList(page, "sw_document");
      await page.locator(".grid-row").filter({ hasText: "Annexe tarifaire" }).click();
      await page.locator("#zone-panel pre").waitFor();
      await page.locator("#zone-panel input[type=file]").setInputFiles({
        name: `annexe-${language}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from("Forfait;Prix\nBusiness 50 Go;18,90\nBusiness 100 Go;24,90\n"),
      });
      await page.locator("#zone-panel .card-rows li").first().waitFor();
      await page.locator("#zone-panel .card-rows li").first().scrollIntoViewIfNeeded();
      await settled(page);
    },
  },
  {
    name: "deployment-dialog",
    title: "A deployment for a selection",
    person: manager,
    dark: true,
    walk: ({ page, words }) => openOrder(page, words, "deployment"),
  },
  {
    name: "sim-order",
    title: "SIMs for a selection",
    person: manager,
    walk: ({ page, words }) => openOrder(page, words, "sim"),
  },
  {
    name: "deployment",
    title: "A planned deployment",
    person: manager,
    dark: true,
    async walk({ page, words }) {
      await openHistory(page, words, "Kervadec");
      await page
        .locator("#zone-panel .future-event")
        .filter({ hasText: "Remplacement des SIM" })
        .getByRole("button")
        .click();
      await page.locator("#zone-panel .related-row").first().waitFor();
      await settled(page);
    },
  },
  {
    name: "schedule",
    title: "A change of plan for another day",
    person: manager,
    async walk({ page, words }) {
      await selectPark(page);
      await page.getByRole("button", { name: words("telecom.parks.changePlan") }).click();
      await page.getByRole("dialog").locator("select").first().selectOption({ index: 3 });
      await page.getByLabel(words("telecom.changePlan.effectiveOn")).selectOption({ index: 2 });
      await page.locator(".plan-summary").waitFor();
      await settled(page);
    },
  },
  {
    name: "scheduled",
    title: "Changes of plan to come",
    person: manager,
    dark: true,
    async walk({ page, words }) {
      await openHistory(page, words, "Armorique");
      await page.locator("#zone-panel .future-event").filter({ hasText: "Business 100 Go" }).first().waitFor();
      await settled(page);
    },
  },
  {
    name: "history-filter",
    title: "History narrowed",
    person: manager,
    widths: [1440, 375],
    async walk({ page, words }) {
      await openHistory(page, words, "Kervadec");
      await page.locator(".history-find button[aria-expanded]").first().click();
      await page.locator(".timeline-filters select").first().selectOption("sw_line");
      await page.locator(".timeline-filters").scrollIntoViewIfNeeded();
      await settled(page);
    },
  },
  {
    name: "export-menu",
    title: "A list as a file",
    person: manager,
    widths: [1440, 375],
    async walk({ page, words }) {
      await openList(page, "sw_line");
      await page.getByRole("button", { name: words("records.export") }).click();
      await page.locator("[role=menu]").waitFor();
    },
  },
  {
    name: "list-selection",
    title: "Everything a filter finds, selected",
    person: manager,
    async walk({ page }) {
      await openList(page, "sw_line");
      await page.locator("[role=grid]").focus();
      await page.keyboard.press("Control+a");
      await page.locator(".selection-bar").waitFor();
    },
  },
  {
    name: "kept-draft",
    title: "A new record taken up again",
    person: manager,
    widths: [1440, 375],
    async walk({ page, words }) {
      await openList(page, "sw_task");
      const add = page.locator("#zone-centre").getByRole("button", { name: words("records.add"), exact: true });
      await add.click();
      await page.getByRole("dialog").locator("input").first().fill("Rappeler Mme Morvan");
      await page.reload();
      await add.click();
      await page.getByRole("dialog").waitFor();
      await settled(page);
    },
  },
  {
    name: "kept-text",
    title: "A field as it was left",
    person: manager,
    widths: [1440, 375],
    async walk({ page, language }) {
      await openLine(page, "Tanguy", 1);
      await page.locator("#zone-panel [data-field=user_name] .field-value").click();
      await page.locator("#zone-panel [data-field=user_name] input").fill(`Gwenaëlle Mor ${language}`);
      await page.reload();
      await page.locator("#zone-panel [data-field=user_name] input").waitFor();
      await settled(page);
    },
  },
  {
    name: "data-import-file",
    title: "Import, what and from where",
    person: "administrator@softwhere",
    widths: [1440, 375],
    dark: true,
    walk: ({ page }) => openImport(page),
  },
  {
    name: "data-import-mapping",
    title: "Import, columns",
    person: "administrator@softwhere",
    walk: ({ page }) => readImport(page),
  },
  {
    name: "data-import-check",
    title: "Import, rows to look at",
    person: "administrator@softwhere",
    dark: true,
    async walk({ page }) {
      await readImport(page);
      await page.locator(".import-actions .primary").click();
      await page.locator(".import-counts dd.bad").first().waitFor();
      await settled(page);
    },
  },
  {
    name: "administration-brands",
    title: "The brands, for those who run the platform",
    person: "admin",
    widths: [1440, 375],
    dark: true,
    async walk({ page }) {
      await page.goto("/administration/brands");
      await page.locator(".brand-card").filter({ hasText: "Connextoo" }).click();
      await page.locator("#zone-panel .fields").first().waitFor();
      await settled(page);
    },
  },
];
