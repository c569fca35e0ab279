/** Reading side of a parsed XML element: paths of local names, text and attributes, nothing that throws. */
export class XmlNode {
  constructor(private readonly value: unknown) {}

  /** Elements at a path, in document order; the prefixes of their names don't count. */
  all(path: string): XmlNode[] {
    let nodes: unknown[] = [this.value];
    for (const step of path.split("/"))
      nodes = nodes.flatMap((node) =>
        entries(node).flatMap(([key, child]) => (localName(key) === step ? [child].flat() : [])),
      );
    return nodes.map((node) => new XmlNode(node));
  }

  first(path: string): XmlNode | undefined {
    return this.all(path)[0];
  }

  /** Trimmed text of the first element at a path; null where there is none or it is empty. */
  text(path: string): string | null {
    return this.all(path)[0]?.own ?? null;
  }

  /** Texts at a path that aren't empty. */
  texts(path: string): string[] {
    return this.all(path).flatMap(({ own }) => own ?? []);
  }

  get own(): string | null {
    const { value } = this;
    const text: unknown = value && typeof value === "object" ? Reflect.get(value, "#text") : value;
    const trimmed = typeof text === "string" ? decoded(text).trim() : "";
    return trimmed === "" ? null : trimmed;
  }

  attribute(name: string): string | null {
    const text: unknown =
      this.value && typeof this.value === "object" ? Reflect.get(this.value, `@_${name}`) : undefined;
    return typeof text === "string" ? decoded(text) : null;
  }

  /** Elements of these names and namespaces, wherever they lie, not those inside one another. */
  find(wanted: Readonly<Record<string, (namespace: string) => boolean>>): { name: string; node: XmlNode }[] {
    return [...search(this.value, undefined, wanted)];
  }

  /** Local name of the first element. */
  get firstName(): string | undefined {
    return entries(this.value)[0]?.[0].replace(/^.*:/, "");
  }
}

/** Child elements by name. */
function entries(value: unknown): [string, unknown][] {
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).filter(([key]) => !key.startsWith("@_") && key !== "#text");
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

type Wanted = Parameters<XmlNode["find"]>[0];

function* search(
  parent: unknown,
  outer: Scope | undefined,
  wanted: Wanted,
): Generator<{ name: string; node: XmlNode }> {
  for (const [tag, children] of entries(parent))
    for (const child of [children].flat() as unknown[]) {
      const scope = declared(child, outer);
      const name = localName(tag);
      const prefix = tag.includes(":") ? tag.slice(0, tag.indexOf(":")) : "";
      if (Object.hasOwn(wanted, name) && wanted[name]?.(namespaceOf(prefix, scope)))
        yield { name, node: new XmlNode(child) };
      else yield* search(child, scope, wanted);
    }
}

/** Prefixes that an element declares, inside those around it. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

function declared(element: unknown, outer: Scope | undefined): Scope | undefined {
  if (!element || typeof element !== "object") return outer;
  const own = Object.entries(element).flatMap(([key, value]) => {
    const prefix = /^@_xmlns(?::(.+))?$/.exec(key);
    return prefix && typeof value === "string" ? [[prefix[1] ?? "", decoded(value)] as const] : [];
  });
  return own.length === 0 ? outer : { own: new Map(own), outer };
}

function namespaceOf(prefix: string, scope: Scope | undefined): string {
  for (let at = scope; at; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return "";
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Characters that are written as references; what refers to no character stays as it is. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : whole;
  });
