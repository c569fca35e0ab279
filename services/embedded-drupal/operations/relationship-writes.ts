import { typeAccess } from "../plan/access.ts";
import type { RequestContext } from "../context/request-context.ts";
import { type Answer, emptyAnswer } from "../response/answer.ts";
import { badRequest, forbidden, Refusal } from "../problem/refusal.ts";
import { existing, getRelationship, notConverted } from "../query/read-resource.ts";
import { relationshipMember } from "../query/rows.ts";
import type { Member } from "../plan/members.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { type Identifier, type Input, isObject, OperationFailed } from "./operation.ts";
import { decodeBody, precondition } from "./resource-writes.ts";
import { run } from "./run.ts";

const routes: Readonly<Record<string, string>> = { POST: "post", PATCH: "patch", DELETE: "delete" };

/** POST adds, PATCH replaces, DELETE removes; the result is written as a change of the whole row. */
export async function writeRelationship(
  context: RequestContext,
  type: ResourceType,
  at: { id: string; field: string; method: string; body: string },
): Promise<Answer> {
  const { backend, viewer, scope } = context;
  const route = `${at.field}.relationship.${routes[at.method] ?? "patch"}`;
  const row = await existing(context, type, at.id, { route, path: `/relationships/${at.field}` });
  const member = relationshipMember(scope, type, at.field);
  if (!member) throw notConverted(type, route, `/relationships/${at.field}`);
  const access = typeAccess(backend.types, viewer, type, "edit");
  const reason = access.allowed
    ? member.system
      ? "The field is set by the server."
      : member.field.immutable
        ? "The field can only be set on creation."
        : undefined
    : access.reason;
  if (reason !== undefined)
    throw forbidden(`The current user is not allowed to edit this relationship.${reason ? ` ${reason}` : ""}`);
  if (at.body === "" && at.method === "DELETE") {
    throw badRequest(`You need to provide a body for DELETE operations on a relationship (${at.field}).`);
  }
  const given = readIdentifiers(context, member, decodeBody(at.body));
  if (!member.field.multiple && at.method !== "PATCH") {
    const verb = at.method === "POST" ? "POST to" : "DELETE from";
    throw new Refusal([
      { status: 409, detail: `You can only ${verb} to-many relationships. ${at.field} is a to-one relationship.` },
    ]);
  }
  const current = identifiers(context, type, row, at.field);
  const keys = new Set(given.map(keyOf));
  const known = new Set(current.map(keyOf));
  const targets =
    at.method === "POST"
      ? [...current, ...given.filter((entry) => !known.has(keyOf(entry)))]
      : at.method === "DELETE"
        ? current.filter((entry) => !keys.has(keyOf(entry)))
        : given;
  const input: Input = {
    name: at.field,
    member: "relationships",
    field: member.field,
    system: false,
    raw: null,
    targets,
  };
  try {
    await run(
      context,
      [{ op: "update", type, uuid: row.uuid, inputs: [input], route, ...precondition(context) }],
      "nothing",
    );
  } catch (error) {
    throw error instanceof OperationFailed ? asTargetProblem(error.refusal, given) : error;
  }
  const differs = at.method === "POST" && targets.length !== given.length;
  return differs ? getRelationship(context, type, at) : emptyAnswer();
}

/** Relationship routes word a missing target their own way. */
function asTargetProblem(refusal: Refusal, given: readonly Identifier[]): Refusal {
  const missing = /^The resource identified by `[^`]*:([^`]*)` \(given as a relationship item\)/.exec(
    refusal.message,
  )?.[1];
  const target = given.find(({ uuid }) => uuid === missing);
  return target
    ? badRequest(`The targeted \`${target.resource}\` resource with ID \`${target.uuid}\` does not exist.`)
    : refusal;
}

function keyOf({ resource, uuid }: Identifier): string {
  return `${resource}:${uuid}`;
}

function identifiers(
  context: RequestContext,
  type: ResourceType,
  row: Parameters<typeof context.writer.linkage>[1],
  field: string,
): Identifier[] {
  const linkage = context.writer.linkage(type, row, field);
  const list: unknown[] = Array.isArray(linkage) ? linkage : [linkage];
  return list.flatMap((entry) => {
    if (!isObject(entry) || typeof entry["id"] !== "string" || typeof entry["type"] !== "string") return [];
    const target = context.backend.types.byResource.get(entry["type"]);
    return target ? [{ type: target, resource: entry["type"], uuid: entry["id"] }] : [];
  });
}

function readIdentifiers(context: RequestContext, member: Member, body: unknown): Identifier[] {
  const invalid = () => badRequest("Invalid body payload for the relationship.");
  if (!isObject(body) || !("data" in body)) throw invalid();
  const data = body["data"];
  if (member.field.multiple ? !Array.isArray(data) : Array.isArray(data)) throw invalid();
  if (typeof data !== "object")
    throw badRequest(
      `The data of the relationship "${member.field.name}" must be null, a resource identifier or a list of them.`,
    );
  const list: unknown[] = Array.isArray(data) ? data : data === null ? [] : [data];
  const target = context.backend.types.target(member.field);
  const arities: string[] = [];
  const found = list.map((entry) => {
    if (!isObject(entry)) throw invalid();
    if (typeof entry["id"] !== "string" || entry["id"] === "") throw badRequest("No ID specified for related resource");
    if (typeof entry["type"] !== "string" || entry["type"] === "")
      throw badRequest("No type specified for related resource");
    if (entry["type"] !== target.resource) {
      throw badRequest(
        `The provided type (${entry["type"].slice(0, 100)}) does not match the destination resource types (${target.resource}).`,
      );
    }
    const meta = entry["meta"];
    if (meta !== undefined && meta !== null && !isObject(meta))
      throw badRequest('The "meta" of a resource identifier must be an object.');
    const arity = isObject(meta) ? (meta["arity"] ?? 0) : 0;
    if (!Number.isInteger(arity) || Number(arity) < 0)
      throw badRequest('The "arity" of a resource identifier must be a whole number.');
    arities.push(`${entry["id"].toLowerCase()} ${String(isObject(meta) ? meta["arity"] : undefined)}`);
    return { type: target, resource: target.resource, uuid: entry["id"].toLowerCase() };
  });
  if (new Set(arities).size < arities.length) {
    throw badRequest(
      "Duplicate relationships are not permitted. Use `meta.arity` to distinguish resource identifiers with matching `type` and `id` values.",
    );
  }
  return found;
}
