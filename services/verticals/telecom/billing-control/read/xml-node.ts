/** Reading side of a parsed XML element: paths of local names, text and attributes, nothing that throws. */
export class XmlNode {
  constructor(private readonly value: unknown) {}

  /** Elements at a path, in document order. */
  all(path: string): XmlNode[] {
    let nodes: unknown[] = [this.value];
    for (const step of path.split("/")) {
      nodes = nodes.flatMap((node) => {
        const child: unknown =
          node && typeof node === "object" && !Array.isArray(node) ? Reflect.get(node, step) : undefined;
        return child === undefined ? [] : Array.isArray(child) ? child : [child];
      });
    }
    return nodes.map((node) => new XmlNode(node));
  }

  /** Trimmed text of the first element at a path; null where there is none or it is empty. */
  text(path: string): string | null {
    return this.all(path)[0]?.own ?? null;
  }

  get own(): string | null {
    const { value } = this;
    const text: unknown = value && typeof value === "object" ? Reflect.get(value, "#text") : value;
    const trimmed = typeof text === "string" || typeof text === "number" ? String(text).trim() : "";
    return trimmed === "" ? null : trimmed;
  }

  attribute(name: string): string | null {
    const text: unknown =
      this.value && typeof this.value === "object" ? Reflect.get(this.value, `@_${name}`) : undefined;
    return typeof text === "string" ? text : null;
  }
}
