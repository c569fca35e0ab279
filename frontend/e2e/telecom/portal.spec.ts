import { expect, test } from "@playwright/test";
import { walk } from "../axe";
import { accountList, picture, signIn, signInByForm } from "../people";

const staffWords = /Marge|Achat|Vente|Parc\b|Fournisseur|Opérateur|Notes internes|Orange|SoftWhere/;

test("a client lands on their portal: own services, prices, the brand's name, and nothing of the staff's", {
  tag: ["@core", "@rule-8", "@rule-9"],
}, async ({ page }) => {
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/api/trpc")) answers.push(await response.text().catch(() => ""));
  });
  await signInByForm(page, "client@connextoo");
  await expect(page).toHaveURL(/\/portal$/);
  await expect(page.getByRole("banner")).toContainText("Connextoo");
  await expect(page.getByRole("link", { name: "Appeler l’assistance, 02 61 91 20 00" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Bonjour Luc" })).toBeVisible();
  const tree = page.getByRole("treegrid");
  await expect(tree.locator("[data-site]").first()).toBeVisible();
  await expect(page.locator(".portal-sum")).toContainText(/\d+ services? sur \d+ sites?, [\d\s]+,\d+\s€ HT par mois/);
  if ((await tree.locator("[data-site]").count()) > 1) await tree.locator("[data-site]").first().click();
  await expect(tree.locator(".portal-line").first()).toContainText("€");
  expect(await page.locator("body").innerText()).not.toMatch(staffWords);
  await expect(page.getByRole("navigation", { name: "Espace client" })).toBeVisible();
  await expect(page.locator(".rail, .topbar, #zone-list")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveTitle(/Connextoo/);
  for (const answer of answers) expect(answer).not.toMatch(/"(operator|supplier|buy_price|external_ids|softwhere_id)"/);
});

test("each side's address leads the other side home", { tag: "@rule-8" }, async ({ page, browser }) => {
  await signIn(page, "client@softwhere");
  for (const address of ["/accounts", "/lists/sw_catalogue_item", "/billing-control", "/administration", "/import"]) {
    await page.goto(address);
    await expect(page, address).toHaveURL(/\/portal$/);
    await expect(page.getByRole("treegrid").locator("[data-site]").first()).toBeVisible();
  }
  const staff = await (await browser.newContext()).newPage();
  await signIn(staff, "manager@softwhere");
  await staff.goto("/portal");
  await expect(staff).toHaveURL(/\/accounts$/);
  await accountList(staff)
    .getByRole("link", { name: /Groupe Kervadec/ })
    .click();
  await staff.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
  const id = new URL(staff.url()).pathname.split("/")[2];
  await staff.goto(`/portal/${id}`);
  await expect(staff).toHaveURL(new RegExp(`/accounts/${id}$`));
  await page.goto(`/accounts/${id}?panels=line:${id}`);
  await expect(page).toHaveURL(new RegExp(`/portal/${id}$`));
  // Another customer's account is one that never existed.
  const gone = "Ce compte n’existe pas ou ne vous est pas accessible.";
  await staff.goto("/accounts");
  // Of the list: home names customers as well, with links to what ends there.
  await accountList(staff)
    .getByRole("link", { name: /Transports Le Goff|Clinique|Mairie|Hôtel|Cabinet/ })
    .first()
    .click();
  await staff.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
  await page.goto(`/portal/${new URL(staff.url()).pathname.split("/")[2]}`);
  await expect(page.getByText(gone)).toBeVisible();
  await page.goto("/portal/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText(gone)).toBeVisible();
  await staff.context().close();
});

test("services without a mouse: search by /, filter, one tab stop, arrows fold and move", { tag: "@rule-10" }, async ({
  page,
}) => {
  await signIn(page, "client@softwhere");
  const tree = page.getByRole("treegrid");
  const sites = tree.locator("[data-site]");
  await expect(sites).toHaveCount(8);
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Numéro, personne, site ou forfait" });
  await expect(search).toBeFocused();
  await page.keyboard.type("kergaradec");
  await expect(sites).toHaveCount(1);
  await expect(tree.locator(".portal-line").first()).toBeVisible();
  await expect(page.getByRole("status")).toContainText(/\d+ services? trouvés?/);
  await page.keyboard.press("Escape");
  await expect(sites).toHaveCount(8);
  // Three filters, then the grid as one stop.
  for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
  await expect(sites.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(sites.first()).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowRight");
  await expect(tree.locator(".portal-line").first()).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(sites.first()).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(sites.first()).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(sites.nth(1)).toBeFocused();
  await page.getByRole("button", { name: /À surveiller/ }).click();
  await expect(tree.locator(".portal-site:not(.head)")).not.toHaveCount(8);
});

test("a partner finds their customers first, then the portal of one", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "partner@softwhere");
  await expect(page.getByRole("heading", { name: "Vos clients" })).toBeVisible();
  await expect(page.locator(".portal-customer")).toHaveCount(3);
  // The parts of an account are named once one is chosen.
  const parts = page.getByRole("navigation").getByRole("link", { name: "Vos services" });
  await expect(parts).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Nom ou ville" }).fill("kervadec");
  await expect(page.locator(".portal-customer")).toHaveCount(1);
  await page.locator(".portal-customer").click();
  await expect(page.getByRole("heading", { name: "Bonjour Bruno" })).toBeVisible();
  await expect(parts).toBeVisible();
  await expect(page.getByRole("treegrid").locator("[data-site]")).toHaveCount(8);
  await page.getByRole("link", { name: "Tous vos clients" }).click();
  await expect(page.locator(".portal-customer")).toHaveCount(3);
});

test("on a phone nothing is wider than the screen and everything to press is 48 px high", { tag: "@rule-10" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await signIn(page, "client@softwhere");
  const sites = page.getByRole("treegrid").locator("[data-site]");
  await expect(sites).toHaveCount(8);
  await sites.nth(1).click();
  await expect(page.locator(".portal-line").first()).toBeVisible();
  await picture(page, "portal-phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  const low = await page
    .locator(".portal :is(a:not(.portal-skip), button, input, [data-row])")
    .evaluateAll((all) =>
      all
        .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 48)
        .map((one) => one.outerHTML.slice(0, 120)),
    );
  expect(low).toEqual([]);
});

test("axe finds nothing on the portal, its services unfolded, and a partner's customers", {
  tag: ["@rule-8", "@rule-10"],
}, async ({ browser }) => {
  await walk(browser, "client@softwhere", async (page, look) => {
    await page.getByRole("treegrid").locator("[data-site]").nth(1).click();
    await expect(page.locator(".portal-line").first()).toBeVisible();
    await expect(page.locator(".portal .skeleton")).toHaveCount(0);
    await look("portal");
    await page.setViewportSize({ width: 375, height: 812 });
    await look("portal on a phone");
  });
  await walk(browser, "partner@softwhere", async (page, look) => {
    await expect(page.locator(".portal-customer")).toHaveCount(3);
    await look("customers");
  });
});
