import type { Field } from "../../model/index.ts";
import { administerBrand, administerPlatform, type ResourceType, type ResourceTypes } from "../store/resource-type.ts";
import type { Viewer } from "../session/viewer.ts";

export type Action = "view" | "create" | "edit" | "delete";

export interface Decision {
  readonly allowed: boolean;
  /** As core words it; empty when there is nothing to tell. */
  readonly reason: string;
}

const granted: Decision = { allowed: true, reason: "" };

function needs(viewer: Viewer, permission: string): Decision {
  return viewer.permissions.has(permission)
    ? granted
    : { allowed: false, reason: `The '${permission}' permission is required.` };
}

export function administersUsers(viewer: Viewer): boolean {
  return viewer.permissions.has(administerBrand) || viewer.permissions.has(administerPlatform);
}

export function administersPlatform(viewer: Viewer): boolean {
  return viewer.brand === null && viewer.permissions.has(administerPlatform);
}

/** The right to the type as a whole; rows are the scope's business. */
export function typeAccess(types: ResourceTypes, viewer: Viewer, type: ResourceType, action: Action): Decision {
  if (action !== "view" && !type.entity.writable) return { allowed: false, reason: "" };
  if (type.kind === "user" && action !== "view")
    return administersUsers(viewer)
      ? granted
      : {
          allowed: false,
          reason: `The following permissions are required: '${administerBrand}' OR '${administerPlatform}'.`,
        };
  if (type.name === types.journal.name && administersPlatform(viewer)) return granted;
  const permission = type.entity.access[action];
  return permission === "authenticated" ? granted : needs(viewer, permission);
}

/** What colleagues may know of each other. */
const publicUserFields = new Set(["full_name", "user_type", "status"]);

export function fieldViewAccess(viewer: Viewer, type: ResourceType, field: Field): Decision {
  if (type.kind === "user" && field.name in type.entity.fields && !publicUserFields.has(field.name)) {
    return administersUsers(viewer) ? granted : { allowed: false, reason: "" };
  }
  return field.viewPermission ? needs(viewer, field.viewPermission) : granted;
}

const ownUserFields = new Set(["full_name", "preferred_langcode"]);

/** Who may not see a value may not change it blindly either. */
export function fieldEditAccess(viewer: Viewer, type: ResourceType, field: Field, own: boolean): Decision {
  if (type.kind === "user") {
    if (administersUsers(viewer)) return granted;
    return own && ownUserFields.has(field.name) ? granted : needs(viewer, administerBrand);
  }
  const view = fieldViewAccess(viewer, type, field);
  if (!view.allowed) return view;
  return field.editPermission ? needs(viewer, field.editPermission) : granted;
}
