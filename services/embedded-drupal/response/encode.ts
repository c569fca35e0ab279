const escapes: Readonly<Record<string, string>> = {
  "\\\\": "\\\\",
  '\\"': "\\u0022",
  "<": "\\u003C",
  ">": "\\u003E",
  "&": "\\u0026",
  "'": "\\u0027",
  "/": "\\/",
};

/** JSON as Drupal writes it: safe inside HTML, slashes escaped. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\\\|\\"|[<>&'/]/g, (found) => escapes[found] ?? found);
}

export const envelope = {
  version: "1.0",
  meta: { links: { self: { href: "http://jsonapi.org/format/1.0/" } } },
} as const;
