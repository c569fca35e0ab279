import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

const backend = process.env["SW_E2E_BACKEND"] ?? "http://localhost:8200";

/** What the staff does meanwhile, as the manager. */
async function staff(request: APIRequestContext) {
  const login = await request.post(`${backend}/user/login?_format=json`, {
    data: { name: "manager@softwhere", pass: "demo-2026" },
  });
  const headers = {
    "Content-Type": "application/vnd.api+json",
    "X-CSRF-Token": (await login.json()).csrf_token as string,
  };
  type Row = { id: string; attributes: Record<string, unknown> };
  const find = async (type: string, query: string): Promise<Row[]> =>
    (await (await request.get(`${backend}/jsonapi/${type}/${type}?${query}`)).json()).data;
  const send = async (method: "post" | "patch", type: string, id: string, data: object) => {
    const at = `${backend}/jsonapi/${type}/${type}${method === "patch" ? `/${id}` : ""}`;
    const answer = await request[method](at, { headers, data: { data: { type: `${type}--${type}`, id, ...data } } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return id;
  };
  const upload = async (document: string, name: string) => {
    const answer = await request.post(`${backend}/jsonapi/sw_document/sw_document/${document}/file`, {
      headers: {
        ...headers,
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `file; filename="${name}"`,
      },
      data: Buffer.from("content"),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const [account] = await find("sw_account", "filter[legal_name]=Groupe Kervadec");
  return { find, send, upload, account: account?.id ?? "" };
}

const link = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

test("the portal tells changes of plan and of person", { tag: "@rule-8" }, async ({ page, playwright }) => {
  const request = await playwright.request.newContext();
  const { find, send, account } = await staff(request);
  const lines = await find(
    "sw_line",
    `filter[park.account.id]=${account}&filter[park.kind]=mobile&filter[status]=active&sort=-number&page[limit]=2`,
  );
  const [first, second] = lines.map(({ id }) => id) as [string, string];
  // One that it doesn't have yet, of the same sort.
  const [had] = await find("sw_line", `filter[id]=${second}&filter[plan.name]=Business 20 Go`);
  const name = had ? "Business 50 Go" : "Business 20 Go";
  const [plan] = await find("sw_catalogue_item", `filter[name]=${name}`);
  const person = `Nolwenn ${randomUUID().slice(0, 6)}`;
  await send("patch", "sw_line", first, { attributes: { user_name: person } });
  await send("patch", "sw_line", second, { relationships: { plan: link("sw_catalogue_item", plan?.id ?? "") } });
  await signIn(page, "client@softwhere");
  const changes = page.getByRole("region", { name: "Ce qui a changé" });
  await expect(changes).toContainText(new RegExp(`0\\d(\\s\\d\\d){4} passe à ${person}`));
  await expect(changes).toContainText(new RegExp(`passe (de .+ )?à ${name}`));
  await expect(changes).not.toContainText("Jaffré");
  await picture(page, "portal-changes");
  await request.dispose();
});

test("a document marked internal is the staff's own; long lists show the others when asked", {
  tag: "@rule-8",
}, async ({ page, playwright }) => {
  const request = await playwright.request.newContext();
  const { send, upload, account } = await staff(request);
  const run = randomUUID().slice(0, 6);
  const make = async (title: string, internal: boolean) => {
    const relationships = { account: link("sw_account", account) };
    const id = await send("post", "sw_document", randomUUID(), { attributes: { title, internal }, relationships });
    await upload(id, "letter.txt");
  };
  for (let at = 0; at < 8; at += 1) await make(`Annexe ${run} ${at}`, false);
  await make(`Secret ${run}`, true);
  await signIn(page, "client@softwhere");
  const documents = page.getByRole("region", { name: "Documents" });
  await expect(documents.locator(".portal-document")).toHaveCount(6);
  await documents.getByRole("button", { name: /Afficher les \d+ autres/ }).click();
  await expect(documents).toContainText(`Annexe ${run} 0`);
  await expect(documents).not.toContainText(`Secret ${run}`);
  await expect(documents.getByRole("button", { name: /Afficher/ })).toHaveCount(0);

  // The services of a large site: twelve, then all of them, by keyboard too.
  const tree = page.getByRole("treegrid");
  const site = tree.locator("[data-site]", { hasText: "Rennes" });
  await site.focus();
  await page.keyboard.press("ArrowRight");
  await expect(tree.locator(".portal-line")).toHaveCount(12);
  const others = tree.getByRole("button", { name: /Afficher les \d+ autres services : Rennes/ });
  await others.focus();
  await page.keyboard.press("Enter");
  await expect(others).toHaveCount(0);
  expect(await tree.locator(".portal-line").count()).toBeGreaterThan(40);

  // The staff marks it where it stands.
  await page.context().clearCookies();
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_document");
  await page.getByRole("searchbox").last().fill(`Secret ${run}`);
  await page.getByRole("grid").getByText(`Secret ${run}`).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.locator('[data-field="internal"]')).toContainText("Oui");
  await request.dispose();
});

test("who may do what is said, and everybody is a call or a mail away", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "client@softwhere");
  const people = page.getByRole("region", { name: "Qui peut faire quoi" });
  for (const column of ["Demander", "Factures", "Travaux"])
    await expect(people.getByRole("columnheader", { name: column })).toBeVisible();
  const rows = people.locator("tbody tr");
  await expect(rows.filter({ hasText: "oui" }).first()).toBeVisible();
  await expect(people.locator('a[href^="tel:+33"]').first()).toBeVisible();
  await expect(people.locator('a[href^="mailto:contact"]').first()).toBeVisible();
  await expect(people.locator('.portal-at-brand a[href^="tel:"]')).toBeVisible();
  await picture(page, "portal-people");

  // The same in the staff's console: on the account, in the contacts, in a contact's panel.
  await page.context().clearCookies();
  await signIn(page, "manager@softwhere");
  await page.goto("/lists/sw_contact");
  await page.getByRole("grid").getByRole("row").nth(1).click();
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.locator('[data-field="phone"] a[href^="tel:+33"]')).toHaveAccessibleName("Appeler : Téléphone");
  await expect(panel.locator('[data-field="email"] a[href^="mailto:"]')).toHaveAccessibleName("Écrire à : E-mail");
  await picture(page, "contact-reach");
});
