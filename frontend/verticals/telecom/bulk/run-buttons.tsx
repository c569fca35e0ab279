"use client";
import { useTranslations } from "next-intl";
import type { BulkRun } from "@/base/bulk/run-store";
import { useUndo } from "@/base/editing/undo-provider";
import { Button } from "@/ui/button";

interface RunButtonsProps {
  readonly run: BulkRun<unknown> | null;
  /** What the button says that begins it, and whether it may. */
  readonly startLabel: string;
  readonly mayStart: boolean;
  readonly onStart: () => void;
  /** Absent where the run can't be stopped half-way. */
  readonly onStop?: () => void;
  /** Once more for what was refused or not reached. */
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** What can be done with an order over many lines, from the preview to its results. */
export function RunButtons({ run, startLabel, mayStart, onStart, onStop, onRetry, onClose }: RunButtonsProps) {
  const t = useTranslations("telecom.run");
  const undo = useUndo();
  const results = [...(run?.results.values() ?? [])];
  const refused = results.filter((result) => result.kind === "refused").length;
  const finished = run && run.state !== "running" && run.state !== "stopping";
  return (
    <>
      <span className="quiet grow">{run ? t("undoHint") : t("dryRun")}</span>
      {!run && <Button onClick={onClose}>{t("cancel")}</Button>}
      {!run && (
        <Button tone="primary" disabled={!mayStart} onClick={onStart}>
          {startLabel}
        </Button>
      )}
      {run?.state === "running" && onStop && <Button onClick={onStop}>{t("stop")}</Button>}
      {run?.state === "running" && <Button onClick={onClose}>{t("background")}</Button>}
      {/* Where the button stood that began it: a second press in haste meets the same button. */}
      {run && !finished && (
        <Button tone="primary" working>
          {t("working")}
        </Button>
      )}
      {finished && results.length > refused && (
        <Button
          onClick={() => {
            void undo(run.runId);
            onClose();
          }}
        >
          {t("undo")}
        </Button>
      )}
      {finished && (refused > 0 || run.state !== "done") && <Button onClick={onRetry}>{t("retry")}</Button>}
      {finished && (
        <Button tone="primary" onClick={onClose}>
          {t("done")}
        </Button>
      )}
    </>
  );
}
