import { type EntityModel, openPermissions } from "../../model/index.ts";
import { platformPermissions, sendAccountMails } from "../store/resource-type.ts";

export interface BrandRole {
  readonly role: string;
  readonly granted: readonly string[];
  readonly denied: readonly string[];
}

/** Level 2 to level 3, as far as the brand's modules go: a brand's row replaces the platform's default of its role; what any role denies is gone. */
export function effectivePermissions(
  { all, open }: { readonly all: EntityModel; readonly open: EntityModel },
  user: { readonly businessRoles: readonly string[]; readonly hasBrand: boolean; readonly isService: boolean },
  brandRoles: readonly BrandRole[],
): ReadonlySet<string> {
  const permissions = new Set<string>();
  const denied: string[] = [];
  for (const role of user.businessRoles) {
    const row = brandRoles.find((candidate) => candidate.role === role);
    // A role that only a closed module declares grants nothing, whatever the brand's row says.
    const closed = Object.hasOwn(all.roles, role) && !Object.hasOwn(open.roles, role);
    const standard = Object.hasOwn(open.roles, role) ? (open.roles[role]?.permissions ?? []) : [];
    for (const permission of closed ? [] : (row?.granted ?? standard)) permissions.add(permission);
    if (row) denied.push(...row.denied);
  }
  if (open !== all) {
    const isOpen = openPermissions(all, open);
    for (const permission of permissions) if (!isOpen(permission)) permissions.delete(permission);
  }
  for (const permission of denied) permissions.delete(permission);
  // A set that grows is walked to its end.
  for (const permission of permissions)
    for (const included of open.permissionIncludes[permission] ?? [])
      if (!denied.includes(included)) permissions.add(included);
  // No brand's own rows may reach beyond the brand.
  if (user.hasBrand) for (const permission of platformPermissions) permissions.delete(permission);
  if (!user.isService) permissions.delete(sendAccountMails);
  return permissions;
}
