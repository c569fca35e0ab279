import { setImmediate } from "node:timers/promises";
import type { RequestContext } from "../context/request-context.ts";
import { isUuid } from "../store/uuid.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { atomicMediaType } from "../request/media-type.ts";
import { envelope } from "../response/encode.ts";
import { badRequest, type Problem, Refusal } from "../problem/refusal.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { asRefusal, isObject, type Operation, readResource, OperationFailed } from "./operation.ts";
import { decodeBody } from "./resource-writes.ts";
import { maxRows, readRows, type RowsOperation } from "./rows-operation.ts";
import { type Done, type Outcome, run, storedKey } from "./run.ts";

const maxOperations = 10_000;

export async function runAtomic(context: RequestContext, body: string): Promise<Answer> {
  // A large body takes long to read: others are answered between its steps.
  await setImmediate();
  const entries = readEntries(decodeBody(body));
  await setImmediate();
  const minimal = /(^|[,;\s])return=minimal([,;\s]|$)/.test(context.facts.headers.get("prefer") ?? "");
  const operations = await readOperations(context, entries);
  const done = await attempt(context, operations, minimal);
  const { writer } = context;
  const results = done.outcomes.map((outcome) =>
    minimal ? minimalResult(outcome) : fullResult(done, outcome, writer),
  );
  return documentAnswer({ jsonapi: envelope, "atomic:results": results }, 200, { "Content-Type": atomicMediaType });
}

async function attempt(
  context: RequestContext,
  operations: readonly (Operation | RowsOperation)[],
  minimal: boolean,
): Promise<Done> {
  const { progress } = context.backend;
  const { credential, requestId } = context.facts;
  const total = operations.reduce(
    (sum, operation) => sum + (operation.op === "add-rows" ? operation.rows.length : 1),
    0,
  );
  const entry = progress.start({ user: context.viewer.id, credential, requestId, total });
  try {
    const done = await run(context, operations, minimal ? "nothing" : "rows", entry);
    progress.end(entry, "done");
    return done;
  } catch (error) {
    progress.end(entry, "failed");
    if (!(error instanceof OperationFailed)) throw error;
    throw new Refusal(
      error.refusal.problems.map((problem) => located(problem, error.index)),
      { "Content-Type": atomicMediaType },
    );
  }
}

function located(problem: Problem, index: number): Problem {
  return { ...problem, pointer: `/atomic:operations/${index}${problem.pointer ?? ""}` };
}

function readEntries(document: unknown): unknown[] {
  if (!isObject(document) || !Array.isArray(document["atomic:operations"])) {
    throw badRequest('The document must have an "atomic:operations" array.');
  }
  const entries: unknown[] = document["atomic:operations"];
  if (entries.length === 0) throw badRequest('The "atomic:operations" array is empty.');
  if (entries.length > maxOperations)
    throw badRequest(`At most ${maxOperations} operations are allowed in one request.`);
  const rows = entries.reduce<number>((sum, entry) => sum + rowsOf(entry), 0);
  if (rows > maxRows) throw badRequest(`At most ${maxRows} rows are allowed in one request.`);
  return entries;
}

function rowsOf(entry: unknown): number {
  return isObject(entry) && entry["op"] === "add-rows" && Array.isArray(entry["rows"]) ? entry["rows"].length : 0;
}

/** Local ids become UUIDs while reading; an unreadable operation is refused in its turn. */
async function readOperations(
  context: RequestContext,
  entries: readonly unknown[],
): Promise<(Operation | RowsOperation)[]> {
  const localIds = new Map<string, string>();
  const operations: (Operation | RowsOperation)[] = [];
  for (const entry of entries) {
    try {
      const operation = readOperation(context, entry, localIds);
      operations.push(operation instanceof Promise ? await operation : operation);
    } catch (error) {
      operations.push({
        op: "remove",
        type: context.backend.types.brand,
        uuid: "",
        inputs: [],
        route: "",
        refusal: asRefusal(error),
      });
    }
  }
  return operations;
}

function readOperation(
  context: RequestContext,
  entry: unknown,
  localIds: Map<string, string>,
): Operation | Promise<RowsOperation> {
  if (!isObject(entry)) throw badRequest("An operation must be an object.");
  const { types } = context.backend;
  const data = entry["data"];
  switch (entry["op"]) {
    case "add": {
      if (entry["ref"] !== undefined) throw badRequest('An "add" operation creates a resource and takes no "ref".');
      const type = typeNamed(context, isObject(data) ? data["type"] : undefined);
      const resource = readResource(types, type, "add", data, localIds);
      const lid = isObject(data) ? data["lid"] : undefined;
      if (typeof lid === "string") {
        if (localIds.has(lid)) throw badRequest(`The local id '${lid.slice(0, 100)}' is used twice.`);
        localIds.set(lid, resource.uuid);
      }
      return { op: "add", type, route: "collection.post", ...resource };
    }
    case "update": {
      const { type, uuid } = readRef(context, entry["ref"] ?? data, localIds);
      const resource = readResource(
        types,
        type,
        "update",
        isObject(data) ? { type: type.resource, id: uuid, ...withoutIdentity(data) } : data,
        localIds,
      );
      if (isObject(data) && typeof data["id"] === "string" && data["id"].toLowerCase() !== uuid) {
        throw badRequest(
          `The selected entity (${uuid}) does not match the ID in the payload (${data["id"].slice(0, 100)}).`,
        );
      }
      return { op: "update", type, route: "individual.patch", ...resource };
    }
    case "remove":
      return {
        op: "remove",
        ...readRef(context, entry["ref"], localIds),
        ...readRemoval(entry["ref"]),
        inputs: [],
        route: "individual.delete",
      };
    case "add-rows":
      return readRows(context, typeNamed(context, entry["type"]), entry, localIds);
    default:
      throw badRequest('The "op" of an operation must be "add", "add-rows", "update" or "remove".');
  }
}

/** What the reference of a removal says besides its target. */
function readRemoval(ref: unknown): Pick<Operation, "ifMatch" | "undo" | "leaveReferences"> {
  const meta = (isObject(ref) ? ref["meta"] : null) ?? null;
  if (meta === null) return {};
  if (!isObject(meta)) throw badRequest('The "meta" of a reference must be an object.');
  const { version, undo, leave_references: leaveReferences } = meta;
  const given = (value: unknown) => value !== undefined && value !== null;
  if (given(version) && !Number.isInteger(version)) throw badRequest('The "version" must be an integer.');
  if (given(undo) && typeof undo !== "string") throw badRequest('The "undo" must be the id of a request.');
  if (given(leaveReferences) && typeof leaveReferences !== "boolean")
    throw badRequest('The "leave_references" must be true or false.');
  return {
    ...(given(version) && { ifMatch: `"${String(version)}"` }),
    ...(typeof undo === "string" && { undo }),
    ...(leaveReferences === true && { leaveReferences }),
  };
}

function withoutIdentity({ attributes, relationships }: Record<string, unknown>): Record<string, unknown> {
  return { attributes, relationships };
}

function typeNamed(context: RequestContext, name: unknown): ResourceType {
  if (typeof name !== "string" || name === "") throw badRequest('Resource object must include a "type".');
  const type = context.backend.types.byResource.get(name);
  if (!type) throw badRequest(`The resource type \`${name.slice(0, 100)}\` does not exist.`);
  return type;
}

function readRef(
  context: RequestContext,
  ref: unknown,
  localIds: ReadonlyMap<string, string>,
): { type: ResourceType; uuid: string } {
  if (!isObject(ref)) throw badRequest('The operation must include a "ref" with a type and an id.');
  if (ref["relationship"] !== undefined)
    throw badRequest("Operations on relationships are not supported; update the resource instead.");
  const type = typeNamed(context, ref["type"]);
  const lid = ref["lid"];
  const id = ref["id"] ?? (typeof lid === "string" ? localIds.get(lid) : undefined);
  if (typeof id !== "string") throw badRequest("The operation must name the id or an earlier lid of its resource.");
  if (!isUuid(id)) throw badRequest("IDs should be properly generated and formatted UUIDs as described in RFC 4122.");
  return { type, uuid: id.toLowerCase() };
}

function minimalResult({ operation, row }: Outcome): unknown {
  if (operation.op === "add-rows") return { meta: { rows: operation.rows.length } };
  if (operation.op === "remove" || row === null) return {};
  return { data: { type: row.type.resource, id: row.uuid, attributes: { version: row.version } } };
}

function fullResult(done: Done, outcome: Outcome, writer: RequestContext["writer"]): unknown {
  if (outcome.operation.op === "remove") return {};
  if (outcome.row === null) return minimalResult(outcome);
  const loaded = done.stored.get(storedKey(outcome.row.type, outcome.row.uuid));
  return loaded ? { data: writer.write(loaded) } : minimalResult(outcome);
}
