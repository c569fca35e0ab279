import type { EgressRequest } from "../../../platform/egress/egress.ts";
import type { BodyMembers, Vendor, VendorOperation } from "./vendor.ts";

/** What an operation is given by name: texts, lists of them, and things of which a body has a list. */
export interface Given {
  readonly [name: string]: string | readonly string[] | readonly Given[] | undefined;
}

/** The request that an operation makes of what is given. */
export function requestOf(
  vendor: Vendor,
  operation: VendorOperation,
  given: Given,
  {
    origin,
    secret,
    cursor,
  }: { readonly origin: string; readonly secret: string; readonly cursor?: string | undefined },
): EgressRequest {
  const url = new URL(filled(operation.path, given, encodeURIComponent) ?? "", origin);
  for (const [name, template] of Object.entries(operation.query)) {
    const value = filled(template, given, isJson.test(template) ? inJson : String);
    if (value !== undefined && !(cursor !== undefined && operation.first.includes(name)))
      url.searchParams.set(name, value);
  }
  if (operation.pages) {
    const { size, ...place } = vendor.pages;
    url.searchParams.set(size.name, String(size.value));
    if (cursor !== undefined) url.searchParams.set("cursor" in place ? place.cursor : place.skip, cursor);
  }
  const body = operation.body && bodyOf(operation.body, given, vendor.bodies);
  return {
    method: operation.method,
    url: url.href,
    headers: {
      accept: "application/json",
      ...(typeof vendor.auth === "object" && "header" in vendor.auth
        ? { [vendor.auth.header]: secret }
        : { authorization: `Bearer ${secret}` }),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  };
}

/** A template with its values; nothing where one of them is missing. */
function filled(template: string, given: Given, written: (text: string) => string): string | undefined {
  let isWhole = true;
  const text = template.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = given[name];
    if (typeof value !== "string") isWhole = false;
    return typeof value === "string" ? written(value) : "";
  });
  return isWhole ? text : undefined;
}

/** A list or an object; a value that stands alone isn't one. */
const isJson = /^(\[|\{(?!\w+\}))/;
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

function bodyOf(members: BodyMembers, given: Given, bodies: Vendor["bodies"]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [member, from] of Object.entries(members)) {
    const value = typeof from === "string" ? memberOf(member, from, given, bodies) : from;
    if (value === undefined) continue;
    const path = member.split(".");
    const last = path.pop() ?? "";
    let inside = body;
    for (const step of path) {
      const deeper = (inside[step] ?? {}) as Record<string, unknown>;
      inside[step] = deeper;
      inside = deeper;
    }
    inside[last] = value;
  }
  return body;
}

/** `name`, `name number`, `name list.body`; with `?` where it may be missing. */
function memberOf(member: string, from: string, given: Given, bodies: Vendor["bodies"]): unknown {
  if (from.startsWith("=")) return from.slice(1);
  const [, name = "", kind, optional] = /^(\w+)(?: (number|list\.\w+))?(\?)?$/.exec(from) ?? [];
  const value = takenFrom(member, `${name}${optional ?? ""}`, given);
  if (value === undefined || !kind) return value;
  if (kind === "number") {
    const number = Number(value);
    if (value === "" || !Number.isFinite(number)) throw new Error(`${member} is no number`);
    return number;
  }
  const inner = bodies[kind.slice("list.".length)];
  if (!inner || !Array.isArray(value)) throw new Error(`${member} is no ${kind}`);
  return value.map((one: Given) => bodyOf(inner, one, bodies));
}

/** The same as the cells of a row; what is missing is empty. */
export const valuesOf = (columns: Readonly<Record<string, string>>, given: Given): (readonly [string, string])[] =>
  Object.entries(columns).map(([column, from]) => {
    const value = takenFrom(column, from, given) ?? "";
    return [column, typeof value === "string" ? value : value.filter((one) => typeof one === "string").join(" ")];
  });

function takenFrom(member: string, from: string, given: Given): Given[string] {
  const name = from.replace(/\?$/, "");
  const value = from.startsWith("=") ? from.slice(1) : given[name];
  if (value === undefined && from === name) throw new Error(`${member} needs ${name}`);
  return value;
}
