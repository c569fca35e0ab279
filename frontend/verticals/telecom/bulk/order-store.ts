"use client";
import { BulkRunStore } from "@/base/bulk/run-store";
import { telecomClient } from "../api";
import type { LineOrder } from "./line-order";

export const orderStore = new BulkRunStore<LineOrder>({
  name: "lines",
  partSize: 100,
  send: ({ runId, order, rows }) => telecomClient.telecom.bulk.run.mutate({ runId, order, lines: rows }),
});
