"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { errorCode } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { Future, Timeline } from "@/base/features/timeline";
import { useRefusal } from "@/base/format/use-refusal";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { RecordFields } from "@/base/records/record-fields";
import { useDescription, useRecord } from "@/base/records/use-description";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomClient } from "../api";
import { ActionList } from "./action-list";

const type = "sw_deployment";

/** A deployment: what it is, its actions, what is to come, its history. It is planned and cancelled here; who launches it are the connectors to come. */
export function DeploymentPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("telecom.deployments.panel");
  const format = useFormat();
  const can = useCan();
  const description = useDescription(type);
  const record = useRecord(type, id);
  const failed = description.error ?? record.error;
  if (!description.data || !record.data) {
    return (
      <PanelFrame title={t("title")} onClose={onClose}>
        {failed && ["NOT_FOUND", "FORBIDDEN"].includes(errorCode(failed)) && <p className="empty">{t("notFound")}</p>}
        {failed && !["NOT_FOUND", "FORBIDDEN"].includes(errorCode(failed)) && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            onRetry={() => void Promise.all([description.refetch(), record.refetch()])}
          />
        )}
        {!failed && <SkeletonRows />}
      </PanelFrame>
    );
  }
  const row = record.data;
  const status = String(row.values["status"] ?? "");
  return (
    <PanelFrame
      title={<span className="ellipsis">{row.label}</span>}
      subtitle={[t("title"), format.valueLabel(type, "status", status)].join(" · ")}
      onClose={onClose}
    >
      {can("launch deployment") && (
        <StateButtons id={id} version={row.version} status={status} planned={Boolean(row.values["planned_on"])} />
      )}
      <RecordFields description={description.data} row={row} />
      {can("view sw_action") && <ActionList title={t("actions")} deploymentId={id} />}
      <Future scope={{ type, id }} />
      <div className="section">
        <h3>{t("history")}</h3>
        {can("view sw_journal_entry") ? (
          <Timeline type={type} subjectId={id} />
        ) : (
          <p className="quiet">{t("noHistory")}</p>
        )}
      </div>
    </PanelFrame>
  );
}

interface StateButtonsProps {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** Whether it has a day. */
  readonly planned: boolean;
}

function StateButtons({ id, version, status, planned }: StateButtonsProps) {
  const t = useTranslations("telecom.deployments.panel");
  const refusal = useRefusal();
  const offerUndo = useOfferUndo();
  const [sending, setSending] = useState(false);
  const change = async (to: "cancelled" | "planned") => {
    setSending(true);
    const result = await telecomClient.telecom.deployments.setState.mutate({ id, version, to }).catch(() => null);
    await fieldStore.reload();
    setSending(false);
    if (result?.kind === "done") {
      fieldStore.pushUndo(result.requestId);
      offerUndo(t(to === "cancelled" ? "cancelled" : "restored"), result.requestId);
    } else toast.error(result?.detail ? refusal(result.detail) : t("refused"));
  };
  const mayPlan = planned && (status === "draft" || status === "cancelled");
  const mayCancel = status === "draft" || status === "planned";
  if (!mayPlan && !mayCancel) return null;
  return (
    <div className="panel-actions">
      {mayPlan && (
        <Button size="small" working={sending} onClick={() => void change("planned")}>
          {t(status === "draft" ? "plan" : "restore")}
        </Button>
      )}
      {mayCancel && (
        <Button size="small" working={sending} onClick={() => void change("cancelled")}>
          {t("cancel")}
        </Button>
      )}
      <span className="quiet">{t("notLaunchable")}</span>
    </div>
  );
}
