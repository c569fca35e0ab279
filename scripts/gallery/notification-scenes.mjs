const person = "support-n1@softwhere";

/** The bell, what one wants to be told, and the mails' texts. */
export const notificationScenes = [
  {
    name: "notifications",
    title: "What concerns the person, by day",
    person,
    dark: true,
    async walk({ page }) {
      await page.goto("/accounts");
      await page.locator(".account-row").first().waitFor();
      await page.locator(".bell").click();
      await page.locator(".notification, .notifications .empty").first().waitFor();
    },
  },
  {
    name: "notification-preferences",
    title: "What one wants to be told, and where",
    person,
    widths: [1440, 375],
    async walk({ page }) {
      await page.goto("/accounts");
      await page.locator(".account-row").first().waitFor();
      await page.evaluate(() => window.dispatchEvent(new Event("sw:notification-preferences")));
      await page.locator(".preferences").first().waitFor();
    },
  },
];
