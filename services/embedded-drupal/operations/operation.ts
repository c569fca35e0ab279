import { randomUUID } from "node:crypto";
import type { Field } from "../../model/index.ts";
import { memberOf } from "../plan/members.ts";
import { isUuid } from "../store/uuid.ts";
import { badRequest, Refusal, unprocessable } from "../problem/refusal.ts";
import { isRelationship, type ResourceType, type ResourceTypes } from "../store/resource-type.ts";

export interface Identifier {
  readonly type: ResourceType;
  readonly resource: string;
  readonly uuid: string;
}

/** One submitted member of the document. */
export interface Input {
  readonly name: string;
  readonly member: "attributes" | "relationships";
  readonly field: Field;
  readonly system: boolean;
  readonly raw: unknown;
  /** Relationships: the targets in order; empty means null. */
  readonly targets: readonly Identifier[];
}

export interface Operation {
  readonly op: "add" | "update" | "remove";
  readonly type: ResourceType;
  readonly uuid: string;
  readonly inputs: readonly Input[];
  /** The version the client based its write on, as `If-Match`. */
  readonly ifMatch?: string;
  readonly pass?: unknown;
  /** Of a removal: the request of the caller's that made the row, which needs no right to delete to be taken back. */
  readonly undo?: string;
  /** Of a removal: the caller knows that others refer to the row. */
  readonly leaveReferences?: boolean;
  /** The whole row is checked, as relationship routes do. */
  readonly route: string;
  /** What was wrong with the document itself; raised when the operation's turn comes. */
  readonly refusal?: Refusal;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export type LocalIds = ReadonlyMap<string, string>;

/** Reads a resource object into an operation; throws what core would answer. */
export function readResource(
  types: ResourceTypes,
  type: ResourceType,
  op: "add" | "update",
  data: unknown,
  localIds: LocalIds = new Map(),
): Pick<Operation, "uuid" | "inputs" | "pass"> {
  if (!isObject(data) || typeof data["type"] !== "string") {
    throw badRequest('Resource object must include a "type".');
  }
  const id = data["id"];
  // Core's UUIDs are lower case, and so are those of new rows.
  if (id !== undefined && (typeof id !== "string" || !isUuid(id) || (op === "add" && id !== id.toLowerCase()))) {
    throw unprocessable("IDs should be properly generated and formatted UUIDs as described in RFC 4122.");
  }
  const attributes = memberObject(data, "attributes");
  const relationships = memberObject(data, "relationships");
  const misplaced = Object.keys(attributes).filter((name) => {
    const member = memberOf(types, type, name);
    return member && isRelationship(member.field);
  });
  if (misplaced.length > 0) {
    throw unprocessable(`The following relationship fields were provided as attributes: [ ${misplaced.join(", ")} ]`);
  }
  const inputs: Input[] = [];
  for (const [name, value] of Object.entries(relationships)) {
    inputs.push(readRelationship(types, type, { name, value, localIds }));
  }
  for (const [name, raw] of Object.entries(attributes)) {
    if (type.kind === "user" && (name === "pass" || name === "display_name" || name === "permissions")) continue;
    const member = memberOf(types, type, name);
    if (!member)
      throw unprocessable(`The attribute ${name.slice(0, 100)} does not exist on the ${type.resource} resource type.`);
    inputs.push({ name, member: "attributes", field: member.field, system: member.system, raw, targets: [] });
  }
  const uuid = typeof id === "string" ? id.toLowerCase() : op === "add" ? randomUUID() : "";
  return { uuid, inputs, ...(type.kind === "user" && "pass" in attributes ? { pass: attributes["pass"] } : {}) };
}

function memberObject(data: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = data[name];
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return {};
  if (!isObject(value)) throw badRequest(`The "${name}" member must be an object.`);
  return value;
}

function readRelationship(
  types: ResourceTypes,
  type: ResourceType,
  given: { name: string; value: unknown; localIds: LocalIds },
): Input {
  const { name, value } = given;
  const member = memberOf(types, type, name);
  if (!isObject(value) || !("data" in value)) {
    throw badRequest(`The relationship "${name.slice(0, 100)}" must be an object with a "data" member.`);
  }
  const data = value["data"];
  if (typeof data !== "object")
    throw badRequest(
      `The data of the relationship "${name.slice(0, 100)}" must be null, a resource identifier or a list of them.`,
    );
  const list = data === null ? [] : Array.isArray(data) ? data : [data];
  const targets = list.map((entry) => readIdentifier(types, entry, given.localIds));
  if (!member || !isRelationship(member.field)) {
    throw unprocessable(`The attribute ${name.slice(0, 100)} does not exist on the ${type.resource} resource type.`);
  }
  if (!member.field.multiple && targets.length > 1) {
    throw unprocessable(`${name}: ${member.field.label.en}: this field cannot hold more than 1 values.`);
  }
  return { name, member: "relationships", field: member.field, system: member.system, raw: value, targets };
}

export function readIdentifier(types: ResourceTypes, entry: unknown, localIds: LocalIds): Identifier {
  if (!isObject(entry)) throw badRequest("No ID specified for related resource");
  const lid = entry["lid"];
  const id = entry["id"] ?? (typeof lid === "string" ? localIds.get(lid) : undefined);
  if (entry["id"] === undefined && typeof lid === "string" && id === undefined) {
    throw badRequest(`The local id '${lid.slice(0, 100)}' is not defined by an earlier operation.`);
  }
  if (typeof id !== "string" || id === "") throw badRequest("No ID specified for related resource");
  const resource = entry["type"];
  if (typeof resource !== "string" || resource === "") throw badRequest("No type specified for related resource");
  const type = types.byResource.get(resource);
  if (!type) throw badRequest(`Invalid type specified for related resource: '${resource.slice(0, 100)}'`);
  return { type, resource, uuid: id.toLowerCase() };
}

/** Which operation failed; its refusal is the cause. */
export class OperationFailed extends Error {
  override name = "OperationFailed";
  readonly index: number;
  readonly refusal: Refusal;

  constructor(index: number, refusal: Refusal) {
    super(refusal.message);
    this.index = index;
    this.refusal = refusal;
  }
}

/** The work of one operation, whose refusal tells which it was. */
export async function inTurn<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? new OperationFailed(index, error) : error;
  }
}

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
