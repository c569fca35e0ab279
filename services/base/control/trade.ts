import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly } from "../../model/generated/entities.ts";
import type { ClaimReason } from "./claim/claim-text.ts";

/** What a trade says of the gaps that its checks find. */
export interface ControlTrade {
  /** Where it is closed to a brand, nothing of the trade is read. */
  readonly module: string;
  /** By the value of `check`. */
  readonly checks: Readonly<Record<string, TradeCheck>>;
  /** What is read with a gap besides what the base says of any: fields by type, and the paths to them. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly include: readonly string[];
  /** The row of a supplier's invoice that the gap was found in. */
  billedRow(gap: SwAnomaly): BilledRow | undefined;
  /** What of the trade the gap is about, for an exception to hold on to. */
  subjectOf(gap: SwAnomaly): Subject | undefined;
}

export interface TradeCheck {
  /** Why a supplier owes what it finds; absent where that is ours to put right. */
  readonly claim?: ClaimReason;
  /** One that is opened again stays with its claim. */
  readonly keepsClaim?: true;
}

/** A row as the supplier wrote it. */
export interface BilledRow {
  readonly invoice: { readonly id: string; readonly number: string; readonly issuedOn: string };
  readonly lineNumber: string;
  /** By what the supplier knows what it is for. */
  readonly identifier: string;
  readonly label: string;
  /** Where it says more than the check's. */
  readonly reason?: ClaimReason;
}

/** A reference of anomalies and settings alike. */
export interface Subject {
  readonly field: string;
  readonly type: string;
  readonly id: string;
}

/** What people report is of no trade. */
const reported: ControlTrade = {
  module: "sw_base",
  checks: { manual: { claim: { fr: "Écart constaté", en: "Gap found", code: "AUTRE" } } },
  fields: {},
  include: [],
  billedRow: () => undefined,
  subjectOf: () => undefined,
};

/** The trades of a brand. */
export class Trades {
  private readonly open: readonly ControlTrade[];

  constructor(all: readonly ControlTrade[], modules: readonly string[]) {
    this.open = [reported, ...all.filter(({ module }) => modules.includes(module))];
  }

  /** A read of gaps with these fields, and with what the trades need of them. */
  params(fields: Readonly<Record<string, readonly string[]>>, include: readonly string[] = []): DrupalJsonApiParams {
    const params = new DrupalJsonApiParams();
    const parts = [fields, ...this.open.map((trade) => trade.fields)];
    for (const type of new Set(parts.flatMap((part) => Object.keys(part))))
      params.addFields(`${type}--${type}`, [...new Set(parts.flatMap((part) => part[type] ?? []))]);
    const paths = new Set([...include, ...this.open.flatMap((trade) => trade.include)]);
    return paths.size > 0 ? params.addInclude([...paths]) : params;
  }

  /** Why the supplier owes it; undefined where it owes nothing. */
  claimOf(gap: SwAnomaly): ClaimReason | undefined {
    return this.checkOf(gap)?.claim && (this.billedRow(gap)?.reason ?? this.checkOf(gap)?.claim);
  }

  keepsClaim(gap: SwAnomaly): boolean {
    return this.checkOf(gap)?.keepsClaim === true;
  }

  billedRow(gap: SwAnomaly): BilledRow | undefined {
    return this.tradeOf(gap)?.billedRow(gap);
  }

  subjectOf(gap: SwAnomaly): Subject | undefined {
    return this.tradeOf(gap)?.subjectOf(gap);
  }

  private tradeOf({ check }: SwAnomaly): ControlTrade | undefined {
    return this.open.find(({ checks }) => Object.hasOwn(checks, check ?? ""));
  }

  private checkOf(gap: SwAnomaly): TradeCheck | undefined {
    return this.tradeOf(gap)?.checks[gap.check ?? ""];
  }
}
