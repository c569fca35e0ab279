"use client";
import { doubtfulRows } from "@softwhere/services/verticals/telecom/domain/new-lines";
import { portableNumber } from "@softwhere/services/verticals/telecom/domain/rio";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { telecomApi } from "../api";
import { type DraftLine, orderedLines } from "./new-lines-draft";

/** What a person has to know of numbers that are ported, by row: nothing of it keeps them from ordering. */
export function usePortWarnings(lines: readonly DraftLine[]): (row: number) => readonly string[] {
  const t = useTranslations("telecom.deployments.ports");
  const format = useFormat();
  const ported = lines.flatMap(({ number, port }) => (port ? (portableNumber(number)?.number ?? []) : []));
  const numbers = [...new Set(ported)].sort();
  const known = useQuery(
    telecomApi.deployments.knownNumbers.queryOptions(
      { numbers },
      { enabled: numbers.length > 0, staleTime: 30_000, placeholderData: (before) => before },
    ),
  );
  const doubtful = new Set(doubtfulRows(orderedLines(lines)));
  return (row) => {
    const line = lines[row];
    const number = line?.port ? portableNumber(line.number)?.number : undefined;
    if (!number) return [];
    return [
      ...(doubtful.has(row) ? [t("doubtful")] : []),
      ...(known.data ?? [])
        .filter((one) => one.number === number)
        .map(({ operator, account, status }) =>
          t("known", {
            operator: operator ?? "—",
            account: account ?? "—",
            status: format.valueLabel("sw_line", "status", status),
          }),
        ),
    ];
  };
}
