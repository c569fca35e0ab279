import { one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

const contacts = "/jsonapi/sw_contact/sw_contact";
const site = "/jsonapi/sw_site/sw_site";
const filter = (field: string, value: string, operator?: string) =>
  `filter[${field}][value]=${encodeURIComponent(value)}${operator ? `&filter[${field}][operator]=${operator}` : ""}`;

/** A contact of an account of its own, which may lie elsewhere. */
async function contact(brand: BrandWorld, attributes: object, country = "FR") {
  const code = `N-${crypto.randomUUID().slice(0, 8)}`;
  const account = (
    await brand.admin.create("sw_account", { legal_name: `Compte ${code}`, softwhere_id: code, country })
  ).is(201).id;
  const made = await brand.admin.create(
    "sw_contact",
    { last_name: `Contact ${code}`, ...attributes },
    { account: one("sw_account", account) },
  );
  return { account, made, within: `filter[account.id]=${account}` };
}

export const normalising = group("normalising", (test) => {
  test("case 01: a telephone number has one form, in the territory that it belongs to", async ({ a }) => {
    const numbers: [string, string, string][] = [
      ["0690123456", "FR", "+590690123456"],
      ["06 96 12 34 56", "FR", "+596696123456"],
      ["0694123456", "FR", "+594694123456"],
      ["+33 690 12 34 56", "FR", "+590690123456"],
      ["+33 (0)6 12 34 56 78", "FR", "+33612345678"],
      ["\u202a06 12 34 56 78\u202c", "FR", "+33612345678"],
      ["07000012345678", "FR", "+337000012345678"],
      ["36 31", "FR", "3631"],
      ["0470 12 34 56", "BE", "+32470123456"],
    ];
    for (const [mobile, country, stored] of numbers)
      (await contact(a, { mobile }, country)).made.is(201).has("/data/attributes/mobile", stored);
  });
  test("what can be no telephone number stays, and is found as it is", async ({ a }) => {
    const { made, within } = await contact(a, { phone: " 02 98 12 34 00 à 19 " });
    made.is(201).has("/data/attributes/phone", "02 98 12 34 00 à 19");
    (await a.admin.get(`${contacts}?${within}&${filter("phone", "02 98 12 34 00 à 19")}`)).is(200).count(1);
    (await a.admin.get(`${contacts}?${within}&${filter("phone", "34 00 à", "CONTAINS")}`)).is(200).count(1);
  });
  test("case 26: a number is found in any writing, and by a part of one", async ({ a }) => {
    const { within } = await contact(a, { mobile: "+33612345678" });
    const found = async (value: string, operator?: string) =>
      (await a.admin.get(`${contacts}?${within}&${filter("mobile", value, operator)}`)).is(200);
    for (const whole of ["06 12 34 56 78", "+33 (0)6 12 34 56 78", "0033612345678", "\u202a06 12 34 56 78\u202c"]) {
      (await found(whole)).count(1);
      (await found(whole, "CONTAINS")).count(1);
      (await found(whole, "<>")).count(0);
    }
    for (const part of ["06 12 34", "+33 6 12", "+33 (0)6 12", "34 56", "\u202a06 12\u202c"])
      (await found(part, "CONTAINS")).count(1);
    (await found("06 12", "STARTS_WITH")).count(1);
    (await found("6 78", "ENDS_WITH")).count(1);
    (await found("06 13", "CONTAINS")).count(0);
    (await found("12 34", "STARTS_WITH")).count(0);
    const list = `filter[m][condition][path]=mobile&filter[m][condition][operator]=IN&filter[m][condition][value][]=06 12 34 56 78`;
    (await a.admin.get(`${contacts}?${within}&${list}`)).is(200).count(1);
  });
  test("an update to another writing of the same number changes nothing", async ({ a }) => {
    const { made } = await contact(a, { mobile: "06 12 34 56 78" });
    (await a.admin.update("sw_contact", made.id, { mobile: "+33 6 12 34 56 78" }))
      .is(200)
      .has("/data/attributes/version", 1);
  });
  test("case 13: texts are stored composed and without what can't be seen, and found so", async ({ a }) => {
    const { account } = await contact(a, {});
    const made = await a.admin.create(
      "sw_site",
      { name: "Br\u200best\u202c ", city: "E\u0301vreux" },
      { account: one("sw_account", account) },
    );
    made.is(201).has("/data/attributes/name", "Brest").has("/data/attributes/city", "Évreux");
    const within = `filter[account.id]=${account}`;
    for (const [field, value] of [
      ["city", "Évreux"],
      ["city", "E\u0301vreux"],
      ["name", "Br\u200best"],
    ] as const) {
      (await a.admin.get(`${site}?${within}&${filter(field, value)}`)).is(200).count(1);
      (await a.admin.get(`${site}?${within}&${filter(field, value, "CONTAINS")}`)).is(200).count(1);
    }
  });
  test("case 14: an address without what can't be seen, its domain in small letters", async ({ a }) => {
    (await contact(a, { email: "\u200bZw2@Exemple.FR" })).made.is(201).has("/data/attributes/email", "Zw2@exemple.fr");
  });
  test("a text of nothing but blanks is none", async ({ a }) => {
    (await contact(a, { role: " \u00a0\u200b" })).made.is(201).has("/data/attributes/role", null);
    (await contact(a, { last_name: " \u200b " })).made.problem({ status: 422, pointer: "/data/attributes/last_name" });
  });
  test("a code is normalised before it is compared, and stays exact", async ({ a }) => {
    const create = (softwhere_id: string) => a.admin.create("sw_account", { legal_name: "Code", softwhere_id });
    const code = `K-${crypto.randomUUID().slice(0, 8)}-1`;
    (await create(code)).is(201);
    (await create(` ${code}\u200b`)).problem({ status: 422, code: "not_unique" });
    (await create(code.replace("-1", "1"))).is(201);
    const digits = "552 100 554";
    (await a.admin.create("sw_account", { legal_name: "S", softwhere_id: `${code}-S`, siren: digits }))
      .is(201)
      .has("/data/attributes/siren", "552100554");
  });
  test("case 27: parts of words are found without accents, and with either apostrophe", async ({ a }) => {
    const { account } = await contact(a, {});
    for (const name of ["Médiathèque", "Pont-l’Abbé", "Guénolé Œuvres"])
      (await a.admin.create("sw_site", { name }, { account: one("sw_account", account) })).is(201);
    const within = `filter[account.id]=${account}`;
    for (const [text, name] of [
      ["mediatheque", "Médiathèque"],
      ["pont-l'abbe", "Pont-l’Abbé"],
      ["GUENOLE", "Guénolé Œuvres"],
      ["oeuvre", "Guénolé Œuvres"],
    ] as const)
      (await a.admin.get(`${site}?${within}&${filter("name", text, "CONTAINS")}`))
        .is(200)
        .values("/attributes/name", [name]);
    (await a.admin.get(`${site}?${within}&${filter("name", "medi", "STARTS_WITH")}`)).is(200).count(1);
    (await a.admin.get(`${site}?${within}&${filter("name", "L'ABBE", "ENDS_WITH")}`)).is(200).count(1);
    // What is alike is not the same.
    (await a.admin.get(`${site}?${within}&${filter("name", "Mediatheque")}`)).is(200).count(0);
  });
  test("case 27: people are found and sorted in the same way", async ({ a }) => {
    const made = await a.admin.create("user", {
      name: `p-${crypto.randomUUID()}`,
      full_name: "Gwénaël Œillet",
      user_type: "internal",
      status: true,
    });
    const query = `filter[id]=${made.is(201).id}&${filter("full_name", "gwenael oeil", "CONTAINS")}&sort=full_name`;
    (await a.admin.get(`/jsonapi/user/user?${query}`)).is(200).count(1);
  });
  test("case 28: words are sorted as a French reader has them", async ({ a }) => {
    const { account } = await contact(a, {});
    const names = ["École", "Émile", "île 2", "Médiathèque", "Morlaix", "Œuvre", "Zoé"];
    for (const name of [...names].sort().reverse())
      (await a.admin.create("sw_site", { name }, { account: one("sw_account", account) })).is(201);
    const sorted = `${site}?filter[account.id]=${account}&fields[sw_site--sw_site]=name&sort=`;
    (await a.admin.get(`${sorted}name`)).is(200).values("/attributes/name", names);
    (await a.admin.get(`${sorted}-name`)).is(200).values("/attributes/name", [...names].reverse());
  });
});
