"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { api } from "@/base/api/browser";
import { moveDay } from "@/base/editing/move-day";
import type { FutureEvent, TimelineScope } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";

/** Planned tasks, openings and prices. */
export function useBaseFuture(scope: TimelineScope): readonly FutureEvent[] {
  const t = useTranslations("future");
  const format = useFormat();
  const can = useCan();
  const { data } = useQuery(api.future.planned.queryOptions({ type: scope.type, id: scope.id }));
  return useMemo(
    () =>
      (data ?? []).map((row): FutureEvent => {
        const kind = ({ sw_task: "task", sw_site: "opening", sw_price: "price", sw_assignment: "assignment" } as const)[
          row.type
        ];
        const [direction = "", net = "", period] = row.label.split(":");
        const amount = period === "quarter" || period === "year" ? format.moneyPer(net, period) : format.money(net);
        const title =
          kind === "price" ? `${format.valueLabel("sw_price", "direction", direction)} ${amount}` : row.label;
        const movable = can(`edit ${row.type}`) && (kind !== "price" || can("edit prices"));
        return {
          key: `${row.type}/${row.id}/${row.field}`,
          day: row.day,
          kind,
          kindLabel: t(`kinds.${kind}`),
          title: kind === "opening" ? t("opens", { name: title }) : title,
          detail: "",
          panel: { kind: row.type, id: row.id },
          ...(movable && {
            move: (day: string) =>
              moveDay({ type: row.type, id: row.id, field: row.field, version: row.version, base: row.day }, day),
          }),
        };
      }),
    [data, t, format, can],
  );
}
