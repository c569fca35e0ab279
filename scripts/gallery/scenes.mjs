import { billingScenes } from "./billing-scenes.mjs";
import { notificationScenes } from "./notification-scenes.mjs";
import {
  editUser,
  openAccount,
  openPortal,
  openLine,
  openLineWithFuture,
  openList,
  selectPark,
  settled,
} from "./walks.mjs";
import { workScenes } from "./work-scenes.mjs";

const manager = "manager@softwhere";

/** In this order: the control of invoices is empty before it is filled, and the backend goes down last. */
export const scenes = [
  { name: "login", title: "Sign-in", dark: true, walk: ({ page }) => page.goto("/login") },
  {
    name: "login-refused",
    title: "Sign-in, wrong password",
    widths: [1440, 375],
    async walk({ page }) {
      await page.goto("/login");
      await page.locator("input[autocomplete=username]").fill(manager);
      await page.locator("input[type=password]").fill("nope");
      await page.locator("button[type=submit]").click();
      await page.locator("[role=alert]:not(#__next-route-announcer__)").first().waitFor();
    },
  },
  {
    name: "accounts",
    title: "Accounts",
    person: manager,
    dark: true,
    walk: ({ page }) =>
      page
        .locator(".account-row")
        .first()
        .waitFor()
        .then(() => settled(page)),
  },
  {
    name: "accounts-none",
    title: "Accounts, none found",
    person: manager,
    widths: [1440, 375],
    async walk({ page }) {
      await page.locator("#zone-list input[type=search]").fill("zzzz");
      await page.locator("#zone-list .empty").waitFor();
    },
  },
  {
    name: "account",
    title: "Account with sites and parks",
    person: manager,
    dark: true,
    walk: ({ page }) => openAccount(page, "Kervadec"),
  },
  {
    name: "account-one-site",
    title: "Account with one site",
    person: manager,
    walk: ({ page }) => openAccount(page, "Tanguy"),
  },
  {
    name: "account-direction",
    title: "The same account, direction",
    person: "direction@softwhere",
    dark: true,
    walk: ({ page }) => openAccount(page, "Kervadec"),
  },
  {
    name: "account-accounting",
    title: "The same account, accounting",
    person: "accounting@softwhere",
    walk: ({ page }) => openAccount(page, "Kervadec"),
  },
  {
    name: "account-support",
    title: "The same account, support N1",
    person: "support-n1@softwhere",
    walk: ({ page }) => openAccount(page, "Kervadec"),
  },
  {
    name: "account-client",
    title: "The same account, its client",
    person: "client@softwhere",
    dark: true,
    walk: openPortal,
  },
  {
    name: "portal-customers",
    title: "A partner’s customers",
    person: "partner@softwhere",
    walk: ({ page }) => page.locator(".portal-customer").first().waitFor(),
  },
  {
    name: "account-administrator",
    title: "The same account, administrator",
    person: "administrator@softwhere",
    widths: [1440],
    walk: ({ page }) => openAccount(page, "Kervadec"),
  },
  { name: "line", title: "Line with its future", person: manager, dark: true, walk: openLineWithFuture },
  {
    name: "print",
    title: "Account on paper",
    person: manager,
    widths: [1440],
    async walk({ page }) {
      await openAccount(page, "Tanguy");
      await page.emulateMedia({ media: "print" });
      await page.locator(".printed-park").first().waitFor();
    },
  },
  {
    name: "history",
    title: "History of an account",
    person: manager,
    async walk({ page, words }) {
      await openAccount(page, "Kervadec");
      await page.getByRole("button", { name: words("accounts.history") }).click();
      await page.locator("#zone-panel .timeline-event").first().waitFor();
      await settled(page);
    },
  },
  {
    name: "contacts",
    title: "Contacts over billing sites",
    person: manager,
    async walk({ page, words }) {
      await openAccount(page, "Kervadec");
      for (const name of ["accounts.billing", "accounts.contacts"])
        await page
          .locator(".related")
          .getByRole("button", { name: words(name) })
          .click();
      await page.locator("#zone-panel .person").first().waitFor();
    },
  },
  { name: "selection", title: "A park selected", person: manager, dark: true, walk: ({ page }) => selectPark(page) },
  {
    name: "change-plan",
    title: "Change of plan, preview",
    person: manager,
    dark: true,
    async walk({ page, words }) {
      await selectPark(page);
      await page.getByRole("button", { name: words("telecom.parks.changePlan") }).click();
      await page.getByRole("dialog").locator("select").first().selectOption({ index: 3 });
      await page.locator(".plan-summary").waitFor();
      await settled(page);
    },
  },
  {
    name: "bulk-order",
    title: "Bulk order, preview",
    person: manager,
    async walk({ page, words }) {
      await selectPark(page);
      await page.getByRole("button", { name: words("telecom.bulk.more") }).click();
      await page.getByRole("menuitem", { name: words("telecom.bulk.actions.terminate") }).click();
      await page.locator(".order-row").nth(1).waitFor();
      await settled(page);
    },
  },
  {
    name: "order-menu",
    title: "Orders a selection can get",
    person: manager,
    widths: [1440, 375],
    async walk({ page, words }) {
      await selectPark(page);
      await page.getByRole("button", { name: words("telecom.bulk.more") }).click();
      await page.locator("[role=menu]").waitFor();
    },
  },
  {
    name: "list-lines",
    title: "List of lines",
    person: manager,
    dark: true,
    walk: ({ page }) => openList(page, "sw_line"),
  },
  {
    name: "list-item",
    title: "Catalogue, an item open",
    person: manager,
    dark: true,
    async walk({ page }) {
      await openList(page, "sw_catalogue_item");
      await page.locator(".grid-row [role=gridcell]:nth-child(2)").first().click();
      await page.locator("#zone-panel .fields").first().waitFor();
      await settled(page);
    },
  },
  {
    name: "list-none",
    title: "List, nothing found",
    person: manager,
    widths: [1440, 375],
    async walk({ page }) {
      await page.goto("/lists/sw_line?q=zzzzzz");
      await page.locator(".data-grid .empty").waitFor();
    },
  },
  {
    name: "filter",
    title: "Filter being edited",
    person: manager,
    async walk({ page, words }) {
      await openList(page, "sw_line");
      await page.getByRole("button", { name: words("records.filter"), exact: true }).click();
      await page.getByRole("menuitem", { name: /^(Statut|Status)$/ }).click();
      await page.locator(".filter-editor input[type=checkbox]").nth(1).check();
    },
  },
  {
    name: "columns",
    title: "Columns to choose",
    person: manager,
    async walk({ page, words }) {
      await openList(page, "sw_line");
      await page.getByRole("button", { name: words("records.columns") }).click();
      await page.locator("[role=menu]").waitFor();
    },
  },
  {
    name: "create-refused",
    title: "New record, refused",
    person: manager,
    dark: true,
    async walk({ page, words }) {
      await openList(page, "sw_supplier");
      await page.getByRole("button", { name: words("records.add"), exact: true }).click();
      await page.getByRole("dialog").locator("input").first().fill("Orange");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: words("records.create") })
        .click();
      await page.getByRole("dialog").locator("[role=alert]").first().waitFor();
    },
  },
  ...notificationScenes,
  ...workScenes,
  {
    name: "search",
    title: "Search",
    person: manager,
    dark: true,
    async walk({ page }) {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").fill("kervadec");
      // The index is filled in the background after the start.
      for (
        let tries = 0;
        tries < 12 && (await page.getByRole("option").filter({ hasText: "Kervadec" }).count()) === 0;
        tries += 1
      ) {
        await page.waitForTimeout(1000);
        await page.getByRole("combobox").fill(tries % 2 === 0 ? "kervade" : "kervadec");
      }
      await page.getByRole("option").filter({ hasText: "Kervadec" }).first().waitFor();
    },
  },
  {
    name: "shortcuts",
    title: "Keys",
    person: manager,
    async walk({ page }) {
      await page.locator(".account-row").first().waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "user-menu",
    title: "Menu of the person",
    person: manager,
    widths: [1440, 375],
    async walk({ page }) {
      await page.locator(".who").click();
      await page.locator("[role=menu]").waitFor();
    },
  },
  {
    name: "refused",
    title: "A value the server refuses",
    person: manager,
    widths: [1440, 375],
    async walk({ page }) {
      await openLine(page, "Tanguy");
      const field = page.locator("#zone-panel [data-field=sell_price]");
      await field.locator(".field-value").click();
      await field.locator("input").fill("beaucoup");
      await page.keyboard.press("Enter");
      await field.locator(".field-reason").waitFor();
    },
  },
  {
    name: "conflict",
    title: "Two people, one field",
    person: manager,
    dark: true,
    async walk({ page, stack, browser, language, signIn }) {
      await openLine(page, "Vedettes", language === "fr" ? 2 : 4);
      const other = await browser.newContext({ baseURL: stack.consoleUrl, locale: "fr-FR" });
      const colleague = await other.newPage();
      await signIn(colleague, "administrator@softwhere");
      await openLine(colleague, "Vedettes", language === "fr" ? 2 : 4);
      await page.route("**/api/trpc/**", (route) =>
        route.request().url().includes("saveField") ? route.continue() : route.abort(),
      );
      await editUser(colleague, `Nolwenn Riou ${language}`);
      await colleague.locator("#zone-panel .field-state.good").waitFor();
      await other.close();
      await editUser(page, `Gwenaëlle Morvan ${language}`);
      await page.locator(".conflict").waitFor();
      await page.unroute("**/api/trpc/**");
    },
  },
  {
    name: "offline",
    title: "An edit while nothing answers",
    person: manager,
    widths: [1440, 375],
    async walk({ page }) {
      await openLine(page, "Tanguy", 1);
      await page.context().setOffline(true);
      await editUser(page, "Hors ligne");
      await page.locator(".save-state.warn").waitFor();
    },
  },
  ...billingScenes,
  ...["users", "roles", "layouts", "mail", "jobs"].map((section) => ({
    name: `administration-${section}`,
    title: `Administration, ${section}`,
    person: "administrator@softwhere",
    widths: [1440, 375],
    dark: true,
    async walk({ page }) {
      await page.goto(`/administration/${section}`);
      await page.locator("#zone-centre h1").waitFor();
      await settled(page);
    },
  })),
  {
    name: "forbidden",
    title: "A page that is not for this role",
    person: "support-n1@softwhere",
    widths: [1440, 375],
    async walk({ page }) {
      await page.goto("/billing-control");
      await page.locator(".empty").waitFor();
    },
  },
  {
    name: "not-found",
    title: "An account that does not exist",
    person: manager,
    widths: [1440, 375],
    async walk({ page }) {
      await page.goto(
        "/accounts/00000000-0000-4000-8000-000000000000?panels=line:00000000-0000-4000-8000-000000000000",
      );
      await page.locator(".centre .empty").waitFor();
      await settled(page);
    },
  },
  {
    name: "backend-down",
    title: "The backend does not answer",
    person: manager,
    // Nobody can sign in afterwards.
    languages: ["fr"],
    async walk({ page, stack }) {
      await openAccount(page, "Kervadec");
      await stack.stopBackend();
      await page.locator(".account-row").nth(2).click();
      await page.locator(".centre [role=alert]").first().waitFor({ timeout: 40_000 });
    },
  },
];
