import { businessDay, dayOfMonth } from "../../services/platform/day.ts";

/** So many months after the one that the demo is made in, a day of it: what is to come in the demo stays to come, whenever it is made. */
export const comingDay = (months: number, day: number | "last"): string => dayOfMonth(businessDay(), months, day);
