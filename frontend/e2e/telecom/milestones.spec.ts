import { expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

const mails = process.env["SW_E2E_MAILS"] ?? "http://127.0.0.1:8340";

interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
}
const caught = async (): Promise<Mail[]> => (await (await fetch(`${mails}/messages`)).json()) as Mail[];
const told = async () => (await caught()).filter(({ subject }) => subject.startsWith("Ouverture de Nantes"));

test("a step of a deployment is done, its customer is told once by a mail that was looked at before; all of it by keyboard", {
  tag: "@rule-10",
}, async ({ page }) => {
  await signIn(page, "manager@softwhere");
  await page.goto("/deployments");
  await page.locator(".board-card").filter({ hasText: "Ouverture de Nantes" }).press("Enter");
  const panel = page.getByRole("complementary", { name: "Détails" });
  const steps = panel.locator(".milestone");
  await expect(steps).toHaveCount(6);
  await steps.first().focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(steps.nth(3)).toHaveAttribute("aria-pressed", "true");
  await panel.getByRole("button", { name: "Fait…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Jalon fait : Portage" });
  // The brand's custom is to tell it.
  await expect(dialog.getByRole("checkbox", { name: "Prévenir le client par mail" })).toBeChecked();
  await expect(dialog.getByText(/<contact3@sw-004182\.example>/)).toBeVisible();
  await expect(dialog.getByText(/Le portage des numéros .* a été fait/)).toBeVisible();
  await picture(page, "milestone-mail");
  expect(await told()).toEqual([]);
  await dialog.getByRole("button", { name: "Enregistrer et envoyer" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(panel.getByText(/^Mail envoyé à contact3@sw-004182\.example/)).toBeVisible({ timeout: 20_000 });
  expect(await told()).toMatchObject([
    { to: ["contact3@sw-004182.example"], subject: "Ouverture de Nantes — Carquefou : Portage" },
  ]);

  // Another one is done without a word.
  await steps.nth(2).click();
  await panel.getByRole("button", { name: "Fait…" }).click();
  await expect(page.getByRole("dialog").getByRole("checkbox", { name: /^Prévenir/ })).not.toBeChecked();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(steps.nth(2)).toHaveClass(/done/);
  expect(await told()).toHaveLength(1);
  await page.keyboard.press("Control+z");
  await expect(steps.nth(2)).not.toHaveClass(/done/);
});
