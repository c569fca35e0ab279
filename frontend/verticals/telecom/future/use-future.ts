"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FutureEvent, MoveResult, TimelineScope } from "@/base/extension-points/define-vertical";
import { moveDay } from "@/base/editing/move-day";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { telecomApi, telecomClient } from "../api";
import type { PlannedLine } from "./server";

const scopes = ["sw_account", "sw_site", "sw_line", "sw_deployment"] as const;
type Scope = (typeof scopes)[number];

const manyOfAKind = 15;

const rights = {
  plan: "edit plan",
  termination: "manage lines",
  commitment: "edit sw_line",
  option: "edit sw_line_option",
  deployment: "launch deployment",
} as const;

/** Plan changes, terminations and ends to come. Many lines on one day are one event; a single one can be moved. */
export function useFuture(scope: TimelineScope): readonly FutureEvent[] {
  const t = useTranslations("telecom.future");
  const format = useFormat();
  const can = useCan();
  const known = scopes.includes(scope.type as Scope);
  const { data } = useQuery(
    telecomApi.future.planned.queryOptions(
      { type: scope.type as Scope, id: scope.id },
      { enabled: known && (can("view sw_line") || can("view sw_deployment")) },
    ),
  );
  return useMemo(() => {
    const groups = new Map<string, PlannedLine[]>();
    const counts = new Map<string, number>();
    for (const row of data ?? []) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
    for (const row of data ?? []) {
      // Where there are many of a kind, a month is one event: a person looks for the wave, not for each drop.
      const when = (counts.get(row.kind) ?? 0) > manyOfAKind ? row.day.slice(0, 7) : row.day;
      // A deployment has a name of its own: it is no drop of a wave.
      const key = row.kind === "deployment" ? row.target.id : `${row.kind} ${when} ${row.what ?? ""}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups.values()].flatMap((rows): FutureEvent[] => {
      const [first] = rows;
      if (!first) return [];
      const single = rows.length === 1;
      const { target } = first;
      const move = (day: string) =>
        first.kind === "plan"
          ? movePlan({ termId: target.id, version: target.version, day })
          : moveDay(
              { type: target.type, id: target.id, field: target.field, version: target.version, base: first.day },
              day,
            );
      return [
        {
          key: `${target.type}/${target.id}/${target.field}`,
          day: first.day,
          kind: first.kind,
          kindLabel: t(`kinds.${first.kind}`),
          title: single ? format.number(first.number) : t("lines", { count: rows.length }),
          detail: [
            t(`kinds.${first.kind}`),
            first.kind === "deployment" ? format.valueLabel("sw_deployment", "kind", first.what ?? "") : first.what,
          ]
            .filter(Boolean)
            .join(" : "),
          ...(single &&
            (first.kind === "deployment" ? scope.type !== "sw_deployment" : scope.type !== "sw_line") && {
              panel: { kind: first.kind === "deployment" ? "deployment" : "line", id: first.lineId },
            }),
          ...(single && !first.settled && can(rights[first.kind]) && { move }),
        },
      ];
    });
  }, [data, t, format, can, scope.type]);
}

async function movePlan(input: { termId: string; version: number; day: string }): Promise<MoveResult> {
  const result = await telecomClient.telecom.future.movePlan.mutate(input);
  return result.kind === "done"
    ? { kind: "moved", requestId: result.requestId }
    : { kind: "refused", detail: result.detail ?? "" };
}
