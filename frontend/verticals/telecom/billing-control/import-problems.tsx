"use client";
import type { Problem } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";

const mostShown = 8;

/** What a problem is, in the reader's language; days and amounts as they are written there. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("telecom.import");
  const format = useFormat();
  return ({ code, found = "", expected = "", difference = "" }) => {
    const amounts = code.endsWith("_mismatch");
    if (amounts)
      return t(`problems.${code}`, {
        found: format.decimal(found),
        expected: format.decimal(expected),
        difference: format.decimal(difference),
      });
    if (code === "issue_date_differs")
      return t("problems.issue_date_differs", { found: format.day(found), expected: expected.split(",")[0] ?? "" });
    return t(`problems.${code}`, { found, expected, difference });
  };
}

/** Problems of a kind are one line with their number, where they are many. */
export function ImportProblems({
  problems,
  more,
  tone = "bad",
}: {
  problems: readonly Problem[];
  more: number;
  tone?: "bad" | "warn";
}) {
  const t = useTranslations("telecom.import");
  const textOf = useProblemText();
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = `${problem.code}/${problem.field ?? ""}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  const entries = [...kinds.values()].flatMap((alike) =>
    alike.length > 3
      ? [{ problem: alike[0], others: alike.length - 1 }]
      : alike.map((problem) => ({ problem, others: 0 })),
  );
  const shown = entries.slice(0, mostShown);
  const hidden = entries.slice(mostShown).reduce((sum, { others }) => sum + 1 + others, 0) + more;
  return (
    <div role="alert">
      <ul className={tone}>
        {shown.map(
          ({ problem, others }) =>
            problem && (
              <li key={`${problem.code}/${problem.row}/${problem.field}`}>
                {problem.row !== undefined && `${t("row", { row: problem.row })} `}
                {problem.field && `« ${problem.field} » : `}
                {textOf(problem)}
                {others > 0 && ` ${t("alike", { count: others })}`}
              </li>
            ),
        )}
        {hidden > 0 && <li>{t("moreProblems", { count: hidden })}</li>}
      </ul>
    </div>
  );
}
