"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import type { TrendMonth } from "./trend";

/** The monthly margin over a year: a column a month, and what changed between the first and the last. */
export function TrendCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("telecom.trend");
  const format = useFormat();
  const query = useQuery(telecomApi.money.trend.queryOptions({ accountId }));
  const months = query.data ?? [];
  const [first, last] = [months[0], months.at(-1)];
  const change = first && last ? marginOf(last) - marginOf(first) : 0;
  return (
    <Card
      title={t("title")}
      aside={
        last && (
          <b className={`medium ${change < 0 ? "warn" : "good"}`}>
            {t("change", { amount: `${change > 0 ? "+" : ""}${format.roundMoney(change)}` })}
          </b>
        )
      }
    >
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && <Columns months={months} />}
    </Card>
  );
}

const marginOf = (month: TrendMonth): number => month.sell - month.buy;

function Columns({ months }: { months: readonly TrendMonth[] }) {
  const t = useTranslations("telecom.trend");
  const format = useFormat();
  const highest = Math.max(1, ...months.map((month) => Math.abs(marginOf(month))));
  return (
    <table className="trend">
      <caption className="visually-hidden">{t("title")}</caption>
      <tbody>
        <tr>
          {months.map((month) => {
            const margin = marginOf(month);
            return (
              <td key={month.month} data-tooltip={`${format.month(month.month)} : ${format.money(margin)}`}>
                <span
                  className={`trend-column ${margin < 0 ? "below" : ""}`}
                  style={{ height: `${Math.max(3, (Math.abs(margin) / highest) * 100)}%` }}
                />
                <span className="visually-hidden">
                  {format.month(month.month)} : {format.money(margin)}
                </span>
              </td>
            );
          })}
        </tr>
        <tr aria-hidden>
          {months.map((month, index) => (
            <td key={month.month}>{index === 0 || index === months.length - 1 ? format.month(month.month) : ""}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
