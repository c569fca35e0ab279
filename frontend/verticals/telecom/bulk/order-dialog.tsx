"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { toast } from "@/ui/toast";
import { type BulkRun, stillToDo } from "@/base/bulk/run-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { addDays } from "@softwhere/services/platform/day";
import type { LineAction, LineOrder } from "@softwhere/services/verticals/telecom/domain/line-order";
import { type OrderDraft, OrderInputs, orderOf } from "./order-inputs";
import { orderStore } from "./order-store";
import { OrderTable } from "./order-table";
import { RunButtons } from "./run-buttons";
import { RunProgress } from "./run-progress";

export interface OrderDialogProps {
  readonly action: LineAction;
  readonly lineIds: readonly string[];
  readonly onClose: () => void;
}

/** Fill in, see what each line becomes, run, see what each line became, undo. */
export function OrderDialog({ action, lineIds, onClose }: OrderDialogProps) {
  const t = useTranslations("telecom.bulk");
  const offerUndo = useOfferUndo();
  const today = useBusinessDay()();
  const [draft, setDraft] = useState<OrderDraft>({
    on: action === "terminate" || action === "remove-option" ? addDays(today, 1) : today,
    target: "",
    purpose: "site",
  });
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const run = useSyncExternalStore(orderStore.subscribe, orderStore.snapshot, () => null);
  // The results of an earlier run were read; this is another selection.
  useEffect(() => orderStore.clearFinished(), []);
  const order = orderOf(action, draft);
  const preview = useQuery(
    telecomApi.bulk.preview.queryOptions(
      { order: order ?? { action: "keep" }, lineIds: [...lineIds] },
      { enabled: order !== null && !run, staleTime: 0 },
    ),
  );
  const rows = order ? (preview.data ?? []) : [];
  const chosen = rows.filter((row) => !row.blocked && !excluded.has(row.id));
  const results = run?.results ?? new Map();
  const close = () => {
    orderStore.clearFinished();
    onClose();
  };
  const announce = (done: BulkRun<LineOrder>) => {
    const changed = [...done.results.values()].filter((result) => result.kind === "changed").length;
    const message = t("toast", { changed, refused: done.results.size - changed });
    if (changed > 0) offerUndo(message, done.runId, { label: t("undo") });
    else toast.message(message);
  };
  const retry = async () => {
    const fresh = (await preview.refetch()).data ?? [];
    await orderStore.retry(stillToDo(run, fresh), announce);
  };
  return (
    <Dialog
      open
      title={t("title", { action: t(`actions.${action}`), count: lineIds.length })}
      description={t("description")}
      closeLabel={t("close")}
      onClose={close}
      footer={
        <RunButtons
          run={run}
          startLabel={t("run", { count: chosen.length })}
          mayStart={order !== null && chosen.length > 0 && !preview.isFetching}
          onStart={() =>
            order &&
            void orderStore.start(
              t("title", { action: t(`actions.${action}`), count: chosen.length }),
              order,
              chosen.map(({ id, version }) => ({ id, version })),
              announce,
            )
          }
          onStop={() => orderStore.stop()}
          onRetry={() => void retry()}
          onClose={close}
        />
      }
    >
      <OrderInputs action={action} lineIds={lineIds} draft={draft} disabled={Boolean(run)} onChange={setDraft} />
      {run && <RunProgress run={run} />}
      {!run && order && preview.isSuccess && (
        <p className="order-summary">
          <b>{t("changing", { count: chosen.length })}</b>{" "}
          {rows.length > chosen.length && (
            <span className="warn">{t("staying", { count: rows.length - chosen.length })}</span>
          )}
        </p>
      )}
      {!order && <p className="empty">{t("chooseFirst")}</p>}
      {order && preview.isPending && <SkeletonRows rows={8} />}
      {preview.isError && (
        <ErrorNotice
          message={t("previewFailed")}
          retryLabel={t("retry")}
          error={preview.error}
          onRetry={() => void preview.refetch()}
        />
      )}
      {rows.length > 0 && (
        <OrderTable
          action={action}
          rows={rows}
          excluded={excluded}
          results={results}
          running={Boolean(run)}
          onToggle={(id) => {
            const next = new Set(excluded);
            if (!next.delete(id)) next.add(id);
            setExcluded(next);
          }}
        />
      )}
    </Dialog>
  );
}
