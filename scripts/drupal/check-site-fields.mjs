/**
 * Adds fields to a type as a site builder does, in the forms of the administration, and follows them through the API: description, write,
 * filter, sort, version, journal, rights. Removes them at the end.
 *
 *   node scripts/drupal/check-site-fields.mjs <base-url>
 *
 * Leaves a test brand behind. The exit code is 1 when something is not as the contract says.
 */
import { randomUUID } from "node:crypto";
import { Browser, JsonApi } from "./check-client.mjs";

const [base] = process.argv.slice(2);
if (!base) {
  console.error("Usage: node scripts/drupal/check-site-fields.mjs <base-url>");
  process.exit(2);
}

const run = randomUUID().slice(0, 6);
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

const types = "/jsonapi/sw_account/sw_account";
const settings = "/admin/softwhere/settings/account/fields";
const password = process.env.SW_ADMIN_PASSWORD ?? "admin";
const builder = await Browser.signIn(base, "admin", password);
const platform = await JsonApi.signIn(base, "admin", password);

/** Field UI asks for the kind of field first, then for everything else in one form. */
async function addField(name, { group, type, label, storage = {}, field = {} }) {
  const form = await kindForm(group);
  const wrapper = form.has("field_options_wrapper") ? "field_options_wrapper" : "group_field_options_wrapper";
  const next = await form.submit({ [wrapper]: type, label, field_name: name }, "Continue");
  return next.form("field-config-edit-form").submit({ label, ...storage, ...field }, ["Save settings", "Save"]);
}

/** The form for the kinds of a group: Drupal 11 links to it, in Drupal 10 a form leads there. */
async function kindForm(group) {
  const choice = await builder.get(`${settings}/add-field`);
  const link = choice.link(`/add-field/${group}/`);
  const page = link
    ? await builder.get(link)
    : await choice.form("field-ui-field-storage-add-form").submit({ new_storage_type: group }, "Continue");
  return page.form("field-ui-field-storage-add-form");
}

const names = { text: `field_ref_${run}`, decimal: `field_rate_${run}`, list: `field_tier_${run}` };
try {
  await addField(`ref_${run}`, {
    group: "plain_text",
    type: "string",
    label: "Reference",
    field: { description: "Their own number." },
  });
  await addField(`rate_${run}`, {
    group: "number",
    type: "decimal",
    label: "Rate",
    storage: { "field_storage[subform][settings][precision]": "10", "field_storage[subform][settings][scale]": "3" },
  });
  await addField(`tier_${run}`, {
    group: "selection_list",
    type: "list_string",
    label: "Tier",
    storage: {
      "field_storage[subform][settings][allowed_values][table][0][item][label]": "Gold",
      "field_storage[subform][settings][allowed_values][table][0][item][key]": "gold",
    },
  });
  const translation = (await builder.get(`${settings}/sw_account.sw_account.${names.text}/translate/fr/add`)).form(
    "config-translation-add-form",
  );
  await translation.submit(
    {
      [`translation[config_names][field.field.sw_account.sw_account.${names.text}][label]`]: "Référence",
      [`translation[config_names][field.field.sw_account.sw_account.${names.text}][description]`]:
        "Leur propre numéro.",
    },
    "Save translation",
  );

  const brand = (
    await platform.send("POST", "/jsonapi/sw_brand/sw_brand", {
      data: { type: "sw_brand--sw_brand", attributes: { name: `Site fields ${run}` } },
    })
  ).body.data.id;
  const person = async (role) => {
    const created = await platform.send("POST", "/jsonapi/user/user", {
      data: {
        type: "user--user",
        attributes: {
          name: `${role}-${run}`,
          pass: `${role}-of-${run}`,
          status: true,
          user_type: "internal",
          business_roles: [role],
        },
        relationships: { brand: { data: { type: "sw_brand--sw_brand", id: brand } } },
      },
    });
    check(`${role} exists`, created.status, 201);
    return JsonApi.signIn(base, `${role}-${run}`, `${role}-of-${run}`);
  };
  const [manager, support] = [await person("manager"), await person("support_n1")];

  const fields = (await manager.send("GET", "/jsonapi/site-fields/sw_account")).body.meta.fields.filter((field) =>
    field.name.endsWith(run),
  );
  check("described in the order of the form", fields, [
    {
      name: names.text,
      kind: "string",
      multiple: false,
      required: false,
      editable: true,
      max_length: 255,
      labels: { fr: "Référence", en: "Reference" },
      help: { fr: "Leur propre numéro.", en: "Their own number." },
      options: [],
    },
    {
      name: names.decimal,
      kind: "decimal",
      multiple: false,
      required: false,
      editable: true,
      scale: 3,
      labels: { fr: "Rate", en: "Rate" },
      help: { fr: "", en: "" },
      options: [],
    },
    {
      name: names.list,
      kind: "list",
      multiple: false,
      required: false,
      editable: true,
      labels: { fr: "Tier", en: "Tier" },
      help: { fr: "", en: "" },
      options: [{ value: "gold", labels: { fr: "Gold", en: "Gold" } }],
    },
  ]);
  check(
    "read only without the right to edit",
    (await support.send("GET", "/jsonapi/site-fields/sw_account")).body.meta.fields.find(
      (field) => field.name === names.text,
    )?.editable,
    false,
  );
  check("403 for roles", (await support.send("GET", "/jsonapi/site-fields/sw_role")).status, 403);
  check("404 for unknown types", (await support.send("GET", "/jsonapi/site-fields/nope")).status, 404);

  const attributes = (text, rate) => ({
    legal_name: `Account ${text}`,
    softwhere_id: text,
    kind: "company",
    status: "active",
    [names.text]: text,
    [names.decimal]: rate,
    [names.list]: "gold",
  });
  const created = await manager.send("POST", types, {
    data: { type: "sw_account--sw_account", attributes: attributes(`B-${run}`, "1.5") },
  });
  check("created", created.status, 201);
  await manager.send("POST", types, {
    data: { type: "sw_account--sw_account", attributes: attributes(`A-${run}`, "10.25") },
  });
  const id = created.body.data.id;
  check("decimals are text with the field's digits", created.body.data.attributes[names.decimal], "1.500");
  check(
    "bad list value",
    (
      await manager.send("PATCH", `${types}/${id}`, {
        data: { type: "sw_account--sw_account", id, attributes: { [names.list]: "lead" } },
      })
    ).status,
    422,
  );
  const patched = await manager.send("PATCH", `${types}/${id}`, {
    data: { type: "sw_account--sw_account", id, attributes: { [names.decimal]: "2.5", [names.text]: `B2-${run}` } },
  });
  check(
    "changed, version counted up",
    [patched.status, patched.body.data?.attributes.version, patched.body.data?.attributes[names.decimal]],
    [200, 2, "2.500"],
  );
  const same = await manager.send("PATCH", `${types}/${id}`, {
    data: { type: "sw_account--sw_account", id, attributes: { [names.decimal]: "2.500" } },
  });
  check("the same value is no change", [same.status, same.body.data?.attributes.version], [200, 2]);

  const list = async (query) =>
    ((await manager.send("GET", `${types}?${query}`)).body.data ?? []).map((row) => row.attributes.softwhere_id);
  check("filter", await list(`filter[${names.text}]=B2-${run}`), [`B-${run}`]);
  check(
    "filter by number",
    await list(
      `filter[a][condition][path]=${names.decimal}&filter[a][condition][operator]=%3E&filter[a][condition][value]=9`,
    ),
    [`A-${run}`],
  );
  check(
    "a number never equals a word",
    (await manager.send("GET", `${types}?filter[${names.decimal}]=word`)).body.data,
    [],
  );
  check("sort", await list(`sort=${names.decimal}`), [`B-${run}`, `A-${run}`]);
  check("sort, other way", await list(`sort=-${names.decimal}`), [`A-${run}`, `B-${run}`]);
  const sums = await manager.send("GET", `/jsonapi/aggregate/sw_account?groupBy=${names.list}&sumOf=${names.decimal}`);
  check("aggregate", sums.body.meta?.groups, [
    { keys: { [names.list]: "gold" }, count: 2, sums: { [names.decimal]: "12.750" } },
  ]);

  const journal = await manager.send(
    "GET",
    `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=-sequence&page[limit]=1`,
  );
  check("journal", journal.body.data[0].attributes.changes, [
    { field: names.decimal, from: "1.500", to: "2.500" },
    { field: names.text, from: `B-${run}`, to: `B2-${run}` },
  ]);
  check(
    "view only: 403",
    (
      await support.send("PATCH", `${types}/${id}`, {
        data: { type: "sw_account--sw_account", id, attributes: { [names.text]: "x" } },
      })
    ).status,
    403,
  );
  check(
    "shown to who may view the row",
    (await support.send("GET", `${types}/${id}`)).body.data.attributes[names.text],
    `B2-${run}`,
  );
} finally {
  for (const name of Object.values(names)) {
    const page = await builder.get(`${settings}/sw_account.sw_account.${name}/delete`);
    if (page.status === 200) await page.form("field-config-delete-form").submit({}, "Delete");
  }
}
check("gone from the description", (await platform.send("GET", "/jsonapi/site-fields/user")).body.meta.fields, []);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
