import * as z from "zod";
import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import { type CheckId, isCheck } from "../check/rules/check.ts";

/** Checks of the whole park and of what we bill. What they find is ours to put right: nothing of it is asked back from a supplier. */
export const monthChecks = ["C4", "C5", "C6", "C7", "C13"] as const satisfies readonly CheckId[];
export type MonthCheckId = (typeof monthChecks)[number];

/** The others look at a supplier's row, and what they find can be claimed back. */
export type ClaimCheckId = Exclude<CheckId, MonthCheckId>;
export const isClaim = (check: SwAnomaly["check"]): check is ClaimCheckId =>
  isCheck(check) && !monthChecks.some((one) => one === check);

/** What checking a month takes: it reads sale and cost, writes gaps and closes them. */
export const monthPermissions = [
  "view anomalies",
  "import invoices",
  "manage anomalies",
  "view margin",
  "view sell price",
] as const;

/** More months than this in one file are months gone by: checked when somebody asks. */
const mostMonths = 3;

/** The last months that these days lie in, the last first: those to check after an import. */
export function lastMonths(days: readonly unknown[]): string[] {
  const months = new Set(days.flatMap((day) => (typeof day === "string" ? day.slice(0, 7) : [])));
  return [...months].sort().reverse().slice(0, mostMonths);
}

export const monthInput = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

export type MonthInput = z.infer<typeof monthInput>;

export const monthRunInput = z.object({ run: z.uuid() });

export type MonthRunInput = z.infer<typeof monthRunInput>;

/** How far a check of a month is; `failed`: it ended without a report, and what it has written is right. */
export type MonthRunState =
  | { readonly state: "running"; readonly lines: number; readonly total: number | null }
  | { readonly state: "done"; readonly report: MonthReport }
  | { readonly state: "failed" };

/** Why a line could not be checked for a month. */
export const monthReasons = [
  /** No row of the supplier's for the customer's lines of this kind, or for less than half of them. */
  "not_invoiced",
  "invoice_partial",
  /** Nothing imported of what the customer is billed, or for less than half of their lines. */
  "not_billed",
  "billed_partly",
  "suspended",
  "no_dates",
  "no_price",
] as const;

export type MonthReason = (typeof monthReasons)[number];

export interface MonthCheckReport {
  readonly check: MonthCheckId;
  /** New gaps, and those that were there again after they had gone. */
  readonly found: number;
  /** Gaps found before that are still there. */
  readonly known: number;
  /** Gaps that are no more. */
  readonly closed: number;
  /** Of the new ones, decimal text. */
  readonly amount: string;
  readonly unchecked: readonly { readonly reason: MonthReason; readonly lines: number }[];
}

/** What checking a month over the whole park has changed, and what could not be checked. */
export interface MonthReport {
  readonly month: string;
  /** Lines looked at. */
  readonly lines: number;
  readonly checks: readonly MonthCheckReport[];
  /** What customers are billed in the month that names no line of theirs; `net` decimal text. */
  readonly unmatched: { readonly items: number; readonly net: string };
}
