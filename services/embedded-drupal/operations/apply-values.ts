import { sameValue } from "../work/same-value.ts";
import { administersPlatform, fieldEditAccess } from "../plan/access.ts";
import { administerPlatform, isRelationship } from "../store/resource-type.ts";
import { jsonProblem, jsonSchemaOf } from "../../model/index.ts";
import { type Problem, notFound, Refusal, violation } from "../problem/refusal.ts";
import { mayViewField } from "./consistency.ts";
import { decodeAttribute } from "./field-value.ts";
import type { Identifier, Input, Operation } from "./operation.ts";
import { countryOf } from "./paths.ts";
import { attempt, pathStart } from "./preload.ts";
import type { UnitOfWork, WorkRow } from "../work/unit-of-work.ts";

export interface DecodedInput {
  readonly input: Input;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Stored forms of everything submitted; references must exist for the viewer. */
export async function decodeInputs(
  work: UnitOfWork,
  operation: Operation,
  valueBefore: (field: string) => unknown,
): Promise<DecodedInput[]> {
  const decoded: DecodedInput[] = [];
  for (const input of operation.inputs) decoded.push(await decodeInput(work, operation, { input, valueBefore }));
  return decoded;
}

/** A promise only where rows are read for it: most values of many rows need none. */
export function decodeInput(
  work: UnitOfWork,
  operation: Operation,
  { input, valueBefore }: { input: Input; valueBefore: (field: string) => unknown },
): DecodedInput | Promise<DecodedInput> {
  const { field, raw } = input;
  if (isRelationship(field))
    return input.targets.every(({ type, uuid }) => work.isRead(type, uuid))
      ? referenceTo(work, input)
      : decodeReference(work, input);
  if (field.country?.length) return decodePhone(work, operation, input);
  if (field.type !== "json") {
    const country = field.format === "phone" ? work.scope.viewer.brand?.country : undefined;
    const { model } = work.scope.types;
    // As in core: what the server sets is refused, but a text that is no day is said first.
    if (input.system && field.type === "datetime" && typeof raw !== "string")
      return { input, value: attempt(() => decodeAttribute(field, raw).value), problems: [] };
    const { value, problems } = decodeAttribute(field, raw, country === undefined ? { model } : { model, country });
    return { input, value, problems };
  }
  const sent = (name: string) => operation.inputs.find((other) => other.name === name)?.raw;
  return decodeJson(work, input, (name) => sent(name) ?? valueBefore(name));
}

/** A number without a country is dialled where the row is, not only in its brand. */
async function decodePhone(work: UnitOfWork, operation: Operation, input: Input): Promise<DecodedInput> {
  const country = await countryOf(work, input.field, pathStart(work, operation));
  return { input, ...decodeAttribute(input.field, input.raw, country === undefined ? {} : { country }) };
}

function decodeJson(work: UnitOfWork, input: Input, valueAt: (field: string) => unknown): DecodedInput {
  const { name, field, raw } = input;
  if (raw === null || raw === undefined) return { input, value: null, problems: [] };
  const problem = jsonProblem(raw, jsonSchemaOf(work.scope.types.model, field, valueAt));
  return problem === undefined
    ? { input, value: raw, problems: [] }
    : { input, value: null, problems: [violation(`${name}: ${problem}`, `/data/attributes/${name}`, "wrong_shape")] };
}

async function decodeReference(work: UnitOfWork, input: Input): Promise<DecodedInput> {
  for (const { type, uuid } of input.targets) if (uuid !== "virtual") await work.byUuid(type, uuid);
  return referenceTo(work, input);
}

/** All targets are read. */
function referenceTo(work: UnitOfWork, input: Input): DecodedInput {
  const expected = work.scope.types.target(input.field);
  const ids: number[] = [];
  const problems: Problem[] = [];
  for (const [delta, target] of input.targets.entries()) {
    if (target.uuid === "virtual") continue;
    const row = work.knownByUuid(target.type, target.uuid);
    if (!row || row.state === "deleted" || !row.visible || !row.sameTenant) throw missingTarget(target);
    if (target.type !== expected) {
      const index = input.field.multiple ? `/${delta}` : "";
      problems.push(
        violation(
          `${input.name}.${delta}.target_id: This entity (${target.type.name}: ${row.id}) cannot be referenced.`,
          `/data/attributes/${input.name}${index}/target_id`,
          "not_referable",
        ),
      );
      continue;
    }
    ids.push(row.id);
  }
  return { input, value: input.field.multiple ? ids : (ids[0] ?? null), problems };
}

export function missingTarget({ resource, uuid }: Identifier): Refusal {
  return notFound(
    `The resource identified by \`${resource}:${uuid.slice(0, 100)}\` (given as a relationship item) could not be found.`,
  );
}

/** The first submitted field that the viewer may not write; equal values of visible fields pass, as in core. */
export function fieldAccessProblem(
  work: UnitOfWork,
  row: WorkRow,
  operation: Operation,
  decoded: readonly DecodedInput[],
): Problem | undefined {
  const creating = operation.op === "add";
  for (const entry of decoded) {
    const { name, field, member, system } = entry.input;
    if (system) {
      const problem = systemProblem(work, row, operation, entry);
      if (problem) return problem;
      continue;
    }
    const own = row.type.kind === "user" && row.id === work.scope.viewer.id;
    const access = fieldEditAccess(work.scope.viewer, row.type, field, own);
    const frozen = field.immutable && !creating;
    if (access.allowed && !frozen) {
      const escalation = escalationProblem(work, row, entry, operation);
      if (escalation) return escalation;
      continue;
    }
    if (
      !creating &&
      mayViewField(work, row, name) &&
      entry.problems.length === 0 &&
      sameValue(row.values[name], entry.value)
    )
      continue;
    return denied(operation, creating ? member : "attributes", name, access.allowed ? "" : access.reason);
  }
  return undefined;
}

function denied(operation: Operation, member: string, name: string, reason: string): Problem {
  const method = operation.op === "add" ? "POST" : "PATCH";
  return { ...deniedField(method, name, reason), pointer: `/data/${member}/${name}` };
}

export function deniedField(method: "POST" | "PATCH", name: string, reason: string): Problem {
  const detail = `The current user is not allowed to ${method} the selected field (${name}).${reason ? ` ${reason}` : ""}`;
  return { status: 403, detail };
}

function systemProblem(work: UnitOfWork, row: WorkRow, operation: Operation, entry: DecodedInput): Problem | undefined {
  const { name, member } = entry.input;
  if (name === "version") {
    // The precondition of a change was compared before; a new row starts at 1.
    if (operation.op !== "add" || entry.input.raw === 1) return undefined;
    return violation("version: A new resource has version 1.", "/data/attributes/version", "not_valid");
  }
  if (name === "brand" && row.type.kind === "user" && operation.op === "add" && administersPlatform(work.scope.viewer))
    return undefined;
  const current: Readonly<Record<string, unknown>> = {
    brand: row.brand,
    created: row.created,
    changed: row.changed,
    [row.type.idName]: row.id,
  };
  if ((operation.op !== "add" || name === "brand") && entry.value === current[name]) return undefined;
  return denied(operation, operation.op === "add" ? member : "attributes", name, "");
}

/** A brand's administrator can't hand out what only the platform has. */
function escalationProblem(
  work: UnitOfWork,
  row: WorkRow,
  entry: DecodedInput,
  operation: Operation,
): Problem | undefined {
  const { types, viewer } = work.scope;
  if (viewer.permissions.has(administerPlatform) || !Array.isArray(entry.value)) return undefined;
  const reserved = entry.value.filter((value) => {
    const role = Object.hasOwn(types.model.roles, String(value)) ? types.model.roles[String(value)] : undefined;
    return row.type.kind === "user" && entry.input.name === "business_roles"
      ? role?.permissions.includes(administerPlatform)
      : row.type.name === types.role.name && value === administerPlatform;
  });
  return reserved.length > 0
    ? denied(operation, "attributes", entry.input.name, `The '${administerPlatform}' permission is required.`)
    : undefined;
}

/** Writes the decoded values into the row and says which fields are different now. */
export function setValues(row: WorkRow, decoded: readonly DecodedInput[]): Set<string> {
  const changed = new Set<string>();
  for (const { input, value } of decoded) {
    if (input.system) continue;
    if (!sameValue(row.values[input.name], value)) {
      changed.add(input.name);
      row.values[input.name] = value;
    }
  }
  return changed;
}

export function collect(decoded: readonly DecodedInput[]): Problem[] {
  return decoded.flatMap(({ problems }) => [...problems]);
}

export function throwProblems(problems: readonly Problem[]): void {
  const first = problems[0];
  if (!first) return;
  // An access problem stands alone, as it would end the request in core.
  const denied = problems.find(({ status }) => status === 403);
  throw new Refusal(denied ? [denied] : problems);
}
