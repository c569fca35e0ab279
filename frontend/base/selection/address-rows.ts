import { createParser } from "nuqs";

/** Single rows, or with `all` everything but some. */
export interface ChosenRows {
  readonly all: boolean;
  readonly ids: readonly string[];
}

export const noRows: ChosenRows = { all: false, ids: [] };

/** A longer address is refused on the way; what doesn't fit is kept in the tab and the address names it. */
const longest = 6_000;
const keptIn = "sw-selection-";

/** `*` is everything, `*.a.b` everything but two, `a.b` two rows, `~name` what the tab keeps. */
export function writeRows({ all, ids }: ChosenRows): string {
  const text = [...(all ? ["*"] : []), ...ids.map(shorten)].join(".");
  if (text.length <= longest) return text;
  const name = hash(text);
  try {
    sessionStorage.setItem(keptIn + name, text);
  } catch {
    // Without storage the selection lasts as long as the page.
  }
  return `~${name}`;
}

export function readRows(text: string): ChosenRows | null {
  const whole = text.startsWith("~") ? storedText(text.slice(1)) : text;
  if (!whole) return null;
  const [first, ...others] = whole.split(".");
  const all = first === "*";
  const ids = (all ? others : [first ?? "", ...others]).flatMap((part) => lengthen(part) ?? []);
  return all || ids.length > 0 ? { all, ids } : null;
}

/** Rows chosen in a list, for `useQueryState`. */
export const addressRows = createParser<ChosenRows>({
  parse: readRows,
  serialize: writeRows,
  eq: (a, b) =>
    a === b || (a.all === b.all && a.ids.length === b.ids.length && a.ids.every((id, index) => id === b.ids[index])),
});

function storedText(name: string): string | null {
  try {
    return sessionStorage.getItem(keptIn + name);
  } catch {
    return null;
  }
}

/** An id takes 22 characters instead of 36; a part of one stays as it is. */
function shorten(id: string): string {
  const digits = id.replaceAll("-", "");
  if (digits.length !== 32) return id;
  const bytes = digits.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return btoa(bytes.join("")).replaceAll("+", "-").replaceAll("/", "_").slice(0, 22);
}

function lengthen(part: string): string | undefined {
  if (/^[0-9a-f]{8}$/.test(part)) return part;
  if (!/^[\w-]{22}$/.test(part)) return undefined;
  const digits = [...atob(part.replaceAll("-", "+").replaceAll("_", "/"))]
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"))
    .join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return `${value.toString(36)}-${text.length}`;
}
