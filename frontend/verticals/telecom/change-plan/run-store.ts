"use client";
import { BulkRunStore } from "@/base/bulk/run-store";
import { telecomClient } from "../api";
import type { PricePolicy } from "@softwhere/services/verticals/telecom/domain/plan-change";

interface PlanOrder {
  readonly planId: string;
  readonly effectiveOn: string;
  readonly policy: PricePolicy;
}

export const runStore = new BulkRunStore<PlanOrder>({
  name: "plan",
  partSize: 1_000,
  progressOf: (runId) => telecomClient.telecom.bulk.progress.query({ runId }),
  send: ({ runId, order, rows }) => telecomClient.telecom.changePlan.run.mutate({ runId, ...order, lines: rows }),
});
