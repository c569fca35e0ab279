import type { Viewer } from "../session/viewer.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import type { RequestUrl } from "../request/request-url.ts";
import { envelope } from "./encode.ts";

export function entryPoint(types: ResourceTypes, url: RequestUrl, viewer: Viewer | undefined): unknown {
  const links = [...types.byName.values()].map(
    (type) => [type.resource, { href: `${url.origin}/jsonapi/${type.name}/${type.name}` }] as const,
  );
  const all = [...links, ["self", { href: `${url.origin}/jsonapi` }] as const].sort(([a], [b]) => (a < b ? -1 : 1));
  const me = viewer ? { meta: { id: viewer.uuid }, href: `${url.origin}/jsonapi/user/user/${viewer.uuid}` } : undefined;
  return { jsonapi: envelope, data: [], ...(me ? { meta: { links: { me } } } : {}), links: Object.fromEntries(all) };
}
