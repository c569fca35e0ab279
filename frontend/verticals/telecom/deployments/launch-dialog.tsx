"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readRefusal } from "@softwhere/services/platform/backend/refusal";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { toast } from "@/ui/toast";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi, telecomClient } from "../api";
import { Sum, sumSeen } from "./sum";
import { LaunchTable } from "./launch-table";
import { whyNot } from "./way";
import "./launch.css";

interface LaunchDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Before a deployment is launched: what begins, what doesn't and why, and what a month brings and costs more or less then. */
export function LaunchDialog({ id, name, onClose }: LaunchDialogProps) {
  const t = useTranslations("telecom.deployments.launch");
  const format = useFormat();
  const refusal = useRefusal();
  const offerUndo = useOfferUndo();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery(telecomApi.deployments.previewLaunch.queryOptions({ id }, { staleTime: 0 }));
  const preview = query.data;
  const rows = preview?.rows ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const can = rows.filter((row) => whyNot(row) === null);
  const refused = rows.filter((row) => row.blocked !== "begun" && whyNot(row) !== null);
  const [said, setAllOrNothing] = useState<boolean | null>(null);
  const allOrNothing = said ?? preview?.allOrNothing ?? false;
  const begin = can.filter((row) => !left.has(row.id));
  const stay = [...refused, ...can.filter((row) => left.has(row.id))];
  const toggle = (action: string) => {
    const next = new Set(left);
    if (!next.delete(action)) next.add(action);
    setLeft(next);
  };
  // What is shown doesn't depend on what is chosen; the sums do.
  const sell = sumSeen(rows, "sell") === null ? null : (sumSeen(begin, "sell") ?? 0);
  const buy = sumSeen(rows, "buy") === null ? null : (sumSeen(begin, "buy") ?? 0);
  const { approving, asks, ask } = useApproval(preview);
  const launch = async () => {
    if (!preview) return;
    setSending(true);
    setProblem(null);
    const { deployments } = telecomClient.telecom;
    const given = { id, version: preview.version, allOrNothing };
    const result = await (asks
      ? deployments.askApproval.mutate(given)
      : deployments.launch.mutate({ ...given, leave: stay.map((row) => row.id) })
    ).catch(() => null);
    await fieldStore.reload();
    setSending(false);
    if (result?.kind === "done") {
      fieldStore.pushUndo(result.requestId);
      const message = asks ? t("asked") : t("launched", { count: "begun" in result ? Number(result.begun ?? 0) : 0 });
      // What somebody approved isn't taken back like a slip: it is called back.
      if (approving) toast.success(message);
      else offerUndo(message, result.requestId);
      onClose();
    } else {
      ask(result?.detail ?? null);
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
          <Button tone="primary" working={sending} disabled={!preview?.day || begin.length === 0} onClick={launch}>
            {asks ? t("ask") : t(approving ? "approve" : "run", { count: begin.length })}
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
      {preview?.approval && (
        <p className="notice warn launch-approval">
          {t("approval", {
            amount: format.money(Number(preview.approval.amount)),
            above: format.money(Number(preview.approval.above)),
          })}
        </p>
      )}
      {preview && (
        <>
          <dl className="launch-sums">
            <Sum label={t("actions")} value={t("begin", { count: begin.length })}>
              {stay.length > 0 && <small className="warn">{t("stay", { count: stay.length })}</small>}
            </Sum>
            <Sum label={t("day")} value={preview.day ? format.day(preview.day) : t("undated")} />
            {sell !== null && <Sum label={t("sell")} value={format.signedMoney(sell)} />}
            {buy !== null && <Sum label={t("buy")} value={format.signedMoney(buy)} />}
            {sell !== null && buy !== null && (
              <Sum label={t("margin")} value={format.signedMoney(sumOfEuros([sell, -buy]))} />
            )}
          </dl>
          {rows.length === 0 && <p className="empty">{t("empty")}</p>}
          <label className="launch-all">
            <input type="checkbox" checked={allOrNothing} onChange={() => setAllOrNothing(!allOrNothing)} />
            <span>
              {t("allOrNothing")}
              <small>{t("allOrNothingHelp")}</small>
            </span>
          </label>
          {rows.length > 0 && (
            <LaunchTable
              rows={[...refused, ...can]}
              left={left}
              sell={sell !== null}
              buy={buy !== null}
              onToggle={toggle}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

/** Whether a second person is needed, or is the one who looks at it. Who sees no amounts learns it from the backend's refusal. */
function useApproval(preview: { readonly approval: object | null; readonly askedBy: string | null } | undefined) {
  const [refused, setRefused] = useState(false);
  return {
    approving: Boolean(preview?.askedBy),
    asks: Boolean(preview?.approval) || refused,
    ask: (detail: string | null) => setRefused(detail !== null && readRefusal(detail).code === "needs_approval"),
  };
}
