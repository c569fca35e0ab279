"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { toast } from "@/ui/toast";
import { queryClient } from "@/base/api/browser";
import { useUndo } from "@/base/editing/undo-provider";
import { fieldStore } from "@/base/editing/field-store";
import { telecomClient } from "../api";
import type { AnomalyRow, DisputeRow } from "./server";

export type CloseStatus = "false_positive" | "explained" | "accepted";

/** How a person closes gaps. */
export interface Closing {
  readonly status: CloseStatus;
  readonly reason: string;
  /** Up to which day the same check leaves these lines alone. */
  readonly exceptUntil?: string;
}

type Settled =
  | { kind: "done"; requestId: string }
  | { kind: "changed-since" }
  | { kind: "refused"; detail: string | null };

/** Dispute, close and reopen, each with its toast and its undo. */
export function useAnomalyActions() {
  const t = useTranslations("telecom.billingControl");
  const undo = useUndo();
  return useMemo(() => {
    const pick = (rows: readonly AnomalyRow[]) => rows.map(({ id, version }) => ({ id, version }));
    const settle = async (work: Promise<Settled>, message: string) => {
      try {
        const result = await work;
        if (result.kind === "done") {
          fieldStore.pushUndo(result.requestId);
          toast.success(message, {
            duration: 8_000,
            action: { label: t("undo"), onClick: () => void undo(result.requestId) },
          });
        } else toast.error(result.kind === "changed-since" ? t("changedSince") : (result.detail ?? t("failed")));
      } catch {
        toast.error(t("failed"));
      }
      await queryClient.invalidateQueries();
    };
    return {
      dispute: (rows: readonly AnomalyRow[]) =>
        settle(
          telecomClient.telecom.billingControl.dispute.mutate({ anomalies: pick(rows) }),
          t("disputedToast", { count: rows.length }),
        ),
      close: (rows: readonly AnomalyRow[], closing: Closing) =>
        settle(
          telecomClient.telecom.billingControl.close.mutate({ anomalies: pick(rows), ...closing }),
          t("closedToast", { count: rows.length }),
        ),
      credit: (rows: readonly AnomalyRow[]) =>
        settle(
          telecomClient.telecom.billingControl.credit.mutate({ anomalies: pick(rows) }),
          t("creditedToast", { count: rows.length }),
        ),
      followUp: ({ id, version, reference }: DisputeRow) =>
        settle(
          telecomClient.telecom.billingControl.followUp.mutate({ id, version }),
          t("followedUpToast", { reference }),
        ),
      reopen: (rows: readonly AnomalyRow[]) =>
        settle(
          telecomClient.telecom.billingControl.reopen.mutate({ anomalies: pick(rows) }),
          t("reopenedToast", { count: rows.length }),
        ),
    };
  }, [t, undo]);
}
