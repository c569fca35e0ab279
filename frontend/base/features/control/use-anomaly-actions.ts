"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { toast } from "@/ui/toast";
import { apiClient, queryClient } from "@/base/api/browser";
import { useRefusal } from "@/base/format/use-refusal";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { fieldStore } from "@/base/editing/field-store";
import type { DisputeRow } from "./dispute-row";

/** A gap as it was shown. */
interface Gap {
  readonly id: string;
  readonly version: number;
}

export type CloseStatus = "false_positive" | "explained" | "accepted";

/** How a person closes gaps. */
export interface Closing {
  readonly status: CloseStatus;
  readonly reason: string;
  /** Up to which day the same check leaves what they are about alone. */
  readonly exceptUntil?: string;
}

type Settled =
  | { kind: "done"; requestId: string }
  | { kind: "changed-since" }
  | { kind: "refused"; detail: string | null };

/** Dispute, close and reopen, each with its toast and its undo. */
export function useAnomalyActions() {
  const t = useTranslations("control");
  const refusal = useRefusal();
  const offerUndo = useOfferUndo();
  return useMemo(() => {
    const pick = (rows: readonly Gap[]) => rows.map(({ id, version }) => ({ id, version }));
    const settle = async (work: Promise<Settled>, message: string) => {
      try {
        const result = await work;
        if (result.kind === "done") {
          fieldStore.pushUndo(result.requestId);
          offerUndo(message, result.requestId);
        } else
          toast.error(
            result.kind === "changed-since" ? t("changedSince") : result.detail ? refusal(result.detail) : t("failed"),
          );
      } catch {
        toast.error(t("failed"));
      }
      await queryClient.invalidateQueries();
    };
    return {
      dispute: (rows: readonly Gap[]) =>
        settle(
          apiClient.base.control.dispute.mutate({ anomalies: pick(rows) }),
          t("disputedToast", { count: rows.length }),
        ),
      close: (rows: readonly Gap[], closing: Closing) =>
        settle(
          apiClient.base.control.close.mutate({ anomalies: pick(rows), ...closing }),
          t("closedToast", { count: rows.length }),
        ),
      credit: (rows: readonly Gap[]) =>
        settle(
          apiClient.base.control.credit.mutate({ anomalies: pick(rows) }),
          t("creditedToast", { count: rows.length }),
        ),
      followUp: ({ id, version, reference }: DisputeRow) =>
        settle(apiClient.base.control.followUp.mutate({ id, version }), t("followedUpToast", { reference })),
      reopen: (rows: readonly Gap[]) =>
        settle(
          apiClient.base.control.reopen.mutate({ anomalies: pick(rows) }),
          t("reopenedToast", { count: rows.length }),
        ),
    };
  }, [t, offerUndo, refusal]);
}
