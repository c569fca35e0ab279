import { typeAccess } from "../plan/access.ts";
import type { RequestContext } from "../context/request-context.ts";
import { isUuid } from "../store/uuid.ts";
import { type Answer, emptyAnswer } from "../response/answer.ts";
import { badRequest, forbidden } from "../problem/refusal.ts";
import { existing, notConverted, respond } from "../query/read-resource.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { isObject, type Operation, readResource, OperationFailed } from "./operation.ts";
import { run, storedKey } from "./run.ts";

export function decodeBody(body: string): unknown {
  if (body === "") throw badRequest("Empty request body.");
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest("Syntax error");
  }
}

export function documentData(body: string): unknown {
  const document = decodeBody(body);
  if (!isObject(document)) throw badRequest("The request body must be a JSON object.");
  if (
    document["relationships"] !== undefined &&
    isObject(document["relationships"]) &&
    Object.keys(document["relationships"]).length > 0
  ) {
    throw badRequest(
      'Found "relationships" within the document\'s top level. The "relationships" key must be within resource object.',
    );
  }
  return document["data"];
}

/** Single writes have one operation; its refusal is the answer. */
async function runOne(context: RequestContext, operation: Operation) {
  try {
    const { outcomes, stored } = await run(context, [operation], "rows");
    const first = outcomes[0];
    return first?.row ? stored.get(storedKey(first.row.type, first.row.uuid)) : undefined;
  } catch (error) {
    throw error instanceof OperationFailed ? error.refusal : error;
  }
}

export async function createResource(context: RequestContext, type: ResourceType, body: string): Promise<Answer> {
  const access = typeAccess(context.backend.types, context.viewer, type, "create");
  if (!access.allowed) throw forbidden(access.reason);
  const resource = readResource(context.backend.types, type, "add", documentData(body));
  const loaded = await runOne(context, { op: "add", type, route: "collection.post", ...resource });
  if (!loaded) throw new Error("The created row is gone");
  return respond(context, [loaded], {
    many: false,
    status: 201,
    headers: { Location: context.writer.url(type, loaded.row.uuid) },
  });
}

export async function updateResource(
  context: RequestContext,
  type: ResourceType,
  id: string,
  body: string,
): Promise<Answer> {
  const row = await existing(context, type, id, { route: "individual.patch" });
  const access = typeAccess(context.backend.types, context.viewer, type, "edit");
  const own = type.kind === "user" && row.id === context.viewer.id;
  if (!access.allowed && !own) throw forbidden(access.reason);
  const data = documentData(body);
  const resource = readResource(context.backend.types, type, "update", data);
  if (resource.uuid !== row.uuid) {
    const given = isObject(data) && typeof data["id"] === "string" ? data["id"] : "";
    throw badRequest(`The selected entity (${row.uuid}) does not match the ID in the payload (${given}).`);
  }
  const loaded = await runOne(context, {
    op: "update",
    type,
    route: "individual.patch",
    ...resource,
    ...precondition(context),
  });
  if (!loaded) throw notConverted(type, "individual.patch");
  return respond(context, [loaded], { many: false });
}

export async function deleteResource(context: RequestContext, type: ResourceType, id: string): Promise<Answer> {
  if (!isUuid(id)) throw notConverted(type, "individual.delete");
  await runOne(context, {
    op: "remove",
    type,
    uuid: id.toLowerCase(),
    inputs: [],
    route: "individual.delete",
    ...precondition(context),
  });
  return emptyAnswer();
}

export function precondition(context: RequestContext): { ifMatch?: string } {
  const header = context.facts.headers.get("if-match");
  return header === null ? {} : { ifMatch: header };
}
