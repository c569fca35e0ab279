import type { EntityModel } from "../entity-model.ts";
import { banner, importPart, importParts, type ModuleStep, partSource, wholeSource } from "./source.ts";

/** Permissions by name, and what each business role holds unless a brand says otherwise: for the administration's screens. */
export function rightsSource(step: ModuleStep): string {
  return `${banner}\n${importPart}\n${partSource("permissions", step, permissions)}\n${partSource("roles", step, roles)}`;
}

export function allRightsSource(modules: readonly string[]): string {
  return `${banner}
import type { Label } from "../entity-model.ts";
${importParts(modules, "rights")}
/** \`type\` where the permission is one of the four of a type. */
${wholeSource("permissions", "{ readonly label: Label; readonly module: string; readonly type?: string; readonly operation?: string }", modules)}
${wholeSource("roles", "{ readonly label: Label; readonly module: string; readonly permissions: readonly string[] }", modules)}`;
}

function roles(model: EntityModel) {
  return Object.fromEntries(
    Object.values(model.roles).map(({ name, label, module, permissions }) => [name, { label, module, permissions }]),
  );
}

function permissions(model: EntityModel) {
  return Object.fromEntries(
    Object.entries(model.permissions).map(([name, label]) => [
      name,
      { label, module: model.permissionModules[name], ...typeOf(model, name) },
    ]),
  );
}

function typeOf(model: EntityModel, permission: string): { type: string; operation: string } | Record<string, never> {
  const [operation = "", ...rest] = permission.split(" ");
  const type = rest.join(" ");
  return model.types[type] ? { type, operation } : {};
}
