import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { closeInput, disputeInput, reopenInput } from "./contract.ts";

export type Settled =
  | { readonly kind: "done" }
  | { readonly kind: "changed-since" }
  | { readonly kind: "refused"; readonly detail: string | null };

/** Groups anomalies of one supplier in a new dispute. Several suppliers give one dispute each. All or nothing. */
export async function disputeAnomalies(
  backend: BackendClient,
  viewer: Viewer,
  { anomalies: chosen, comment }: z.infer<typeof disputeInput>,
  requestId: string,
): Promise<Settled> {
  const [rows] = await backend.lists([
    {
      type: "sw_anomaly",
      params: new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", ["supplier"])
        .addFilter(
          "id",
          chosen.map(({ id }) => id),
          "IN",
        )
        .addCustomParam({ page: { limit: 500 } }),
    },
  ]);
  // One that doesn't exist for the person any more: as if somebody had changed it.
  if (rows.length < chosen.length) return { kind: "changed-since" };
  const numbered = await backend.count("sw_dispute");
  const versions = new Map(chosen.map(({ id, version }) => [id, version]));
  const suppliers = [...new Set(rows.map((row) => row.supplier?.id ?? ""))];
  const today = todayOf(viewer);
  const operations = (attempt: number): AtomicOperation[] =>
    suppliers.flatMap((supplierId, index) => {
      const id = deterministicUuid(`dispute/${requestId}/${supplierId}`);
      const reference = `R-${today.slice(0, 4)}-${String(numbered + attempt + index + 1).padStart(3, "0")}`;
      return [
        {
          op: "add" as const,
          data: {
            type: "sw_dispute--sw_dispute",
            id,
            attributes: { reference, status: "sent", sent_on: today, comment: comment || null },
            relationships: { supplier: { data: { type: "sw_supplier--sw_supplier", id: supplierId } } },
          },
        },
        ...rows
          .filter((row) => row.supplier?.id === supplierId)
          .map((row) =>
            anomaly(
              { id: row.id, version: versions.get(row.id) },
              { status: "disputed" },
              { type: "sw_dispute--sw_dispute", id },
            ),
          ),
      ];
    });
  return settle(() => withFreeReference((attempt) => backend.operate(operations(attempt))));
}

/** Closes anomalies with the reason that the journal will keep. */
export function closeAnomalies(backend: BackendClient, input: z.infer<typeof closeInput>): Promise<Settled> {
  const { status, reason } = input;
  return settle(() => backend.operate(input.anomalies.map((one) => anomaly(one, { status, reason }))));
}

export function reopenAnomalies(backend: BackendClient, input: z.infer<typeof reopenInput>): Promise<Settled> {
  return settle(() => backend.operate(input.anomalies.map((one) => anomaly(one, { status: "open" }, null))));
}

function anomaly(
  { id, version }: { id: string; version: number | undefined },
  attributes: Record<string, unknown>,
  dispute?: { type: string; id: string } | null,
): AtomicOperation {
  return {
    op: "update",
    data: {
      type: "sw_anomaly--sw_anomaly",
      id,
      attributes: { ...attributes, version },
      ...(dispute !== undefined && { relationships: { dispute: { data: dispute } } }),
    },
  };
}

/** Two people may claim at the same moment: the second takes the next reference. */
async function withFreeReference(work: (attempt: number) => Promise<unknown>): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= 20 || !(error instanceof BackendError) || error.errors[0]?.code !== "not_unique") throw error;
    }
  }
}

async function settle(work: () => Promise<unknown>): Promise<Settled> {
  try {
    await work();
    return { kind: "done" };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (error.status === 409) return { kind: "changed-since" };
    if (error.status === 422) return { kind: "refused", detail: error.errors[0]?.detail ?? null };
    throw error;
  }
}
