"use client";
import { BulkRunStore } from "@/base/bulk/run-store";
import { telecomClient } from "../api";
import type { DeploymentOrder } from "@softwhere/services/verticals/telecom/domain/deployment-order";

/** One part: what is planned together is written together. */
export const deploymentStore = new BulkRunStore<DeploymentOrder>({
  name: "deployment",
  partSize: 10_000,
  progressOf: (runId) => telecomClient.telecom.bulk.progress.query({ runId }),
  send: ({ runId, order, rows }) => telecomClient.telecom.deployments.run.mutate({ runId, order, lines: rows }),
});
