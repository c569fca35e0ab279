import { createHmac } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { picture, signIn } from "../people";

interface Message {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the customer's system received at a path, the newest first. */
async function receivedAt(page: Page, receiver: string, path: string): Promise<Message[]> {
  const all = (await (await page.request.get(`${receiver}/messages`)).json()) as Message[];
  return all.filter((message) => message.path === path);
}

/** As Standard Webhooks has it. */
const signatureOf = (secret: string, { headers, body }: Message) =>
  `v1,${createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
    .update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`)
    .digest("base64")}`;

test("a customer’s system is told of what happens, and whoever set it up sees what came of it, by keyboard alone", {
  tag: "@rule-8",
}, async ({ page }) => {
  test.setTimeout(120_000);
  const mark = String(Date.now()).slice(-8);
  const path = `/crm-${mark}`;
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/webhooks");
  await expect(page.getByRole("heading", { name: "Webhooks", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Webhook", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Webhook" });
  const receiver = new URL((await dialog.locator("datalist option").first().getAttribute("value")) ?? "").origin;
  await expect(dialog.getByLabel("Nom", { exact: true })).toBeFocused();

  // Each thing that is missing or wrong is said beside its field, and nothing is kept.
  const save = () => page.keyboard.press("Control+Enter");
  await save();
  await expect(dialog.getByRole("alert")).toHaveText("Le nom manque.");
  await dialog.getByLabel("Nom", { exact: true }).pressSequentially(`CRM ${mark}`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("https://10.0.0.1/hook");
  await save();
  await expect(dialog.getByRole("alert")).toHaveText("Choisissez au moins un événement.");
  const events = dialog.getByRole("group", { name: "Événements" });
  await events.getByRole("checkbox", { name: "Tâches : création" }).press("Space");
  await expect(dialog).toContainText("1 événement");
  await save();
  await expect(dialog.getByRole("alert")).toContainText("réseau privé");
  await expect(dialog.getByLabel("Adresse", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await picture(page, "webhook-refused");
  await dialog.getByLabel("Adresse", { exact: true }).fill(`${receiver}${path}`);
  await save();

  // The secret, once.
  const shown = page.getByRole("dialog", { name: "Secret de signature" });
  const secret = (await shown.locator("code").textContent()) ?? "";
  expect(secret).toMatch(/^whsec_/);
  await picture(page, "webhook-secret");
  await shown.getByRole("button", { name: "C’est copié" }).press("Enter");
  const panel = page.getByRole("complementary", { name: "Détails" });
  await expect(panel.getByRole("heading", { name: `CRM ${mark}` })).toBeVisible();
  await expect(page.locator("body")).not.toContainText(secret);

  await panel.getByRole("button", { name: "Envoyer un essai" }).press("Enter");
  const sent = panel.getByRole("region", { name: "Envois" });
  const first = sent.getByRole("listitem").filter({ hasText: "Message d’essai" });
  await expect(first).toContainText("Reçu", { timeout: 20_000 });
  await expect(first).toContainText("200");
  const [trial] = await receivedAt(page, receiver, path);
  expect(trial?.headers["webhook-signature"]).toBe(trial && signatureOf(secret, trial));

  // A real event: a task that somebody writes down.
  await page.goto("/lists/sw_task");
  await page.locator("#zone-centre").getByRole("button", { name: "Ajouter" }).press("Enter");
  const creating = page.getByRole("dialog");
  await creating.getByLabel(/^Titre/).fill(`Rappeler ${mark}`);
  await page.keyboard.press("Control+Enter");
  await expect(creating).toBeHidden();
  await expect.poll(async () => (await receivedAt(page, receiver, path)).length, { timeout: 20_000 }).toBe(2);
  const [told] = await receivedAt(page, receiver, path);
  expect(JSON.parse(told?.body ?? "{}")).toMatchObject({ type: "sw_task.created", data: { id: expect.any(String) } });
  expect(told?.body).not.toContain("Rappeler");

  // Gone: it is said why, and it is enabled again and sent anew by whoever put it right.
  await page.request.put(`${receiver}/behaviour${path}`, { data: { status: 410 } });
  await page.goto("/administration/webhooks");
  const row = page
    .locator("#zone-centre")
    .getByRole("listitem")
    .filter({ hasText: `CRM ${mark}` });
  await row.getByRole("button").press("Enter");
  await panel.getByRole("button", { name: "Envoyer un essai" }).press("Enter");
  await expect(row).toContainText("Désactivé", { timeout: 20_000 });
  await expect(panel.getByRole("status").first()).toContainText("410");
  await picture(page, "webhook-disabled");
  await page.request.put(`${receiver}/behaviour${path}`, { data: { status: 200 } });
  await panel.getByRole("button", { name: "Réactiver" }).press("Enter");
  await expect(row).toContainText("Actif");
  const failed = sent.getByRole("button", { name: "En échec" });
  await failed.press("Space");
  await expect(failed).toHaveAttribute("aria-pressed", "true");
  await expect(sent.getByRole("listitem")).toHaveCount(1);
  await sent.getByRole("button", { name: "Renvoyer : Message d’essai" }).press("Enter");
  await expect(sent).toContainText("Aucun envoi en échec.", { timeout: 20_000 });
  await failed.press("Space");
  await expect(sent.getByRole("listitem")).toHaveCount(3);
  await picture(page, "webhook");

  // A new secret: for a day both sign.
  await panel.getByRole("button", { name: "Nouveau secret" }).press("Enter");
  const renewed = (await shown.locator("code").textContent()) ?? "";
  expect(renewed).not.toBe(secret);
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: "Envoyer un essai" }).press("Enter");
  await expect.poll(async () => (await receivedAt(page, receiver, path)).length, { timeout: 20_000 }).toBe(5);
  const [both] = await receivedAt(page, receiver, path);
  expect(both?.headers["webhook-signature"]?.split(" ")).toEqual(
    both && [signatureOf(renewed, both), signatureOf(secret, both)],
  );

  await panel.getByRole("button", { name: "Mettre en pause" }).press("Enter");
  await expect(row).toContainText("En pause");
  await panel.getByRole("button", { name: "Reprendre" }).press("Enter");
  await expect(row).toContainText("Actif");
  await panel.getByRole("button", { name: `Retirer : CRM ${mark}` }).press("Enter");
  await expect(panel).toBeHidden();
  await expect(row).toHaveCount(0);
});

test("who administers no brand has no webhooks to see", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "direction@softwhere");
  await page.goto("/administration/webhooks");
  await expect(page.getByRole("heading", { name: "Webhooks", level: 1 })).toHaveCount(0);
  const answer = await page.request.get("/api/trpc/base.administration.webhooks.list?batch=1&input=%7B%7D");
  expect(await answer.text()).toContain("FORBIDDEN");
});
