"use client";
import { useQuery } from "@tanstack/react-query";
import { CirclePause, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { errorCode } from "@/base/api/browser";
import { CommandButton } from "@/base/commands/command-button";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { Future, Timeline } from "@/base/features/timeline";
import { useRefusal } from "@/base/format/use-refusal";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { RecordFields } from "@/base/records/record-fields";
import type { RecordRow } from "@/base/records/rows";
import { useDescription, useRecord } from "@/base/records/use-description";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi, telecomClient } from "../api";
import { Approval } from "./approval";
import { ActionList } from "./action-list";
import { isUnderWay } from "./board";
import { Milestones } from "./milestones";
import { LaunchDialog } from "./launch-dialog";
import { UndoDialog } from "./undo-dialog";

const type = "sw_deployment";

/** A deployment: what it is, how far its actions are, what is to come, its history. It is planned, launched, ended and cancelled here. */
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
  const blockedBy = String(row.values["blocked_by"] ?? "");
  return (
    <PanelFrame
      title={<span className="ellipsis">{row.label}</span>}
      subtitle={[t("title"), format.valueLabel(type, "status", status)].join(" · ")}
      onClose={onClose}
    >
      {blockedBy && ["planned", "launched", "undoing"].includes(status) && (
        <p className="notice warn panel-notice">
          <CirclePause className="icon small" aria-hidden />
          {t("blockedBy", { reason: blockedBy })}
        </p>
      )}
      {status === "awaiting_approval" && <Approval row={row} />}
      {can("launch deployment") && (
        <StateButtons
          id={id}
          name={row.label}
          version={row.version}
          status={status}
          planned={Boolean(row.values["planned_on"])}
        />
      )}
      {can("view sw_milestone") && (
        <Milestones deploymentId={id} open={["draft", "planned", "awaiting_approval", "launched"].includes(status)} />
      )}
      {can("view sw_action") && <ActionList title={t("actions")} deploymentId={id} />}
      <RecordFields description={description.data} row={row} only={(field) => !isEmptyMark(row, field)} />
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

/** Who asked and who approved are said where somebody did. */
const isEmptyMark = (row: RecordRow, { name }: { readonly name: string }) =>
  ["approval_asked_by", "approval_asked_on", "approved_by"].includes(name) && row.values[name] === null;

const said = { cancelled: "cancelled", planned: "restored", done: "ended", undone: "closed" } as const;

interface StateButtonsProps {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly status: string;
  /** Whether it has a day. */
  readonly planned: boolean;
}

function StateButtons({ id, name, version, status, planned }: StateButtonsProps) {
  const t = useTranslations("telecom.deployments.panel");
  const refusal = useRefusal();
  const offerUndo = useOfferUndo();
  const [sending, setSending] = useState(false);
  const [launching, setLaunching] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const states = useQuery(
    telecomApi.deployments.states.queryOptions(
      { deploymentId: id },
      { enabled: ["launched", "done", "undoing"].includes(status), refetchInterval: status === "done" ? false : 5_000 },
    ),
  );
  const change = async (to: keyof typeof said) => {
    setSending(true);
    const result = await telecomClient.telecom.deployments.setState.mutate({ id, version, to }).catch(() => null);
    await fieldStore.reload();
    setSending(false);
    if (result?.kind === "done") {
      fieldStore.pushUndo(result.requestId);
      offerUndo(t(said[to]), result.requestId);
    } else toast.error(result?.detail ? refusal(result.detail) : t("refused"));
  };
  const mayPlan = planned && (status === "draft" || status === "cancelled");
  const mayCancel = ["draft", "planned", "awaiting_approval"].includes(status);
  const mayLaunch = (status === "planned" && planned) || (status === "launched" && (states.data?.waiting ?? 0) > 0);
  const mayEnd = isUnderWay(status) && states.data?.open === 0;
  const mayUndo = ["launched", "done"].includes(status) && states.data?.hasBegun === true;
  // What waits for its day can still be called back; what has left goes on.
  const mayRecall = status === "launched" && (states.data?.ready ?? 0) > 0;
  if (!mayPlan && !mayCancel && !mayLaunch && !mayEnd && !mayRecall && !mayUndo) return null;
  return (
    <div className="panel-actions">
      {mayLaunch && (
        <CommandButton
          name="launch"
          tone={status === "planned" ? "primary" : "plain"}
          size="small"
          title={t(status === "planned" ? "launch" : "launchRest", { count: states.data?.waiting ?? 0 })}
          run={() => setLaunching(true)}
        />
      )}
      {mayEnd && (
        <Button
          size="small"
          tone="primary"
          working={sending}
          onClick={() => void change(status === "undoing" ? "undone" : "done")}
        >
          {t(status === "undoing" ? "close" : "end")}
        </Button>
      )}
      {(mayPlan || mayRecall) && (
        <Button size="small" working={sending} onClick={() => void change("planned")}>
          {t(status === "draft" ? "plan" : mayRecall ? "recall" : "restore")}
        </Button>
      )}
      {mayCancel && (
        <Button size="small" working={sending} onClick={() => void change("cancelled")}>
          {t("cancel")}
        </Button>
      )}
      {mayUndo && (
        <CommandButton
          name="undo-deployment"
          size="small"
          icon={<Undo2 className="icon small" aria-hidden />}
          title={t("undoIt")}
          run={() => setUndoing(true)}
        />
      )}
      {undoing && <UndoDialog id={id} name={name} onClose={() => setUndoing(false)} />}
      {launching && <LaunchDialog id={id} name={name} onClose={() => setLaunching(false)} />}
    </div>
  );
}
