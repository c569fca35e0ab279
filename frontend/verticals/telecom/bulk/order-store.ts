"use client";
import { BulkRunStore } from "@/base/bulk/run-store";
import { telecomClient } from "../api";
import type { LineOrder } from "@softwhere/services/verticals/telecom/domain/line-order";

export const orderStore = new BulkRunStore<LineOrder>({
  name: "lines",
  partSize: 2_000,
  progressOf: (runId) => telecomClient.telecom.bulk.progress.query({ runId }),
  send: ({ runId, order, rows }) => telecomClient.telecom.bulk.run.mutate({ runId, order, lines: rows }),
});
