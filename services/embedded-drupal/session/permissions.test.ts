import { describe, expect, it } from "vitest";
import { loadPlatformModel, openModel } from "../../model/index.ts";
import { effectivePermissions } from "./permissions.ts";

const model = loadPlatformModel();
const whole = { all: model, open: model };
const user = (...businessRoles: string[]) => ({ businessRoles, hasBrand: true });

describe("effectivePermissions", () => {
  it("takes the platform's default of a role without a row", () => {
    expect(effectivePermissions(whole, user("support_n1"), []).has("view sw_line")).toBe(true);
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

  it("never lets a brand's user administer the platform", () => {
    expect(effectivePermissions(whole, user("platform_administrator"), []).size).toBe(0);
    expect([
      ...effectivePermissions(whole, { businessRoles: ["platform_administrator"], hasBrand: false }, []),
    ]).toEqual(["administer platform", "follow outbox"]);
  });

  it("gives an unknown role nothing", () => {
    expect(effectivePermissions(whole, user("constructor", "nope"), []).size).toBe(0);
  });

  it("leaves out what a closed module brings", () => {
    const open = { all: model, open: openModel(model, []) };
    const manager = effectivePermissions(open, user("manager"), []);
    expect(manager.has("view sw_site")).toBe(true);
    expect([...manager].filter((name) => /sw_line|edit plan|anomalies/.test(name))).toEqual([]);
    const granted = ["view sw_line", "view sw_anomaly", "edit plan", "export", "unheard of"];
    const rows = [{ role: "manager", granted, denied: [] }];
    expect([...effectivePermissions(open, user("manager"), rows)]).toEqual(["export", "unheard of"]);
  });
});
