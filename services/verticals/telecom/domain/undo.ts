/** What undoing a deployment does, action by action. Pure: actions in, decisions and operations out. */
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { moneyText, amountOf } from "../../../platform/money.ts";
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import { articleChange, type LaunchedAction, type LaunchedLine, monthlyChange } from "./launch.ts";

/** How what an operation has done is undone: by another operation of its capability; or why it stays. */
type Reverses = Readonly<Record<string, { readonly by: string } | { readonly stays: Words }>>;
interface Words {
  readonly fr: string;
  readonly en: string;
}

/** An action of a deployment that is undone. */
export interface UndoneAction extends Omit<LaunchedAction, "after"> {
  readonly line: (LaunchedLine & { readonly version: number }) | null;
  readonly accountId: string | null;
  readonly billingSiteId: string | null;
  /** The actions that had to be done before. */
  readonly afterIds: readonly string[];
  /** The action that this one undoes; null: it is one of those that were planned. */
  readonly compensates: string | null;
}

export type UndoStep =
  /** It is called off: nothing has happened, or it was refused. */
  | { readonly kind: "call-off" }
  /** The vendor is asked to end it. Where it is too late for that, it is done, and undone then. */
  | { readonly kind: "cancel" }
  /** What becomes of it isn't known yet, and decides. */
  | { readonly kind: "await" }
  /** Undone by that operation. `waits`: once is known what becomes of a step that came after it. */
  | { readonly kind: "reverse"; readonly by: string; readonly waits: boolean }
  /** It stays done, and why; null: nobody has said how it is undone. */
  | { readonly kind: "stays"; readonly why: Words | null }
  /** Another action undoes it already. */
  | { readonly kind: "undone" }
  /** Nothing was done. */
  | { readonly kind: "none" };

/** An action as it is shown before its deployment is undone. */
export interface UndoRow extends Omit<LaunchedAction, "after" | "version" | "article"> {
  readonly step: UndoStep;
  readonly articleName: string | null;
  /** What a month brings and costs more or less then; absent where the reader may not see it. */
  readonly sell?: string;
  readonly buy?: string;
}

/** Nothing has left, or nothing came of it. */
const calledOff: ReadonlySet<string> = new Set(["ready", "rejected_by_us", "rejected_by_vendor"]);
const cancellable: ReadonlySet<string> = new Set(["submitted", "acknowledged", "held", "correcting", "in_progress"]);

/** What is done about each of the actions that were planned; asked again later, it goes on from there. */
export function undoSteps(actions: readonly UndoneAction[], reverses: Reverses): ReadonlyMap<string, UndoStep> {
  const planned = actions.filter(({ compensates }) => compensates === null);
  const compensated = new Set(actions.flatMap(({ compensates }) => compensates ?? []));
  const laterOf = followers(planned);
  const isOpen = (action: UndoneAction): boolean =>
    action.status === "cancelling" ||
    action.status === "unknown" ||
    action.status === "delivered" ||
    cancellable.has(action.status);
  // A step is undone after all that came after it: what is still under way there may be done yet.
  const waits = once((id: string): boolean =>
    (laterOf.get(id) ?? []).some((later) => isOpen(later) || waits(later.id)),
  );
  const stepOf = (action: UndoneAction): UndoStep => {
    const { id, status, operation } = action;
    if (calledOff.has(status)) return { kind: "call-off" };
    if (cancellable.has(status)) return { kind: "cancel" };
    if (isOpen(action)) return { kind: "await" };
    if (status !== "done") return { kind: "none" };
    if (compensated.has(id)) return { kind: "undone" };
    const reverse = reverses[operation];
    if (!reverse || "stays" in reverse) return { kind: "stays", why: reverse?.stays ?? null };
    return { kind: "reverse", by: reverse.by, waits: waits(id) };
  };
  return new Map(planned.map((action) => [action.id, stepOf(action)]));
}

/** Whether something is left to be done or to be awaited. */
export const hasUndoing = (steps: Iterable<UndoStep>): boolean =>
  [...steps].some(({ kind }) => kind !== "stays" && kind !== "undone" && kind !== "none");

/** One for each action, whoever asks: what was done is undone once. */
export const undoId = (actionId: string): string => deterministicUuid(`undo/${actionId}`);

interface Undoing {
  readonly deploymentId: string;
  /** What whoever carries it out reads. */
  readonly details: string;
  readonly today: string;
  /** It is asked for now: vendors are asked once to end what is under way, and one that doesn't goes on. */
  readonly isBeginning: boolean;
}

/**
 * What can be written now: what has not left is called off, what is under way is asked to end, and what is done gets the action that undoes it, after
 * those of all steps that came after it.
 */
export function undoOperations(
  actions: readonly UndoneAction[],
  reverses: Reverses,
  { deploymentId, details, today, isBeginning }: Undoing,
): AtomicOperation[] {
  const steps = undoSteps(actions, reverses);
  const planned = actions.filter(({ compensates }) => compensates === null);
  const laterOf = followers(planned);
  const undoneBy = new Map(actions.flatMap(({ id, compensates }) => (compensates ? [[compensates, id] as const] : [])));
  for (const { id } of planned) {
    const step = steps.get(id);
    if (step?.kind === "reverse" && !step.waits) undoneBy.set(id, undoId(id));
  }
  /** What has to be undone before: a step that stays, or came to nothing, hands on what came after it. */
  const firstOf = once((id: string): readonly string[] => [
    ...new Set(
      (laterOf.get(id) ?? []).flatMap((later) => {
        const own = undoneBy.get(later.id);
        return own === undefined ? firstOf(later.id) : [own];
      }),
    ),
  ]);
  const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
  const changes = planned.flatMap((action) => {
    const kind = steps.get(action.id)?.kind;
    const status = kind === "call-off" ? "cancelled" : kind === "cancel" && isBeginning ? "cancelling" : undefined;
    return status ? [update("sw_action", action.id, { version: action.version, status })] : [];
  });
  const reversals = lastFirst(planned, laterOf).flatMap((action): AtomicOperation[] => {
    const step = steps.get(action.id);
    if (step?.kind !== "reverse" || step.waits) return [];
    const first = firstOf(action.id);
    return [
      {
        op: "add",
        data: {
          type: "sw_action--sw_action",
          id: undoId(action.id),
          attributes: {
            capability: action.capability,
            operation: step.by,
            payload: { details },
            idempotency_key: `undo/${action.id}`,
            planned_on: today,
          },
          relationships: {
            compensates: to("sw_action", action.id),
            deployment: to("sw_deployment", deploymentId),
            ...(action.accountId && { account: to("sw_account", action.accountId) }),
            ...(action.billingSiteId && { billing_site: to("sw_billing_site", action.billingSiteId) }),
            ...(action.line && { line: to("sw_line", action.line.id) }),
            ...(first.length > 0 && { depends_on: { data: first.map((id) => to("sw_action", id).data) } }),
          },
        },
      },
    ];
  });
  return [...changes, ...linesCalledOff(planned, steps), ...reversals];
}

/** A line whose order came to nothing isn't on order any more. */
function linesCalledOff(planned: readonly UndoneAction[], steps: ReadonlyMap<string, UndoStep>): AtomicOperation[] {
  return planned.flatMap(({ id, operation, status, line }) => {
    const isOff = status === "cancelled" || steps.get(id)?.kind === "call-off";
    return isOff && (operation === "create_line" || operation === "port_in") && line?.status === "ordered"
      ? [update("sw_line", line.id, { version: line.version, status: "cancelled" })]
      : [];
  });
}

/** What a month brings and costs more or less once that is undone; absent where the reader may not see it. */
export function undoneChange(action: UndoneAction, step: UndoStep): { readonly sell?: string; readonly buy?: string } {
  const given = { ...action, after: [] };
  if (step.kind !== "reverse") {
    const { sell, buy } = { ...monthlyChange(given), ...articleChange(given) };
    return { ...(sell !== undefined && { sell: moneyText(0) }), ...(buy !== undefined && { buy: moneyText(0) }) };
  }
  const { sell, buy } = articleChange(given);
  const less = (amount: string) => moneyText(-amountOf(amount));
  return {
    ...monthlyChange({ ...given, operation: step.by }),
    ...(sell !== undefined && { sell: less(sell) }),
    ...(buy !== undefined && { buy: less(buy) }),
  };
}

/** Many ways lead to one step: it is looked at once. */
function once<Value>(ask: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    const value = known.get(id) ?? ask(id);
    known.set(id, value);
    return value;
  };
}

/** Which actions come directly after which. */
function followers(actions: readonly UndoneAction[]): ReadonlyMap<string, readonly UndoneAction[]> {
  const found = new Map<string, UndoneAction[]>();
  for (const action of actions)
    for (const before of action.afterIds) found.set(before, [...(found.get(before) ?? []), action]);
  return found;
}

/** Those that come after others first: what is waited for has to be there before what waits for it. */
function lastFirst(
  actions: readonly UndoneAction[],
  laterOf: ReadonlyMap<string, readonly UndoneAction[]>,
): UndoneAction[] {
  const ordered = new Set<UndoneAction>();
  const take = (action: UndoneAction): void => {
    if (ordered.has(action)) return;
    for (const later of laterOf.get(action.id) ?? []) take(later);
    ordered.add(action);
  };
  for (const action of actions) take(action);
  return [...ordered];
}

const update = (type: string, id: string, attributes: Readonly<Record<string, unknown>>): AtomicOperation => ({
  op: "update",
  data: { type: `${type}--${type}`, id, attributes },
});
