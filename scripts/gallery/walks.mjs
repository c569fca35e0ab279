/** Ways through the console that several scenes begin with. */

/** A client's portal with its second site unfolded. */
export async function openPortal({ page }) {
  await page.goto("/portal");
  await page.locator("[data-site]").nth(1).click();
  await page.locator(".portal-line").first().waitFor();
  await settled(page);
}

/** Opens an account by a part of its name. */
export async function openAccount(page, name) {
  await page.goto("/accounts");
  await page.locator("#zone-list input[type=search]").fill(name);
  await page.locator(".account-row").filter({ hasText: name }).first().click();
  await page.locator("[data-line]").first().waitFor();
  await page.locator("#zone-list input[type=search]").fill("");
  await settled(page);
}

export async function openLine(page, name, nth = 0) {
  await openAccount(page, name);
  await page.locator("[data-line] [role=gridcell]:nth-child(2)").nth(nth).click();
  await page.locator("#zone-panel .fields").first().waitFor();
  await settled(page);
}

/** A line whose commitment ends some day. */
export async function openLineWithFuture({ page }) {
  const filters = [{ field: "commitment_end", op: "from", value: [new Date().toISOString().slice(0, 10)] }];
  await page.goto(`/lists/sw_line?f=${encodeURIComponent(JSON.stringify(filters))}`);
  await page
    .locator(".grid-row")
    .filter({ hasText: "Groupe Kervadec" })
    .locator("[role=gridcell]:nth-child(2)")
    .first()
    .click();
  await page.locator("#zone-panel .fields").first().waitFor();
  const panels = new URL(page.url()).searchParams.get("panels");
  await openAccount(page, "Kervadec");
  await page.goto(`${new URL(page.url()).pathname}?panels=${panels}`);
  await page.locator("#zone-panel .future-axis").waitFor();
  await settled(page);
}

export async function openList(page, type) {
  await page.goto(`/lists/${type}`);
  await page.locator(".grid-row").first().waitFor();
  await settled(page);
}

/** Nothing is on its way any more; a page that keeps asking is not waited for. */
export async function settled(page) {
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
}

export async function selectPark(page) {
  await openAccount(page, "Kervadec");
  await page.locator(".site-row").nth(1).click();
  await page.locator(".grid-group [role=checkbox]").first().click();
  await page.locator(".selection-bar").waitFor();
}

export async function editUser(page, text) {
  const field = page.locator("#zone-panel [data-field=user_name]");
  await field.locator(".field-value").click();
  await field.locator("input").fill(text);
  await page.keyboard.press("Enter");
}
