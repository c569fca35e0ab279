"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { AlertTriangle, Check, ReceiptText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusal } from "@/base/format/use-refusal";
import { useEffect, useMemo, useRef } from "react";
import type { RowResult } from "@/base/bulk/run-store";
import { useFormat } from "@/base/format/format";
import { Checkbox } from "@/ui/checkbox";
import { useNarrow } from "@/ui/use-narrow";
import type { LineAction, LineOrderRow, Shown } from "@softwhere/services/verticals/telecom/domain/line-order";

interface OrderTableProps {
  readonly action: LineAction | "deployment";
  readonly rows: readonly LineOrderRow[];
  readonly excluded: ReadonlySet<string>;
  readonly results: ReadonlyMap<string, RowResult>;
  readonly running: boolean;
  readonly onToggle: (id: string) => void;
}

/** One row per line, those that can't first; ten thousand are no more work than ten. */
export function OrderTable({ action, rows, excluded, results, running, onToggle }: OrderTableProps) {
  const t = useTranslations("telecom.bulk");
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => [...rows.filter((row) => row.blocked), ...rows.filter((row) => !row.blocked)], [rows]);
  // On a phone a line takes two rows, what becomes of it under its number, and its result a third.
  const rowHeight = useNarrow() ? (running ? 80 : 58) : 32;
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when they change
  useEffect(() => virtualizer.measure(), [rowHeight]);
  const show = (shown: Shown) => {
    if (shown.value === null) return "—";
    if (shown.kind === "status") return format.valueLabel("sw_line", "status", shown.value);
    if (shown.kind === "day" && action === "deployment") return t("planned", { day: format.day(shown.value) });
    if (shown.kind === "day")
      return action === "terminate"
        ? t("until-terminate", { day: format.day(shown.value) })
        : t("until", { day: format.day(shown.value) });
    return shown.value;
  };
  return (
    <div
      ref={scroller}
      className="order-table"
      role="table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      aria-label={t("lines")}
      aria-rowcount={ordered.length + 1}
    >
      <div className="order-row order-head" role="row">
        <span role="columnheader">
          <span className="visually-hidden">{t("choice")}</span>
        </span>
        {(["number", "user", "site", "before", "after"] as const).map((name) => (
          <span key={name} role="columnheader">
            {t(name)}
          </span>
        ))}
        <span role="columnheader">
          {running ? t("result") : <span className="visually-hidden">{t("result")}</span>}
        </span>
      </div>
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }} role="rowgroup">
        {virtualizer.getVirtualItems().map((virtual) => {
          const row = ordered[virtual.index];
          if (!row) return null;
          const result = results.get(row.id);
          const chosen = !row.blocked && !excluded.has(row.id);
          return (
            <div
              key={row.id}
              className={`order-row ${row.blocked ? "quiet" : ""}`}
              role="row"
              style={{ position: "absolute", transform: `translateY(${virtual.start}px)`, height: rowHeight }}
            >
              <span role="cell">
                {!running && !row.blocked && (
                  <Checkbox
                    label={t("include", { number: format.number(row.number) })}
                    checked={chosen}
                    onClick={() => onToggle(row.id)}
                  />
                )}
              </span>
              <span role="cell" className="medium ellipsis">
                {format.number(row.number)}
              </span>
              <span role="cell" className="ellipsis">
                {row.userName}
              </span>
              <span role="cell" className="ellipsis">
                {row.siteName?.split(" — ")[0] ?? "—"}
              </span>
              <span role="cell" className="soft ellipsis">
                {show(row.before)}
              </span>
              <span role="cell" className="ellipsis">
                {row.blocked ? (
                  <>
                    <AlertTriangle className="icon small warn inline" aria-hidden /> {t(`reasons.${row.blocked}`)}
                  </>
                ) : (
                  <>
                    <b className="medium">{show(row.after)}</b>
                    {row.also && <Also label={format.valueLabel("sw_action", "operation", row.also)} />}
                  </>
                )}
              </span>
              <span role="cell" className="ellipsis">
                {running && !row.blocked && <Result result={result} chosen={chosen} />}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What else is planned: there is no room for it in words. */
const Also = ({ label }: { label: string }) => (
  <span title={label}>
    {" "}
    <ReceiptText className="icon small soft inline" role="img" aria-label={label} />
  </span>
);

function Result({ result, chosen }: { result: RowResult | undefined; chosen: boolean }) {
  const t = useTranslations("telecom.bulk");
  const refusal = useRefusal();
  if (!result) return <span className="quiet">{chosen ? t("queued") : t("leftOut")}</span>;
  if (result.kind === "changed") {
    return (
      <span className="good">
        <Check className="icon small inline" aria-hidden /> {t("changed")}
      </span>
    );
  }
  const known = t.has(`reasons.${result.reason}` as "reasons.backend") ? (result.reason as "backend") : "backend";
  return (
    <span className="bad" title={result.detail ? refusal(result.detail) : undefined}>
      <X className="icon small inline" aria-hidden /> {t(`reasons.${known}`)}
    </span>
  );
}
