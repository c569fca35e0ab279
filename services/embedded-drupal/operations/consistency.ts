import { isEmpty } from "../work/same-value.ts";
import { fieldViewAccess } from "../plan/access.ts";
import { type Problem, violation } from "../problem/refusal.ts";
import { follow } from "./paths.ts";
import type { UnitOfWork, WorkRow } from "../work/unit-of-work.ts";

/** Pairs of paths that must lead to the same row, all of them where a step holds several; looked at when one of their first steps changes. */
export async function equalPathProblems(
  work: UnitOfWork,
  row: WorkRow,
  changed: ReadonlySet<string>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [left, right] of row.type.entity.equalPaths) {
    if (row.state !== "new" && !changed.has(firstStep(left)) && !changed.has(firstStep(right))) continue;
    const [a, b] = [await follow(work, row, left), await follow(work, row, right)];
    if (a.length === 0 || b.length === 0 || new Set([...a, ...b]).size === 1) continue;
    const field = firstStep(right);
    problems.push(
      violation(
        `${field}: ${left} and ${right} must lead to the same row.`,
        `/data/attributes/${field}`,
        "not_same_owner",
      ),
    );
  }
  return problems;
}

function firstStep(path: string): string {
  return path.split(".")[0] ?? path;
}

/** Lists whose values go with those of another list; both are set on creation only. */
export function valueChoiceProblems(row: WorkRow): Problem[] {
  return Object.values(row.type.entity.fields).flatMap(({ name, valuesBy }) => {
    const [value, chosen] = [row.values[name], row.values[valuesBy?.field ?? ""]];
    if (!valuesBy || isEmpty(value) || isEmpty(chosen)) return [];
    if (valuesBy.values[String(chosen)]?.includes(String(value))) return [];
    const detail = `${name}: The value ${String(value)} doesn't go with ${String(chosen)}.`;
    return [violation(detail, `/data/attributes/${name}`, "value_not_of")];
  });
}

/** Rows of one person: nobody puts another person's name on one, save with the rule's permission. */
export function personProblems(work: UnitOfWork, row: WorkRow, before: unknown): Problem[] {
  const rule = row.type.entity.rowView;
  if (rule?.kind !== "user") return [];
  const person = row.values[rule.field];
  const { viewer } = work.scope;
  if (
    isEmpty(person) ||
    person === before ||
    person === viewer.id ||
    (rule.permission && viewer.permissions.has(rule.permission))
  )
    return [];
  return [
    {
      status: 403,
      detail: `The current user is not allowed to set the selected field (${rule.field}) to another person.`,
      pointer: `/data/attributes/${rule.field}`,
    },
  ];
}

/** Required fields: all of a new row, the submitted ones of a change. What is invalid was told already. */
export function requiredProblems(
  row: WorkRow,
  submitted: ReadonlySet<string>,
  invalid: ReadonlySet<string>,
): Problem[] {
  return Object.values(row.type.entity.fields)
    .filter(
      (field) =>
        field.required &&
        !invalid.has(field.name) &&
        (row.state === "new" || submitted.has(field.name)) &&
        isEmpty(row.values[field.name]),
    )
    .map((field) =>
      violation(`${field.name}: This value should not be null.`, `/data/attributes/${field.name}`, "required"),
    );
}

/** Clients and partners write inside their accounts only. */
export async function ownershipProblems(work: UnitOfWork, row: WorkRow, owner: number | null): Promise<Problem[]> {
  const own = work.scope.viewer.ownAccounts;
  if (own === null || row.type.entity.ownerPath === undefined) return [];
  return owner !== null && own.includes(owner) ? [] : [{ status: 403, detail: "", pointer: "/data" }];
}

export function mayViewField(work: UnitOfWork, row: WorkRow, name: string): boolean {
  const field = row.type.entity.fields[name];
  const self = row.type.kind === "user" && row.id === work.scope.viewer.id;
  return field !== undefined && (self || fieldViewAccess(work.scope.viewer, row.type, field).allowed);
}
