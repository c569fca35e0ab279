import { readFileSync } from "node:fs";
import { expect, type Locator, test } from "@playwright/test";
import { picture, signIn } from "../people";

const euros = async (cell: Locator) => Number((await cell.innerText()).replace(/[^\d,-]/g, "").replace(",", "."));

test("direction sees the margin and what it is made of; each figure opens its rows, and the tables are files", async ({
  page,
}) => {
  await signIn(page, "direction@softwhere");
  await page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link", { name: "Pilotage" }).click();
  const customers = page.getByRole("region", { name: "Marge par client" });
  const total = customers.getByRole("row", { name: /^Total/ });
  await expect(total).toBeVisible();
  await expect(page.getByRole("figure", { name: /^Marge par mois, de / })).toBeVisible();
  await picture(page, "steering");

  // What is shown adds up to what is said, to the rounding of each row.
  const rows = customers.locator("tbody tr");
  let sum = 0;
  for (const row of await rows.all()) sum += await euros(row.locator("td").nth(1));
  const said = await euros(total.locator("td").nth(1));
  expect(Math.abs(sum - said)).toBeLessThanOrEqual(await rows.count());

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter" }).click();
  await page.getByRole("menuitem", { name: "Marge par client" }).click();
  const file = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  const margins = file.slice(1).map((line) => Number(line.split(";").at(-1)?.replace(",", ".")));
  expect(Math.abs(margins.reduce((a, b) => a + b, 0) - said)).toBeLessThanOrEqual(0.5);

  // In another order, and those alone whose margin falls: nothing of it is lost by a reload.
  const names = customers.getByRole("rowheader").getByRole("link");
  const first = await names.first().innerText();
  await customers.getByRole("button", { name: "Taux" }).click();
  await expect(customers.getByRole("columnheader", { name: "Taux" })).toHaveAttribute("aria-sort", "descending");
  await customers.getByRole("button", { name: "Taux" }).click();
  await expect(customers.getByRole("columnheader", { name: "Taux" })).toHaveAttribute("aria-sort", "ascending");
  const rates = async () =>
    Promise.all(
      (await rows.filter({ has: page.getByRole("link") }).all()).map((row) => euros(row.locator("td").nth(3))),
    );
  await expect
    .poll(async () => {
      const shown = await rates();
      return shown.join() === shown.toSorted((a, b) => a - b).join();
    })
    .toBe(true);
  await page.keyboard.press("t");
  await expect(customers.getByRole("columnheader", { name: "sur un an" })).toHaveAttribute("aria-sort", "descending");
  await page.reload();
  await expect(customers.getByRole("columnheader", { name: "sur un an" })).toHaveAttribute("aria-sort", "descending");
  const falling = customers.getByRole("button", { name: /^En baisse : \d+$/ });
  await falling.click();
  await expect(customers.getByRole("row", { name: /^Total/ })).toHaveCount(0);
  const count = Number((await falling.innerText()).split(" ").at(-1));
  await expect(names).toHaveCount(Math.min(count, 8));
  await expect(customers.getByText("Aucun client n’a perdu de marge.")).toHaveCount(count === 0 ? 1 : 0);
  await page.keyboard.press("t");
  await customers.getByRole("button", { name: "Tous" }).click();
  await expect(names.first()).toHaveText(first);

  // A month that is over, by what held on its last day; its figures open no list, which would show today's lines.
  await page.keyboard.press("p");
  const period = page.getByRole("combobox", { name: "Période" });
  await expect(period).toBeFocused();
  await period.selectOption({ index: 1 });
  await expect(page).toHaveURL(/[?&]month=20\d\d-\d\d/);
  await expect(page.getByRole("heading", { name: /^Marge en / })).toBeVisible();
  const chart = page.getByRole("figure", { name: /^Marge par mois, de / }).getByRole("row");
  const [monthBefore = 0, chosenMonth = 0] = await Promise.all(
    [10, 11].map(async (index) => euros(chart.nth(index).getByRole("cell"))),
  );
  expect(Math.abs((await euros(total.locator("td").nth(1))) - chosenMonth)).toBeLessThanOrEqual(1);
  await expect(total.locator("td").nth(1).getByRole("link")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Comparaison" }).selectOption({ label: "Comparé au mois d’avant" });
  await expect(customers.getByRole("columnheader", { name: "sur un mois" })).toBeVisible();
  const changed = 100 * (chosenMonth / monthBefore - 1);
  await expect.poll(async () => Math.abs((await euros(total.locator("td").nth(5))) - changed)).toBeLessThan(0.11);
  await period.selectOption({ label: "Aujourd’hui" });
  await expect(total.locator("td").nth(1).getByRole("link")).toHaveCount(1);

  // By keyboard: down from one customer to the next, and into its lines.
  const figure = (name: string) =>
    customers
      .getByRole("row", { name: new RegExp(`^${name}`) })
      .getByRole("link")
      .nth(1);
  await figure("Groupe Kervadec").focus();
  await page.keyboard.press("ArrowDown");
  await expect(figure("Transports Le Saout")).toBeFocused();
  const lines = /\d+/.exec((await figure("Transports Le Saout").getAttribute("aria-label")) ?? "")?.[0];
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/lists\/sw_line\?f=/);
  await expect(page.getByText(`${lines} résultats`)).toBeVisible();
});

test("who may see no gap sees no steering", async ({ page }) => {
  await signIn(page, "support-n1@softwhere");
  await expect(page.getByRole("link", { name: "Pilotage" })).toHaveCount(0);
  await page.goto("/steering");
  await expect(page.getByText("Le pilotage n’est pas accessible avec votre rôle.")).toBeVisible();
  await expect(page.getByText("€")).toHaveCount(0);
  await page.goto("/lists/sw_check_setting");
  await expect(page.getByText("Cette liste n’est pas accessible avec votre rôle.")).toBeVisible();
});

test("what can't be read says so, and is read again", async ({ page }) => {
  await signIn(page, "direction@softwhere");
  await page.route("**/api/trpc/**steering**", (route) => route.abort());
  await page.goto("/steering");
  const alert = page.getByRole("alert").filter({ hasText: "La marge n’a pas pu être calculée." });
  await expect(alert).toBeVisible({ timeout: 15_000 });
  await page.unroute("**/api/trpc/**steering**");
  await alert.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByRole("heading", { name: "Marge par client" })).toBeVisible();
});
