/**
 * Looks at the pages of the administration as people with different rights, on a seeded demo: whose rows they show, which columns, what they
 * let change, and in which language.
 *
 *   npm run seed -- <base-url> && node scripts/drupal/check-administration.mjs <base-url>
 *
 * Changes the demo: it suspends and resumes a line. The exit code is 1 when something is wrong.
 */
import { Browser } from "./check-client.mjs";

const [base] = process.argv.slice(2);
if (!base) {
  console.error("Usage: node scripts/drupal/check-administration.mjs <base-url>");
  process.exit(2);
}

let passed = 0;
let failed = 0;
function check(name, actual, expected) {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got === wanted) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${name}\n    expected: ${wanted}\n    got: ${got}`);
  }
}

const people = {};
for (const brand of ["softwhere", "connextoo"]) {
  for (const role of ["administrator", "manager", "support-n1", "sales", "client", "partner"])
    people[`${role}@${brand}`] = await Browser.signIn(base, `${role}@${brand}`, "demo-2026");
}
people.admin = await Browser.signIn(base, "admin", process.env.SW_ADMIN_PASSWORD ?? "admin");
const anonymous = new Browser(base, "");

const pathOf = (type) => `/admin/softwhere/${type}`;
const ids = (page, type) => [
  ...new Set(
    [...page.html.matchAll(new RegExp(`href="${pathOf(type)}/(\\d+)(?:"|\\?)`, "g"))].map((match) => match[1]),
  ),
];
const all = async (browser, type) => {
  const found = [];
  for (let number = 0; number < 60; number += 1) {
    const page = await browser.get(`${pathOf(type)}?page=${number}`);
    const here = ids(page, type).filter((id) => !found.includes(id));
    if (page.status !== 200 || here.length === 0) break;
    found.push(...here);
  }
  return found;
};

// Whose rows.
const types = ["account", "contact", "site", "billing-site", "park", "catalogue-item", "price", "supplier", "role"];
for (const type of types) {
  const [ours, theirs] = [
    await all(people["administrator@softwhere"], type),
    await all(people["administrator@connextoo"], type),
  ];
  check(
    `${type}: no row in two brands`,
    ours.filter((id) => theirs.includes(id)),
    [],
  );
  check(`${type}: the platform administrator sees none`, await all(people.admin, type), []);
  check(`${type}: anonymous users see none`, (await anonymous.get(pathOf(type))).status, 403);
  const foreign = theirs[0];
  if (!foreign) continue;
  for (const page of ["", "/edit", "/delete", "/history"])
    check(
      `${type}${page}: a foreign row is not there`,
      (await people["administrator@softwhere"].get(`${pathOf(type)}/${foreign}${page}`)).status,
      404,
    );
}
const clientAccounts = await all(people["client@softwhere"], "account");
check("a client has one account", clientAccounts.length, 1);
const others = (await all(people["administrator@softwhere"], "account")).filter((id) => !clientAccounts.includes(id));
check(
  "another customer's account is not there",
  (await people["client@softwhere"].get(`${pathOf("account")}/${others[0]}`)).status,
  404,
);

// What a deletion would leave hanging is said first.
const referredTo = await people["administrator@softwhere"].get(`${pathOf("account")}/${clientAccounts[0]}/delete`);
check("deleting an account names what refers to it", /Sites \(\d+\)/.test(referredTo.html), true);

// Filters and order never reach beyond.
const foreignName = /<h1[^>]*>([\s\S]*?)<\/h1>/
  .exec(
    (
      await people["administrator@connextoo"].get(
        `${pathOf("account")}/${(await all(people["administrator@connextoo"], "account"))[0]}`,
      )
    ).html,
  )[1]
  .replaceAll(/<[^>]*>/g, "")
  .trim();
const searched = await people["administrator@softwhere"].get(
  `${pathOf("account")}?text=${encodeURIComponent(foreignName)}`,
);
check("a foreign name is not found", ids(searched, "account"), []);
const foreignAccount = (await all(people["administrator@connextoo"], "account"))[0];
const byForeign = await people["administrator@softwhere"].get(
  `${pathOf("park")}?account=${encodeURIComponent(`x (${foreignAccount})`)}`,
);
check("a foreign account filters to nothing", ids(byForeign, "park"), []);
check("and is not named", byForeign.html.includes(foreignName), false);
const completed = /data-autocomplete-path="([^"]*)"/
  .exec((await people["administrator@softwhere"].get(pathOf("park"))).html)?.[1]
  .replaceAll("&amp;", "&");
const suggestions = await people["administrator@softwhere"].get(
  `${completed}?q=${encodeURIComponent(foreignName.slice(0, 5))}`,
);
check("completion suggests no foreign row", suggestions.html.includes(foreignName), false);
for (const query of [
  "order[]=x",
  "sort=x",
  "order=Nope",
  "text[]=x",
  "status[]=x",
  "page=-1",
  "page=x",
  "park=x",
  "status=nope",
])
  check(`${query}: no error`, (await people["manager@softwhere"].get(`${pathOf("line")}?${query}`)).status < 500, true);

// Which fields.
const line = ids(await people["manager@softwhere"].get(`${pathOf("line")}?status=active`), "line")[0];
const shows = async (person, page) => {
  const { status, html } = await people[person].get(`${pathOf("line")}/${line}${page}`);
  return [
    status,
    /buy_price|buy-price|Prix d.achat|Buy price/.test(html),
    /sell_price|sell-price|Prix de vente|Sell price/.test(html),
  ];
};
check("manager: margin", await shows("manager@softwhere", ""), [200, true, true]);
check("manager: margin in the form", await shows("manager@softwhere", "/edit"), [200, true, true]);
check("sales: sell price, no margin", await shows("sales@softwhere", ""), [200, false, true]);
check("sales: history without margin", await shows("sales@softwhere", "/history"), [200, false, true]);
check("first support: no price", await shows("support-n1@softwhere", ""), [200, false, false]);
check("first support: form without prices", await shows("support-n1@softwhere", "/edit"), [200, false, false]);
check("first support: history without prices", await shows("support-n1@softwhere", "/history"), [200, false, false]);
const prices = (await people["sales@softwhere"].get(pathOf("price"))).html;
check("sales: no buy prices", /Achat|Purchase|>Buy</.test(prices.replace(/<select[\s\S]*?<\/select>/g, "")), false);

// Actions on several rows.
const choices = (page) =>
  [...(/<select[^>]*name="action"[\s\S]*?<\/select>/.exec(page.html)?.[0] ?? "").matchAll(/value="([^"]+)"/g)].map(
    (match) => match[1],
  );
check("sales: no action on lines", choices(await people["sales@softwhere"].get(pathOf("line"))), []);
check("first support: no transition", choices(await people["support-n1@softwhere"].get(pathOf("line"))), []);
async function transition(name, status) {
  const list = await people["manager@softwhere"].get(`${pathOf("line")}?status=${status}`);
  const form = list.form("sw-list-form");
  const confirm = await form.submit(
    { action: `transition:${name}`, [`rows[${line}]`]: line },
    /value="(Appliquer|Apply)"/.exec(list.html)[1],
  );
  return confirm
    .form("sw-bulk-confirm-form")
    .submit({}, /type="submit"[^>]*value="(Confirmer|Confirm)"/.exec(confirm.html)[1]);
}
const statusOf = async () =>
  /<option value="(\w+)" selected/.exec(
    /<select[^>]*name="status"[\s\S]*?<\/select>/.exec(
      (await people["manager@softwhere"].get(`${pathOf("line")}/${line}/edit`)).html,
    )[0],
  )[1];
await transition("suspend", "active");
check("suspended", await statusOf(), "suspended");
await transition("resume", "suspended");
check("resumed", await statusOf(), "active");
const stolen = await people["manager@softwhere"].get(pathOf("account"));
const button = /value="(Appliquer|Apply)"/.exec(stolen.html)[1];
const tampered = await stolen
  .form("sw-list-form")
  .submit({ action: "value:closed", [`rows[${foreignAccount}]`]: foreignAccount }, button);
check("a foreign row can't be selected", /sw-bulk-confirm-form/.test(tampered.html), false);
check(
  "the foreign account is as before",
  (await people["administrator@connextoo"].get(`${pathOf("account")}/${foreignAccount}`)).status,
  200,
);

// Language.
const french = await people["manager@softwhere"].get(pathOf("line"));
check(
  "French for who prefers it",
  [
    /<h1[^>]*>\s*Lignes\s*</.test(french.html),
    /Identifiant de service/.test(french.html),
    /value="Filtrer"/.test(french.html),
  ],
  [true, true, true],
);
const english = await people.admin.get("/admin/softwhere/brand");
check("English for who prefers it", /<h1[^>]*>\s*Brands\s*</.test(english.html), true);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
