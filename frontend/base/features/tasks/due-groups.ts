import { addDays } from "@softwhere/services/platform/day";

export const dueGroups = ["late", "today", "week", "later", "undated"] as const;
export type DueGroup = (typeof dueGroups)[number];

const days = 7;

/** When something is due, as a person reads their day. Days are ISO days of the brand's calendar. */
export function dueGroupOf(dueOn: string | null, today: string): DueGroup {
  if (dueOn === null) return "undated";
  if (dueOn < today) return "late";
  if (dueOn === today) return "today";
  return dueOn <= addDays(today, days) ? "week" : "later";
}
