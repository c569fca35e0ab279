"use client";
import type { CheckReport, KindDescription } from "@softwhere/services/base/data-import/contract";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRefusal } from "@/base/format/use-refusal";
import { useMemo, useState } from "react";
import { useUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useRecordLists } from "@/base/records/lists";
import { Button } from "@/ui/button";
import { type ImportFile, type ImportRun, importStore } from "./import-store";
import { refusalText } from "./problem-text";
import { downloadRefused } from "./refused-rows";

const shownRefusals = 50;

/** How far the import is, what became of the rows, and the way back. */
export function RunStep({
  kind,
  file,
  report,
  run,
}: {
  kind: KindDescription;
  file: ImportFile;
  report: CheckReport;
  run: ImportRun;
}) {
  const t = useTranslations("dataImport");
  const refusal = useRefusal();
  const format = useFormat();
  const undo = useUndo();
  const [undoing, setUndoing] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const refused = useMemo(
    () => [...run.results.values()].flatMap((result) => (result.kind === "refused" ? [result] : [])),
    [run.results],
  );
  const written = run.results.size - refused.length;
  const setAside = report.rows.filter(({ state }) => state === "refused").length + refused.length;
  const running = run.state === "running" || run.state === "stopping";
  const { Imported } = useRecordLists().find(({ type }) => type === kind.type) ?? {};
  const rows = useMemo(
    () => report.rows.flatMap(({ operations }) => operations.slice(0, 1).map(({ data }) => data.attributes)),
    [report.rows],
  );
  return (
    <>
      <div className="run-progress" role="status" aria-live="polite">
        <div className="run-progress-text">
          <b>{t("run.progress", { written, total: run.total })}</b>
          {refused.length > 0 && <span className="bad">{t("run.refused", { count: refused.length })}</span>}
          <span className="grow" />
          {run.state === "running" ? (
            <span className="quiet">{t("run.stay")}</span>
          ) : (
            <span className={run.state === "interrupted" ? "bad" : "quiet"}>{t(`run.states.${run.state}`)}</span>
          )}
        </div>
        <div className="progress">
          <i style={{ width: `${run.total > 0 ? (written / run.total) * 100 : 0}%` }} />
          <i className="bad" style={{ width: `${run.total > 0 ? (refused.length / run.total) * 100 : 0}%` }} />
        </div>
      </div>
      {refused.length > 0 && (
        <ul className="import-refusals bad" aria-label={t("run.refusals")}>
          {refused.slice(0, shownRefusals).map((result) => (
            <li key={result.row}>
              {t("run.row", { row: file.numbers[result.row] ?? result.row + 2 })}{" "}
              {result.field &&
                `${kind.columns.find(({ name }) => name === result.field)?.label[format.language] ?? result.field} : `}
              {refusalText(result, { t, refusal })}
            </li>
          ))}
          {refused.length > shownRefusals && <li>{t("run.more", { count: refused.length - shownRefusals })}</li>}
        </ul>
      )}
      {left.length > 0 && (
        <div className="notice" role="status">
          {t("run.left", { count: left.length })}
          <ul className="import-refusals">
            {left.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      {run.state === "done" && written > 0 && Imported && <Imported rows={rows} />}
      <div className="import-actions">
        {running && (
          <Button working={run.state === "stopping"} onClick={() => importStore.stop()}>
            {t("run.stop")}
          </Button>
        )}
        {!running && setAside > 0 && (
          <Button
            onClick={() =>
              downloadRefused({
                kind,
                file,
                report,
                results: run.results,
                language: format.language,
                wording: t,
                refusal,
              })
            }
          >
            {t("run.download", { count: setAside })}
          </Button>
        )}
        {!running && run.state !== "undone" && written > 0 && (
          <Button
            working={undoing}
            onClick={async () => {
              setUndoing(true);
              const names = await undo(run.runId);
              setUndoing(false);
              if (!names) return;
              setLeft(names);
              importStore.undone();
            }}
          >
            {undoing ? t("run.undoing") : t("run.undo")}
          </Button>
        )}
        {(run.state === "interrupted" || run.state === "stopped") && (
          <Button tone="primary" onClick={() => void importStore.check()}>
            {t("run.resume")}
          </Button>
        )}
        <span className="grow" />
        {!running && (
          <Link className="button" href={kind.type === "sw_account" ? "/accounts" : `/lists/${kind.type}`}>
            {t("run.see", { kind: format.typePlural(kind.type) })}
          </Link>
        )}
        {!running && <Button onClick={() => importStore.reset()}>{t("otherFile")}</Button>}
      </div>
    </>
  );
}
