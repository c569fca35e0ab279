import { sql } from "kysely";
import type { SumLimit, Transition } from "../../model/index.ts";
import { amountOf, moneyText } from "../../platform/money.ts";
import { type Problem, violation } from "../problem/refusal.ts";
import { columnName } from "../store/column.ts";
import type { UnitOfWork, Values, WorkRow } from "../work/unit-of-work.ts";
import { isEmpty, sameValue } from "../work/same-value.ts";

/** The workflow's word on a new row's state or on a change of state, and on the fields that name who made one. */
export async function transitionProblems(work: UnitOfWork, row: WorkRow, before: Values | null): Promise<Problem[]> {
  const { workflow } = row.type.entity;
  if (!workflow) return [];
  const { field } = workflow;
  const pointer = `/data/attributes/${field}`;
  const state = row.values[field];
  const notAllowed = (detail: string) => [violation(`${field}: ${detail}`, pointer, "transition_not_allowed")];
  if (before === null) {
    if (state !== null && !workflow.initial.includes(String(state)))
      return notAllowed(`A new row can't start in the state '${String(state)}'.`);
    return saidProblems(work, row, { before: {}, transition: undefined });
  }
  const from = before[field];
  if (state === from || state === null) return saidProblems(work, row, { before, transition: undefined });
  const candidates = workflow.transitions.filter((one) => one.to === state && one.from.includes(String(from)));
  if (candidates.length === 0) return notAllowed(`The state can't change from ${String(from)} to ${String(state)}.`);
  const { permissions } = work.scope.viewer;
  const transition = candidates.find(({ permission }) => permission === undefined || permissions.has(permission));
  if (!transition) {
    const permission = candidates[0]?.permission ?? "";
    const detail = `The current user is not allowed to PATCH the selected field (${field}). The '${permission}' permission is required.`;
    return [{ status: 403, detail, pointer }];
  }
  if (transition.notBy !== undefined && [null, work.scope.viewer.id].includes(userIn(before[transition.notBy])))
    return [violation(`${field}: Somebody else has to make this change.`, pointer, "same_person")];
  const passed = transition.atMost && (await passedLimit(work, row, transition.atMost));
  if (passed !== undefined)
    return [violation(`${field}: Above ${passed} this change needs approval.`, pointer, "needs_approval", passed)];
  return [
    ...transition.requires
      .filter((name) => isEmpty(row.values[name]))
      .map((name) =>
        violation(`${name}: This value should not be null.`, `/data/attributes/${name}`, "transition_requires"),
      ),
    ...saidProblems(work, row, { before, transition }),
  ];
}

interface Changed {
  readonly before: Values;
  readonly transition: Transition | undefined;
}

/** What is written with a change of state, and at no other time. */
const saidProblems = (work: UnitOfWork, row: WorkRow, changed: Changed): Problem[] => [
  ...namedProblems(work, row, changed),
  ...writtenProblems(row, changed),
];

function writtenProblems(row: WorkRow, { before, transition }: Changed): Problem[] {
  const fields = new Set((row.type.entity.workflow?.transitions ?? []).flatMap(({ writes }) => writes ?? []));
  return [...fields].flatMap((name) => {
    if (transition?.writes?.includes(name) || sameValue(row.values[name], before[name])) return [];
    const detail = `${name}: It changes with a change of state that writes it.`;
    return [violation(detail, `/data/attributes/${name}`, "transition_not_allowed")];
  });
}

const userIn = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Who made a change is written with it and is nobody else; at other times the name may only go. */
function namedProblems(work: UnitOfWork, row: WorkRow, { before, transition }: Changed): Problem[] {
  const fields = new Set((row.type.entity.workflow?.transitions ?? []).flatMap(({ by }) => by ?? []));
  return [...fields].flatMap((name) => {
    const value = userIn(row.values[name]);
    const changed = value !== userIn(before[name]);
    const right = name === transition?.by ? value === work.scope.viewer.id : value === null || !changed;
    // That nobody is named where somebody has to be is said by what the transition requires.
    if (right || value === null) return [];
    const detail = `${name}: It names who makes the change, when it is made.`;
    return [violation(detail, `/data/attributes/${name}`, "transition_not_allowed")];
  });
}

/** The brand's bound, where the sum passes it as the request leaves the rows so far. */
async function passedLimit(work: UnitOfWork, row: WorkRow, limit: SumLimit): Promise<string | undefined> {
  const brand = row.brand === null ? null : await work.byId(work.scope.types.brand, row.brand);
  const bound = brand?.values[limit.setting];
  if (isEmpty(bound)) return undefined;
  const type = work.scope.types.get(limit.of);
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM ${sql.table(type.table)} WHERE ${sql.ref(columnName(limit.by))} = ${row.id}`.execute(work.db);
  await work.loadIds(
    type,
    rows.map(({ id }) => id),
  );
  const counted = work.rows.filter(
    (one) =>
      one.type === type &&
      one.state !== "deleted" &&
      one.values[limit.by] === row.id &&
      Object.entries(limit.where).every(([name, values]) => values.includes(String(one.values[name]))),
  );
  const steps = limit.sum.split(".");
  const last = steps.pop() ?? "";
  // A row that several lead to counts for each of them.
  let reached: readonly WorkRow[] = counted;
  for (const step of steps) {
    const field = reached[0]?.type.entity.fields[step];
    if (!field) break;
    const target = work.scope.types.target(field);
    const ids = reached.flatMap((one) => userIn(one.values[step]) ?? []);
    await work.loadIds(target, ids);
    reached = ids.flatMap((id) => work.knownById(target, id) ?? []);
  }
  const sum = reached.reduce((total, one) => total + amountOf(decimal(one.values[last])), 0);
  const most = amountOf(decimal(bound));
  return sum > most ? moneyText(most) : undefined;
}

const decimal = (value: unknown): string | null => (isEmpty(value) ? null : String(value));
