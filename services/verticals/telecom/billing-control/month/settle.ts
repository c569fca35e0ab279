import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { type RowWrite, writeEach } from "../../../../platform/backend/write-each.ts";
import { deterministicUuid } from "../../../../platform/deterministic-uuid.ts";
import { amountOf, type Money, moneyText } from "../../../../platform/money.ts";
import type { Period } from "../check/cost.ts";
import { type MonthCheckId, type MonthReason, monthChecks, type MonthCheckReport } from "./contract.ts";
import { counted } from "./report.ts";
import { isClosedByCheck } from "../import/closed-by.ts";
import type { MonthGap, Verdict } from "./rules/check.ts";

/** What was concluded of one thing by one check, beside what was found of it before. */
export interface Concluded {
  readonly check: MonthCheckId;
  readonly month: Period;
  readonly verdict: Verdict;
  readonly supplierId: string;
  /** Whose line it is; null where it is about no line. */
  readonly accountId: string | null;
  /** What it is about: the line, or the claim. */
  readonly about: { readonly type: "sw_line" | "sw_dispute"; readonly id: string };
  /** Of the same thing and check, of any month. */
  readonly before: readonly SwAnomaly[];
}

/** The same gap of the same month is the same anomaly for ever. */
export function keyOf({ check, month, about }: Pick<Concluded, "check" | "month" | "about">): string {
  return `month/${month.start.slice(0, 7)}/${about.id}/${check}`;
}

export const idOf = (of: Pick<Concluded, "check" | "month" | "about">): string =>
  deterministicUuid(`anomaly/${keyOf(of)}`);

interface Tally {
  found: number;
  known: number;
  closed: number;
  amount: Money;
  readonly unchecked: Map<MonthReason, number>;
}

const rowsAtOnce = 200;

type Effect = "found" | "known" | "closed";
type Write = RowWrite<string> & { readonly check: MonthCheckId; readonly effect: Effect; readonly gap: Money };

/** Writes what checks concluded: new gaps, changed amounts, gaps that are no more; and counts it. What a person has decided stays. */
export class Settlement {
  private readonly tallies = new Map<MonthCheckId, Tally>(
    monthChecks.map((check) => [check, { found: 0, known: 0, closed: 0, amount: 0, unchecked: new Map() }]),
  );

  /** `reason`: why a gap is closed that is no more. `since`: what was written from then on was written by the same part, before it was cut off. */
  constructor(
    private readonly backend: BackendClient,
    private readonly reason: string,
    private readonly since?: string,
  ) {}

  async settle(concluded: readonly Concluded[]): Promise<void> {
    const writes = concluded.flatMap((one) => this.writesOf(one));
    for (let start = 0; start < writes.length; start += rowsAtOnce) {
      const some = writes.slice(start, start + rowsAtOnce);
      const done = new Map(some.map((write) => [write.id, write]));
      for (const outcome of await writeEach(() => this.backend, some)) {
        const write = done.get(outcome.id);
        if (!write) continue;
        if (outcome.kind === "changed") this.count(write, write.effect);
        // Somebody checked the same month at the same moment, or decided meanwhile: theirs counts.
        else if (outcome.reason === "exists" || outcome.reason === "changed-since") this.count(write, "known");
        else throw new Error(`An anomaly was refused: ${outcome.reason} ${outcome.detail ?? ""}`);
      }
    }
  }

  private isOwn(moment: string | null | undefined): boolean {
    if (this.since === undefined) return false;
    // The backend's moments are whole seconds: what was written in the second in which the part began is its own.
    return Date.parse(moment ?? "") >= Math.floor(Date.parse(this.since) / 1_000) * 1_000;
  }

  report(): MonthCheckReport[] {
    return monthChecks.map((check) => {
      const { unchecked, amount: sum, ...counts } = this.tallyOf(check);
      return {
        check,
        ...counts,
        amount: moneyText(sum),
        unchecked: counted([...unchecked].map(([reason, lines]) => ({ reason, lines }))),
      };
    });
  }

  private tallyOf(check: MonthCheckId): Tally {
    const tally = this.tallies.get(check);
    if (!tally) throw new Error(`No tally of ${check}`);
    return tally;
  }

  private count({ check, gap }: Pick<Write, "check" | "gap">, effect: Effect): void {
    const tally = this.tallyOf(check);
    tally[effect] += 1;
    if (effect === "found") tally.amount += gap;
  }

  private writesOf(one: Concluded): Write[] {
    const { check, verdict } = one;
    const id = idOf(one);
    const there = one.before.find((anomaly) => anomaly.id === id);
    if (typeof verdict === "string") {
      const { unchecked } = this.tallyOf(check);
      unchecked.set(verdict, (unchecked.get(verdict) ?? 0) + 1);
      return [];
    }
    if (!verdict) {
      if (there?.status === "corrected" && isClosedByCheck(there.reason) && this.isOwn(there.changed))
        this.count({ check, gap: 0 }, "closed");
      if (there?.status !== "open") return [];
      const attributes = { status: "corrected", reason: this.reason, version: there.version };
      return [{ id, check, gap: 0, effect: "closed", operations: [update(id, attributes)] }];
    }
    const { gap } = verdict;
    if (!there) return [{ id, check, gap, effect: "found", operations: [added(one, verdict)] }];
    if (there.status === "corrected" && isClosedByCheck(there.reason))
      return [
        {
          id,
          check,
          gap,
          effect: "found",
          operations: [update(id, { ...amounts(one, verdict), status: "open", reason: null, version: there.version })],
        },
      ];
    if (there.status !== "open" || there.amount === moneyText(gap)) {
      this.count({ check, gap }, this.isOwn(there.created) ? "found" : "known");
      return [];
    }
    const attributes = { ...amounts(one, verdict), version: there.version };
    return [{ id, check, gap, effect: "known", operations: [update(id, attributes)] }];
  }
}

const update = (id: string, attributes: Record<string, unknown>) => ({
  op: "update" as const,
  data: { type: "sw_anomaly--sw_anomaly", id, attributes },
});

/** With what was found of the same before, false positives left out. */
function amounts({ check, month, before }: Concluded, { expected, found, gap, evidence }: MonthGap) {
  const earlier = before.filter(
    ({ status, period_start }) => status !== "false_positive" && (period_start ?? "") < month.start,
  );
  return {
    expected: expected === null ? null : moneyText(expected),
    found: moneyText(found),
    amount: moneyText(gap),
    // A credit is missing once, whatever the month.
    amount_per_month: check === "C13" ? null : moneyText(gap),
    cumulated: moneyText(check === "C13" ? gap : earlier.reduce((sum, one) => sum + amountOf(one.amount), gap)),
    evidence,
  };
}

function added(one: Concluded, gap: MonthGap) {
  const { check, month, supplierId, accountId, about } = one;
  const ref = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
  return {
    op: "add" as const,
    data: {
      type: "sw_anomaly--sw_anomaly",
      id: idOf(one),
      attributes: {
        key: keyOf(one),
        check,
        period_start: month.start,
        period_end: month.end,
        ...amounts(one, gap),
        status: "open",
      },
      relationships: {
        supplier: ref("sw_supplier", supplierId),
        ...(accountId !== null && { account: ref("sw_account", accountId) }),
        [about.type === "sw_line" ? "line" : "dispute"]: ref(about.type, about.id),
      },
    },
  };
}
