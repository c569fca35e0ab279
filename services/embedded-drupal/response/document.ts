import { randomBytes } from "node:crypto";
import type { Omission } from "../query/includes.ts";
import type { Page } from "../request/list-parameters.ts";
import { buildQuery, normaliseQuery, type QueryMap } from "../request/query-string.ts";
import { envelope } from "./encode.ts";
import type { ResourceWriter } from "./resource-object.ts";

export type Links = Record<string, { href: string }>;

/** The request's own address, in the forms that links need. */
export class RequestUrl {
  /** Scheme, host and language prefix: what every address of the answer starts with. */
  readonly origin: string;
  /** Without the language prefix. */
  readonly path: string;
  readonly query: QueryMap;

  constructor(origin: string, path: string, query: QueryMap) {
    const prefix = /^\/(?:fr|en)(?=\/)/.exec(path)?.[0] ?? "";
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

export function pagerLinks(url: RequestUrl, page: Page, hasNext: boolean): Links {
  const { offset, limit } = page;
  return {
    ...(offset > 0 ? { first: { href: url.page({ offset: 0, limit }) } } : {}),
    ...(hasNext ? { next: { href: url.page({ offset: offset + limit, limit }) } } : {}),
    ...(offset > 0 ? { prev: { href: url.page({ offset: Math.max(offset - limit, 0), limit }) } } : {}),
    self: { href: url.self },
  };
}

export interface Document {
  readonly data: unknown;
  readonly included?: readonly unknown[];
  readonly omitted?: readonly Omission[];
  readonly links: Links;
}

export function dataDocument(writer: ResourceWriter, document: Document): Record<string, unknown> {
  const { data, included = [], omitted = [], links } = document;
  return {
    jsonapi: envelope,
    data,
    ...(included.length > 0 ? { included } : {}),
    ...(omitted.length > 0 ? { meta: { omitted: omittedMeta(writer, omitted) } } : {}),
    links,
  };
}

function omittedMeta(writer: ResourceWriter, omitted: readonly Omission[]): unknown {
  const links: Record<string, unknown> = {
    help: { href: "https://www.drupal.org/docs/8/modules/json-api/filtering#filters-access-control" },
  };
  for (const { type, uuid, reason } of omitted) {
    const detail = `The current user is not allowed to GET the selected resource.${reason ? ` ${reason}` : ""}`;
    links[`item--${randomKey()}`] = { href: writer.url(type, uuid), meta: { rel: "item", detail } };
  }
  return { detail: "Some resources have been omitted because of insufficient authorization.", links };
}

function randomKey(): string {
  return randomBytes(12).toString("base64url").replace(/[-_]/g, "").slice(0, 7).padEnd(7, "0");
}
