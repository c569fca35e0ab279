import type { CheckReport, KindDescription, WriteResult } from "@softwhere/services/base/data-import/contract";
import { downloadCsv } from "./download";
import type { ImportFile } from "./import-store";
import { problemText, refusalText, type Wording } from "./problem-text";

interface RefusedRows {
  readonly kind: KindDescription;
  readonly file: ImportFile;
  readonly report: CheckReport;
  readonly results: ReadonlyMap<number, WriteResult>;
  readonly language: "fr" | "en";
  readonly wording: Wording;
  /** What says a refusal of the backend. */
  readonly refusal: (refused: string) => string;
}

/** The rows that were not taken, as they stand in the file, each with its reasons: to be put right and imported again. */
export function downloadRefused({ kind, file, report, results, language, wording: t, refusal }: RefusedRows): void {
  const columnOf = (name: string) => kind.columns.find((column) => column.name === name);
  const label = (name: string) => columnOf(name)?.label[language] ?? name;
  const lines = report.rows.flatMap(({ row, state, problems }) => {
    const result = results.get(row);
    const reasons = [
      ...(state === "refused"
        ? problems
            .filter(({ severity }) => severity === "refused")
            .map(
              (problem) =>
                `${label(problem.column)} : ${problemText(problem, { file, column: columnOf(problem.column), language, t })}`,
            )
        : []),
      ...(result?.kind === "refused"
        ? [`${result.field ? `${label(result.field)} : ` : ""}${refusalText(result, { t, refusal })}`]
        : []),
    ];
    return reasons.length > 0 ? [[...(file.rows[row] ?? []), reasons.join(" | ")]] : [];
  });
  downloadCsv(`${file.name.replace(/\.[^.]*$/, "")} - ${t("check.refusedFile")}.csv`, [
    [...file.header, t("check.heads.problem")],
    ...lines,
  ]);
}
