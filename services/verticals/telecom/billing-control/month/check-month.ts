import { TRPCError } from "@trpc/server";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { businessDay } from "../../../../platform/day.ts";
import { rematchItems } from "../billed/rematch.ts";
import { closingReason } from "../import/closed-by.ts";
import { type MonthCheckReport, type MonthReport, monthPermissions } from "./contract.ts";
import type { Shares } from "./lines.ts";
import { type Counted, type Found, MonthPart, type MonthPlan, type PartDone, servingLines } from "./month-part.ts";
import { monthOfDay } from "./promises.ts";
import { added, addShares } from "./report.ts";
import { type Limits, usualLimits } from "./rules/check.ts";

export interface MonthOptions {
  /** `2026-10`. */
  readonly month: string;
  /** Until when credits may have come; today where the brand is. */
  readonly today?: string;
  readonly limits?: Limits;
  /** Whether billed items whose line is known by now get it; where it isn't said, if the caller may change them. */
  readonly rematch?: boolean;
  /** How large a part is. */
  readonly partLines?: number;
}

const usualPart = 2_000;

/** How the parts of a run are carried out. */
export interface MonthSteps {
  /** One part after the other; what it answers is JSON. `since`: when the part began, where it begins once more. */
  step<Answer>(name: string, work: (backend: BackendClient, since?: string) => Promise<Answer>): Promise<Answer>;
  /** So many lines of all are looked at. */
  progress?(lines: number, total: number): Promise<void>;
}

/** Checks a month in one go, with the caller's rights (`monthPermissions`; FORBIDDEN without). */
export const checkMonth = (backend: BackendClient, options: MonthOptions): Promise<MonthReport> =>
  runMonth(options, { step: (_name, work) => work(backend) });

/**
 * Checks a month over the whole park, with what suppliers and customers were billed in it: finds new gaps, knows old ones again and closes those
 * that are no more. Running it twice changes nothing. The park is gone through twice, page by page: what of a customer's lines is billed has to be
 * known before one of them can be called forgotten, and memory must not follow the largest customer.
 */
export async function runMonth(options: MonthOptions, { step, progress }: MonthSteps): Promise<MonthReport> {
  const plan = await step("plan", (backend) => planOf(backend, options));
  const shares: Shares = { ofSupplier: {}, ofCustomer: {} };
  const part = (backend: BackendClient, since?: string) => new MonthPart(backend, plan, shares, since);
  // Each time through counts for half.
  let seen = 0;
  const moved = (some: number) => progress?.(Math.round((seen + some) / 2), plan.total);
  const inParts = async <Done extends Found>(
    name: string,
    work: (part: MonthPart, after: string | null) => Promise<Done>,
    take: (done: Done) => void,
  ) => {
    for (let after: string | null = null; ; ) {
      const from: string | null = after;
      const done: Done = await step(`${name} ${from}`, (backend, since) => work(part(backend, since), from));
      take(done);
      seen += done.lines;
      after = done.last;
      if (after === null) return;
    }
  };
  let lines = 0;
  let checks: readonly MonthCheckReport[] = [];
  const add = (done: PartDone) => {
    lines += done.lines;
    checks = added(checks, done.checks);
  };
  await inParts<Counted>(
    "count",
    (some, after) => some.countAfter(after, moved),
    (counted) => addShares(shares, counted.shares),
  );
  await inParts<PartDone & Found>("check", (some, after) => some.checkAfter(after, moved), add);
  add(await step("others", (backend, since) => part(backend, since).others()));
  const unmatched = await step("unmatched", (backend) => part(backend).unmatched());
  return { month: options.month, lines, checks, unmatched };
}

async function planOf(backend: BackendClient, options: MonthOptions): Promise<MonthPlan> {
  const { permissions = [], brand } = await backend.me();
  if (monthPermissions.some((one) => !permissions?.includes(one))) throw new TRPCError({ code: "FORBIDDEN" });
  const { month: name, limits = usualLimits } = options;
  const month = monthOfDay(`${name}-01`);
  const rematch = options.rematch ?? true;
  if (rematch && permissions?.includes("edit sw_billed_item"))
    await rematchItems(backend, month, brand?.country ?? undefined);
  return {
    month,
    limits,
    partLines: options.partLines ?? usualPart,
    today: options.today ?? businessDay(new Date(), brand?.time_zone ?? undefined),
    reason: closingReason(brand?.locale),
    total: await backend.count("sw_line", servingLines(month)),
  };
}
