import { absent } from "./c4-absent.ts";
import { unbilled } from "./c5-unbilled.ts";
import { ended } from "./c6-ended.ts";
import { margin } from "./c7-margin.ts";
import type { MonthCheck } from "./check.ts";

/** What is asked of each line for a month. */
export const lineChecks: readonly MonthCheck[] = [absent, unbilled, ended, margin];
