"use client";
import type { CheckReport, KindDescription, PlannedRow } from "@softwhere/services/base/data-import/contract";
import { Check, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusal } from "@/base/format/use-refusal";
import { useMemo, useState } from "react";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { downloadRefused } from "./refused-rows";
import { type ImportFile, type ImportState, importStore } from "./import-store";
import { ProblemTable } from "./problem-table";

const filters = ["all", "refused", "warning"] as const;

/** The dry run: what would happen to each row, and what stands against it, to be put right on the spot. */
export function CheckStep({
  kind,
  file,
  report,
  state,
}: {
  kind: KindDescription;
  file: ImportFile;
  report: CheckReport;
  state: ImportState;
}) {
  const t = useTranslations("dataImport");
  const refusal = useRefusal();
  const format = useFormat();
  const [filter, setFilter] = useState<(typeof filters)[number]>("all");
  const counts = useMemo(() => countRows(report.rows), [report]);
  const problems = useMemo(
    () => report.rows.flatMap((row) => row.problems.map((problem) => ({ row: row.row, label: row.label, problem }))),
    [report],
  );
  const shown = filter === "all" ? problems : problems.filter(({ problem }) => problem.severity === filter);
  const writing = counts.new + counts.update;
  return (
    <>
      <dl className="import-counts" aria-live="polite">
        {(["new", "update", "existing", "unchanged", "warning", "refused"] as const).map((key) =>
          counts[key] > 0 || key === "new" ? (
            <div key={key}>
              <dt>{t(`check.counts.${key}`)}</dt>
              <dd className={key === "refused" ? "bad" : key === "warning" ? "warn" : ""}>
                {format.count(counts[key])}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {problems.length > 0 ? (
        <>
          <div className="import-toolbar">
            <fieldset className="chips">
              <legend className="visually-hidden">{t("check.filter")}</legend>
              {filters.map((key) => (
                <button
                  key={key}
                  type="button"
                  className="chip"
                  aria-pressed={filter === key}
                  onClick={() => setFilter(key)}
                >
                  {t(`check.filters.${key}`)}{" "}
                  {format.count(
                    key === "all" ? problems.length : problems.filter(({ problem }) => problem.severity === key).length,
                  )}
                </button>
              ))}
            </fieldset>
            <span className="grow" />
            {state.corrections > 0 && (
              <span className="quiet">{t("check.corrections", { count: state.corrections })}</span>
            )}
            {counts.refused > 0 && (
              <button
                type="button"
                className="link"
                onClick={() =>
                  downloadRefused({
                    kind,
                    file,
                    report,
                    results: new Map(),
                    language: format.language,
                    wording: t,
                    refusal,
                  })
                }
              >
                {t("check.download")}
              </button>
            )}
          </div>
          <ProblemTable kind={kind} file={file} mapping={state.mapping} problems={shown} />
        </>
      ) : (
        <p className="notice good">
          <Check className="icon" aria-hidden /> {t("check.none")}
        </p>
      )}
      <div className="import-actions">
        <span className="grow quiet" role="status">
          {state.busy ? (
            <>
              <LoaderCircle className="icon small spinning inline" aria-hidden /> {t("checking")}
            </>
          ) : (
            `${t("check.nothingWritten")} ${t("check.undoable")}`
          )}
        </span>
        <Button working={state.busy} onClick={() => importStore.goTo("mapping")}>
          {t("back")}
        </Button>
        <Button tone="primary" working={state.busy} disabled={writing === 0} onClick={() => void importStore.start()}>
          {t("check.start", { count: writing })}
        </Button>
      </div>
    </>
  );
}

function countRows(rows: readonly PlannedRow[]): Record<PlannedRow["state"] | "warning", number> {
  const counts = { new: 0, update: 0, existing: 0, unchanged: 0, refused: 0, warning: 0 };
  for (const row of rows) {
    counts[row.state] += 1;
    if (row.state !== "refused" && row.problems.length > 0) counts.warning += 1;
  }
  return counts;
}
