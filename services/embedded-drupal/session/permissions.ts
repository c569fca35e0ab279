import type { EntityModel } from "../../model/index.ts";
import { platformPermissions } from "../store/resource-type.ts";

export interface BrandRole {
  readonly role: string;
  readonly granted: readonly string[];
  readonly denied: readonly string[];
}

/** Level 2 to level 3: a brand's row replaces the platform's default of its role; what any role denies is gone. */
export function effectivePermissions(
  model: EntityModel,
  user: { readonly businessRoles: readonly string[]; readonly hasBrand: boolean },
  brandRoles: readonly BrandRole[],
): ReadonlySet<string> {
  const permissions = new Set<string>();
  const denied: string[] = [];
  for (const role of user.businessRoles) {
    const row = brandRoles.find((candidate) => candidate.role === role);
    const granted = row ? row.granted : Object.hasOwn(model.roles, role) ? (model.roles[role]?.permissions ?? []) : [];
    for (const permission of granted) permissions.add(permission);
    if (row) denied.push(...row.denied);
  }
  for (const permission of denied) permissions.delete(permission);
  // No brand's own rows may reach beyond the brand.
  if (user.hasBrand) for (const permission of platformPermissions) permissions.delete(permission);
  return permissions;
}
