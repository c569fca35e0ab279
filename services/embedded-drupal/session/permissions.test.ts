import { describe, expect, it } from "vitest";
import { loadPlatformModel } from "../../model/index.ts";
import { effectivePermissions } from "./permissions.ts";

const model = loadPlatformModel();
const user = (...businessRoles: string[]) => ({ businessRoles, hasBrand: true });

describe("effectivePermissions", () => {
  it("takes the platform's default of a role without a row", () => {
    expect(effectivePermissions(model, user("support_n1"), []).has("view sw_line")).toBe(true);
  });

  it("takes the brand's row instead of the default", () => {
    const roles = [{ role: "support_n1", granted: ["export"], denied: [] }];
    expect([...effectivePermissions(model, user("support_n1"), roles)]).toEqual(["export"]);
  });

  it("unites roles and takes away what any of their rows denies", () => {
    const roles = [{ role: "support_n1", granted: ["export"], denied: ["view margin"] }];
    const permissions = effectivePermissions(model, user("support_n1", "manager"), roles);
    expect(permissions.has("export")).toBe(true);
    expect(permissions.has("view margin")).toBe(false);
  });

  it("never lets a brand's user administer the platform", () => {
    expect(effectivePermissions(model, user("platform_administrator"), []).size).toBe(0);
    expect([
      ...effectivePermissions(model, { businessRoles: ["platform_administrator"], hasBrand: false }, []),
    ]).toEqual(["administer platform", "follow outbox"]);
  });

  it("gives an unknown role nothing", () => {
    expect(effectivePermissions(model, user("constructor", "nope"), []).size).toBe(0);
  });
});
