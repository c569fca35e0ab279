import { signInNameProblems } from "./sign-in-name.ts";
import { commonPasswords } from "../../model/generated/common-passwords.ts";
import { passwordProblem, passwordSentences, passwordWords } from "../../platform/password-rule.ts";
import { typeAccess } from "../plan/access.ts";
import { notConverted } from "../query/read-resource.ts";
import { forbidden, type Problem, Refusal, violation } from "../problem/refusal.ts";
import { isTenant, roleLabels } from "../store/resource-type.ts";
import { hashPassword, passwordMatches } from "../session/password.ts";
import {
  collect,
  decodeInputs,
  type DecodedInput,
  fieldAccessProblem,
  setValues,
  throwProblems,
} from "./apply-values.ts";
import {
  equalPathProblems,
  ownershipProblems,
  personProblems,
  requiredProblems,
  valueChoiceProblems,
} from "./consistency.ts";
import { defaultValue } from "./field-value.ts";
import { isObject, type Operation } from "./operation.ts";
import { ownerOf } from "./paths.ts";
import { endedProblems, stampDays } from "./periods.ts";
import type { UniqueIndex } from "./uniqueness.ts";
import type { Change, UnitOfWork, WorkRow } from "../work/unit-of-work.ts";
import { checkVersion } from "./version.ts";
import { transitionProblems } from "./transitions.ts";

export interface Applied {
  readonly row: WorkRow;
  readonly change?: Change;
}

/** Carries out one operation inside the unit of work, or throws its refusal. */
export async function apply(work: UnitOfWork, unique: UniqueIndex, operation: Operation): Promise<Applied> {
  if (operation.refusal) throw operation.refusal;
  switch (operation.op) {
    case "add":
      return add(work, unique, operation);
    case "update":
      return update(work, unique, operation);
    case "remove":
      return remove(work, unique, operation);
  }
}

async function add(work: UnitOfWork, unique: UniqueIndex, operation: Operation): Promise<Applied> {
  const { type } = operation;
  const { viewer, types } = work.scope;
  const access = typeAccess(types, viewer, type, "create");
  if (!access.allowed) throw forbidden(access.reason);
  if (isTenant(type) && viewer.brand === null && type.kind !== "user") throw forbidden("");
  const decoded = await decodeInputs(work, operation, (name) => type.entity.fields[name]?.default);
  const existing = await work.byUuid(type, operation.uuid);
  const row =
    existing && existing.state !== "deleted"
      ? draft(work, operation)
      : await work.create(type, operation.uuid, newBrand(work, operation, decoded));
  const denied = fieldAccessProblem(work, row, operation, decoded);
  if (denied) throw new Refusal([denied]);
  for (const field of Object.values(type.entity.fields)) row.values[field.name] = defaultValue(field);
  setValues(row, decoded);
  if (operation.pass !== undefined) await setPassword(work, row, operation.pass);
  const { owner, problems } = await newRowProblems(work, row, decoded);
  throwProblems(problems.length > 0 || existing ? problems : unique.check(row, null));
  if (existing && existing.state !== "deleted")
    throw new Refusal([{ status: 409, detail: "Conflict: Entity already exists." }]);
  return { row, change: { operation: "create", row, before: null, after: { ...row.values }, version: 1, owner } };
}

/** What is wrong with a new row, but for ids and keys that others have. */
export async function newRowProblems(
  work: UnitOfWork,
  row: WorkRow,
  decoded: readonly DecodedInput[],
): Promise<{ owner: number | null; problems: Problem[] }> {
  const owner = await ownerOf(work, row);
  const problems = [
    ...collect(decoded),
    ...signInNameProblems(row, new Set()),
    ...requiredProblems(row, new Set(), invalidNames(decoded)),
    ...valueChoiceProblems(row),
    ...(await transitionProblems(work, row, null)),
    ...personProblems(work, row, null),
    ...(await equalPathProblems(work, row, new Set())),
    ...(await ownershipProblems(work, row, owner)),
  ];
  return { owner, problems };
}

function invalidNames(decoded: readonly DecodedInput[]): ReadonlySet<string> {
  return new Set(decoded.filter(({ problems }) => problems.length > 0).map(({ input }) => input.name));
}

/** Stands in for a row that can't be created, so that its other problems are still told first. */
export function draft(work: UnitOfWork, operation: Operation): WorkRow {
  return {
    type: operation.type,
    id: 0,
    uuid: operation.uuid,
    brand: work.scope.viewer.brand?.id ?? null,
    created: work.now,
    changed: work.now,
    version: 1,
    values: {},
    visible: true,
    sameTenant: true,
    state: "new",
    touched: new Set(),
  };
}

function newBrand(work: UnitOfWork, operation: Operation, decoded: readonly DecodedInput[]): number | null {
  if (!isTenant(operation.type)) return null;
  const given = decoded.find(({ input }) => input.system && input.name === "brand")?.value;
  return work.scope.viewer.brand?.id ?? (typeof given === "number" ? given : null);
}

async function update(work: UnitOfWork, unique: UniqueIndex, operation: Operation): Promise<Applied> {
  const { type } = operation;
  const { viewer, types } = work.scope;
  const row = await target(work, operation);
  const own = type.kind === "user" && row.id === viewer.id;
  const access = typeAccess(types, viewer, type, "edit");
  if (!access.allowed && !own) throw forbidden(access.reason);
  const decoded = await decodeInputs(work, operation, (name) => row.values[name]);
  await checkVersion(work, row, operation, decoded);
  const denied = fieldAccessProblem(work, row, operation, decoded);
  if (denied) throw new Refusal([denied]);
  const before = { ...row.values };
  const applicable = decoded.filter(({ input }) => !(input.field.immutable && !input.system));
  const changed = setValues(row, applicable);
  await stampDays(work, row, changed);
  if (operation.pass !== undefined) {
    await newPassword(work, row, operation.pass);
    if (own) await checkExistingPassword(work, row, operation.pass);
    await setPassword(work, row, operation.pass);
  }
  if (changed.size === 0 && operation.pass === undefined && collect(decoded).length === 0) return { row };
  const submitted = new Set(applicable.map(({ input }) => input.name));
  const owner = await ownerOf(work, row);
  throwProblems([
    ...collect(decoded),
    ...signInNameProblems(row, submitted),
    ...requiredProblems(row, submitted, invalidNames(decoded)),
    ...(await transitionProblems(work, row, before)),
    ...personProblems(work, row, before[type.entity.rowView?.field ?? ""]),
    ...(await equalPathProblems(work, row, changed)),
    ...(await endedProblems(work, row, changed)),
    ...(await ownershipProblems(work, row, owner)),
  ]);
  throwProblems(unique.check(row, before));
  work.touch(row, changed);
  return { row, change: { operation: "update", row, before, after: { ...row.values }, version: row.version, owner } };
}

async function remove(work: UnitOfWork, unique: UniqueIndex, operation: Operation): Promise<Applied> {
  const { type } = operation;
  const row = await target(work, operation);
  const access = typeAccess(work.scope.types, work.scope.viewer, type, "delete");
  const made = access.allowed ? undefined : await madeVersion(work, operation);
  if (!access.allowed && made === undefined) throw forbidden(access.reason);
  await checkVersion(work, row, { ...operation, ...(made !== undefined && { ifMatch: `"${made}"` }) }, []);
  const owner = await ownerOf(work, row);
  if (type.kind === "user") return cancelAccount(work, row, owner);
  unique.release(row);
  const change: Change = {
    operation: "delete",
    row,
    before: { ...row.values },
    after: null,
    version: row.version,
    owner,
  };
  row.state = "deleted";
  return { row, change };
}

/** The version that the caller's own request left a row in which it made; others may not be taken back that way. */
async function madeVersion(work: UnitOfWork, { type, uuid, undo }: Operation): Promise<number | undefined> {
  if (undo === undefined || type.kind !== "entity") return undefined;
  if (!typeAccess(work.scope.types, work.scope.viewer, type, "create").allowed) return undefined;
  return (await work.madeBy(undo)).get(`${type.name}:${uuid}`);
}

/** Accounts are blocked, not deleted: history names them. */
function cancelAccount(work: UnitOfWork, row: WorkRow, owner: number | null): Applied {
  if (row.values["status"] === false) return { row };
  const before = { ...row.values };
  row.values["status"] = false;
  work.touch(row, new Set(["status"]));
  return { row, change: { operation: "update", row, before, after: { ...row.values }, version: row.version, owner } };
}

async function target(work: UnitOfWork, operation: Operation): Promise<WorkRow> {
  const row = await work.byUuid(operation.type, operation.uuid);
  if (!row || row.state === "deleted" || !row.visible || !row.sameTenant)
    throw notConverted(operation.type, operation.route);
  return row;
}

async function setPassword(work: UnitOfWork, row: WorkRow, given: unknown): Promise<void> {
  row.pass = await hashPassword(await newPassword(work, row, given));
  if (row.state !== "new") work.touch(row, new Set());
}

/** What was sent, as the rule for passwords accepts it. */
async function newPassword(work: UnitOfWork, row: WorkRow, given: unknown): Promise<string> {
  const value = sentWithExisting(given) ? given.value : given;
  const { types } = work.scope;
  const brand = row.brand === null ? null : await work.byId(types.brand, row.brand);
  const problem = passwordProblem(value, {
    name: String(row.values["name"] ?? ""),
    common: commonPasswords,
    words: passwordWords(roleLabels(types.model), String(brand?.values["name"] ?? "")),
  });
  if (problem === undefined && typeof value === "string") return value;
  throw passwordRefusal(passwordSentences[problem ?? "text"]);
}

/** How somebody changes their own password. */
function sentWithExisting(given: unknown): given is { value: string; existing?: unknown } {
  return (
    isObject(given) &&
    typeof given["value"] === "string" &&
    Object.keys(given).every((member) => member === "value" || member === "existing")
  );
}

function passwordRefusal(sentence: string): Refusal {
  return new Refusal([violation(`pass: ${sentence}`, "/data/attributes/pass", "password")]);
}

/** Whoever changes their own password proves that it is theirs. */
async function checkExistingPassword(work: UnitOfWork, row: WorkRow, given: unknown): Promise<void> {
  const existing = isObject(given) ? given["existing"] : undefined;
  const stored = await work.password(row);
  if (typeof existing === "string" && (await passwordMatches(existing, stored))) return;
  throw passwordRefusal("Your current password is missing or incorrect; it's required to change the Password.");
}
