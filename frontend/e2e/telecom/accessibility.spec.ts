import { expect, test } from "@playwright/test";
import { walk } from "../axe";
import { openAccount } from "../people";

/** What was not there when the page was looked at as a whole. */
const dialog = "[role=dialog]";
const menu = "[role=menu]";
const panel = "#zone-panel";
const centre = "#zone-centre";

test("axe finds nothing on an account, its panels, its selection and its dialogs", { tag: "@rule-10" }, async ({
  browser,
}) => {
  await walk(browser, "manager@softwhere", async (page, look) => {
    await openAccount(page, "Groupe Kervadec");
    await page.locator("[data-line] [role=checkbox]").nth(1).click();
    await page.locator("[data-line]").first().click();
    await page.mouse.move(0, 0);
    await expect(page.locator("#zone-panel .timeline-event").first()).toBeVisible();
    await look("line and selection");
    const order = async (name: string) => {
      await page.getByRole("button", { name: "Autres actions" }).click();
      await page.getByRole("menuitem", { name }).click();
      await expect(page.locator(".order-row").nth(1)).toBeVisible();
      await look(name, dialog);
      await page.keyboard.press("Escape");
    };
    await order("Résilier à une date");
    await order("Créer un déploiement");
    await order("Commander des SIM");
    await page.getByRole("button", { name: "Changer de forfait", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Nouveau forfait").selectOption({ index: 3 });
    await page.getByRole("dialog").getByLabel("Date d’effet").selectOption({ index: 2 });
    await expect(page.locator(".plan-summary")).toBeVisible();
    await look("change of plan for another day", dialog);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Contacts" }).click();
    await expect(page.locator("#zone-panel .person").first()).toBeVisible();
    await look("contacts", panel);
    await page.getByRole("button", { name: "Historique" }).first().click();
    await page
      .locator("#zone-panel .future-event")
      .filter({ hasText: "Remplacement des SIM" })
      .getByRole("button")
      .click();
    await expect(page.locator("#zone-panel .related-row").first()).toBeVisible();
    await page.getByRole("button", { name: "Affiner" }).click();
    await expect(page.getByLabel("Objet")).toBeVisible();
    await look("deployment and filtered history", panel);
  });
});

test("axe finds nothing on an account as others see it", { tag: ["@rule-8", "@rule-10"] }, async ({ browser }) => {
  for (const role of ["direction", "support-n1"]) {
    await walk(browser, `${role}@softwhere`, async (page, look) => {
      await openAccount(page, "Groupe Kervadec");
      await expect(page.locator("[data-line]").first()).toBeVisible();
      await expect(page.locator("#zone-centre .skeleton")).toHaveCount(0);
      await look(`account, ${role}`, centre);
      if (role === "direction") {
        await page.goto("/steering");
        await expect(page.getByRole("heading", { name: "Marge par client" })).toBeVisible();
        await look("steering", centre);
      }
      if (role !== "support-n1") return;
      await page.locator(".card-rows [aria-haspopup=menu]").first().click();
      await look("where a contact is assigned", menu);
    });
  }
});

test("axe finds nothing where the columns of a supplier's detail are said", { tag: "@rule-10" }, async ({
  browser,
}) => {
  const rows = [
    "Champ1;Champ2;Champ3;Champ4",
    "0639984103;Business 50 Go;15,40;x",
    "6,399E+08;Business 100 Go;17,5O;x",
  ];
  await walk(browser, "manager@softwhere", async (page, look) => {
    await page.goto("/billing-control");
    await page.getByRole("button", { name: "Importer des factures" }).first().click();
    await page.getByLabel("Choisir des fichiers").setInputFiles({
      name: "detail.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([...rows, "TOTAL;;32,90;"].join("\n")),
    });
    await page.getByRole("button", { name: "Préciser les colonnes" }).click();
    await expect(page.getByText("Quel est le numéro de la facture ?")).toBeVisible();
    await look("columns with questions", dialog);
    await page.getByLabel("Quel est le numéro de la facture ?").fill("F-1");
    await page.keyboard.press("Enter");
    await page.getByLabel("Quelle est sa date d’émission ?").fill("2026-11-05");
    await page.keyboard.press("Enter");
    await page.getByLabel("Champ de la colonne Champ3").selectOption("net");
    await page.getByLabel("Champ de la colonne Champ2").selectOption("description");
    await expect(page.getByText("« 17,5O » n’est pas un nombre.").first()).toBeVisible();
    await look("columns answered", dialog);
  });
});
