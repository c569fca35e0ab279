import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import type { Money } from "../../../../platform/money.ts";
import type { Period } from "../check/cost.ts";
import { allowances, type CheckSetting } from "../../../../base/control/index.ts";
import type { CheckId } from "../check/rules/check.ts";
import { settingRead, toSetting } from "../import/settings.ts";
import type { MonthCheckReport, MonthReport } from "./contract.ts";
import { billedIn } from "../billed/billed-in.ts";
import { countShares, lineParams, pageSize, readLines, type ReadLine, type Shares } from "./lines.ts";
import { Prices } from "./prices.ts";
import { checkPromises } from "./promises.ts";
import type { Limits, LineMonth, Share, Verdict } from "./rules/check.ts";
import { lineChecks } from "./rules/index.ts";
import { type Concluded, Settlement } from "./settle.ts";

/** What the parts of one run have in common. */
export interface MonthPlan {
  readonly month: Period;
  readonly limits: Limits;
  readonly today: string;
  /** Why a gap is closed that is no more. */
  readonly reason: string;
  /** Lines that may have been in service. */
  readonly total: number;
  /** So many lines are a part. */
  readonly partLines: number;
}

/** Lines that were read, and the last of them; null where there is no further. */
export interface Found {
  readonly lines: number;
  readonly last: string | null;
}

export interface Counted extends Found {
  readonly shares: Shares;
}

/** Called with the lines of the part that are looked at. */
type Progress = (lines: number) => Promise<void> | undefined;

export interface PartDone {
  /** Lines looked at. */
  readonly lines: number;
  readonly checks: readonly MonthCheckReport[];
}

/** Lines that may have been in service on a day of the month. */
export const servingLines = ({ start }: Period, params = new DrupalJsonApiParams()): DrupalJsonApiParams =>
  params
    .addFilter("status", "ordered", "<>")
    .addGroup("serving", "OR")
    .addFilter("status", ["active", "suspended"], "IN", "serving")
    .addFilter("end_date", start, ">=", "serving");

/** One part of a month's check. `since`: when it began before and was cut off; what it has written since then counts as its own. */
export class MonthPart {
  private lines = 0;
  private readonly prices: Prices;
  private readonly settlement: Settlement;
  private settings: Promise<readonly CheckSetting<CheckId>[]> | undefined;

  constructor(
    private readonly backend: BackendClient,
    private readonly plan: MonthPlan,
    private readonly shares: Shares,
    since?: string,
  ) {
    this.prices = new Prices(backend);
    this.settlement = new Settlement(backend, plan.reason, since);
  }

  /** Of each customer, how many of the next lines in service are billed. */
  async countAfter(after: string | null, progress: Progress): Promise<Counted> {
    const shares: Shares = { ofSupplier: {}, ofCustomer: {} };
    const found = await this.servingAfter(after, progress, (lines) =>
      countShares(this.backend, lines, this.plan.month, shares),
    );
    return { ...found, shares };
  }

  /** The next lines in service. */
  async checkAfter(after: string | null, progress: Progress): Promise<PartDone & Found> {
    const found = await this.servingAfter(after, progress, async (lines) => this.conclude(await this.read(lines)));
    return { ...this.done(), ...found };
  }

  /** What of the month no line in service shows: lines that ended and are still billed, gaps of lines that changed since, promised credits. */
  async others(): Promise<PartDone> {
    const done = new Set<string>();
    for await (const page of this.endedAndBilled())
      await this.conclude(await this.read(await this.linesOf(page, done)));
    for await (const page of this.noLongerConcerned())
      await this.conclude(await this.read(await this.linesOf(page, done)));
    const { month, today, limits } = this.plan;
    await this.settlement.settle(await checkPromises(this.backend, { month, today, limits }));
    return this.done();
  }

  /** What customers are billed in the month and names no line. */
  async unmatched(): Promise<MonthReport["unmatched"]> {
    const filter = new DrupalJsonApiParams().addFilter("line.id", null, "IS NULL");
    const [group] = await this.backend.aggregate("sw_billed_item", {
      sumOf: ["net"],
      filter: billedIn(filter, this.plan.month),
    });
    return { items: group?.count ?? 0, net: group?.sums["net"] ?? "0.0000" };
  }

  private done(): PartDone {
    return { lines: this.lines, checks: this.settlement.report() };
  }

  /** Page by page in the order of their ids from the one after `after` on, a part's lines at most. */
  private async servingAfter(
    after: string | null,
    progress: Progress,
    each: (lines: readonly SwLine[]) => Promise<void>,
  ): Promise<Found> {
    const limit = Math.min(pageSize, this.plan.partLines);
    const found = { lines: 0, last: after };
    for (;;) {
      const params = servingLines(this.plan.month, lineParams()).addSort("id").addCustomParam({ page: { limit } });
      if (found.last !== null) params.addFilter("id", found.last, ">");
      const page = await this.backend.list("sw_line", params);
      await each(page);
      found.lines += page.length;
      found.last = page.at(-1)?.id ?? null;
      await progress(found.lines);
      if (page.length < limit) return { ...found, last: null };
      if (found.lines >= this.plan.partLines) return found;
    }
  }

  /** Of lines that ended before the month and that a customer is billed for in it, page by page. */
  private async *endedAndBilled(): AsyncGenerator<string[]> {
    const { month } = this.plan;
    for (let offset = 0; ; offset += pageSize) {
      const params = new DrupalJsonApiParams()
        .addFields("sw_billed_item--sw_billed_item", ["line"])
        .addFilter("line.status", ["terminating", "terminated"], "IN")
        .addFilter("line.end_date", month.start, "<")
        .addSort("id")
        .addCustomParam({ page: { limit: pageSize, offset } });
      const items = await this.backend.list("sw_billed_item", billedIn(params, month));
      yield items.flatMap(({ line }) => line?.id ?? []);
      if (items.length < pageSize) return;
    }
  }

  /** Of open gaps whose line is none of those in service: it was changed since. */
  private async *noLongerConcerned(): AsyncGenerator<string[]> {
    const { start } = this.plan.month;
    const open = await this.backend.listAll("sw_anomaly", () =>
      new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", ["line"])
        .addFilter("period_start", start)
        .addFilter(
          "check",
          lineChecks.map(({ id }) => id),
          "IN",
        )
        .addFilter("status", "open")
        .addGroup("notServing", "OR")
        .addFilter("line.status", "ordered", "=", "notServing")
        .addGroup("ended", "AND", "notServing")
        .addFilter("line.status", ["active", "suspended"], "NOT IN", "ended")
        .addGroup("before", "OR", "ended")
        .addFilter("line.end_date", start, "<", "before")
        .addFilter("line.end_date", null, "IS NULL", "before")
        .addSort("key"),
    );
    yield* parts(open.map(({ line }) => line?.id ?? null));
  }

  /** Those that were not looked at before. */
  private async linesOf(ids: readonly string[], done: Set<string>): Promise<SwLine[]> {
    const fresh = [...new Set(ids)].filter((id) => !done.has(id));
    for (const id of fresh) done.add(id);
    const reads = parts(fresh).map((some) => ({
      type: "sw_line" as const,
      params: lineParams().addFilter("id", some, "IN"),
    }));
    return (await this.backend.lists(reads)).flat();
  }

  private async read(lines: readonly SwLine[]): Promise<ReadLine[]> {
    if (lines.length === 0) return [];
    return readLines(this.backend, lines, { month: this.plan.month, prices: this.prices });
  }

  private async conclude(read: readonly ReadLine[]): Promise<void> {
    if (read.length === 0) return;
    this.lines += read.length;
    const { month, limits } = this.plan;
    this.settings ??= this.readSettings();
    const allowed = allowances([...(await this.settings), ...read.flatMap((one) => one.settings)]);
    const concluded = read.flatMap((one) => {
      const { anomalies } = one;
      const line = besideOthers(one, this.shares);
      const allowance = allowed({
        subjectId: line.id,
        accountId: one.accountId,
        supplierId: line.supplierId,
        period: month,
      });
      return lineChecks.map(
        ({ id, find }): Concluded => ({
          check: id,
          month,
          verdict: beyond(allowance(id), find(line, limits)),
          supplierId: line.supplierId,
          accountId: one.accountId || null,
          about: { type: "sw_line", id: line.id },
          before: anomalies.filter(({ check }) => check === id),
        }),
      );
    });
    await this.settlement.settle(concluded);
  }

  /** What the checks let pass, for all lines. */
  private async readSettings(): Promise<readonly CheckSetting<CheckId>[]> {
    return (await this.backend.listAll("sw_check_setting", () => settingRead().params)).flatMap(toSetting);
  }
}

/** A gap that is let pass is none. One whose amount no price says is let pass only where its check is off. */
function beyond(allowance: Money, verdict: Verdict): Verdict {
  if (typeof verdict !== "object") return verdict;
  const passes = verdict.expected === null ? allowance === Number.POSITIVE_INFINITY : verdict.gap <= allowance;
  return passes ? undefined : verdict;
}

const none: Share = { lines: 0, billed: 0 };

/** Each line beside the customer's others. */
const besideOthers = ({ line, accountId, billedWith }: ReadLine, { ofSupplier, ofCustomer }: Shares): LineMonth => ({
  ...line,
  ofSupplier: ofSupplier[billedWith] ?? none,
  ofCustomer: ofCustomer[accountId] ?? none,
});
