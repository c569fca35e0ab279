import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "./generated-files.ts";
import { platformModelFiles } from "./load.ts";
import { difference, merged } from "./merged.ts";

const [base = ""] = platformModelFiles();
const toy = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);

function extra(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "model-")), "sw_extra.entity_model.yml");
  writeFileSync(file, text);
  return file;
}

/** The value of a generated constant. */
function valueIn(files: ReadonlyMap<string, string>, path: string, name: string): Record<string, unknown> {
  const text = files.get(`services/model/generated/${path}`) ?? "";
  const match = new RegExp(`^export const ${name}: [^=]+ = (\\{.*?\\n?\\});$`, "ms").exec(text);
  return JSON.parse(match?.[1] ?? "null");
}

describe("generated files of a module", () => {
  const alone = generatedFiles([base]);
  const withToy = generatedFiles([base, toy]);

  it("leave those of the base as they are", () => {
    const ofBase = [...alone].filter(([path]) => path.includes("/generated/sw_base/"));
    expect(ofBase).toHaveLength(7);
    for (const [path, text] of ofBase) expect(withToy.get(path)).toBe(text);
  });

  it("hold its fields of the base's types, and its rights of the base's roles", () => {
    expect(valueIn(withToy, "sw_toy/record-types.ts", "recordTypes")).toMatchObject({
      sw_toy: { labelField: "name" },
      sw_site: { fields: [{ name: "toy_box" }] },
    });
    expect(valueIn(withToy, "sw_toy/rights.ts", "roles")["sales"]).toEqual({
      permissions: ["create sw_toy", "edit sw_toy", "view sw_toy"],
    });
    const entities = withToy.get("services/model/generated/sw_toy/entities.ts");
    expect(entities).toContain("  interface SwSite {\n    /** Toy box */\n    toy_box?: string | null;\n  }");
    expect(entities).toContain("    favourite_toy?: SwToy | null;");
    expect(withToy.get("services/model/generated/sw_toy/schemas.ts")).toContain(
      "  sw_site: {\n    toy_box: z.string().max(16).nullable().optional(),\n  },",
    );
  });

  it("hold its values of the base's lists, and the shapes that come with them", () => {
    expect(valueIn(withToy, "sw_toy/record-types.ts", "recordTypes")["sw_anomaly"]).toEqual({
      rowPermissions: ["view margin"],
      fields: [
        {
          name: "check",
          options: [
            { value: "toy_missing", label: { fr: "Jouet manquant", en: "Toy missing" }, module: "sw_toy" },
            { value: "toy_dear", label: { fr: "Jouet trop cher", en: "Toy too dear" }, module: "sw_toy" },
          ],
        },
        expect.objectContaining({ name: "toy", module: "sw_toy" }),
      ],
    });
    const entities = withToy.get("services/model/generated/sw_toy/entities.ts");
    expect(entities).toContain("  interface SwAnomalyCheckValues {\n    toy_missing: true;\n    toy_dear: true;\n  }");
    expect(entities).toContain("    toy_missing: ToyWood;");
    expect(withToy.get("services/model/generated/sw_toy/schemas.ts")).toContain(
      '    check: z.enum(["toy_missing", "toy_dear"]).optional(),\n    evidence: z.union([toyWood, toyCloth])',
    );
  });

  it("are put together in files that name the modules", () => {
    expect(alone.get("services/model/generated/rights.ts")).toContain("merged(swBase.roles)");
    expect(withToy.get("services/model/generated/rights.ts")).toContain("merged(swBase.roles, swToy.roles)");
  });

  it("add to the types of the module that has them", () => {
    const files = generatedFiles([
      base,
      toy,
      extra("extend:\n  sw_toy:\n    fields:\n      note: { type: text, label: { fr: Note, en: Note } }\n"),
    ]);
    expect(files.get("services/model/generated/sw_extra/entities.ts")).toContain(
      'declare module "../sw_toy/entities.ts" {\n  interface SwToy {\n    /** Note */\n    note?: string | null;\n  }\n}',
    );
  });
});

describe("a difference merged into what it was taken from", () => {
  it.each([
    ["nothing new", { a: 1 }, { a: 1 }],
    ["a new name", { a: 1 }, { a: 1, b: { c: [1] } }],
    ["longer lists", { a: { list: [{ x: 1 }] } }, { a: { list: [{ x: 1 }, { x: 2 }] } }],
    [
      "more of what has a name",
      { a: [{ name: "x", of: [1] }, { name: "y" }] },
      { a: [{ name: "x", of: [1, 2] }, { name: "y" }] },
    ],
    ["another value", { a: { b: "one", c: 1 } }, { a: { b: "two", c: 1 } }],
  ])("is the second value: %s", (_, before, after) => {
    const part = difference(before, after);
    expect(merged(before, (part ?? {}) as Record<string, unknown>)).toEqual(after);
  });
});
