import { setImmediate } from "node:timers/promises";
import type { RequestContext } from "../context/request-context.ts";
import { fieldEditAccess, typeAccess } from "../plan/access.ts";
import { memberOf } from "../plan/members.ts";
import { forbidden, type Problem, Refusal } from "../problem/refusal.ts";
import { isRelationship, isTenant, type ResourceType } from "../store/resource-type.ts";
import { isUuid } from "../store/uuid.ts";
import { deniedField } from "./apply-values.ts";
import { type Identifier, type Input, isObject, type LocalIds } from "./operation.ts";

export const maxRows = 50_000;
/** Rows looked at before others are answered. */
const atOnce = 5_000;

/** Many new rows of one type without journal: what `add` is for each of them. */
export interface RowsOperation {
  readonly op: "add-rows";
  readonly type: ResourceType;
  readonly fields: readonly RowsField[];
  /** Cells in the order of the fields; those of references are read already. */
  readonly rows: readonly (readonly unknown[])[];
  readonly refusal?: undefined;
}

/** The row's id, or what the cell is an input of. */
type RowsField = "id" | Omit<Input, "raw" | "targets">;

/** Rights first, then the shape: the first place that is wrong. What the values are worth is seen in the operation's turn. */
export async function readRows(
  context: RequestContext,
  type: ResourceType,
  entry: Record<string, unknown>,
  localIds: LocalIds,
): Promise<RowsOperation> {
  const { types, viewer } = context.scope;
  const access = typeAccess(types, viewer, type, "create");
  if (!access.allowed) throw forbidden(access.reason);
  if (isTenant(type) && viewer.brand === null) throw forbidden("");
  if (type.entity.journal)
    throw new Refusal([
      {
        status: 422,
        detail: "Rows of a type with a journal are added one by one.",
        pointer: "/type",
        code: "has_journal",
      },
    ]);
  const fields = readFields(context, type, entry["fields"]);
  const rows: unknown = entry["rows"];
  if (!Array.isArray(rows) || rows.length === 0) throw malformed('The "rows" must be a list of rows.', "/rows");
  const readers = fields.map((field) =>
    field !== "id" && isRelationship(field.field) ? linkage(types.target(field.field), field, localIds) : undefined,
  );
  const references = readers.flatMap((read, at) => (read ? [{ read, at }] : []));
  for (const [index, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== fields.length)
      throw malformed(`A row must be a list of ${fields.length} values, one for each field.`, `/rows/${index}`);
    // In its place: nobody else has the document, and a copy of all its rows would be kept as long as they are.
    for (const { read, at } of references) row[at] = read(row[at], `/rows/${index}/${at}`);
    if (index % atOnce === atOnce - 1) await setImmediate();
  }
  return { op: "add-rows", type, fields, rows };
}

function readFields(context: RequestContext, type: ResourceType, given: unknown): RowsField[] {
  if (!Array.isArray(given) || given.length === 0)
    throw malformed('The "fields" must be a list of names of fields.', "/fields");
  const seen = new Set<string>();
  return given.map((name: unknown, index) => {
    const pointer = `/fields/${index}`;
    if (typeof name !== "string") throw malformed("The name of a field must be a text.", pointer);
    if (seen.has(name)) throw malformed(`The field ${name.slice(0, 100)} is named twice.`, pointer);
    seen.add(name);
    if (name === "id") return "id";
    const { types, viewer } = context.scope;
    const found = memberOf(types, type, name);
    if (!found) {
      const detail = `The attribute ${name.slice(0, 100)} does not exist on the ${type.resource} resource type.`;
      throw new Refusal([{ status: 422, detail, pointer }]);
    }
    const { field, system } = found;
    const member = isRelationship(field) ? "relationships" : "attributes";
    const access = system ? { allowed: false, reason: "" } : fieldEditAccess(viewer, type, field, false);
    if (!access.allowed) throw new Refusal([{ ...deniedField("POST", name, access.reason), pointer }]);
    return { name, member, field, system };
  });
}

/** Reads cells of a reference: a UUID, `{lid}`, a list of them where the field holds several, or null. Rows that name the same share it. */
function linkage(type: ResourceType, { name, field }: Exclude<RowsField, "id">, localIds: LocalIds) {
  const known = new Map<string, readonly Identifier[]>();
  const identifier = (cell: unknown, pointer: string): Identifier => {
    const lid = isObject(cell) ? cell["lid"] : undefined;
    const id = typeof lid === "string" ? localIds.get(lid) : cell;
    if (typeof lid === "string" && id === undefined)
      throw malformed(`The local id '${lid.slice(0, 100)}' is not defined by an earlier operation.`, pointer);
    if (typeof id !== "string" || id === "")
      throw malformed(`The value of "${name}" must be the id of a row, {"lid"} or null.`, pointer);
    return { type, resource: type.resource, uuid: id.toLowerCase() };
  };
  return (cell: unknown, pointer: string): readonly Identifier[] => {
    if (cell === null) return [];
    if (Array.isArray(cell) && field.multiple) return cell.map((one: unknown) => identifier(one, pointer));
    if (typeof cell !== "string") return [identifier(cell, pointer)];
    const targets = known.get(cell) ?? [identifier(cell, pointer)];
    known.set(cell, targets);
    return targets;
  };
}

/** The row's cells as the members of a document. */
export function inputsOf({ fields }: RowsOperation, row: readonly unknown[]): Input[] {
  const inputs: Input[] = [];
  for (const [index, field] of fields.entries()) {
    if (field === "id") continue;
    const cell = row[index];
    const { name, member, system } = field;
    inputs.push(
      member === "relationships"
        ? { name, member, field: field.field, system, raw: null, targets: cell as readonly Identifier[] }
        : { name, member, field: field.field, system, raw: cell, targets: [] },
    );
  }
  return inputs;
}

/** The id that a row brings; null where it leaves that to the server. */
export function givenId({ fields }: RowsOperation, row: readonly unknown[]): string | null | Problem {
  const at = fields.indexOf("id");
  const id = at === -1 ? null : row[at];
  if (id === null) return null;
  if (typeof id === "string" && isUuid(id) && id === id.toLowerCase()) return id;
  const detail = "IDs should be properly generated and formatted UUIDs as described in RFC 4122.";
  return { status: 422, detail, pointer: "/data/id" };
}

/** A problem of one row, seen from the operation: at the cell of its field, or at the row. */
export function atCell({ fields }: RowsOperation, row: number, problem: Problem): Problem {
  const [, name] = /^\/data\/(?:attributes\/|relationships\/)?([^/]+)/.exec(problem.pointer ?? "") ?? [];
  const at = fields.findIndex((field) => (field === "id" ? "id" : field.name) === name);
  return { ...problem, pointer: `/rows/${row}${at === -1 ? "" : `/${at}`}` };
}

function malformed(detail: string, pointer: string): Refusal {
  return new Refusal([{ status: 400, detail, pointer }]);
}
