import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { Role } from "../entity-model.ts";

/** A Drupal user role as configuration: what a business role holds by default, editable on Drupal's permissions page. */
export function roleConfigSource(role: Role): string {
  return stringify({
    uuid: uuidFrom(`user.role.sw_${role.name}`),
    langcode: "en",
    status: true,
    dependencies: {},
    id: `sw_${role.name}`,
    label: role.label.en,
    weight: 10,
    is_admin: false,
    permissions: [...role.permissions],
  });
}

function uuidFrom(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
