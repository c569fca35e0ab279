import { join } from "node:path";
import { root } from "../stack/install.mjs";
import { settled } from "./walks.mjs";

const person = "manager@softwhere";

/** The control of invoices: empty, filled by the import, and one of its gaps. */
export const billingScenes = [
  {
    name: "billing-control-empty",
    title: "Control of invoices, nothing yet",
    person,
    widths: [1440, 375],
    async walk({ page }) {
      await page.goto("/billing-control");
      await page.locator(".object-head h1").waitFor();
      await settled(page);
    },
  },
  {
    name: "import",
    title: "Invoices read and checked",
    person,
    async walk({ page, words, language }) {
      await page.goto("/billing-control");
      await page
        .getByRole("button", { name: words("telecom.import.title") })
        .first()
        .click();
      await page.locator("input[type=file]").setInputFiles(join(root, "docs/demo/orange-2610-884120.csv"));
      await page.locator(".import-file .link, .import-file .good, .import-file li, .import-file p").first().waitFor();
      await page
        .locator(".dialog-foot .primary:enabled")
        .waitFor({ timeout: 30_000 })
        .catch(() => undefined);
      await settled(page);
      if (language === "en") {
        await page.locator(".dialog-foot .primary:enabled").click();
        await page.getByText(words("telecom.import.imported"), { exact: false }).waitFor({ timeout: 40_000 });
      }
    },
  },
  {
    name: "billing-control",
    title: "Control of invoices",
    person,
    dark: true,
    async walk({ page }) {
      await page.goto("/billing-control");
      await page.locator(".anomaly-sentence").first().waitFor();
    },
  },
  {
    name: "anomaly",
    title: "A gap with its evidence",
    person,
    dark: true,
    async walk({ page }) {
      await page.goto("/billing-control");
      await page.locator("tr:has(.anomaly-sentence) [role=checkbox]").nth(1).click();
      await page.locator(".anomaly-sentence").nth(30).click();
      await page.locator("#zone-panel .evidence").waitFor();
    },
  },
];
