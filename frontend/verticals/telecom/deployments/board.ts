/** The board of deployments: which column a card stands in, and which cards a filter leaves. Pure. */
import { addDays } from "@softwhere/services/platform/day";
import { type MilestoneKind, milestoneKinds } from "@softwhere/services/verticals/telecom/domain/milestones";
import { plain } from "@/base/format/plain-text";

export const boardColumns = ["draft", "planned", "launched", "blocked", "done"] as const;
export type BoardColumn = (typeof boardColumns)[number];
export const boardFilters = ["all", "mine", "late", "week"] as const;
export type BoardFilter = (typeof boardFilters)[number];

/** A step of a deployment as the panel shows it. */
export interface Milestone {
  readonly id: string;
  readonly version: number;
  readonly kind: MilestoneKind;
  readonly status: "open" | "done" | "dropped";
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly blockedBy: string | null;
  /** Whether the customer was told of it. */
  readonly mailed: boolean;
  readonly owner: string | null;
  readonly contact: string | null;
  /** Whether the brand's custom is to tell the customer. */
  readonly told: boolean;
}

/** A step that is still to come. */
export interface OpenStep {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly dueOn: string | null;
}

/** The one that comes first: by its day, and without one in the order in which steps come. */
export function nextStep(steps: readonly OpenStep[]): OpenStep | undefined {
  const place = ({ kind }: OpenStep) => milestoneKinds.indexOf(kind);
  return steps.toSorted((a, b) => (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9") || place(a) - place(b))[0];
}

export interface BoardCard {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly day: string | null;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** How many of its actions are over, of how many. */
  readonly done: number;
  readonly total: number;
  /** What is in its way: what somebody noted, else the first of its actions that waits for somebody. */
  readonly trouble: Trouble | null;
  /** Its steps that are still to come. */
  readonly steps: readonly OpenStep[];
}

export interface Trouble {
  /** The action's state; absent where a person noted it. */
  readonly status?: string;
  /** Who asked for a second person's approval. */
  readonly askedBy?: string;
  readonly reason: string | null;
}

/** Whether an action counts as over: nobody has to look at it any more. */
export const isFinished = (status: string): boolean => status === "done" || status === "cancelled";

/** States of an action that hold up what it belongs to. */
export const troubledStates = ["held", "unknown", "rejected_by_us", "rejected_by_vendor"] as const;

export const columnOf = ({ status, trouble }: BoardCard): BoardColumn | null =>
  status === "awaiting_approval" || (trouble && (isUnderWay(status) || (status === "planned" && !trouble.status)))
    ? "blocked"
    : (boardColumns.find((column) => column === (placeOf[status] ?? status)) ?? null);

/** Things are carried out for it, forwards or back. */
export const isUnderWay = (status: string): boolean => status === "launched" || status === "undoing";
/** One that is undone stands where it would stand otherwise. */
const placeOf: Readonly<Record<string, BoardColumn>> = { undoing: "launched", undone: "done" };

/** Days since the day on which it should have been done; 0 where it isn't late. */
export function daysLate({ status, day }: BoardCard, today: string): number {
  return day && day < today && ["planned", "awaiting_approval", "launched"].includes(status)
    ? Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
    : 0;
}

export function isIn(card: BoardCard, filter: BoardFilter, given: { readonly me: string; readonly today: string }) {
  const isOpen = columnOf(card) !== "done";
  if (filter === "mine") return isOpen && card.owner?.id === given.me;
  if (filter === "late") return daysLate(card, given.today) > 0;
  if (filter === "week")
    return isOpen && card.day !== null && card.day >= given.today && card.day < addDays(given.today, 7);
  return true;
}

/** Whether what was typed stands in its name, its customer's or its owner's. */
export function says(card: BoardCard, typed: string): boolean {
  const wanted = plain(typed.trim());
  return [card.name, card.account?.name, card.owner?.name].some((text) => text && plain(text).includes(wanted));
}

/** The weeks, Monday to Sunday, that a month lies in. `month`: `2026-12`. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const monday = addDays(first, -((new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let day = monday; day.slice(0, 7) <= month; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  return weeks;
}

/** So many months later. */
export function monthAfter(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
