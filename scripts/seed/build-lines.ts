import { comingDay } from "./coming-day.ts";
import { deterministicUuid } from "../../services/platform/deterministic-uuid.ts";
import type { DemoAccount, DemoSite } from "./demo-accounts.ts";
import { buyPriceOn, type DemoPlan, net, plans, usualOperator } from "./demo-catalogue.ts";
import { firstNames, lastNames, teams } from "./demo-names.ts";
import type { Random } from "./random.ts";

export type LineStatus = "active" | "suspended" | "terminating" | "terminated";

export interface DemoLine {
  readonly id: string;
  readonly parkKey: string;
  readonly kind: DemoPlan["serviceType"];
  readonly supplier: string;
  readonly siteKey: string;
  readonly number: string;
  readonly serviceId: string | null;
  readonly iccid: string | null;
  readonly user: string;
  readonly plan: DemoPlan;
  /** The plan before the current one, with the day the current one began. */
  readonly before: { readonly plan: DemoPlan; readonly until: string } | null;
  readonly status: LineStatus;
  readonly activatedOn: string;
  readonly suspendedOn: string | null;
  readonly endDate: string | null;
  readonly sell: number;
  readonly buy: number;
  readonly negotiated: boolean;
  readonly commitmentEnd: string | null;
  readonly supplierCommitmentEnd: string | null;
}

/** Hands out numbers of the ranges kept for fiction, one after the other. */
export class NumberPlan {
  private mobile = 4100;
  private fixed = 4000;
  private access = 0;

  nextMobile(): string {
    this.mobile += 3;
    return `+3363998${String(this.mobile % 10_000).padStart(4, "0")}`;
  }

  nextFixed(): string {
    this.fixed += 1;
    return `+3326191${String(this.fixed % 10_000).padStart(4, "0")}`;
  }

  nextAccess(random: Random): string {
    const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const group = () => Array.from({ length: 4 }, () => letters[random.integer(0, letters.length - 1)]).join("");
    this.access += 1;
    return `AL-${group()}-${group()}`;
  }
}

export function siteKey(account: DemoAccount, site: DemoSite): string {
  return `${account.id}/site/${site.name}`;
}

export function buildSiteLines(account: DemoAccount, site: DemoSite, numbers: NumberPlan, random: Random): DemoLine[] {
  const many = (count: number, kind: DemoPlan["serviceType"], supplier: string) =>
    Array.from({ length: count }, () => buildLine(account, site, kind, supplier, numbers, random));
  return [
    ...many(site.mobile, "mobile", usualOperator.mobile),
    ...many(site.mobileSfr ?? 0, "mobile", "sfr"),
    ...many(site.internet, "internet", usualOperator.internet),
    ...many(site.fixed, "fixed", usualOperator.fixed),
    ...many(site.cyber, "cyber", usualOperator.cyber),
  ];
}

function buildLine(
  account: DemoAccount,
  site: DemoSite,
  kind: DemoPlan["serviceType"],
  supplier: string,
  numbers: NumberPlan,
  random: Random,
): DemoLine {
  const offers = plans.filter(
    (plan) => plan.kind === "plan" && plan.serviceType === kind && plan.supplier === supplier,
  );
  const current = offers.filter((plan) => plan.code !== "OR-B150");
  const plan = random.pick(current);
  const number =
    kind === "mobile"
      ? numbers.nextMobile()
      : kind === "fixed"
        ? numbers.nextFixed()
        : kind === "internet"
          ? numbers.nextAccess(random)
          : `FW-${account.id.slice(-4)}-${site.town.slice(0, 3).toUpperCase()}-${random.integer(10, 99)}`;
  const activatedOn = random.day(account.since > "2022-01-01" ? account.since : "2022-01-01", "2025-12-31");
  const older = random.chance(0.15) ? random.pick(current) : null;
  const before =
    older && older.code !== plan.code && activatedOn < "2025-06-01"
      ? { plan: older, until: random.day("2025-07-01", "2026-08-31") }
      : null;
  const state = random.next();
  const status: LineStatus = kind === "mobile" && state < 0.04 ? "terminated" : state > 0.97 ? "suspended" : "active";
  const price = buyPriceOn(plan, "2026-11-01");
  const negotiated = random.chance(0.08);
  return {
    id: deterministicUuid(`line/${account.id}/${number}`),
    parkKey: `${account.id}/park/${kind}/${supplier}`,
    kind,
    supplier,
    siteKey: siteKey(account, site),
    number,
    serviceId:
      kind === "internet" ? number : `${supplier.slice(0, 2).toUpperCase()}${random.integer(10_000_000, 99_999_999)}`,
    iccid:
      kind === "mobile"
        ? `8933${String(random.integer(1_000_000, 9_999_999))}${String(random.integer(1_000_000, 9_999_999))}`
        : null,
    user:
      kind === "mobile" || kind === "fixed"
        ? random.chance(0.85)
          ? `${random.pick(firstNames)} ${random.pick(lastNames)}`
          : random.pick(teams)
        : `${plan.name} — ${site.town}`,
    plan,
    before,
    status,
    activatedOn,
    suspendedOn: status === "suspended" ? random.day("2026-10-01", "2026-11-15") : null,
    endDate: status === "terminated" ? random.day("2026-05-31", "2026-09-20") : null,
    sell: negotiated ? Math.round(plan.sell * 0.93 * 10) / 10 : plan.sell,
    buy: price ? net(price) : 0,
    negotiated,
    commitmentEnd: random.chance(0.5) ? random.day(comingDay(1, 1), comingDay(19, "last")) : null,
    supplierCommitmentEnd: random.chance(0.3) ? random.day(comingDay(1, 1), comingDay(13, "last")) : null,
  };
}
