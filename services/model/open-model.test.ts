import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadModelOnBase, openModel, platformModelFiles } from "./index.ts";

const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);
const otherFile = join(mkdtempSync(join(tmpdir(), "model-")), "sw_other.entity_model.yml");
writeFileSync(
  otherFile,
  `permissions:
  wash plates: { label: { fr: Laver les assiettes, en: Wash plates } }
roles:
  support_n2: { permissions: [wash plates] }
entity_types:
  sw_plate:
    label: { fr: Assiette, en: Plate }
    label_field: name
    scope: tenant
    fields:
      name: { type: string, max_length: 20, label: { fr: Nom, en: Name } }
`,
);
const both = loadModelOnBase([otherFile, toyFile]);

describe("the model with some modules open", () => {
  it("is the whole model where nothing is closed", () => {
    expect(openModel(both, ["sw_other", "sw_toy"])).toBe(both);
  });

  it("has nothing that a closed module brings", () => {
    const open = openModel(both, ["sw_other"]);
    expect(open.types["sw_toy"]).toBeUndefined();
    expect(open.types["sw_site"]?.fields["toy_box"]).toBeUndefined();
    expect(open.coreTypes["user"]?.fields["favourite_toy"]).toBeUndefined();
    expect(open.permissions["paint toys"]).toBeUndefined();
    expect(open.permissions["view sw_toy"]).toBeUndefined();
    expect(open.roles["sales"]?.permissions).not.toContain("view sw_toy");
    expect(Object.keys(open.types["sw_anomaly"]?.fields["check"]?.values ?? {})).toEqual(["manual"]);
    expect(open.types["sw_anomaly"]?.fields["evidence"]?.schemaBy?.schemas).toEqual({ manual: "reported_evidence" });
    expect(open.types["sw_anomaly"]?.rowView).toMatchObject({ permissions: { manual: "view anomalies" } });
    expect(open.types["sw_action"]?.fields["operation"]?.valuesBy?.values).toEqual({
      billing: both.types["sw_action"]?.fields["operation"]?.valuesBy?.values["billing"],
    });
    expect(open.types["sw_plate"]).toEqual(both.types["sw_plate"]);
    expect(open.roles["support_n2"]?.permissions).toContain("wash plates");
  });

  it("with the base alone is the base's own model", () => {
    const base = loadModelOnBase(platformModelFiles().slice(0, 1));
    const open = openModel(both, []);
    expect(open.types).toEqual(base.types);
    expect(open.coreTypes).toEqual(base.coreTypes);
    expect(open.permissions).toEqual(base.permissions);
    expect(open.roles).toEqual(base.roles);
    expect(open.eventKinds).toEqual(base.eventKinds);
  });
});
