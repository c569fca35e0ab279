import type { KindColumn, RowProblem, WriteResult } from "@softwhere/services/base/data-import/contract";
import type { useTranslations } from "next-intl";
import type { ImportFile } from "./import-store";

export type Wording = ReturnType<typeof useTranslations<"dataImport">>;

interface ProblemContext {
  readonly file: ImportFile;
  readonly column: KindColumn | undefined;
  readonly language: "fr" | "en";
  readonly t: Wording;
}

/** A problem in the person's words, with the file's own row numbers. */
export function problemText(
  { code, found, expected, other }: RowProblem,
  { file, column, language, t }: ProblemContext,
): string {
  const possible = column?.options?.map(({ label }) => label[language]).join(", ");
  return t(`problems.${code}`, {
    found,
    expected: expected ?? possible ?? "",
    other: other === undefined ? "" : String(file.numbers[other] ?? other + 2),
  });
}

/** `refusal`: what says a refusal of the backend. */
export function refusalText(
  result: Extract<WriteResult, { kind: "refused" }>,
  { t, refusal }: { readonly t: Wording; readonly refusal: (refused: string) => string },
): string {
  return result.reason === "backend" && result.detail ? refusal(result.detail) : t(`run.reasons.${result.reason}`);
}
