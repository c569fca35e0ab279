"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { queryClient } from "@/base/api/browser";
import type { RecordSectionProps } from "@/base/extension-points/define-vertical";
import { formatNumber, useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { telecomApi } from "../../api";
import type { TelecomRoot } from "../../server";
import type { DriftRow } from "./server";
import "./billing-drift.css";

const lookEvery = 2_000;

/** Where the billing system bills a site other than was agreed: in words, each with its line. */
export function BillingDrift({ id: billingSiteId }: RecordSectionProps) {
  const t = useTranslations("telecom.drift");
  const query = useQuery(telecomApi.drift.ofSite.queryOptions({ billingSiteId }));
  const told = useQuery(
    telecomApi.drift.told.queryOptions(
      { billingSiteId },
      { refetchInterval: ({ state }) => (state.data?.isReading ? lookEvery : false) },
    ),
  );
  const readAt = told.data?.readAt;
  useEffect(() => {
    if (readAt) void queryClient.invalidateQueries(telecomApi.drift.ofSite.pathFilter());
  }, [readAt]);
  const count = query.data?.count ?? 0;
  return (
    <section className="section" aria-label={t("title")}>
      <div className="section-head">
        <h3>
          {t("title")} {count > 0 && <span className="warn">{count}</span>}
        </h3>
      </div>
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && (
        <>
          <ul className="drift-rows">
            {query.data.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
          {count > query.data.rows.length && (
            <p className="quiet">{t("others", { count: count - query.data.rows.length })}</p>
          )}
          {!told.isPending && (
            <Source billingSiteId={billingSiteId} told={told.data} count={count} open={query.data.open} />
          )}
        </>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: DriftRow }) {
  const panels = usePanels();
  const sentence = useSentence();
  const { id, name, line } = row;
  const open = line ? { kind: "line", id: line.id } : { kind: "sw_billed_item", id };
  return (
    <li>
      <button type="button" className="link ellipsis" onClick={() => void panels.open(open)}>
        {line ? formatNumber(line.number) : name}
      </button>
      {line && <small className="quiet ellipsis">{name}</small>}
      <span className="warn">{sentence(row)}</span>
    </li>
  );
}

/** What differs. Amounts are said to those who may see them. */
function useSentence() {
  const t = useTranslations("telecom.drift");
  const format = useFormat();
  return ({ drift, price, agreedPrice, quantity, agreedQuantity, endedOn, months }: DriftRow): string => {
    if (drift === "ended") return t("ended", { day: endedOn ? format.day(endedOn) : "" });
    const amount = (value: string) => t("amount", { amount: format.money(value), months });
    if (drift === "unknown") return price ? t("unknownFor", { amount: amount(price) }) : t("unknown");
    const said: string[] = [];
    if (drift === "price" && !(price && agreedPrice)) said.push(t("priceHidden"));
    if (price && agreedPrice && Number(price) !== Number(agreedPrice))
      said.push(t("price", { there: amount(price), here: amount(agreedPrice) }));
    if (quantity && agreedQuantity && Number(quantity) !== Number(agreedQuantity))
      said.push(t("quantity", { there: Number(quantity), here: Number(agreedQuantity) }));
    return said.join(" · ");
  };
}

interface SourceProps {
  readonly billingSiteId: string;
  /** Undefined: it could not be asked. */
  readonly told: inferRouterOutputs<TelecomRoot>["telecom"]["drift"]["told"] | undefined;
  readonly count: number;
  readonly open: number;
}

/** As of when it was read, and where nothing is said, why. */
function Source({ billingSiteId, told, count, open }: SourceProps) {
  const t = useTranslations("telecom.drift");
  const invoices = useTranslations("invoices");
  const format = useFormat();
  const can = useCan();
  const refresh = useMutation(
    telecomApi.drift.refresh.mutationOptions({
      onError: () => toast.error(invoices("refreshFailed")),
      onSettled: () => queryClient.invalidateQueries(telecomApi.drift.told.pathFilter()),
    }),
  );
  if (!told) return <p className="drift-source quiet">{invoices("sourceUnknown")}</p>;
  const { isConnected, isReading, readAt, failure, mapped } = told;
  const vendor = told.vendor ?? invoices("system");
  const said = () => {
    if (!isConnected) return invoices("notConnected");
    if (!mapped.includes(billingSiteId)) return invoices("notMapped", { vendor });
    if (isReading) return invoices("reading");
    if (!readAt) return invoices("notRead", { vendor });
    const moment = format.moment(readAt);
    if (count > 0) return invoices("readOn", { moment });
    return open > 0 ? t("agrees", { moment }) : t("nothingBilled", { vendor, moment });
  };
  return (
    <p className="drift-source quiet" aria-live="polite">
      <span>
        {said()}
        {failure && <span className="warn"> {invoices("failed")}</span>}
      </span>
      {isConnected && can("edit sw_billing_site") && (
        <Button size="small" tone="ghost" working={refresh.isPending || isReading} onClick={() => refresh.mutate()}>
          <RefreshCw className="icon small" aria-hidden /> {invoices("refresh")}
        </Button>
      )}
    </p>
  );
}
