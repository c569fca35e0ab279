import "server-only";
import type { EntityTypeName } from "@softwhere/services/model/generated/entities";
import { type RecordField, type RecordType, recordTypes } from "@softwhere/services/model/generated/record-types";
import { labelFieldsOf, labelOf as modelLabelOf } from "@softwhere/services/model/row-label";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import type { Viewer } from "@softwhere/services/platform/backend/viewers";
import { TRPCError } from "@trpc/server";
import type { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { describeSiteField, type FieldDescription } from "./description";
import { filterParams } from "./filter-params";
import type { RecordFilter } from "./filters";
import { openFields } from "./open-fields";

export interface Linked {
  readonly id: string;
  readonly type: string;
  /** Null where the reader may not see the target's name. */
  readonly label: string | null;
}

/** A record's value on the wire: text, number, boolean, a list of them, or what a reference leads to. */
export type RecordValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly { system: string; value: string }[]
  | Linked
  | readonly Linked[];

export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  /** A field the reader may not see is absent. */
  readonly values: Readonly<Record<string, RecordValue>>;
}

export function typeOf(name: string): RecordType {
  const type = recordTypes[name];
  if (!type) throw new TRPCError({ code: "NOT_FOUND" });
  return type;
}

interface Asking {
  readonly backend: BackendClient;
  viewer(): Promise<Pick<Viewer, "brandId" | "modules">>;
}

/** What the site's own fields are changes when a site builder works: asked anew each time, they are few. */
export async function fieldsOf({ backend, viewer }: Asking, name: EntityTypeName): Promise<FieldDescription[]> {
  const fields = openFields(typeOf(name).fields, await viewer());
  if (name === "user" || name === "file") return fields;
  const ofSite = await backend.siteFields(name);
  return [...fields, ...ofSite.map(describeSiteField)];
}

/** Reads columns, and what names the rows they lead to, in one request. */
export function addColumns(
  params: DrupalJsonApiParams,
  type: string,
  columns: readonly Column[],
  extra: readonly string[] = [],
): void {
  const fieldsets = new Map<string, Set<string>>([[type, new Set(extra)]]);
  const includes = new Set<string>();
  const want = (of: string, names: readonly string[]) =>
    fieldsets.set(of, new Set([...(fieldsets.get(of) ?? []), ...names]));
  for (const { path, field, through } of columns) {
    const names = path.split(".");
    for (const [depth, owner] of through.entries()) want(owner, [names[depth] ?? ""]);
    if (names.length > 1) includes.add(names.slice(0, -1).join("."));
    const target = targetOf(field);
    if (target) {
      includes.add(path);
      want(target, labelFields(target));
    }
  }
  for (const [of, names] of fieldsets) params.addFields(`${of}--${of}`, [...names]);
  if (includes.size > 0) params.addInclude([...includes]);
}

function filterPaths(
  type: string,
  fields: readonly RecordField[],
  filters: readonly RecordFilter[],
): Map<string, RecordField> {
  return new Map(
    filters.map(({ field: path }) => {
      const column = columnAt(type, fields, path);
      // Without it the list would hold what the filter excludes, ready for whatever is done to all of it.
      if (!column) throw new TRPCError({ code: "BAD_REQUEST", message: `no field ${path} to filter by` });
      return [path, column.field] as const;
    }),
  );
}

/** The query of what a list's filters and words find. A filter by a field that is gone is refused. */
export function listParams(
  { type, filters, search }: { type: string; filters: readonly RecordFilter[]; search: string },
  fields: readonly RecordField[],
  timeZone: string | undefined,
): DrupalJsonApiParams {
  const searched = searchedFields(fields, typeOf(type).labelField);
  return filterParams(filterPaths(type, fields, filters), filters, { search, searched, timeZone });
}

/** The type a field leads to; files are rows too. */
const targetOf = (field: RecordField): string | undefined =>
  field.target ?? (field.type === "file" ? "file" : undefined);

export const searchedFields = (fields: readonly RecordField[], labelField: string) =>
  fields.filter((field) => field.search || (field.name === labelField && ["string", "text"].includes(field.type)));

export interface Column {
  readonly path: string;
  readonly field: RecordField;
  /** The types that the path leads through, the row's own first. */
  readonly through: readonly string[];
}

/** `park.account` of a line: the account field of the park that the line refers to. Undefined where the model has no such path. */
export function columnAt(type: string, own: readonly RecordField[], path: string): Column | undefined {
  const through = [type];
  let fields = own;
  const names = path.split(".");
  for (const [depth, name] of names.entries()) {
    const field = fields.find((one) => one.name === name);
    if (!field) return undefined;
    if (depth === names.length - 1) return { path, field, through };
    if (!field.target) return undefined;
    through.push(field.target);
    fields = recordTypes[field.target]?.fields ?? [];
  }
  return undefined;
}

/** Fields that make up the name of a row. */
export function labelFields(type: string): readonly string[] {
  if (type === "user") return ["display_name", "full_name"];
  if (type === "file") return ["filename", "filemime", "filesize"];
  return labelFieldsOf(type);
}

export function sortLabel(type: string): string {
  return type === "user" ? "full_name" : (recordTypes[type]?.labelField ?? "id");
}

export function labelOf(type: string, row: object): string | null {
  return modelLabelOf(type, row) || (type === "user" && "full_name" in row && String(row.full_name ?? "")) || null;
}

export function toRow(
  type: string,
  columns: readonly Column[],
  row: object & { id: string; version?: number },
): RecordRow {
  const values: Record<string, RecordValue> = {};
  for (const { path, field } of columns) {
    const value = path
      .split(".")
      .reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined), row);
    if (value === undefined) continue;
    const target = targetOf(field);
    values[path] = target
      ? linkedValue(target, value)
      : field.type === "json"
        ? jsonText(value)
        : (value as RecordValue);
  }
  return { id: row.id, version: row.version ?? 1, label: labelOf(type, row) ?? "", values };
}

/** A JSON value in one line, to be read. */
function jsonText(value: unknown): string | null {
  if (value === null || typeof value !== "object") return value === null ? null : String(value);
  const parts = Object.entries(value).map(([name, member]) => {
    const text = jsonText(member) ?? "—";
    return Array.isArray(value) ? text : `${name}: ${text}`;
  });
  return parts.join(", ");
}

function linkedValue(target: string, value: unknown): Linked | Linked[] | null {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => linkedValue(target, one) ?? []);
  if (typeof value !== "object" || value === null || !("id" in value) || typeof value.id !== "string") return null;
  return { id: value.id, type: target, label: labelOf(target, value) };
}
