import { expect, test } from "@playwright/test";
import { picture, signIn } from "../people";

test("a connection is kept once the vendor says whose books it leads to; its token is never seen again", {
  tag: "@rule-8",
}, async ({ page }) => {
  await signIn(page, "administrator@softwhere");
  await page.goto("/administration/connections");
  await expect(page.getByRole("heading", { name: "Connexions", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Connexion", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const address = dialog.getByLabel("Adresse");
  await address.selectOption({ index: 1 });
  await expect(address.locator("option:checked")).toContainText("Simulateur");

  // Nothing entered, then a wrong token: each is said beside the field, and nothing is kept.
  const check = dialog.getByRole("button", { name: "Vérifier et enregistrer" });
  await check.click();
  await expect(dialog.getByRole("alert")).toHaveText("Le jeton d’accès manque.");
  await dialog.getByLabel("Jeton d’accès").fill("wrong-4f1c9d2e");
  await check.click();
  await expect(dialog.getByRole("alert")).toContainText("refuse ce jeton");
  await picture(page, "connection-refused");

  await dialog.getByLabel("Jeton d’accès").fill("demo");
  await check.click();
  await expect(dialog).toBeHidden();
  const kept = page.getByRole("listitem").filter({ hasText: "Pennylane" });
  await expect(kept).toContainText("Simulateur");
  await expect(kept).toContainText("créer un client");
  await kept.getByRole("button", { name: "Tester" }).click();
  await expect(kept.getByRole("status")).toContainText("Répond : les livres de");
  await picture(page, "connections");

  // The token is in no answer and no page.
  const answers: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("connections"))
      void response
        .text()
        .then((text) => answers.push(text))
        .catch(() => undefined);
  });
  await page.reload();
  await expect(kept).toBeVisible();
  await expect.poll(() => answers.join("")).toContain("Pennylane");
  expect(answers.join("")).not.toMatch(/"secret"|"token"/);
  await kept.getByRole("button", { name: "Modifier" }).click();
  await expect(dialog.getByLabel("Jeton d’accès")).toHaveValue("");
  await page.keyboard.press("Escape");

  await kept.getByRole("button", { name: /^Retirer/ }).click();
  await expect(page.getByText("Aucune connexion")).toBeVisible();
});

test("who administers no brand has no connections to see", { tag: "@rule-8" }, async ({ page }) => {
  await signIn(page, "accounting@softwhere");
  await page.goto("/administration/connections");
  await expect(page.getByRole("heading", { name: "Connexions", level: 1 })).toHaveCount(0);
  const answer = await page.request.get("/api/trpc/base.administration.connections.list?batch=1&input=%7B%7D");
  expect([401, 403, 207]).toContain(answer.status());
  expect(await answer.text()).toContain("FORBIDDEN");
});
