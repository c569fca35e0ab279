import { randomBytes } from "node:crypto";
import type { Page } from "../request/list-parameters.ts";
import type { RequestUrl } from "../request/request-url.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { envelope } from "./encode.ts";
import type { ResourceWriter } from "./resource-object.ts";

export type Links = Record<string, { href: string }>;

export function pagerLinks(url: RequestUrl, page: Page, hasNext: boolean): Links {
  const { offset, limit } = page;
  return {
    ...(offset > 0 ? { first: { href: url.page({ offset: 0, limit }) } } : {}),
    ...(hasNext ? { next: { href: url.page({ offset: offset + limit, limit }) } } : {}),
    ...(offset > 0 ? { prev: { href: url.page({ offset: Math.max(offset - limit, 0), limit }) } } : {}),
    self: { href: url.self },
  };
}

/** A target of the viewer's own brand that the answer must leave out. */
export interface Omission {
  readonly type: ResourceType;
  readonly uuid: string;
  readonly reason: string;
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
