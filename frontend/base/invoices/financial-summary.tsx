"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { api, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { InvoiceRows } from "./invoice-rows";
import type { FinancialFigures } from "./server";
import "./financial-summary.css";

export interface FinancialSummaryProps {
  readonly accountId: string;
  /** Its invoices alone; without one all of the account's. */
  readonly billingSiteId?: string;
  readonly onOpen?: (invoice: string) => void;
  /** The figures alone. */
  readonly isShort?: boolean;
}

const lookEvery = 2_000;

/** What was invoiced, paid, is owed and late, of an account or one of its billing sites, and from where that is known. */
export function FinancialSummary({ accountId, billingSiteId, onOpen, isShort = false }: FinancialSummaryProps) {
  const t = useTranslations("invoices");
  const query = useQuery(
    api.invoices.summary.queryOptions({ accountId, ...(billingSiteId !== undefined && { billingSiteId }) }),
  );
  if (query.isPending) return <SkeletonRows rows={3} />;
  if (query.isError)
    return (
      <ErrorNotice
        message={t("loadFailed")}
        retryLabel={t("retry")}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  const { figures, invoices, count, year } = query.data;
  return (
    <div className="finance">
      {figures.map((one) => (
        <Figures key={one.currency} figures={one} year={year} />
      ))}
      <Source accountId={accountId} billingSiteId={billingSiteId} isEmpty={count === 0} />
      {!isShort && <InvoiceRows invoices={invoices} count={count} onOpen={onOpen} />}
    </div>
  );
}

function Figures({ figures, year }: { readonly figures: FinancialFigures; readonly year: string }) {
  const t = useTranslations("invoices");
  const format = useFormat();
  const { currency, overdue } = figures;
  const money = (amount: string) => format.moneyIn(amount, currency);
  return (
    <dl className="finance-figures" aria-label={t("inCurrency", { currency })}>
      <div>
        <dt>{t("invoiced", { year })}</dt>
        <dd>
          <b>{money(figures.year.gross)}</b>
          <small className="quiet">{t("net", { amount: money(figures.year.net) })}</small>
          <small className="quiet">{t("twelveMonths", { amount: money(figures.twelveMonths.gross) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t("paid", { year })}</dt>
        <dd>
          <b>{money(figures.year.paid)}</b>
        </dd>
      </div>
      <div>
        <dt>{t("outstanding")}</dt>
        <dd>
          <b>{money(figures.outstanding)}</b>
        </dd>
      </div>
      <div>
        <dt>{t("overdue")}</dt>
        <dd>
          <b className={overdue.count > 0 ? "warn" : ""}>{money(overdue.amount)}</b>
          {overdue.count > 0 && (
            <small className="warn">{t("oldest", { count: overdue.count, days: overdue.oldestDays })}</small>
          )}
        </dd>
      </div>
    </dl>
  );
}

interface SourceProps {
  readonly accountId: string;
  readonly billingSiteId: string | undefined;
  readonly isEmpty: boolean;
}

/** As of when it was read and where; where there is nothing, why. */
function Source({ accountId, billingSiteId, isEmpty }: SourceProps) {
  const t = useTranslations("invoices");
  const format = useFormat();
  const can = useCan();
  const told = useQuery(
    api.invoices.told.queryOptions(
      { accountId },
      { refetchInterval: ({ state }) => (state.data?.isReading ? lookEvery : false) },
    ),
  );
  const refresh = useMutation(
    api.invoices.refresh.mutationOptions({
      onError: () => toast.error(t("refreshFailed")),
      onSettled: () => queryClient.invalidateQueries(api.invoices.told.pathFilter()),
    }),
  );
  const readAt = told.data?.readAt;
  useEffect(() => {
    if (readAt) void queryClient.invalidateQueries(api.invoices.summary.pathFilter());
  }, [readAt]);
  if (told.isPending) return null;
  if (told.isError) return <p className="finance-source quiet">{t("sourceUnknown")}</p>;
  const { isConnected, isReading, failure, mapped, unplaced } = told.data;
  const isNamed = told.data.vendor !== null;
  const vendor = told.data.vendor ?? t("system");
  const isMapped = billingSiteId === undefined ? mapped.length > 0 : mapped.includes(billingSiteId);
  const why = !isConnected
    ? t("notConnected")
    : !isMapped
      ? t("notMapped", { vendor })
      : readAt
        ? t("nothing")
        : t("notRead", { vendor });
  return (
    <p className="finance-source quiet" aria-live="polite">
      <span>
        {isEmpty && `${why} `}
        {isEmpty && isConnected && !isMapped && unplaced > 0 && `${t("unplaced", { count: unplaced })} `}
        {!isEmpty && !isConnected && `${t("noLonger")} `}
        {isReading
          ? t("reading")
          : isConnected && readAt && t(isNamed ? "readAt" : "readOn", { vendor, moment: format.moment(readAt) })}
        {failure && <span className="warn"> {t("failed")}</span>}
      </span>
      {isConnected && can("edit sw_billing_site") && (
        <Button size="small" tone="ghost" working={refresh.isPending || isReading} onClick={() => refresh.mutate()}>
          <RefreshCw className="icon small" aria-hidden /> {t("refresh")}
        </Button>
      )}
    </p>
  );
}
