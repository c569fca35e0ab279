import { expect, test } from "@playwright/test";
import { findings, walk } from "../axe";

const clients = [
  "Code client;Raison sociale;SIRET;CP",
  "AXE-1;Atelier du Port;732 829 320 00074;29200",
  "AXE-2;Boulangerie Le Men;37282932000074;29000",
].join("\n");

/** What was not there when the page was looked at as a whole. */
const dialog = "[role=dialog]";
const menu = "[role=menu]";
const panel = "#zone-panel";
const centre = "#zone-centre";

test("axe finds nothing on the sign-in pages", { tag: "@rule-10" }, async ({ page }) => {
  await page.goto("/login");
  expect(await findings(page, "login")).toEqual([]);
  for (const path of ["/login/forgotten", "/login/new-password"]) {
    await page.goto(path);
    await expect(page.locator("form, [role=alert]").first()).toBeVisible();
    expect(await findings(page, path)).toEqual([]);
  }
});

test("axe finds nothing on lists, a record, a document, a new record, the search and what the top bar opens", {
  tag: "@rule-10",
}, async ({ browser }) => {
  await walk(browser, "manager@softwhere", async (page, look) => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option").first()).toBeVisible();
    await look("search", dialog);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("keys", dialog);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Menu de/ }).click();
    await look("menu of the person", menu);
    await page.getByRole("menuitem", { name: "Préférences de notification" }).click();
    await expect(page.locator(".preferences").first()).toBeVisible();
    await look("notification preferences", dialog);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await expect(page.locator(".notification, .notifications .empty").first()).toBeVisible();
    await look("notifications", dialog);
    await page.keyboard.press("Escape");
    await page.goto("/my-account");
    await expect(page.locator(".own-sessions > li").first()).toBeVisible();
    await look("own account");
    await page.goto("/lists/sw_catalogue_item");
    await page.locator(".grid-row:has(.checkbox)").first().click();
    await expect(page.locator("#zone-panel .fields").first()).toBeVisible();
    await page.getByRole("button", { name: "Exporter" }).click();
    await look("list, record and export");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Colonnes" }).click();
    await look("columns", menu);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Filtrer", exact: true }).click();
    await page.getByRole("menuitem").first().click();
    await expect(page.locator(".filter-editor")).toBeVisible();
    await look("filter", centre);
    await page.keyboard.press("Escape");
    await page.locator("#zone-centre").getByRole("button", { name: "Ajouter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByRole("dialog").getByRole("alert").first()).toBeVisible();
    await look("new record, refused", dialog);
    await page.goto("/lists/sw_document");
    await page.locator(".grid-row").filter({ hasText: "Contrat cadre" }).click();
    await expect(page.locator("#zone-panel canvas").first()).toBeVisible();
    await look("document", panel);
    await page.goto("/billing-control");
    await expect(page.getByRole("button", { name: "Importer des factures" }).first()).toBeVisible();
    await look("billing control");
  });
});

test("axe finds nothing in the administration and on the way of an import", { tag: "@rule-10" }, async ({
  browser,
}) => {
  await walk(browser, "administrator@softwhere", async (page, look) => {
    await page.goto("/administration/users");
    await expect(page.locator("#zone-centre table tbody tr, #zone-centre li").first()).toBeVisible();
    await page.getByRole("button", { name: "Ajouter un utilisateur" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("new user", dialog);
    await page.keyboard.press("Escape");
    await look("users");
    await page.goto("/administration/roles");
    await expect(page.getByRole("checkbox").first()).toBeVisible();
    await look("roles", centre);
    await page.goto("/administration/layouts");
    await expect(page.getByRole("region", { name: "Affichés" }).getByRole("listitem").first()).toBeVisible();
    await look("layouts", centre);
    await page.goto("/administration/webhooks");
    await page.getByRole("button", { name: "Webhook", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look("new webhook", dialog);
    await page.keyboard.press("Escape");
    await look("webhooks", centre);
    await page.goto("/administration/mail");
    await page.getByRole("textbox", { name: "Texte" }).fill("{inconnu}");
    await expect(page.locator(".mail-editor").getByRole("alert")).toBeVisible();
    // axe can't look into a frame that runs no script.
    await page.getByRole("button", { name: "Texte seul" }).click();
    await look("mail templates", centre);
    await page.goto("/import");
    await page.getByRole("radio", { name: "Comptes clients", exact: true }).check();
    await look("import, file");
    await page
      .getByLabel("Choisir un fichier")
      .last()
      .setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(clients) });
    await expect(page.getByRole("button", { name: "Vérifier" })).toBeVisible();
    await look("import, columns", centre);
    await page.getByRole("button", { name: "Vérifier" }).click();
    await expect(page.getByRole("table", { name: "Lignes à revoir" })).toBeVisible();
    await look("import, check", centre);
  });
});

test("axe finds nothing on the brands", { tag: ["@rule-9", "@rule-10"] }, async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Identifiant").fill("admin");
  await page.getByLabel("Mot de passe").fill("admin");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL("**/administration**");
  await page.goto("/administration/brands");
  await page.getByRole("button", { name: /Connextoo/ }).click();
  await expect(page.locator("#zone-panel .fields").first()).toBeVisible();
  expect(await findings(page, "brands")).toEqual([]);
});
