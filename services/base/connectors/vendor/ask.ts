import type { EgressRequest } from "../../../platform/egress/egress.ts";
import type { Vendor, VendorOperation } from "./vendor.ts";

export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

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
    const { size } = vendor.pages;
    url.searchParams.set(size.name, String(size.value));
    if (cursor !== undefined) url.searchParams.set(vendor.pages.cursor, cursor);
  }
  const body = operation.body && bodyOf(operation.body, given);
  return {
    method: operation.method,
    url: url.href,
    headers: {
      accept: "application/json",
      ...(vendor.auth === "bearer" ? { authorization: `Bearer ${secret}` } : { [vendor.auth.header]: secret }),
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

function bodyOf(members: Readonly<Record<string, string>>, given: Given): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [member, from] of Object.entries(members)) {
    const value = takenFrom(member, from, given);
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

/** The same as the cells of a row; what is missing is empty. */
export const valuesOf = (columns: Readonly<Record<string, string>>, given: Given): (readonly [string, string])[] =>
  Object.entries(columns).map(([column, from]) => {
    const value = takenFrom(column, from, given) ?? "";
    return [column, typeof value === "string" ? value : value.join(" ")];
  });

function takenFrom(member: string, from: string, given: Given): Given[string] {
  const name = from.replace(/\?$/, "");
  const value = from.startsWith("=") ? from.slice(1) : given[name];
  if (value === undefined && from === name) throw new Error(`${member} needs ${name}`);
  return value;
}
