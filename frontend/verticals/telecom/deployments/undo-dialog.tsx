"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sumOfEuros } from "@softwhere/services/platform/money";
import type { UndoStep } from "@softwhere/services/verticals/telecom/domain/undo";
import { fieldStore } from "@/base/editing/field-store";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { toast } from "@/ui/toast";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi, telecomClient } from "../api";
import { Sum, sumSeen } from "./sum";
import { UndoTable } from "./undo-table";
import "./launch.css";

interface UndoDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** What somebody has to look at first. */
const order: readonly UndoStep["kind"][] = ["stays", "reverse", "cancel", "await", "call-off", "undone"];

/** Before a deployment is undone: what is undone and how, what stays and why, and what a month brings and costs less then. */
export function UndoDialog({ id, name, onClose }: UndoDialogProps) {
  const t = useTranslations("telecom.deployments.goBack");
  const format = useFormat();
  const refusal = useRefusal();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery(telecomApi.deployments.previewUndo.queryOptions({ id }, { staleTime: 0 }));
  const preview = query.data;
  const rows = (preview?.rows ?? [])
    .filter(({ step }) => step.kind !== "none")
    .toSorted((a, b) => order.indexOf(a.step.kind) - order.indexOf(b.step.kind));
  const count = (...kinds: readonly UndoStep["kind"][]) => rows.filter(({ step }) => kinds.includes(step.kind)).length;
  const isAny = count("reverse", "cancel", "await", "call-off") > 0;
  const [sell, buy] = [sumSeen(rows, "sell"), sumSeen(rows, "buy")];
  const undo = async () => {
    if (!preview) return;
    setSending(true);
    setProblem(null);
    const { deployments } = telecomClient.telecom;
    const result = await deployments.undo.mutate({ id, version: preview.version }).catch(() => null);
    await fieldStore.reload();
    setSending(false);
    if (result?.kind === "done") {
      toast.success(t("begun"));
      onClose();
    } else {
      setProblem(result?.detail ? refusal(result.detail) : t("refused"));
      void query.refetch();
    }
  };
  return (
    <Dialog
      open
      title={t("title", { name })}
      description={t("description")}
      closeLabel={t("close")}
      onClose={onClose}
      footer={
        <>
          <span className="quiet grow">{t("nothingSent")}</span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" working={sending} disabled={!isAny} onClick={undo}>
            {t("run")}
          </Button>
        </>
      }
    >
      {query.isPending && <SkeletonRows rows={6} />}
      {query.isError && (
        <ErrorNotice
          message={t("failed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      {preview && (
        <>
          <dl className="launch-sums">
            <Sum label={t("undone")} value={t("actions", { count: count("reverse") })} />
            <Sum label={t("calledOff")} value={t("actions", { count: count("cancel", "await", "call-off") })} />
            <Sum label={t("staying")} value={t("actions", { count: count("stays") })} />
            {sell !== null && <Sum label={t("sell")} value={format.signedMoney(sell)} />}
            {buy !== null && <Sum label={t("buy")} value={format.signedMoney(buy)} />}
            {sell !== null && buy !== null && (
              <Sum label={t("margin")} value={format.signedMoney(sumOfEuros([sell, -buy]))} />
            )}
          </dl>
          {rows.length === 0 && <p className="empty">{t("empty")}</p>}
          {rows.length > 0 && <UndoTable rows={rows} sell={sell !== null} buy={buy !== null} />}
        </>
      )}
    </Dialog>
  );
}
