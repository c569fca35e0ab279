import { amountOf } from "../../../../platform/money.ts";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly, SwDispute } from "../../../../model/generated/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { addDays, nextMonth } from "../../../../platform/day.ts";
import type { Period } from "../check/cost.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import { groupBy } from "./group-by.ts";
import { anomalyFields } from "./lines.ts";
import { dueOn, missingCredit, type Promised } from "./rules/c13-promise.ts";
import type { Limits } from "./rules/check.ts";
import { type Concluded, idOf } from "./settle.ts";

export const monthOfDay = (day: string): Period => {
  const start = `${day.slice(0, 7)}-01`;
  return { start, end: addDays(nextMonth(start), -1) };
};

/** Claims whose credit was awaited until the end of the month at most, and gaps of claims that wait for none any more. */
export async function checkPromises(
  backend: BackendClient,
  { month, today, limits }: { month: Period; today: string; limits: Limits },
): Promise<Concluded[]> {
  const [promises, anomalies] = await Promise.all([readPromises(backend), readFound(backend)]);
  const byClaim = groupBy(anomalies, ({ dispute }) => dispute?.id ?? "");
  const concluded = promises.map(
    (one): Concluded => ({
      check: "C13",
      month: monthOfDay(dueOn(one)),
      verdict: missingCredit(one, today, limits),
      supplierId: one.supplierId,
      accountId: null,
      about: { type: "sw_dispute", id: one.id },
      before: byClaim.get(one.id) ?? [],
    }),
  );
  const seen = new Set(concluded.map(idOf));
  const gone = anomalies.filter(({ id, status }) => status === "open" && !seen.has(id));
  return [...concluded.filter((one) => one.month.start <= month.start), ...gone.map(noLongerAwaited)];
}

/** Its claim was closed or promised for another day, or is gone. */
function noLongerAwaited(anomaly: SwAnomaly): Concluded {
  const about = { type: "sw_dispute" as const, id: anomaly.dispute?.id ?? "" };
  const month = monthOfDay(anomaly.period_start ?? "");
  return { check: "C13", month, verdict: undefined, supplierId: "", accountId: null, about, before: [anomaly] };
}

/** What suppliers have agreed to pay back and hasn't been closed. */
async function readPromises(backend: BackendClient): Promise<Promised[]> {
  const disputes = await backend.listAll("sw_dispute", () =>
    new DrupalJsonApiParams()
      .addFields("sw_dispute--sw_dispute", [
        "reference",
        "supplier",
        "status",
        "promised_on",
        "answered_on",
        "claimed_amount",
        "credited_amount",
      ])
      .addFields("sw_supplier--sw_supplier", ["follow_up_days"])
      .addInclude(["supplier"])
      .addFilter("status", ["sent", "answered"], "IN")
      .addSort("reference"),
  );
  const agreed = disputes.flatMap((dispute) => {
    const day = promisedOn(dispute);
    return day && dispute.supplier ? [{ dispute, day, supplier: dispute.supplier }] : [];
  });
  const received = await readReceived(
    backend,
    agreed.map(({ dispute }) => dispute.id),
  );
  return agreed.map(({ dispute, day, supplier }) => ({
    id: dispute.id,
    supplierId: supplier.id,
    reference: dispute.reference ?? "",
    promisedOn: day,
    days: supplier.follow_up_days ?? 0,
    amount: amountOf(dispute.credited_amount ?? dispute.claimed_amount),
    received: received.get(dispute.id) ?? 0,
  }));
}

/** An answer that names what is credited is a promise of its day. */
function promisedOn({ promised_on, answered_on, credited_amount }: SwDispute): string | null {
  return promised_on ?? (credited_amount ? (answered_on ?? null) : null);
}

/** What has come back of each claim. */
async function readReceived(backend: BackendClient, disputeIds: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const some of parts(disputeIds)) {
    const filter = new DrupalJsonApiParams().addFilter("dispute.id", some, "IN").addFilter("check", "C13", "<>");
    for (const { keys, sums: of } of await backend.aggregate("sw_anomaly", {
      groupBy: ["dispute"],
      sumOf: ["recovered"],
      filter,
    }))
      sums.set(String(keys["dispute"]), amountOf(of["recovered"]));
  }
  return sums;
}

const readFound = (backend: BackendClient): Promise<SwAnomaly[]> =>
  backend.listAll("sw_anomaly", () =>
    new DrupalJsonApiParams()
      .addFields("sw_anomaly--sw_anomaly", [...anomalyFields, "dispute"])
      .addFilter("check", "C13")
      .addSort("key"),
  );
