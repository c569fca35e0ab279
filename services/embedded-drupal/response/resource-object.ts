import { fieldViewAccess } from "../plan/access.ts";
import { relationshipsOf } from "../plan/members.ts";
import type { Scope } from "../plan/scope.ts";
import type { Loaded, Row } from "../store/row.ts";
import type { Fieldsets } from "../request/list-parameters.ts";
import { columnName } from "../store/column.ts";
import { type ResourceType, subjectType } from "../store/resource-type.ts";
import { rfc3339, wireValue } from "./wire-value.ts";
import type { Field } from "../../model/index.ts";

export interface ResourceObject {
  readonly type: string;
  readonly id: string;
  readonly links?: { readonly self: { readonly href: string } };
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly relationships?: Readonly<Record<string, unknown>>;
}

/** Writes resource objects as one viewer may see them. What depends on the type alone is worked out once. */
export class ResourceWriter {
  readonly #scope: Scope;
  readonly #origin: string;
  readonly #fieldsets: Fieldsets;
  readonly #visible = new Map<string, ReadonlySet<string>>();

  constructor(scope: Scope, origin: string, fieldsets: Fieldsets) {
    this.#scope = scope;
    this.#origin = origin;
    this.#fieldsets = fieldsets;
  }

  url(type: ResourceType, uuid: string): string {
    return `${this.#origin}/jsonapi/${type.name}/${type.name}/${uuid}`;
  }

  write({ type, row }: Loaded): ResourceObject {
    const wanted = this.#fieldsets.get(type.resource);
    const shown = (name: string) => wanted === undefined || wanted.has(name);
    const attributes = this.#attributes(type, row, shown);
    const relationships = this.#relationships(type, row, shown);
    return {
      type: type.resource,
      id: row.uuid,
      links: { self: { href: this.url(type, row.uuid) } },
      ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
      ...(Object.keys(relationships).length > 0 ? { relationships } : {}),
    };
  }

  #attributes(type: ResourceType, row: Row, shown: (name: string) => boolean): Record<string, unknown> {
    const own = this.#isSelf(type, row);
    const attributes: Record<string, unknown> = {};
    if (type.kind === "user" && shown("display_name")) attributes["display_name"] = displayName(row);
    if (shown(type.idName)) attributes[type.idName] = row.id;
    for (const name of ["created", "changed"] as const) {
      const value = row[name];
      if (shown(name)) attributes[name] = typeof value === "number" ? rfc3339(value) : null;
    }
    if (shown("version")) attributes["version"] = row.version;
    for (const field of type.attributes) {
      if (!shown(field.name) || !this.#sees(type, field, own)) continue;
      const stored = row[columnName(field.name)];
      attributes[field.name] =
        type.kind === "file" && field.name === "uri"
          ? fileUri(stored)
          : wireValue(field, field.type === "change" ? this.#openChanges(row, stored) : stored);
    }
    if (own && shown("permissions")) attributes["permissions"] = [...this.#scope.viewer.permissions].sort();
    return attributes;
  }

  /** Without those of fields that don't exist for the viewer. */
  #openChanges(row: Row, stored: unknown): unknown {
    const closed = this.#scope.types.closedFields.get(String(row[columnName(subjectType)]));
    if (!closed || !Array.isArray(stored)) return stored;
    return stored.filter((change: { field?: unknown }) => !closed.has(String(change.field)));
  }

  #relationships(type: ResourceType, row: Row, shown: (name: string) => boolean): Record<string, unknown> {
    const own = this.#isSelf(type, row);
    const relationships: Record<string, unknown> = {};
    for (const member of relationshipsOf(this.#scope.types, type)) {
      const { field } = member;
      if (!shown(field.name) || (!member.system && !this.#sees(type, field, own))) continue;
      relationships[field.name] = {
        data: this.linkage(type, row, field.name),
        links: this.relationshipLinks(type, row.uuid, field.name),
      };
    }
    return relationships;
  }

  relationshipLinks(type: ResourceType, uuid: string, name: string): Record<string, { href: string }> {
    const self = this.url(type, uuid);
    return { related: { href: `${self}/${name}` }, self: { href: `${self}/relationships/${name}` } };
  }

  /** Resource identifiers of a relationship; repeated targets are told apart by their arity. */
  linkage(type: ResourceType, row: Row, name: string): unknown {
    const member = relationshipsOf(this.#scope.types, type).find(({ field }) => field.name === name);
    if (!member) return null;
    const resource = this.#scope.types.target(member.field).resource;
    if (!member.field.multiple) return identifier(resource, row[member.column], row[`r_${name}`]);
    const pairs = row[`r_${name}`];
    if (!Array.isArray(pairs)) return [];
    const counts = new Map<unknown, number>();
    for (const [id] of pairs) counts.set(id, (counts.get(id) ?? 0) + 1);
    const used = new Map<unknown, number>();
    return pairs.map(([id, uuid]) => {
      const arity = used.get(id) ?? 0;
      used.set(id, arity + 1);
      return identifier(resource, id, uuid, (counts.get(id) ?? 0) > 1 ? arity : undefined);
    });
  }

  #isSelf(type: ResourceType, row: Row): boolean {
    return type.kind === "user" && row.id === this.#scope.viewer.id;
  }

  #sees(type: ResourceType, field: Field, own: boolean): boolean {
    if (own) return true;
    let visible = this.#visible.get(type.name);
    if (!visible) {
      const fields = Object.values(type.entity.fields);
      visible = new Set(
        fields
          .filter((candidate) => fieldViewAccess(this.#scope.viewer, type, candidate).allowed)
          .map(({ name }) => name),
      );
      this.#visible.set(type.name, visible);
    }
    return visible.has(field.name);
  }
}

function displayName(row: Row): unknown {
  const full = row[columnName("full_name")];
  return typeof full === "string" && full !== "" ? full : row[columnName("name")];
}

function fileUri(stored: unknown): unknown {
  const path = String(stored);
  return { value: `private://${path}`, url: `/system/files/${path.split("/").map(encodeURIComponent).join("/")}` };
}

function identifier(resource: string, id: unknown, uuid: unknown, arity?: number): unknown {
  if (id === null || id === undefined) return null;
  const meta = { ...(arity === undefined ? {} : { arity }), drupal_internal__target_id: id };
  if (typeof uuid === "string") return { type: resource, id: uuid, meta };
  const help = {
    href: "https://www.drupal.org/docs/8/modules/json-api/core-concepts#missing",
    meta: { about: "Usage and meaning of the 'missing' resource identifier." },
  };
  return { type: resource, id: "missing", meta: { links: { help } } };
}
