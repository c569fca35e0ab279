import { type RawBuilder, sql } from "kysely";
import { columnName } from "../store/column.ts";
import { isTenant, type ResourceType, takesRows, type ResourceTypes } from "../store/resource-type.ts";
import { administersPlatform, fieldViewAccess, typeAccess } from "./access.ts";
import type { Viewer } from "../session/viewer.ts";

export type Fragment = RawBuilder<unknown>;

export const always: Fragment = sql`true`;
export const never: Fragment = sql`false`;

export function and(parts: readonly Fragment[]): Fragment {
  const real = parts.filter((part) => part !== always);
  if (real.includes(never)) return never;
  return real.length === 0 ? always : sql`(${sql.join(real, sql` AND `)})`;
}

export function or(parts: readonly Fragment[]): Fragment {
  const real = parts.filter((part) => part !== never);
  return real.length === 0 ? never : sql`(${sql.join(real, sql` OR `)})`;
}

export function column(alias: string, name: string): Fragment {
  return sql.ref(`${alias}.${name}`);
}

/** The one place that says which rows exist for a viewer. Every relation a plan touches goes through here. */
export class Scope {
  readonly types: ResourceTypes;
  readonly viewer: Viewer;
  #aliases = 0;

  constructor(types: ResourceTypes, viewer: Viewer) {
    this.types = types;
    this.viewer = viewer;
  }

  alias(): string {
    this.#aliases += 1;
    return `s${this.#aliases}`;
  }

  /** Rows of the viewer's tenant, whatever else the viewer may see of them. */
  tenant(type: ResourceType, alias: string): Fragment {
    const { viewer, types } = this;
    if (type.name === types.brand.name) {
      if (administersPlatform(viewer)) return always;
      return viewer.brand ? sql`${column(alias, "id")} = ${viewer.brand.id}` : never;
    }
    if (!isTenant(type)) return always;
    // A brand's logo may have been uploaded by the platform: usage decides.
    if (type.kind === "file") return always;
    if (viewer.brand) return sql`${column(alias, "brand")} = ${viewer.brand.id}`;
    if (type.kind === "user") return administersPlatform(viewer) ? always : sql`${column(alias, "id")} = ${viewer.id}`;
    return type.name === types.journal.name && administersPlatform(viewer) ? always : never;
  }

  /** Rows of the tenant that a reference to them may show: all but the people whom clients and partners don't know. */
  known(type: ResourceType, alias: string): Fragment {
    return and([this.tenant(type, alias), this.people(type, alias)]);
  }

  /** Clients and partners see themselves, and those whom the model names. */
  people(type: ResourceType, alias: string): Fragment {
    const sees = type.ownerSees;
    if (this.viewer.ownAccounts === null || !sees) return always;
    const named = sql`${column(alias, columnName(sees.field))} = ANY(${[...sees.values]}::text[])`;
    return type.kind === "user" ? or([sql`${column(alias, "id")} = ${this.viewer.id}`, named]) : named;
  }

  /** Rows that exist for the viewer. */
  rows(type: ResourceType, alias: string): Fragment {
    return and([
      this.tenant(type, alias),
      this.#written(type, alias),
      this.people(type, alias),
      this.#owner(type, alias),
      this.#used(type, alias),
      this.#rowView(type, alias),
      this.#openValues(type, alias),
      this.#subjects(type, alias),
      this.#files(type, alias),
    ]);
  }

  /** Rows that exist for the viewer and whose type the viewer may see: what joins and includes may use. */
  visible(type: ResourceType, alias: string): Fragment {
    return typeAccess(this.types, this.viewer, type, "view").allowed ? this.rows(type, alias) : never;
  }

  /** Rows that a request is still writing exist for nobody; asked in the statement itself, which sees all of them or none. */
  #written(type: ResourceType, alias: string): Fragment {
    if (!takesRows(type)) return always;
    const end = (name: string, none: number) =>
      sql`coalesce((SELECT ${sql.ref(name)} FROM core_open_load WHERE table_name = ${type.table}), ${sql.lit(none)})`;
    return sql`${column(alias, "id")} NOT BETWEEN ${end("first", 1)} AND ${end("last", 0)}`;
  }

  #owner(type: ResourceType, alias: string): Fragment {
    const path = type.entity.ownerPath;
    if (this.viewer.ownAccounts === null || path === undefined) return always;
    if (path === "self") return sql`${column(alias, "id")} = ANY(${this.viewer.ownAccounts}::integer[])`;
    return this.#owned(type, alias, path.split("."));
  }

  #owned(type: ResourceType, alias: string, path: readonly string[]): Fragment {
    const [step, ...rest] = path;
    const field = step === undefined ? undefined : type.entity.fields[step];
    if (!field) return never;
    const reference = column(alias, columnName(field.name));
    if (rest.length === 0) return sql`${reference} = ANY(${this.viewer.ownAccounts}::integer[])`;
    const target = this.types.target(field);
    const inner = this.alias();
    return sql`EXISTS (SELECT 1 FROM ${sql.table(target.table)} AS ${sql.ref(inner)}
      WHERE ${column(inner, "id")} = ${reference} AND ${this.tenant(target, inner)} AND ${this.#owned(target, inner, rest)})`;
  }

  /** Clients and partners see such a row through rows of theirs, by references that they may read. */
  #used(type: ResourceType, alias: string): Fragment {
    if (this.viewer.ownAccounts === null || type.entity.ownerSees !== "used") return always;
    const row = column(alias, "id");
    const uses = [...this.types.byName.values()].flatMap((user) =>
      user.entity.ownerPath === undefined
        ? []
        : user.relationships
            .filter((field) => field.target === type.name && fieldViewAccess(this.viewer, user, field).allowed)
            .map((field) => ({ user, field })),
    );
    return or(
      uses.map(({ user, field }) => {
        const inner = this.alias();
        const reference = column(inner, columnName(field.name));
        return sql`EXISTS (SELECT 1 FROM ${sql.table(user.table)} AS ${sql.ref(inner)}
          WHERE ${field.multiple ? sql`${row} = ANY(${reference})` : sql`${reference} = ${row}`} AND ${this.visible(user, inner)})`;
      }),
    );
  }

  #rowView(type: ResourceType, alias: string): Fragment {
    const rule = type.entity.rowView;
    if (!rule) return always;
    const held = this.viewer.permissions;
    if (rule.kind === "flag") return held.has(rule.permission) ? always : this.#notFlagged(type, alias, rule);
    const value = column(alias, columnName(rule.field));
    if (rule.kind === "user")
      return rule.permission && held.has(rule.permission)
        ? always
        : sql`(${value} IS NULL OR ${value} = ${this.viewer.id})`;
    if (rule.kind === "permission") return sql`(${value} IS NULL OR ${value} = ANY(${[...held]}::text[]))`;
    const allowed = Object.entries(rule.permissions)
      .filter(([, permission]) => held.has(permission))
      .map(([name]) => name);
    return sql`${value} = ANY(${allowed}::text[])`;
  }

  #notFlagged(type: ResourceType, alias: string, { field, through }: { field: string; through?: string }): Fragment {
    const flag = (at: string) => sql`${column(at, columnName(field))} IS NOT TRUE`;
    const reference = type.relationships.find(({ name }) => name === through);
    if (!reference) return flag(alias);
    const inner = this.alias();
    return sql`EXISTS (SELECT 1 FROM ${sql.table(this.types.target(reference).table)} AS ${sql.ref(inner)}
      WHERE ${column(inner, "id")} = ${column(alias, columnName(reference.name))} AND ${flag(inner)})`;
  }

  /** A row that has a value of a closed module doesn't exist. */
  #openValues(type: ResourceType, alias: string): Fragment {
    const closed = [...(this.types.closedValues.get(type.name) ?? [])];
    return and(
      closed.map(([field, values]) => {
        const value = column(alias, columnName(field));
        return sql`(${value} IS NULL OR ${value} <> ALL(${[...values]}::text[]))`;
      }),
    );
  }

  /** What is told of objects whose type the viewer may not see stays hidden too, and of those that have a value of a closed module. */
  #subjects(type: ResourceType, alias: string): Fragment {
    const { types, viewer } = this;
    if (!type.entity.fields["subject_type"] || administersPlatform(viewer)) return always;
    const visible = [...types.byName.values()].filter((subject) => typeAccess(types, viewer, subject, "view").allowed);
    const told = column(alias, columnName("subject_type"));
    return and([
      sql`${told} = ANY(${visible.map((subject) => subject.name)}::text[])`,
      ...visible
        .filter(({ name }) => types.closedValues.has(name))
        .map((subject) => {
          const inner = this.alias();
          return sql`(${told} <> ${subject.name} OR NOT EXISTS (SELECT 1 FROM ${sql.table(subject.table)} AS ${sql.ref(inner)}
            WHERE ${column(inner, "uuid")}::text = ${column(alias, columnName("subject_id"))} AND NOT ${this.#openValues(subject, inner)}))`;
        }),
    ]);
  }

  /** A file is seen by its uploader and through the rows that use it. */
  #files(type: ResourceType, alias: string): Fragment {
    if (type.kind !== "file") return always;
    const uses = [...this.types.byName.values()].flatMap((user) =>
      user.relationships
        .filter((field) => field.type === "file" && fieldViewAccess(this.viewer, user, field).allowed)
        .map((field) => ({ user, field })),
    );
    return or([
      sql`${column(alias, columnName("uid"))} = ${this.viewer.id}`,
      ...uses.map(({ user, field }) => {
        const inner = this.alias();
        const reference = column(inner, columnName(field.name));
        const file = column(alias, "id");
        return sql`EXISTS (SELECT 1 FROM ${sql.table(user.table)} AS ${sql.ref(inner)}
          WHERE ${field.multiple ? sql`${file} = ANY(${reference})` : sql`${reference} = ${file}`} AND ${this.visible(user, inner)})`;
      }),
    ]);
  }
}
