"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayInput } from "@/base/editing/day-input";
import { LetterLacks, LetterSheet, useLetter } from "@/base/letters";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { telecomClient } from "../api";
import type { Milestone } from "./board";
import type { useStepResult } from "./milestones";

interface MilestoneDialogProps {
  readonly row: Milestone;
  readonly name: string;
  readonly settle: ReturnType<typeof useStepResult>;
  readonly onClose: () => void;
}

/** Says that a step is done, on which day, and whether the customer is told: by which mail, to whom. */
export function MilestoneDialog({ row, name, settle, onClose }: MilestoneDialogProps) {
  const t = useTranslations("telecom.deployments.milestones");
  const today = useBusinessDay()();
  const letter = useLetter({ kind: `milestone_${row.kind}`, row: row.id });
  const [doneOn, setDoneOn] = useState(today);
  // The brand's custom until the person decides.
  const [decided, decide] = useState<boolean | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const tell = letter.ready && (decided ?? row.told);
  const finish = async () => {
    setSending(true);
    setProblem(null);
    const result = await telecomClient.telecom.deployments.milestones.setState
      .mutate({ id: row.id, version: row.version, to: "done", doneOn })
      .catch(() => null);
    const done = await settle(t("done", { name }), result);
    if (done && tell) {
      const { sent, problem: why } = await letter.send();
      if (!sent) {
        setSending(false);
        return setProblem(why ?? t("notTold"));
      }
    }
    onClose();
  };
  return (
    <Dialog
      narrow
      open
      title={t("finishTitle", { name })}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button tone="ghost" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            tone="primary"
            working={sending || letter.preview.isPending}
            disabled={!/^\d{4}-\d\d-\d\d$/.test(doneOn) || problem !== null}
            onClick={() => void finish()}
          >
            {t(tell ? "finishAndTell" : "finishOnly")}
          </Button>
        </>
      }
    >
      <div className="milestone-form">
        <label className="field-label">
          {t("doneOn")}
          <DayInput value={doneOn} disabled={sending} onValue={(day, isDay) => setDoneOn(isDay ? day : "")} />
        </label>
        {problem && (
          <p className="notice bad" role="alert">
            {problem}
          </p>
        )}
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button with this name */}
        <label className="milestone-tell">
          <Checkbox
            checked={tell}
            disabled={!letter.ready || sending}
            label={t("tell")}
            onClick={() => decide(!tell)}
          />
          <span aria-hidden>{t("tell")}</span>
        </label>
        {tell ? <LetterSheet letter={letter} disabled={sending} /> : <LetterLacks letter={letter} />}
      </div>
    </Dialog>
  );
}
