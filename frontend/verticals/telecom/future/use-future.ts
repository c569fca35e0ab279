"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FutureEvent, TimelineScope } from "@/base/extension-points/define-vertical";
import { moveDay } from "@/base/features/timeline";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { telecomApi, telecomClient } from "../api";
import type { PlannedLine } from "./server";

const scopes = ["sw_account", "sw_site", "sw_line"] as const;
type Scope = (typeof scopes)[number];

const rights = { plan: "edit plan", termination: "manage lines", commitment: "edit sw_line", option: "edit sw_line_option" } as const;

/** Plan changes, terminations and ends to come. Many lines on one day are one event; a single one can be moved. */
export function useFuture(scope: TimelineScope): readonly FutureEvent[] {
  const t = useTranslations("telecom.future");
  const format = useFormat();
  const can = useCan();
  const known = scopes.includes(scope.type as Scope);
  const { data } = useQuery(telecomApi.future.planned.queryOptions({ type: scope.type as Scope, id: scope.id }, { enabled: known && can("view sw_line") }));
  return useMemo(() => {
    const days = new Map<string, PlannedLine[]>();
    for (const row of data ?? []) days.set(`${row.kind} ${row.day} ${row.what ?? ""}`, [...(days.get(`${row.kind} ${row.day} ${row.what ?? ""}`) ?? []), row]);
    return [...days.values()].flatMap((rows): FutureEvent[] => {
      const [first] = rows;
      if (!first) return [];
      const single = rows.length === 1;
      const { target } = first;
      const move = (day: string) =>
        first.kind === "plan" ? telecomClient.telecom.future.movePlan.mutate({ termId: target.id, version: target.version, day }) : moveDay({ type: target.type, id: target.id, field: target.field, version: target.version, base: first.day }, day);
      return [
        {
          key: `${target.type}/${target.id}/${target.field}`,
          day: first.day,
          kind: first.kind,
          kindLabel: t(`kinds.${first.kind}`),
          title: single ? format.number(first.number) : t("lines", { count: rows.length }),
          detail: [t(`kinds.${first.kind}`), first.what].filter(Boolean).join(" : "),
          ...(single && scope.type !== "sw_line" && { panel: { kind: "line", id: first.lineId } }),
          ...(single && can(rights[first.kind]) && { move }),
        },
      ];
    });
  }, [data, t, format, can, scope.type]);
}
