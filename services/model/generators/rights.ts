import type { EntityModel } from "../entity-model.ts";
import { banner } from "./source.ts";

/** Permissions by name, and what each business role holds unless a brand says otherwise: for the administration's screens. */
export function rightsSource(model: EntityModel): string {
  const roles = Object.fromEntries(
    Object.values(model.roles).map(({ name, label, module, permissions }) => [name, { label, module, permissions }]),
  );
  const permissions = Object.fromEntries(
    Object.entries(model.permissions).map(([name, label]) => [
      name,
      { label, module: model.permissionModules[name], ...typeOf(model, name) },
    ]),
  );
  return `${banner}
import type { Label } from "../entity-model.ts";

/** \`type\` where the permission is one of the four of a type. */
export const permissions: Readonly<Record<string, { readonly label: Label; readonly module: string; readonly type?: string; readonly operation?: string }>> = ${JSON.stringify(permissions, null, 2)};

export const roles: Readonly<Record<string, { readonly label: Label; readonly module: string; readonly permissions: readonly string[] }>> = ${JSON.stringify(roles, null, 2)};
`;
}

function typeOf(model: EntityModel, permission: string): { type: string; operation: string } | Record<string, never> {
  const [operation = "", ...rest] = permission.split(" ");
  const type = rest.join(" ");
  return model.types[type] ? { type, operation } : {};
}
