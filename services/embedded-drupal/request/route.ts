import type { ResourceType, ResourceTypes } from "../store/resource-type.ts";

export type Route =
  | { readonly kind: "entry-point" }
  | { readonly kind: "collection"; readonly type: ResourceType }
  | { readonly kind: "individual"; readonly type: ResourceType; readonly id: string }
  | { readonly kind: "related"; readonly type: ResourceType; readonly id: string; readonly field: string }
  | { readonly kind: "relationship"; readonly type: ResourceType; readonly id: string; readonly field: string }
  /** Without a type: the entity type does not exist. */
  | { readonly kind: "aggregate" | "site-fields"; readonly type: ResourceType | undefined }
  | { readonly kind: "operations" }
  | { readonly kind: "progress"; readonly requestId: string }
  | { readonly kind: "recipients" }
  | { readonly kind: "outbox" | "account-mails" }
  | { readonly kind: "sessions" }
  | { readonly kind: "translate-path" | "subrequests" }
  | { readonly kind: "login" | "logout" | "login-status" | "token" }
  | { readonly kind: "password-reset" | "password-reset-confirm" }
  | { readonly kind: "brand-of-host"; readonly hostname: string }
  | { readonly kind: "file"; readonly path: string };

const fixed: Readonly<Record<string, Route>> = {
  "/jsonapi": { kind: "entry-point" },
  "/jsonapi/operations": { kind: "operations" },
  "/jsonapi/recipients": { kind: "recipients" },
  "/jsonapi/outbox": { kind: "outbox" },
  "/jsonapi/account-mails": { kind: "account-mails" },
  "/jsonapi/sessions": { kind: "sessions" },
  "/user/login": { kind: "login" },
  "/user/logout": { kind: "logout" },
  "/user/login_status": { kind: "login-status" },
  "/session/token": { kind: "token" },
  "/password-reset": { kind: "password-reset" },
  "/password-reset/confirm": { kind: "password-reset-confirm" },
  "/router/translate-path": { kind: "translate-path" },
  "/subrequests": { kind: "subrequests" },
};

/** What an address means; undefined: nothing, which is an HTML page in Drupal. */
export function matchRoute(types: ResourceTypes, path: string): Route | undefined {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, "") : path;
  const exact = Object.hasOwn(fixed, trimmed) ? fixed[trimmed] : undefined;
  if (exact) return exact;
  const parts = trimmed.split("/").slice(1).map(decodePart);
  if (parts[0] === "system" && parts[1] === "files" && parts.length > 2)
    return { kind: "file", path: parts.slice(2).join("/") };
  if (parts[0] === "brand-of-host" && parts.length === 2 && /^[A-Za-z0-9.-]{1,253}$/.test(parts[1] ?? ""))
    return { kind: "brand-of-host", hostname: parts[1] ?? "" };
  if (parts[0] !== "jsonapi") return undefined;
  const [, first, second, id, third, fourth] = parts;
  if (first === "operations" && second !== undefined && parts.length === 3)
    return { kind: "progress", requestId: second };
  if ((first === "aggregate" || first === "site-fields") && second !== undefined && parts.length === 3)
    return { kind: first, type: types.byName.get(second) };
  const type = first !== undefined && first === second ? types.byName.get(first) : undefined;
  if (!type) return undefined;
  if (id === undefined) return { kind: "collection", type };
  if (third === undefined) return { kind: "individual", type, id };
  if (fourth === undefined) return { kind: "related", type, id, field: third };
  return third === "relationships" && parts.length === 6
    ? { kind: "relationship", type, id, field: fourth }
    : undefined;
}

const services = new Set([
  "operations",
  "aggregate",
  "site-fields",
  "recipients",
  "outbox",
  "account-mails",
  "sessions",
]);

/** Whether the anonymous are refused there, whatever lies at the address. */
export function isClosedToAnonymous(types: ResourceTypes, path: string): boolean {
  const [root, first = "", second] = path.split("/").slice(1).map(decodePart);
  return root === "jsonapi" && (services.has(first) || (first === second && types.byName.has(first)));
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
