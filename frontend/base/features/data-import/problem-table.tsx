"use client";
import type { KindDescription, RowProblem } from "@softwhere/services/base/data-import/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { AlertTriangle, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "@/base/format/format";
import { type ImportFile, importStore } from "./import-store";
import { problemText } from "./problem-text";

export interface TableProblem {
  readonly row: number;
  readonly label: string;
  readonly problem: RowProblem;
}

interface ProblemTableProps {
  readonly kind: KindDescription;
  readonly file: ImportFile;
  readonly mapping: readonly (string | null)[];
  readonly problems: readonly TableProblem[];
}

/** One line per problem: where, what was found, what may have been meant. Ten thousand are no more work than ten. */
export function ProblemTable({ kind, file, mapping, problems }: ProblemTableProps) {
  const t = useTranslations("dataImport");
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 8,
  });
  // A row that was put right takes its focus along: it stays in the table.
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the rows change
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) scroller.current?.focus();
  }, [problems]);
  // The same text at fault in the same column is put right once for all.
  const alike = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { problem } of problems)
      counts.set(`${problem.column}/${problem.found}`, (counts.get(`${problem.column}/${problem.found}`) ?? 0) + 1);
    return counts;
  }, [problems]);
  return (
    <div
      ref={scroller}
      className="import-problems"
      tabIndex={-1}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        hadFocus.current = event.relatedTarget === null;
      }}
      role="table"
      aria-label={t("check.problems")}
      aria-rowcount={problems.length + 1}
    >
      <div className="import-problem import-problem-head" role="row">
        {(["row", "column", "cell", "problem", "suggestions"] as const).map((name) => (
          <span key={name} role="columnheader">
            {t(`check.heads.${name}`)}
          </span>
        ))}
      </div>
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }} role="rowgroup">
        {virtualizer.getVirtualItems().map((virtual) => {
          const entry = problems[virtual.index];
          if (!entry) return null;
          const { row, problem } = entry;
          const column = kind.columns.find(({ name }) => name === problem.column);
          const name = column?.label[format.language] ?? problem.column;
          const number = file.numbers[row] ?? row + 2;
          const at = mapping.indexOf(problem.column);
          const same =
            column && ["reference", "list", "state"].includes(column.type) && problem.found !== ""
              ? (alike.get(`${problem.column}/${problem.found}`) ?? 1)
              : 1;
          return (
            <div
              key={`${row}/${problem.column}/${problem.code}`}
              ref={virtualizer.measureElement}
              data-index={virtual.index}
              className="import-problem"
              role="row"
              style={{ transform: `translateY(${virtual.start}px)` }}
            >
              <span role="cell" className="quiet" title={entry.label}>
                {number}
              </span>
              <span role="cell" className="medium ellipsis">
                {name}
              </span>
              <span role="cell">
                {at >= 0 && (
                  <CellInput
                    label={t("check.cell", { column: name, row: number })}
                    text={file.rows[row]?.[at] ?? ""}
                    onCommit={(text) => importStore.correct(row, problem.column, text)}
                  />
                )}
              </span>
              <span role="cell" className={problem.severity === "refused" ? "bad" : "warn"}>
                {problem.severity === "refused" ? (
                  <CircleX className="icon small inline" aria-hidden />
                ) : (
                  <AlertTriangle className="icon small inline" aria-hidden />
                )}{" "}
                {problemText(problem, { file, column, language: format.language, t })}
              </span>
              <span role="cell" className="import-suggestions">
                {problem.suggestions.map(({ value, label }) => (
                  <button
                    key={value}
                    type="button"
                    className="button small"
                    onClick={() => importStore.correct(row, problem.column, value, same > 1)}
                  >
                    {value === ""
                      ? t("check.leaveEmpty")
                      : (label ??
                        column?.options?.find((option) => option.value === value)?.label[format.language] ??
                        value)}
                    {same > 1 && <span className="quiet">{t("check.times", { count: same })}</span>}
                  </button>
                ))}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Typed over: kept on Enter, on leaving, and when the row scrolls away. */
function CellInput({ label, text, onCommit }: { label: string; text: string; onCommit: (text: string) => void }) {
  const [draft, setDraft] = useState(text);
  const latest = useRef({ draft, text, onCommit });
  latest.current = { draft, text, onCommit };
  useEffect(() => setDraft(text), [text]);
  const commit = () => {
    const now = latest.current;
    if (now.draft !== now.text) now.onCommit(now.draft.trim());
  };
  const commitRef = useRef(commit);
  commitRef.current = commit;
  useEffect(() => () => commitRef.current(), []);
  return (
    <input
      className="input"
      aria-label={label}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setDraft(text);
      }}
    />
  );
}
