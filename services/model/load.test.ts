import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import { loadEntityModel, loadModelOnBase, platformModelFiles } from "./index.ts";

const base = readFileSync(platformModelFiles()[0] ?? "", "utf8");
const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);

/** Writes model files and loads them; the second one stands for a vertical. */
function load(...texts: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "model-"));
  const files = texts.map((text, index) => {
    const file = join(folder, `${index === 0 ? "sw_base" : "sw_extra"}.entity_model.yml`);
    writeFileSync(file, text);
    return file;
  });
  return () => loadEntityModel(files);
}

/** The base where crediting an anomaly says more. */
const crediting = (more: string) => base.replace("label: { fr: Créditer", `${more}, label: { fr: Créditer`);
const atMost = (more: string) =>
  crediting(
    `at_most: { setting: name, of: sw_action, by: account, sum: idempotency_key, where: { status: [x] }${more} }`,
  );

describe("the model of the base and a vertical", () => {
  const model = loadModelOnBase([toyFile]);

  it("fills in defaults and merges the roles of base and verticals", () => {
    expect(model.types["sw_toy"]).toMatchObject({
      module: "sw_toy",
      writable: true,
      journal: true,
      access: { view: "view sw_toy" },
    });
    expect(model.types["sw_toy"]?.fields["price"]).toMatchObject({ viewPermission: "view margin", scale: 2 });
    expect(model.types["sw_toy"]?.fields["color"]).toMatchObject({ editPermission: "paint toys" });
    expect(model.roles["administrator"]?.permissions).toEqual(
      expect.arrayContaining(["edit sw_account", "paint toys", "view margin"]),
    );
    expect(model.roles["support_n1"]?.permissions).not.toEqual(expect.arrayContaining(["view margin"]));
  });

  it("`view: all` takes in a vertical's types, and leaves out types with a permission of their own", () => {
    expect(model.roles["direction"]?.permissions).toContain("view sw_toy");
    expect(model.permissions["view sw_role"]).toBeUndefined();
  });
});

describe("a mistake is named with file and key", () => {
  it.each<[string, string, RegExp]>([
    ["a misspelt key", base.replace("required: true", "requierd: true"), /sw_base\.entity_model\.yml: .*requierd/],
    ["an unknown field type", base.replace("type: boolean", "type: bool"), /type/],
    ["a decimal without scale", base.replace("precision: 9, scale: 6", "precision: 9"), /scale/],
    [
      "an unknown schema",
      base.replace("schema: list_view", "schema: list_views"),
      /sw_saved_view.query names the unknown schema "list_views"/,
    ],
    ["json without a schema", base.replace("type: json, schema: list_view", "type: json"), /schema/],
    ["a keyword that is no part of ours", base.replace("maxProperties: 400", "minProperties: 4"), /minProperties/],
    [
      "a schema for no json",
      base.replace("{ type: string, max_length: 80", "{ type: string, schema: list_view, max_length: 80"),
      /schema/,
    ],
    [
      "a shape by a value that may change",
      base.replace(
        "type: json, schema: list_view",
        "type: json, schema_by: { field: list, schemas: { x: list_view } }",
      ),
      /sw_saved_view.query.schema_by names list, which is no required, immutable list/,
    ],
    [
      "an unknown permission",
      base.replace("view: view internal notes", "view: view internal note"),
      /unknown permission "view internal note"/,
    ],
    [
      "what customers see of a type that has an owner",
      base.replace("owner_path: account\n", "owner_path: account\n    owner_sees: used\n"),
      /has an owner, so owner_sees says nothing of it/,
    ],
    [
      "a path that leads nowhere",
      base.replace("owner_path: account", "owner_path: acount"),
      /sw_contact: the path acount leads nowhere/,
    ],
    [
      "an unknown target",
      base.replace("target: sw_catalogue_item", "target: sw_article"),
      /targets the unknown type sw_article/,
    ],
    [
      "a label of an unknown field",
      base.replace("{first_name} {last_name}", "{forename} {last_name}"),
      /sw_contact\.label_pattern names forename, which is no field of its own/,
    ],
    [
      "a label of another row",
      base.replace("{first_name} {last_name}", "{account} {last_name}"),
      /label_pattern names account, which is no single text/,
    ],
    [
      "a label that needs a permission",
      base
        .replace(
          "{ type: string, max_length: 120, label: { fr: Fonction",
          "{ type: string, max_length: 120, view: view margin, label: { fr: Fonction",
        )
        .replace("{first_name} {last_name}", "{role}"),
      /label_pattern names role, which needs a permission/,
    ],
    ["a label of no field", base.replace("{first_name} {last_name}", "Contact"), /label_pattern.*pattern/],
    ["a label in one language only", base.replace("label: { fr: Nom, en: Name }", "label: { fr: Nom }"), /en/],
    ["a change by no person", crediting("by: supplier"), /sw_anomaly\.workflow\.credit: supplier refers to no user/],
    ["a change that writes what never changes", crediting("writes: [key]"), /credit writes key, which is no field/],
    ["a change by nobody but no person", crediting("not_by: amount"), /credit: amount refers to no user/],
    ["a bound that is no amount of the brand", atMost(""), /credit: name is no decimal of the brand/],
    ["a sum of other rows", atMost(""), /credit: sw_action\.account doesn't refer to sw_anomaly/],
    ["a bound with a key too many", atMost(", most: 3"), /most/],
    ["broken YAML", `${base}\n  - : [`, /sw_base/],
  ])("%s", (_name, text, message) => expect(load(text)).toThrow(message));

  const event = (change: string, sentence = "{subject}") =>
    `event_kinds:\n  extra: { label: { fr: E, en: E }, audience: { account: true }, channels: { console: true, mail: false }, one: { fr: "${sentence}", en: "${sentence}" }, many: { fr: "{count}", en: "{count}" }, ${change} }`;

  it.each([
    ["of an unknown type", event("on: { type: sw_nothing, operations: [create] }"), /unknown type sw_nothing/],
    ["of an unknown field", event("on: { type: sw_site, operations: [update], field: stats }"), /unknown field stats/],
    [
      "of an unknown value",
      event("on: { type: sw_site, operations: [update], field: status, to: [gone] }"),
      /unknown value gone/,
    ],
    [
      "of a type without journal",
      event("on: { type: sw_notification, operations: [create] }"),
      /needs the journal of sw_notification/,
    ],
    [
      "to an account's people where there is none",
      event("on: { type: sw_supplier, operations: [create] }"),
      /belongs to no account/,
    ],
    [
      "with an unknown placeholder",
      event("on: { type: sw_site, operations: [create] }", "{price}"),
      /unknown placeholder \{price\}/,
    ],
    [
      "with a value that needs a permission",
      event("on: { type: sw_site, operations: [update], field: access_notes }", "{value}"),
      /tells a value/,
    ],
    [
      "that happens and is due",
      event(
        "on: { type: sw_site, operations: [create] }, due: { type: sw_task, field: due_on, when: past, while: { field: status, value: open } }",
      ),
      /oneOf|exactly one/,
    ],
  ])("no event %s", (_name, text, message) => expect(load(base, text)).toThrow(message));

  it("nothing is told whose name needs a permission", () => {
    const hidden = base.replace(
      "name: { type: string, max_length: 160, required: true, search: text, label: { fr: Nom, en: Name } }\n      address_line1",
      "name: { type: string, max_length: 160, required: true, view: view margin, label: { fr: Nom, en: Name } }\n      address_line1",
    );
    expect(load(hidden)).not.toThrow();
    expect(load(hidden, event("on: { type: sw_site, operations: [create] }"))).toThrow(
      /tells sw_site.name, which needs a permission/,
    );
  });

  it("a vertical may not declare a type or a field again", () => {
    expect(
      load(
        base,
        "entity_types:\n  sw_site: { label: { fr: S, en: S }, label_field: name, scope: tenant, fields: { name: { type: string, max_length: 9, label: { fr: N, en: N } } } }",
      ),
    ).toThrow(/sw_site is already declared by sw_base/);
    expect(
      load(base, "extend:\n  sw_site: { fields: { name: { type: string, max_length: 9, label: { fr: N, en: N } } } }"),
    ).toThrow(/sw_site\.name is already declared/);
  });

  it("a role of any module adds a bundle's lists to its own", () => {
    const toys =
      "roles: { sales: { types: { bundles: [plates], edit: [sw_site] } } }\nbundles: { plates: { view: [sw_price], delete: [sw_site] } }";
    const before = new Set(load(base)().roles["sales"]?.permissions);
    const after = load(base, toys)().roles["sales"]?.permissions ?? [];
    expect(after.filter((name) => !before.has(name))).toEqual(["delete sw_site"]);
    expect(after).toEqual(expect.arrayContaining(["edit sw_site", "view sw_price"]));
  });

  it.each([
    [
      "unknown to a role",
      "roles: { sales: { types: { bundles: [plates] } } }",
      /sw_extra: roles\.sales\.types\.bundles names the unknown bundle plates/,
    ],
    [
      "of an unknown type",
      "bundles: { plates: { view: [sw_plate] } }",
      /sw_extra: bundles\.plates\.view names the unknown entity type sw_plate/,
    ],
    [
      "declared twice",
      "bundles: { importing: { view: [sw_site] } }",
      /sw_extra: bundles\.importing is already declared/,
    ],
    ["with another key", "bundles: { plates: { look: [sw_site] } }", /additional properties \(look\)/],
  ])("no bundle %s", (_name, text, message) => expect(load(base, text)).toThrow(message));

  const gap = (more: string) => `extend:\n  sw_anomaly: { fields: {}, ${more} }`;
  const late = "values: { check: { late: { fr: En retard, en: Late } } }";
  const shaped = `${late}, schema_by: { evidence: { late: reported_evidence } }`;

  it("a vertical may add values to a list that is open to it, with their shapes and rights", () => {
    const { sw_anomaly: type } = load(base, gap(`${shaped}, row_view: { late: view margin }`))().types;
    expect(Object.keys(type?.fields["check"]?.values ?? {})).toEqual(["manual", "late"]);
    expect(type?.fields["check"]?.valueModules).toEqual({ late: "sw_extra" });
    expect(type?.fields["evidence"]?.schemaBy?.schemas).toEqual({
      manual: "reported_evidence",
      late: "reported_evidence",
    });
    expect(type?.rowView).toMatchObject({ permissions: { manual: "view anomalies", late: "view margin" } });
    expect(load(base, gap(shaped))().types["sw_anomaly"]?.rowView).toMatchObject({
      permissions: { late: "view anomalies" },
    });
  });

  it.each([
    [
      "values of a list that is its own",
      "values: { status: { late: { fr: L, en: L } } }",
      /status takes no values of other/,
    ],
    ["a value again", "values: { check: { manual: { fr: M, en: M } } }", /sw_anomaly.check.manual is already declared/],
    ["a value without its shape", late, /evidence.schema_by has no schema for late/],
    ["a shape of no value", "schema_by: { evidence: { late: reported_evidence } }", /names the unknown value late/],
    [
      "shapes of a plain field",
      "schema_by: { reason: { late: reported_evidence } }",
      /reason has no shapes by a value/,
    ],
    ["a right of no value", "row_view: { late: view margin }", /row_view names the unknown value late/],
    ["an unknown right", `${shaped}, row_view: { late: view margins }`, /unknown permission "view margins"/],
    ["a path to something else", "fill_from: { account: supplier }", /fill_from: supplier leads to no account/],
  ])("a vertical may not add %s", (_name, more, message) => expect(load(base, gap(more))).toThrow(message));

  const operation = (more: string) => `extend:\n  sw_action: { fields: {}, ${more} }`;
  const shop = `capability: { shop: { fr: Magasin, en: Shop } }`;
  const buy = `operation: { buy: { fr: Acheter, en: Buy } }`;
  const bought = "schema_by: { payload: { buy: described_work }, corrected: { buy: described_work } }";

  it("a vertical may add operations of a capability of its own, or of the base's", () => {
    const choice = (values: string, by: string) =>
      load(base, operation(`values: { ${values} }, ${bought}, values_by: { operation: { ${by}: [buy] } }`))().types[
        "sw_action"
      ]?.fields["operation"]?.valuesBy?.values;
    expect(choice(`${shop}, ${buy}`, "shop")?.["shop"]).toEqual(["buy"]);
    expect(choice(buy, "billing")?.["billing"]).toEqual(expect.arrayContaining(["create_customer", "buy"]));
  });

  it.each([
    ["an operation of no capability", `values: { ${buy} }, ${bought}`, /operation.values_by names buy not once/],
    [
      "an operation of two",
      `values: { ${shop}, ${buy} }, ${bought}, values_by: { operation: { shop: [buy, buy] } }`,
      /values_by names buy not once/,
    ],
    ["a capability of no operation", `values: { ${shop} }`, /shop is no value of capability, or has none/],
    [
      "an operation of the base's again",
      "values_by: { operation: { billing: [add_fee] } }",
      /values_by names add_fee not once/,
    ],
    [
      "an unknown operation",
      `values: { ${shop} }, values_by: { operation: { shop: [sell] } }`,
      /names the unknown value sell/,
    ],
    ["values by a plain list", "values_by: { status: { shop: [done] } }", /status has no values by another's/],
  ])("a vertical may not add %s", (_name, more, message) => expect(load(base, operation(more))).toThrow(message));

  it.each([
    ["a name that is another field's", base.replace("was: kind", "was: payload"), /operation.was names a field/],
    ["a value that is one still", base.replace("planned: ready", "ready: done"), /values_were: ready is a value/],
    ["what is no value", base.replace("planned: ready", "planned: redy"), /values_were: planned .* redy is none/],
    [
      "a choice that may change",
      base.replace(
        "extensible: true, required: true, immutable: true, label: { fr: Capacité",
        "extensible: true, required: true, label: { fr: Capacité",
      ),
      /operation.values_by needs two required, immutable lists/,
    ],
  ])("what was before can't be %s", (_name, text, message) => expect(load(text)).toThrow(message));

  it("a permission includes permissions that exist", () => {
    const permission = (includes: string) =>
      `permissions: { shop: { label: { fr: Acheter, en: Shop }, includes: [${includes}] } }`;
    expect(load(base, permission("carry out actions"))().permissionIncludes).toEqual({ shop: ["carry out actions"] });
    expect(load(base, permission("carry out all"))).toThrow(/permissions.shop.includes names the unknown permission/);
  });

  it("only a list of one value is open to others", () => {
    const several = base.replace("extensible: true, required", "extensible: true, multiple: true, required");
    expect(load(several)).toThrow(/multiple/);
    expect(load(base.replace("key: { type: string,", "key: { type: string, extensible: true,"))).toThrow(/type/);
  });

  it("a vertical may add fields to a base type", () => {
    const model = load(
      base,
      "extend:\n  sw_site: { fields: { extra_pto: { type: string, max_length: 16, label: { fr: PTO, en: PTO } } } }",
    )();
    expect(model.types["sw_site"]?.fields["extra_pto"]).toMatchObject({ module: "sw_extra", maxLength: 16 });
  });
});
