import { randomUUID } from "node:crypto";
import type { BackendClient } from "../backend/client.ts";
import { ServiceSession } from "../backend/service-account.ts";

/** Of everybody whom `makeBrand` makes. */
export const password = "demo-2026";

/** A brand of its own, and its people by role; their names are their roles with `suffix`, where there are several brands. */
export async function makeBrand(
  baseUrl: string,
  roles: readonly string[],
  modules: readonly string[] = [],
  suffix = "",
) {
  const platform = await new ServiceSession(baseUrl, { name: "admin", password: "admin" }).client("seed");
  const brand = await platform.create("sw_brand", {
    type: "sw_brand--sw_brand",
    attributes: { name: "Brand", modules, country: "FR" },
  });
  for (const role of roles)
    await platform.create("user", {
      type: "user--user",
      attributes: {
        name: role + suffix,
        pass: password,
        status: true,
        full_name: role,
        user_type: "internal",
        business_roles: [role],
      },
      relationships: { brand: { data: { type: "sw_brand--sw_brand", id: brand.id } } },
    });
  const sessions = new Map(roles.map((role) => [role, new ServiceSession(baseUrl, { name: role + suffix, password })]));
  return (role: string): Promise<BackendClient> => {
    const session = sessions.get(role);
    if (!session) throw new Error(role);
    return session.client(`test-${randomUUID()}`);
  };
}
