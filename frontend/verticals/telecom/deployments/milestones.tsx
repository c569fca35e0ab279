"use client";
import { useQuery } from "@tanstack/react-query";
import { Ban, Check, CirclePause, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { LetterButton, LetterNote } from "@/base/letters";
import { usePanels } from "@/base/panels/use-panels";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { useRoving } from "@/ui/use-roving";
import { SkeletonRows } from "@/ui/error-notice";
import { telecomApi, telecomClient } from "../api";
import type { Milestone } from "./board";
import { MilestoneDialog } from "./milestone-dialog";
import "./milestones.css";

type Result = { readonly kind: "done" | "refused"; readonly requestId: string; readonly detail?: string | null };

/** What a change of steps leaves: the way back, or why it was refused. */
export function useStepResult() {
  const t = useTranslations("telecom.deployments.milestones");
  const refusal = useRefusal();
  const offerUndo = useOfferUndo();
  return async (said: string, result: Result | null): Promise<boolean> => {
    await fieldStore.reload();
    if (result?.kind === "done") {
      fieldStore.pushUndo(result.requestId);
      offerUndo(said, result.requestId);
      return true;
    }
    toast.error(result?.detail ? refusal(result.detail) : t("refused"));
    return false;
  };
}

/** The steps of a deployment as the customer lives them: done, late, blocked; and what can be done about the one that is looked at. */
export function Milestones({ deploymentId, open }: { readonly deploymentId: string; readonly open: boolean }) {
  const t = useTranslations("telecom.deployments.milestones");
  const format = useFormat();
  const can = useCan();
  const today = useBusinessDay()();
  const roving = useRoving<HTMLOListElement>("button");
  const settle = useStepResult();
  const [chosen, choose] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const query = useQuery(telecomApi.deployments.milestones.list.queryOptions({ deploymentId }));
  if (query.isPending) return <SkeletonRows rows={2} />;
  const rows = query.data ?? [];
  const mayChange = can("launch deployment");
  if (rows.length === 0 && !(mayChange && open)) return null;
  const looked = rows.find(({ id }) => id === chosen) ?? rows.find(({ status }) => status === "open") ?? rows.at(-1);
  const prepare = async () => {
    setSending(true);
    const result = await telecomClient.telecom.deployments.milestones.prepare
      .mutate({ deploymentId })
      .catch(() => null);
    setSending(false);
    await settle(t("prepared"), result);
  };
  return (
    <div className="section">
      <h3>{t("title")}</h3>
      {rows.length === 0 && (
        <p className="quiet milestones-none">
          {t("none")}{" "}
          <Button size="small" working={sending} onClick={() => void prepare()}>
            {t("prepare")}
          </Button>
        </p>
      )}
      <ol className="milestones" {...roving}>
        {rows.map((row) => {
          const state = stateOf(row, today);
          const Icon = icons[state];
          const day = row.doneOn ?? row.dueOn;
          return (
            <li key={row.id}>
              <button
                type="button"
                className={`milestone ${state}`}
                aria-pressed={row.id === looked?.id}
                onClick={() => choose(row.id)}
              >
                <span className="milestone-mark">{Icon && <Icon className="icon small" aria-hidden />}</span>
                <b>{format.valueLabel("sw_milestone", "kind", row.kind)}</b>
                <span className="visually-hidden">{t(`states.${state}`)}</span>
                <span>{row.status !== "dropped" && day ? format.day(day) : ""}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {looked && <MilestoneDetails key={looked.id} row={looked} today={today} mayChange={mayChange} settle={settle} />}
    </div>
  );
}

const icons = { done: Check, dropped: Ban, blocked: CirclePause, late: Clock, open: null } as const;

/** What there is to say of a step first. */
function stateOf({ status, blockedBy, dueOn }: Milestone, today: string): keyof typeof icons {
  if (status !== "open") return status;
  if (blockedBy) return "blocked";
  return dueOn && dueOn < today ? "late" : "open";
}

interface MilestoneDetailsProps {
  readonly row: Milestone;
  readonly today: string;
  readonly mayChange: boolean;
  readonly settle: ReturnType<typeof useStepResult>;
}

function MilestoneDetails({ row, today, mayChange, settle }: MilestoneDetailsProps) {
  const t = useTranslations("telecom.deployments.milestones");
  const format = useFormat();
  const panels = usePanels();
  const [finishing, setFinishing] = useState(false);
  const [sending, setSending] = useState(false);
  const name = format.valueLabel("sw_milestone", "kind", row.kind);
  const set = async (to: "open" | "dropped") => {
    setSending(true);
    const result = await telecomClient.telecom.deployments.milestones.setState
      .mutate({ id: row.id, version: row.version, to })
      .catch(() => null);
    setSending(false);
    await settle(t(to === "open" ? "reopened" : "dropped", { name }), result);
  };
  const letter = { kind: `milestone_${row.kind}`, row: row.id };
  const state = stateOf(row, today);
  return (
    <div className="milestone-details">
      <p>
        <b>{name}</b>{" "}
        <span className="quiet">
          {[
            t(`states.${state}`),
            row.dueOn && row.status === "open" && t("due", { day: format.day(row.dueOn) }),
            row.owner,
            row.contact && t("contact", { name: row.contact }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      {row.status === "open" && row.blockedBy && <p className="warn">{t("blockedBy", { reason: row.blockedBy })}</p>}
      {mayChange && row.mailed && <LetterNote {...letter} />}
      <div className="milestone-actions">
        {mayChange && row.status === "open" && (
          <>
            <Button size="small" tone="primary" onClick={() => setFinishing(true)}>
              {t("finish")}
            </Button>
            <Button size="small" working={sending} onClick={() => void set("dropped")}>
              {t("drop")}
            </Button>
          </>
        )}
        {mayChange && row.status === "done" && <LetterButton {...letter} />}
        {mayChange && row.status !== "open" && (
          <Button size="small" working={sending} onClick={() => void set("open")}>
            {t("reopen")}
          </Button>
        )}
        <Button size="small" tone="ghost" onClick={() => void panels.open({ kind: "sw_milestone", id: row.id })}>
          {t("details")}
        </Button>
      </div>
      {finishing && <MilestoneDialog row={row} name={name} settle={settle} onClose={() => setFinishing(false)} />}
    </div>
  );
}
