import { readFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";
import { expect, type Page, test } from "@playwright/test";
import { picture, signIn } from "../people";

const rows = ".grid-row";

/** What comes down when the list is exported as chosen from its menu. */
async function exported(page: Page, as: string): Promise<Buffer> {
  await page.getByRole("button", { name: "Exporter" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: as }).click();
  return readFileSync((await (await download).path()) ?? "");
}

test("a list of every line of the brand: search, filter, sort, columns, all in the address @core", {
  tag: ["@rule-1", "@rule-10"],
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.getByRole("link", { name: "Listes", exact: true }).click();
  await page.getByRole("link", { name: "Lignes", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Lignes" })).toBeVisible();
  await expect(page.getByText("981 résultats")).toBeVisible();
  await expect(page.locator(rows).first()).toContainText(/\d\d.\d\d.\d\d/);
  // Only what is in view is drawn.
  expect(await page.locator(rows).count()).toBeLessThan(80);

  await page.getByRole("button", { name: "Filtrer", exact: true }).click();
  await page.getByRole("menuitem", { name: "Statut" }).click();
  await page.getByRole("checkbox", { name: "Suspendue" }).check();
  await page.getByRole("button", { name: "OK" }).click();
  await expect(page.locator(rows).first()).toContainText("Suspendue");
  const filtered = await page.getByText(/\d+ résultats/).textContent();
  expect(filtered).not.toContain("981");

  await page.getByRole("columnheader", { name: "Utilisateur" }).getByRole("button").click();
  await expect(page.getByRole("columnheader", { name: "Utilisateur" })).toHaveAttribute("aria-sort", "ascending");

  await page.getByRole("button", { name: "Colonnes" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Activée le" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Activée le" })).toBeVisible();
  await picture(page, "list-lines");

  // A reload, or a pasted link, brings all of it back.
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Activée le" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Utilisateur" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByText(filtered ?? "")).toBeVisible();
});

test("a view is kept by name, for oneself or for the team", { tag: "@rule-10" }, async ({ page, browser }) => {
  const name = `Suspendues ${Date.now()}`;
  // No other run has kept the same list already.
  const longAgo = new Date(-Math.floor(Math.random() * 2_000_000_000_000)).toISOString().slice(0, 10);
  await signIn(page, "manager@softwhere");
  await page.goto(
    `/lists/sw_line?f=${encodeURIComponent(
      JSON.stringify([
        { field: "status", op: "is", value: ["suspended"] },
        { field: "activated_on", op: "from", value: [longAgo] },
      ]),
    )}`,
  );
  await page.getByRole("button", { name: "Enregistrer cette vue" }).click();
  await page.getByLabel("Nom de la vue").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");

  const colleague = await browser.newPage();
  await signIn(colleague, "support-n1@softwhere");
  await colleague.goto("/lists/sw_line");
  await expect(colleague.getByRole("heading", { name: "Lignes" })).toBeVisible();
  await expect(colleague.getByRole("button", { name, exact: true })).toHaveCount(0);

  await page.getByRole("button", { name: `Options de la vue ${name}` }).click();
  await page.getByRole("menuitem", { name: "Partager avec l’équipe" }).click();
  await expect(page.getByRole("img", { name: "Partagée" }).or(page.getByLabel("Partagée")).first()).toBeVisible();
  await colleague.reload();
  await colleague
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await expect(colleague.locator(rows).first()).toContainText("Suspendue");
  await colleague.close();
});

test("the export holds what the person sees, and nothing else: as text, and as a workbook that counts", {
  tag: ["@rule-8", "@rule-10"],
}, async ({ page }) => {
  await signIn(page, "sales@softwhere");
  await page.goto("/lists/sw_line?q=kervella&cols=number,user_name,sell_price,buy_price,activated_on");
  await expect(page.locator(rows).first()).toContainText("Kervella");
  const text = (await exported(page, "Texte (.csv)")).toString("utf8");
  expect(text).toContain("Prix de vente");
  expect(text).not.toContain("Prix d’achat");
  expect(text.trim().split("\n").length).toBeGreaterThan(1);

  const [head, ...body] = await readSheet(await exported(page, "Classeur Excel"));
  expect(head).toEqual(["Numéro", "Utilisateur", "Prix de vente", "Activée le"]);
  expect(body.length).toBe(text.trim().split("\n").length - 1);
  for (const row of body) {
    expect(row[1]).toContain("Kervella");
    expect(typeof row[2]).toBe("number");
    expect(row[3]).toBeInstanceOf(Date);
  }
  // Who asks for the column by hand doesn't get it either.
  const asked = await page.request.get("/api/export/sw_line?columns=number,buy_price&filters=[]&search=&sort=");
  expect(await asked.text()).not.toContain("achat");
});

test("a field that a site builder added is in the columns and in the panel, and is edited there", {
  tag: "@rule-2",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_line");
  await expect(page.locator(rows).first()).toContainText(/\d\d/);
  await page.getByRole("button", { name: "Colonnes" }).click();
  await page.getByRole("menuitemcheckbox", { name: /Centre de coûts/ }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Centre de coûts" })).toBeVisible();
  await page.locator(rows).first().click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await panel.getByRole("button", { name: /^Centre de coûts/ }).click();
  await panel.getByRole("textbox", { name: "Centre de coûts" }).fill("CC-4711");
  await page.keyboard.press("Enter");
  await expect(page.locator(rows).first()).toContainText("CC-4711");
  await panel.getByRole("button", { name: /^Priorité/ }).click();
  await panel.getByRole("combobox", { name: "Priorité" }).selectOption({ label: "Haute" });
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Priorité : Haute" })).toBeVisible();
  await picture(page, "site-fields");
});
