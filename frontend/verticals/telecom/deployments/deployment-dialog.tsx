"use client";
import { addDays } from "@softwhere/services/platform/day";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { toast } from "@/ui/toast";
import { type BulkRun, stillToDo } from "@/base/bulk/run-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { OrderTable } from "../bulk/order-table";
import { RunButtons } from "../bulk/run-buttons";
import { RunProgress } from "../bulk/run-progress";
import { DeploymentInputs, type DeploymentDraft, orderOf } from "./deployment-inputs";
import type { DeploymentOrder } from "@softwhere/services/verticals/telecom/domain/deployment-order";
import { deploymentStore } from "./deployment-store";

export interface DeploymentDialogProps {
  readonly mode: "deployment" | "sim";
  readonly lineIds: readonly string[];
  readonly onClose: () => void;
}

const mostLines = 9_900;

/** Plans work for a selection of lines: fill in, see which lines can't and why, plan it for all at once, undo. */
export function DeploymentDialog({ mode, lineIds, onClose }: DeploymentDialogProps) {
  const t = useTranslations("telecom.deployments");
  const format = useFormat();
  const offerUndo = useOfferUndo();
  const people = useQuery(telecomApi.deployments.choices.queryOptions(undefined, { staleTime: 60_000 }));
  const today = useBusinessDay()();
  const [draft, setDraft] = useState<DeploymentDraft>({
    name: "",
    plannedOn: addDays(today, 7),
    owner: "me",
    kind: mode === "sim" ? "order_sim" : "modify_line",
    details: "",
    code: "",
    sim: "sim",
    quantity: 1,
    deliverySite: "",
    deliveryContact: "",
  });
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const run = useSyncExternalStore(deploymentStore.subscribe, deploymentStore.snapshot, () => null);
  // The results of an earlier run were read; this is another selection.
  useEffect(() => deploymentStore.clearFinished(), []);
  const order = orderOf(draft, people.data?.me ?? null);
  const tooMany = lineIds.length > mostLines;
  const preview = useQuery(
    telecomApi.deployments.preview.queryOptions(
      { kind: draft.kind, code: draft.code || null, lineIds: [...lineIds] },
      { enabled: !run && !tooMany, staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const rows = preview.data?.rows ?? [];
  const chosen = rows.filter((row) => !row.blocked && !excluded.has(row.id));
  const alsoEnded = chosen.filter(({ also }) => also === "end_service").length;
  const results = run?.results ?? new Map();
  const close = () => {
    deploymentStore.clearFinished();
    onClose();
  };
  const announce = (done: BulkRun<DeploymentOrder>) => {
    const planned = [...done.results.values()].filter((result) => result.kind === "changed").length;
    const message = t("toast", { planned, refused: done.results.size - planned });
    if (planned > 0) offerUndo(message, done.runId, { label: t("undo") });
    else toast.message(message);
  };
  const retry = async () => {
    const fresh = (await preview.refetch()).data?.rows ?? [];
    await deploymentStore.retry(stillToDo(run, fresh), announce);
  };
  return (
    <Dialog
      open
      title={t(`title.${mode}`, { count: lineIds.length })}
      description={t("description")}
      closeLabel={t("close")}
      onClose={close}
      footer={
        <RunButtons
          run={run}
          startLabel={t("run", { count: chosen.length })}
          mayStart={Boolean(order) && chosen.length > 0 && !preview.isFetching}
          onStart={() =>
            order &&
            void deploymentStore.start(
              draft.name.trim() || t(`title.${mode}`, { count: chosen.length }),
              order,
              chosen.map(({ id, version }) => ({ id, version })),
              announce,
            )
          }
          onRetry={() => void retry()}
          onClose={close}
        />
      }
    >
      <DeploymentInputs
        mode={mode}
        draft={draft}
        owners={people.data?.owners ?? []}
        me={people.data?.me ?? null}
        lineIds={lineIds}
        disabled={Boolean(run)}
        onChange={setDraft}
      />
      {run && <RunProgress run={run} />}
      {tooMany && <p className="empty">{t("tooMany", { most: format.count(mostLines) })}</p>}
      {!run && preview.isSuccess && (
        <p className="order-summary">
          <b>{t("planning", { count: chosen.length })}</b>{" "}
          {rows.length > chosen.length && (
            <span className="warn">{t("staying", { count: rows.length - chosen.length })}</span>
          )}
          {preview.data.accounts > 1 && <span>{t("severalAccounts", { count: preview.data.accounts })}</span>}
          {alsoEnded > 0 && <span>{t("billingEnds", { count: alsoEnded })}</span>}
          {!order && <span className="quiet">{t("incomplete")}</span>}
        </p>
      )}
      {!run && !tooMany && preview.isPending && <SkeletonRows rows={8} />}
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
          action="deployment"
          rows={rows.map((row) => ({ ...row, after: { kind: "day", value: draft.plannedOn || null } }))}
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
