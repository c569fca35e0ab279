import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { businessDay } from "../../../../platform/day.ts";
import { rematchItems } from "../billed/rematch.ts";
import type { Period } from "../check/cost.ts";
import { type MonthReport, monthPermissions } from "./contract.ts";
import { closingReason } from "../import/closed-by.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import { settingRead, toSetting } from "../import/settings.ts";
import { allowances, type CheckSetting } from "../../../../base/control/index.ts";
import type { CheckId } from "../check/rules/check.ts";
import type { Money } from "../../../../platform/money.ts";
import { groupBy } from "./group-by.ts";
import { lineParams, pageSize, readLines, type ReadLine } from "./lines.ts";
import { Prices } from "./prices.ts";
import { checkPromises, monthOfDay } from "./promises.ts";
import { inService, type Limits, type LineMonth, type Share, usualLimits, type Verdict } from "./rules/check.ts";
import { lineChecks } from "./rules/index.ts";
import { type Concluded, idOf, Settlement } from "./settle.ts";

export interface MonthOptions {
  /** `2026-10`. */
  readonly month: string;
  /** Until when credits may have come; today where the brand is. */
  readonly today?: string;
  readonly limits?: Limits;
}

/**
 * Checks a month over the whole park, with what suppliers and customers were billed in it: finds new gaps, knows old ones again and closes those
 * that are no more. Billed items whose line is known by now get it, where the caller may change them. Acts with the caller's rights
 * (`monthPermissions`; FORBIDDEN without). Running it twice changes nothing. The park is read page by page, a customer's lines together: memory
 * follows the largest customer.
 */
export async function checkMonth(backend: BackendClient, options: MonthOptions): Promise<MonthReport> {
  const { permissions = [], brand } = await backend.me();
  if (monthPermissions.some((one) => !permissions?.includes(one))) throw new TRPCError({ code: "FORBIDDEN" });
  const { month: name, limits = usualLimits } = options;
  const today = options.today ?? businessDay(new Date(), brand?.time_zone ?? undefined);
  const month = monthOfDay(`${name}-01`);
  if (permissions?.includes("edit sw_billed_item")) await rematchItems(backend, month, brand?.country ?? undefined);
  const settlement = new Settlement(backend, closingReason(brand?.locale));
  const settings = (await backend.listAll("sw_check_setting", () => settingRead().params)).flatMap(toSetting);
  const run = new MonthRun(backend, { month, limits, settlement, settings });
  await run.inService();
  await run.endedAndBilled();
  await run.noLongerConcerned();
  await settlement.settle(await checkPromises(backend, { month, today, limits }));
  return { month: name, lines: run.lines, checks: settlement.report(), unmatched: await unmatched(backend, month) };
}

interface Context {
  readonly month: Period;
  readonly limits: Limits;
  readonly settlement: Settlement;
  /** What the checks let pass, for all lines. */
  readonly settings: readonly CheckSetting<CheckId>[];
}

class MonthRun {
  lines = 0;
  private readonly prices: Prices;
  /** Gaps that were found, now or before, and that a line was looked at again for. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly backend: BackendClient,
    private readonly context: Context,
  ) {
    this.prices = new Prices(backend);
  }

  /** Lines that may have been in service on a day of the month, customer by customer. */
  async inService(): Promise<void> {
    let customer: ReadLine[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const page = await this.backend.list(
        "sw_line",
        lineParams()
          .addFilter("status", "ordered", "<>")
          .addGroup("serving", "OR")
          .addFilter("status", ["active", "suspended"], "IN", "serving")
          .addFilter("end_date", this.context.month.start, ">=", "serving")
          .addSort("park.account.id")
          .addSort("id")
          .addCustomParam({ page: { limit: pageSize, offset } }),
      );
      for (const one of await this.read(page)) {
        if (customer[0] && customer[0].accountId !== one.accountId) {
          await this.conclude(customer);
          customer = [];
        }
        customer.push(one);
      }
      if (page.length < pageSize) break;
    }
    await this.conclude(customer);
  }

  /** Lines that ended before the month and that a customer is billed for in it. */
  async endedAndBilled(): Promise<void> {
    const { start, end } = this.context.month;
    const done = new Set<string>();
    for (let offset = 0; ; offset += pageSize) {
      const items = await this.backend.list(
        "sw_billed_item",
        new DrupalJsonApiParams()
          .addFields("sw_billed_item--sw_billed_item", ["line"])
          .addFilter("period_start", end, "<=")
          .addFilter("period_end", start, ">=")
          .addFilter("line.status", ["terminating", "terminated"], "IN")
          .addFilter("line.end_date", start, "<")
          .addSort("id")
          .addCustomParam({ page: { limit: pageSize, offset } }),
      );
      const ids = items.flatMap(({ line }) => (line && !done.has(line.id) ? [line.id] : []));
      for (const id of ids) done.add(id);
      await this.conclude(await this.read(await this.linesOf(ids)));
      if (items.length < pageSize) return;
    }
  }

  /** Open gaps of the month whose line none of these reads has found: it was changed since. */
  async noLongerConcerned(): Promise<void> {
    const open = await this.backend.listAll("sw_anomaly", () =>
      new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", ["line"])
        .addFilter("period_start", this.context.month.start)
        .addFilter(
          "check",
          lineChecks.map(({ id }) => id),
          "IN",
        )
        .addFilter("status", "open")
        .addSort("key"),
    );
    const ids = open.flatMap(({ id, line }) => (line && !this.seen.has(id) ? [line.id] : []));
    for (const some of parts(ids)) await this.conclude(await this.read(await this.linesOf(some)));
  }

  private async linesOf(ids: readonly string[]): Promise<SwLine[]> {
    return (
      await this.backend.lists(
        parts(ids).map((some) => ({ type: "sw_line" as const, params: lineParams().addFilter("id", some, "IN") })),
      )
    ).flat();
  }

  private async read(lines: readonly SwLine[]): Promise<ReadLine[]> {
    if (lines.length === 0) return [];
    this.lines += lines.length;
    return readLines(this.backend, lines, { month: this.context.month, prices: this.prices });
  }

  private async conclude(read: readonly ReadLine[]): Promise<void> {
    const { month, limits, settlement, settings } = this.context;
    const allowed = allowances([...settings, ...read.flatMap((one) => one.settings)]);
    const concluded = withShares(read).flatMap(({ line, accountId, anomalies }) => {
      const allowance = allowed({ subjectId: line.id, accountId, supplierId: line.supplierId, period: month });
      return lineChecks.map(
        ({ id, find }): Concluded => ({
          check: id,
          month,
          verdict: beyond(allowance(id), find(line, limits)),
          supplierId: line.supplierId,
          accountId: accountId || null,
          about: { type: "sw_line", id: line.id },
          before: anomalies.filter(({ check }) => check === id),
        }),
      );
    });
    for (const { anomalies } of read) for (const { id } of anomalies) this.seen.add(id);
    for (const one of concluded) if (typeof one.verdict === "object") this.seen.add(idOf(one));
    await settlement.settle(concluded);
  }
}

/** A gap that is let pass is none. One whose amount no price says is let pass only where its check is off. */
function beyond(allowance: Money, verdict: Verdict): Verdict {
  if (typeof verdict !== "object") return verdict;
  const passes = verdict.expected === null ? allowance === Number.POSITIVE_INFINITY : verdict.gap <= allowance;
  return passes ? undefined : verdict;
}

/** Each line beside the customer's others. */
function withShares(
  read: readonly ReadLine[],
): { line: LineMonth; accountId: string; anomalies: ReadLine["anomalies"] }[] {
  const share = (some: readonly ReadLine[], side: "bought" | "sold"): Share => {
    const serving = some.filter(({ line }) => inService(line) === true);
    return { lines: serving.length, billed: serving.filter(({ line }) => line[side].is).length };
  };
  const shares = (by: (one: ReadLine) => string, side: "bought" | "sold") =>
    new Map([...groupBy(read, by)].map(([key, some]) => [key, share(some, side)]));
  const none: Share = { lines: 0, billed: 0 };
  const ofSupplier = shares(({ billedWith }) => billedWith, "bought");
  const ofCustomer = shares(({ accountId }) => accountId, "sold");
  return read.map(({ line, accountId, billedWith, anomalies }) => ({
    line: {
      ...line,
      ofSupplier: ofSupplier.get(billedWith) ?? none,
      ofCustomer: ofCustomer.get(accountId) ?? none,
    },
    accountId,
    anomalies,
  }));
}

/** What customers are billed in the month and names no line. */
async function unmatched(backend: BackendClient, { start, end }: Period): Promise<MonthReport["unmatched"]> {
  const [group] = await backend.aggregate("sw_billed_item", {
    sumOf: ["net"],
    filter: new DrupalJsonApiParams()
      .addFilter("line.id", null, "IS NULL")
      .addFilter("period_start", end, "<=")
      .addFilter("period_end", start, ">="),
  });
  return { items: group?.count ?? 0, net: group?.sums["net"] ?? "0.0000" };
}
