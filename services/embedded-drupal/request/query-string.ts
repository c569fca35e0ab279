import { badRequest } from "../problem/refusal.ts";

/** A query string read as PHP reads it: brackets nest, `[]` appends, the order is kept. */
export type QueryNode = string | QueryMap;
export type QueryMap = Map<string, QueryNode>;

const maxDepth = 16;
const maxParameters = 1000;

export function parseQuery(raw: string): QueryMap {
  const root: QueryMap = new Map();
  const pairs = raw
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "");
  if (pairs.length > maxParameters) throw badRequest("Too many query parameters.");
  for (const pair of pairs) {
    const split = pair.indexOf("=");
    const name = decode(split < 0 ? pair : pair.slice(0, split));
    const path = keyPath(name);
    if (path) assign(root, path, split < 0 ? "" : decode(pair.slice(split + 1)));
  }
  return root;
}

function decode(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw badRequest("The URL is not valid UTF-8.");
  }
}

/** Names that PHP would cut or rewrite: what is asked for would silently not be asked. */
const mangled = /\0|^(?:fields|filter|include|page|sort)\[(?!(?:[^[\]]*\]\[)*[^[\]]*\]$)/;

function keyPath(name: string): string[] | undefined {
  if (mangled.test(name)) throw badRequest("The name of a query parameter is malformed.");
  const open = name.indexOf("[");
  if (open === 0 || name === "") return name === "" ? undefined : [name];
  if (open < 0) return [name];
  const path = [name.slice(0, open)];
  for (const match of name.slice(open).matchAll(/\[([^\]]*)\]/g)) path.push(match[1] ?? "");
  if (path.length > maxDepth) throw badRequest("The query string nests too deeply.");
  return path;
}

function assign(root: QueryMap, path: readonly string[], value: string): void {
  let node = root;
  path.forEach((step, index) => {
    const key = step === "" && index > 0 ? nextIndex(node) : step;
    if (index === path.length - 1) {
      node.set(key, value);
      return;
    }
    const child = node.get(key);
    if (child instanceof Map) {
      node = child;
    } else {
      const fresh: QueryMap = new Map();
      node.set(key, fresh);
      node = fresh;
    }
  });
}

function nextIndex(node: QueryMap): string {
  const used = [...node.keys()].filter((key) => /^\d+$/.test(key)).map(Number);
  return String(used.length === 0 ? 0 : Math.max(...used) + 1);
}

export function buildQuery(query: QueryMap): string {
  const parts: string[] = [];
  const visit = (prefix: string, node: QueryNode): void => {
    if (typeof node === "string") parts.push(`${prefix}=${encode(node)}`);
    else for (const [key, child] of node) visit(`${prefix}%5B${encode(key)}%5D`, child);
  };
  for (const [key, node] of query) visit(encode(key), node);
  return parts.join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The self link's form: top-level parameters in alphabetical order. */
export function normaliseQuery(query: QueryMap): QueryMap {
  return new Map([...query].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A parameter that must be an array (`filter`, `page`, `fields`). */
export function arrayParameter(query: QueryMap, name: string): QueryMap | undefined {
  const node = query.get(name);
  if (typeof node === "string") {
    throw badRequest(`Unexpected value for parameter "${name}": expecting "array", got "string".`);
  }
  return node;
}

/** A parameter that must be one value (`include`, `groupBy`…). */
export function textParameter(query: QueryMap, name: string): string | undefined {
  const node = query.get(name);
  if (node instanceof Map) throw badRequest(`The ${name} parameter must be a single value.`);
  return node;
}

const official = new Set(["filter", "sort", "page", "fields", "include", "resourceVersion"]);

/** Core's two answers to `_format` at addresses that have one format. */
export function checkFormat(query: QueryMap): void {
  const format = query.get("_format");
  if (format === undefined) return;
  if (format instanceof Map) throw badRequest("The _format parameter must be a single value.");
  if (format === "" || format === "api_json")
    throw badRequest("JSON:API does not need that ugly '_format' query string! 🤘 Use the URL provided in 'links' 🙏");
  throw new WrongFormat();
}

/** Told in the general form, as the request isn't one of the API's. */
export class WrongFormat extends Error {
  override name = "WrongFormat";
  override message = "No route found for the specified format. Supported formats: api_json.";
}

/** Custom parameters need a character outside a-z, as the specification says. */
export function checkParameterNames(query: QueryMap, allowed: ReadonlySet<string> = new Set()): void {
  const invalid = [...query.keys()].filter((name) => !official.has(name) && !allowed.has(name) && !isCustomName(name));
  if (invalid.length > 0) {
    throw badRequest(`The following query parameters violate the JSON:API spec: '${invalid.join("', '")}'.`, {
      Link: "http://jsonapi.org/format/#query-parameters",
    });
  }
}

function isCustomName(name: string): boolean {
  return (
    /^[a-zA-Z0-9\u0080-\uffff][-_ a-zA-Z0-9\u0080-\uffff]*[a-zA-Z0-9\u0080-\uffff]$/.test(name) && /[^a-z]/.test(name)
  );
}
