import type { Page } from "./list-parameters.ts";
import { buildQuery, normaliseQuery, type QueryMap } from "./query-string.ts";

/** The request's own address, in the forms that links need. */
export class RequestUrl {
  /** Scheme, host and language prefix: what every address of the answer starts with. */
  readonly origin: string;
  /** Without the language prefix. */
  readonly path: string;
  readonly query: QueryMap;

  constructor(origin: string, path: string, query: QueryMap) {
    const prefix = /^\/fr(?=\/)/.exec(path)?.[0] ?? "";
    this.origin = `${origin}${prefix}`;
    this.path = path.slice(prefix.length);
    this.query = query;
  }

  get self(): string {
    return this.#href(normaliseQuery(this.query));
  }

  page({ offset, limit }: Page): string {
    const query: QueryMap = new Map(this.query);
    query.set(
      "page",
      new Map([
        ["offset", String(offset)],
        ["limit", String(limit)],
      ]),
    );
    return this.#href(query);
  }

  #href(query: QueryMap): string {
    const text = buildQuery(query);
    return `${this.origin}${this.path}${text === "" ? "" : `?${text}`}`;
  }
}
