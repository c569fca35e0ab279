import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadModelOnBase, openModel } from "../../model/index.ts";
import { effectivePermissions } from "./permissions.ts";

const model = loadModelOnBase([
  fileURLToPath(
    new URL("../../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
  ),
]);
const whole = { all: model, open: model };
const user = (...businessRoles: string[]) => ({ businessRoles, hasBrand: true, isService: false });

describe("effectivePermissions", () => {
  it("takes the platform's default of a role without a row", () => {
    expect(effectivePermissions(whole, user("support_n1"), []).has("view sw_toy")).toBe(true);
  });

  it("takes the brand's row instead of the default", () => {
    const roles = [{ role: "support_n1", granted: ["export"], denied: [] }];
    expect([...effectivePermissions(whole, user("support_n1"), roles)]).toEqual(["export"]);
  });

  it("unites roles and takes away what any of their rows denies", () => {
    const roles = [{ role: "support_n1", granted: ["export"], denied: ["view margin"] }];
    const permissions = effectivePermissions(whole, user("support_n1", "manager"), roles);
    expect(permissions.has("export")).toBe(true);
    expect(permissions.has("view margin")).toBe(false);
  });

  it("gives what a permission includes, unless it is denied or the permission is a closed module's", () => {
    const held = (models: typeof whole, denied: string[] = []) => [
      ...effectivePermissions(models, user("support_n1"), [{ role: "support_n1", granted: ["paint toys"], denied }]),
    ];
    expect(held(whole)).toEqual(["paint toys", "carry out actions"]);
    expect(held(whole, ["carry out actions"])).toEqual(["paint toys"]);
    expect(held({ all: model, open: openModel(model, []) })).toEqual([]);
  });

  it("never lets a brand's user administer the platform", () => {
    expect(effectivePermissions(whole, user("platform_administrator"), []).size).toBe(0);
    const above = { businessRoles: ["platform_administrator"], hasBrand: false, isService: false };
    expect([...effectivePermissions(whole, above, [])]).toEqual(["administer platform", "follow outbox"]);
  });

  it("lets a service's own user alone, without a brand, read what account mails hold", () => {
    const mailer = { businessRoles: ["account_mailer"], hasBrand: false, isService: true };
    expect([...effectivePermissions(whole, mailer, [])]).toEqual(["send account mails"]);
    for (const other of [{ isService: false }, { hasBrand: true }])
      expect(effectivePermissions(whole, { ...mailer, ...other }, []).size).toBe(0);
  });

  it("gives an unknown role nothing", () => {
    expect(effectivePermissions(whole, user("constructor", "nope"), []).size).toBe(0);
  });

  it("leaves out what a closed module brings", () => {
    const open = { all: model, open: openModel(model, []) };
    const sales = effectivePermissions(open, user("sales"), []);
    expect(sales.has("view sw_site")).toBe(true);
    expect([...sales].filter((name) => /toy/.test(name))).toEqual([]);
    const granted = ["view sw_toy", "paint toys", "export", "unheard of"];
    const rows = [{ role: "sales", granted, denied: [] }];
    expect([...effectivePermissions(open, user("sales"), rows)]).toEqual(["export", "unheard of"]);
  });
});
