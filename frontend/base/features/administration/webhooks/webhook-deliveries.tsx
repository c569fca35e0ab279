"use client";
import type { Delivery } from "@softwhere/services/base/webhooks/contract";
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { ListFilter, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { refetchInterval, reloadWebhooks, useEventName } from "./use-webhook";

interface WebhookDeliveriesProps {
  readonly endpoint: string;
  readonly canResend: boolean;
}

/** What was sent and is to be sent, newest first: what came of each, and when it is tried again. */
export function WebhookDeliveries({ endpoint, canResend }: WebhookDeliveriesProps) {
  const t = useTranslations("administration.webhooks.deliveries");
  const [failedOnly, setFailedOnly] = useState(false);
  const query = useInfiniteQuery(
    api.administration.webhooks.deliveries.infiniteQueryOptions(
      { endpoint, failedOnly },
      {
        getNextPageParam: (page) => page.next,
        placeholderData: keepPreviousData,
        // Whoever reads on is not made to read all of it again and again.
        refetchInterval: ({ state }) => (state.data && state.data.pages.length > 1 ? false : refetchInterval),
      },
    ),
  );
  const resend = useMutation(
    api.administration.webhooks.resend.mutationOptions({
      onSuccess: () => toast.success(t("resent")),
      onError: () => toast.error(t("resendFailed")),
      onSettled: reloadWebhooks,
    }),
  );
  const deliveries = query.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <section className="calls" aria-label={t("title")}>
      <header>
        <h3>{t("title")}</h3>
        <span className="grow" />
        <Button
          size="small"
          tone="ghost"
          className="chip"
          aria-pressed={failedOnly}
          onClick={() => setFailedOnly(!failedOnly)}
        >
          <ListFilter className="icon small" aria-hidden /> {t("failedOnly")}
        </Button>
      </header>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && deliveries.length === 0 && <p className="empty">{t(failedOnly ? "noneFailed" : "none")}</p>}
      <ol aria-busy={query.isFetching}>
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            {...(canResend && { onResend: () => resend.mutate({ endpoint, id: delivery.id }) })}
          />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button size="small" tone="ghost" working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <p className="calls-note quiet">{t("kept")}</p>
    </section>
  );
}

const failures = ["redirected", "timeout", "private_address", "unresolved", "unreachable", "cut", "stopped"] as const;
const tones = { delivered: "good", waiting: "warn", failed: "bad" } as const;

function DeliveryRow({ delivery, onResend }: { readonly delivery: Delivery; readonly onResend?: () => void }) {
  const t = useTranslations("administration.webhooks.deliveries");
  const format = useFormat();
  const name = useEventName()(delivery.event);
  const { event, state, createdAt, attempts, nextAt, status, failure, milliseconds } = delivery;
  const cause = failure && t(`failures.${failures.find((one) => one === failure) ?? "other"}`);
  const tone = state === "waiting" && attempts === 0 ? "note" : tones[state];
  return (
    <li className="delivery">
      <div>
        <b title={event}>{name}</b>
        <time dateTime={createdAt}>{format.moment(createdAt)}</time>
      </div>
      <p>
        <span className={`tag ${tone}`}>{t(`states.${state}`)}</span>
        {status !== null && <span className="number">{status}</span>}
        {milliseconds !== null && <span className="quiet">{t("milliseconds", { count: milliseconds })}</span>}
        {attempts > 0 && <span className="quiet">{t("attempts", { count: attempts })}</span>}
        {cause && <span>{cause}</span>}
        {nextAt && attempts > 0 && <span>{t("next", { moment: format.moment(nextAt) })}</span>}
      </p>
      {onResend && (
        <Button size="small" tone="ghost" aria-label={t("resendOf", { event: name })} onClick={onResend}>
          <RotateCcw className="icon small" aria-hidden /> {t("resend")}
        </Button>
      )}
    </li>
  );
}
