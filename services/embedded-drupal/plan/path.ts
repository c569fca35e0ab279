import { sql } from "kysely";
import type { Field } from "../../model/index.ts";
import { badRequest, forbidden } from "../problem/refusal.ts";
import { columnName, foldedName, isFolded, isText } from "../store/column.ts";
import { isRelationship, type ResourceType, subjectType } from "../store/resource-type.ts";
import { fieldViewAccess } from "./access.ts";
import { memberOf } from "./members.ts";
import { always, and, column, type Fragment, or, type Scope } from "./scope.ts";

/** Where a path of the request leads: an expression over the plan's relations. */
export interface Target {
  readonly expression: Fragment;
  readonly field: Field;
  readonly kind: "value" | "uuid" | "reference";
  readonly text: boolean;
  /** The same text without regard to case and accents, where it is kept. */
  readonly folded?: Fragment;
  /** Puts a condition over the expression in place: items of a list are any-of. */
  readonly wrap: (condition: Fragment) => Fragment;
}

const properties: Readonly<Record<string, readonly string[]>> = {
  external_id: ["system", "value"],
  change: ["field", "from", "to"],
};

/** Of a file's address, `url` is computed: it can be named and not asked for. */
const fileAddress = ["value", "url"];

function propertiesOf(type: ResourceType, field: Field): readonly string[] | undefined {
  return type.kind === "file" && field.name === "uri" ? fileAddress : properties[field.type];
}

/** Turns public paths into expressions and collects the joins they need, each with the viewer's scope in its ON clause. */
export class PathPlanner {
  readonly scope: Scope;
  readonly base: ResourceType;
  readonly alias = "b";
  readonly #joins = new Map<string, Fragment>();
  readonly #joined = new Map<string, string>();

  constructor(scope: Scope, base: ResourceType) {
    this.scope = scope;
    this.base = base;
  }

  get joins(): Fragment {
    return this.#joins.size === 0 ? sql`` : sql.join([...this.#joins.values()], sql` `);
  }

  /** `bare`: a relationship may stand alone (IS NULL, groupBy). */
  resolve(path: string, options: { bare?: boolean } = {}): Target {
    return this.#from(path, { bare: options.bare ?? false });
  }

  #from(path: string, options: Pick<Position, "bare" | "bareValue">): Target {
    if (isNoText(path)) throw badRequest("No field name was provided for the filter.");
    return this.#step({
      type: this.base,
      alias: this.alias,
      parts: path.split("."),
      done: [],
      path,
      ...options,
      wrap: plain,
    });
  }

  #step(at: Position): Target {
    const [name, ...rest] = at.parts;
    const { type, alias } = at;
    if (name === "id") {
      if (rest[0] !== undefined) this.#elided(at, rest.join("."));
      return { expression: column(alias, "uuid"), field: idField, kind: "uuid", text: false, wrap: at.wrap };
    }
    const member = name === undefined ? undefined : memberOf(this.scope.types, type, name);
    if (type.kind === "user" && name !== undefined && hiddenOfUsers.has(name))
      throw forbidden(
        `The current user is not authorized to filter by the \`${name}\` field, given in the path \`${[...at.done, name].join(".")}\`.`,
      );
    if (!member || name === undefined) {
      throw badRequest(
        `Invalid nested filtering. The field \`${name}\`, given in the path \`${at.path}\`, does not exist.`,
      );
    }
    const done = [...at.done, name];
    if (!member.system) {
      const access = fieldViewAccess(this.scope.viewer, type, member.field);
      if (!access.allowed) {
        const reason = access.reason ? ` ${access.reason}` : "";
        throw forbidden(
          `The current user is not authorized to filter by the \`${name}\` field, given in the path \`${done.join(".")}\`.${reason}`,
        );
      }
    }
    const expression = column(alias, member.column);
    const next = { ...at, done, parts: rest };
    return isRelationship(member.field)
      ? this.#relationship(next, member.field, expression)
      : this.#value(next, member.field, expression);
  }

  #value(at: Position, field: Field, expression: Fragment): Target {
    const names = propertiesOf(at.type, field);
    const [index, ...afterIndex] = at.parts;
    const delta = index !== undefined && /^\d{1,6}$/.test(index) ? Number(index) : undefined;
    const rest = delta === undefined ? at.parts : afterIndex;
    const property = rest[0];
    const text = isText(field) || field.multiple || names !== undefined;
    if (names === undefined && property !== undefined) this.#elided(at, property);
    if (field.type === "json")
      throw badRequest(
        `The field \`${field.name}\`, given in the path \`${at.path}\`, holds JSON: rows can't be filtered, sorted or grouped by it.`,
      );
    if (names && (property === undefined || !names.includes(property) || rest.length > 1))
      this.#incomplete(at, field, names, property);
    if (!field.multiple && (names === undefined || names === fileAddress)) {
      if (property === "url") this.#incomplete(at, field, ["value"], property);
      const folded = isFolded(at.type, field) ? { folded: column(at.alias, foldedName(field.name)) } : {};
      return { expression, field, kind: "value", text, ...folded, wrap: at.wrap };
    }
    const closed = field.type === "change" ? this.#closedChange(at) : undefined;
    const item = (source: Fragment) => {
      const value = property === undefined ? sql`(${source} #>> '{}')` : sql`(${source} ->> ${property})`;
      return closed ? sql`(CASE WHEN ${closed(source)} THEN NULL ELSE ${value} END)` : value;
    };
    if (delta !== undefined) {
      return { expression: item(sql`(${expression} -> ${sql.lit(delta)})`), field, kind: "value", text, wrap: at.wrap };
    }
    if (!field.multiple) return { expression: item(expression), field, kind: "value", text, wrap: at.wrap };
    const alias = this.scope.alias();
    return {
      expression: item(column(alias, "item")),
      field,
      kind: "value",
      text,
      wrap: (condition) =>
        at.wrap(
          sql`EXISTS (SELECT 1 FROM jsonb_array_elements(${expression}) AS ${sql.ref(alias)}(item) WHERE ${condition})`,
        ),
    };
  }

  /** Whether a change is of a field that doesn't exist for the viewer; undefined where all do. */
  #closedChange({ type, alias }: Position): ((change: Fragment) => Fragment) | undefined {
    const { closedFields } = this.scope.types;
    if (closedFields.size === 0 || !Object.hasOwn(type.entity.fields, subjectType)) return undefined;
    const subject = column(alias, columnName(subjectType));
    return (change) =>
      or(
        [...closedFields].map(
          ([name, fields]) => sql`(${subject} = ${name} AND ${change} ->> 'field' = ANY(${[...fields]}::text[]))`,
        ),
      );
  }

  #elided(at: Position, property: string): never {
    const shorter = at.path.slice(0, at.path.length - property.length - 1);
    throw badRequest(
      `Invalid nested filtering. The property \`${property}\`, given in the path \`${at.path}\`, does not exist. Filter by \`${shorter}\`, not \`${at.path}\` (the JSON:API module elides property names from single-property fields).`,
    );
  }

  #incomplete(at: Position, field: Field, names: readonly string[], property: string | undefined): never {
    throw badRequest(
      property === undefined
        ? `Invalid nested filtering. The field \`${field.name}\`, given in the path \`${at.path}\` is incomplete, it must end with one of the following specifiers: \`${names.join("`, `")}\`.`
        : `Invalid nested filtering. The property \`${property}\`, given in the path \`${at.path}\`, does not exist. Must be one of the following property names: \`${names.join("`, `")}\`.`,
    );
  }

  #relationship(at: Position, field: Field, expression: Fragment): Target {
    const target = this.scope.types.target(field);
    const rest = at.parts[0] !== undefined && /^\d{1,6}$/.test(at.parts[0]) ? at.parts.slice(1) : at.parts;
    if (rest.length === 0) return this.#bareRelationship(at, field, target, expression);
    if (rest[0] === "drupal_internal__target_id") {
      throw badRequest(
        `Invalid nested filtering. The property \`${rest[0]}\`, given in the path \`${at.path}\` belongs to the meta object of a relationship and must be preceded by \`meta\`.`,
      );
    }
    if (rest[0] === "meta") return this.#targetId(at, field, rest, expression);
    const parts = rest[0] === "entity" || rest[0] === `entity:${target.name}` ? rest.slice(1) : rest;
    const next = { ...at, type: target, parts };
    if (parts.length === 0) this.#unspecified(at, field);
    if (field.multiple || at.nested) {
      const alias = this.scope.alias();
      const match = field.multiple
        ? sql`${column(alias, "id")} = ANY(${expression})`
        : sql`${column(alias, "id")} = ${expression}`;
      const wrap = (condition: Fragment) =>
        at.wrap(
          sql`EXISTS (SELECT 1 FROM ${sql.table(target.table)} AS ${sql.ref(alias)} WHERE ${and([match, this.scope.visible(target, alias), condition])})`,
        );
      return this.#step({ ...next, alias, wrap, nested: true });
    }
    return this.#step({ ...next, alias: this.#join(at.alias, at.done.join("."), target, expression) });
  }

  #bareRelationship(at: Position, field: Field, target: ResourceType, expression: Fragment): Target {
    if (!at.bare) this.#unspecified(at, field);
    if (field.multiple) {
      return { expression: sql`NULLIF(${expression}, '{}')`, field, kind: "reference", text: false, wrap: at.wrap };
    }
    const alias = this.scope.alias();
    const uuid = sql`(SELECT ${column(alias, "uuid")} FROM ${sql.table(target.table)} AS ${sql.ref(alias)}
      WHERE ${column(alias, "id")} = ${expression} AND ${this.scope.known(target, alias)})`;
    return { expression: at.bareValue ? uuid : expression, field, kind: "reference", text: false, wrap: at.wrap };
  }

  #unspecified(at: Position, field: Field): never {
    throw badRequest(
      `Invalid nested filtering. The field \`${field.name}\`, given in the path \`${at.path}\` is incomplete, it must end with one of the following specifiers: \`id\`, \`meta.drupal_internal__target_id\`.`,
    );
  }

  /** A path that must have one value for each row: what rows can be sorted, grouped or summed by. */
  resolveSingle(path: string): Target {
    return single(path, this.resolve(path));
  }

  /** A relationship as its target's UUID: the key of a group. */
  resolveKey(path: string): Target {
    return single(path, this.#from(path, { bare: true, bareValue: true }));
  }

  #targetId(at: Position, field: Field, rest: readonly string[], expression: Fragment): Target {
    if (rest.length !== 2 || rest[1] !== "drupal_internal__target_id") {
      throw badRequest(
        `Invalid nested filtering. The field \`${rest.slice(1).join(".")}\`, given in the path \`${at.path}\`, does not exist.`,
      );
    }
    const target = this.scope.types.target(field);
    const alias = this.scope.alias();
    const id = column(alias, "id");
    const known = this.scope.known(target, alias);
    const table = sql`${sql.table(target.table)} AS ${sql.ref(alias)}`;
    if (!field.multiple) {
      const own = sql`(SELECT ${id} FROM ${table} WHERE ${id} = ${expression} AND ${known})`;
      return { expression: own, field: idNumber, kind: "value", text: false, wrap: at.wrap };
    }
    return {
      expression: id,
      field: idNumber,
      kind: "value",
      text: false,
      wrap: (condition) =>
        at.wrap(sql`EXISTS (SELECT 1 FROM ${table} WHERE ${id} = ANY(${expression}) AND ${known} AND ${condition})`),
    };
  }

  #join(parent: string, path: string, target: ResourceType, expression: Fragment): string {
    const key = `${parent}.${path}`;
    const known = this.#joined.get(key);
    if (known) return known;
    const alias = this.scope.alias();
    this.#joined.set(key, alias);
    const condition = and([sql`${column(alias, "id")} = ${expression}`, this.scope.visible(target, alias)]);
    this.#joins.set(
      key,
      sql`LEFT JOIN ${sql.table(target.table)} AS ${sql.ref(alias)} ON ${condition === always ? sql`true` : condition}`,
    );
    return alias;
  }
}

/** What a user resource holds without anybody finding rows by it. */
const hiddenOfUsers: ReadonlySet<string> = new Set(["pass", "permissions"]);

/** PHP's: core takes the text `0` for none. */
function isNoText(path: string): boolean {
  return path === "" || path === "0";
}

function plain(condition: Fragment): Fragment {
  return condition;
}

function single(path: string, target: Target): Target {
  if (target.wrap === plain && !(target.kind === "reference" && target.field.multiple)) return target;
  throw badRequest(`The path \`${path}\` leads to several values; rows can't be sorted, grouped or summed by it.`);
}

interface Position {
  readonly type: ResourceType;
  readonly alias: string;
  readonly parts: readonly string[];
  readonly done: readonly string[];
  readonly path: string;
  readonly bare: boolean;
  readonly bareValue?: boolean;
  readonly nested?: boolean;
  readonly wrap: (condition: Fragment) => Fragment;
}

const label = { fr: "id", en: "id" };
const idField: Field = {
  name: "id",
  type: "string",
  label,
  module: "core",
  required: true,
  multiple: false,
  immutable: true,
  secret: false,
};
const idNumber: Field = { ...idField, type: "integer" };
