"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayInput } from "@/base/editing/day-input";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { usePanels } from "@/base/panels/use-panels";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi, telecomClient } from "../api";
import { shownCard } from "./shown-card";

export interface SwapDialogProps {
  readonly line: {
    readonly id: string;
    readonly version: number;
    readonly number: string;
    readonly accountId: string;
  };
  readonly onClose: () => void;
}

/** Plans another card of the account's stock for a line; it is launched as other work is. */
export function SwapDialog({ line, onClose }: SwapDialogProps) {
  const t = useTranslations("telecom.line.swap");
  const reasons = useTranslations("telecom.bulk.reasons");
  const format = useFormat();
  const refusal = useRefusal();
  const panels = usePanels();
  const offerUndo = useOfferUndo();
  const today = useBusinessDay()();
  const [runId] = useState(() => crypto.randomUUID());
  const [chosen, choose] = useState("");
  const [day, setDay] = useState(today);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery(telecomApi.lines.stock.queryOptions({ lineId: line.id }, { staleTime: 0 }));
  const { cards = [], way } = query.data ?? {};
  const iccid = cards.find((card) => card.iccid === chosen)?.iccid ?? cards.find(({ isMeant }) => isMeant)?.iccid ?? "";
  const unable = way?.kind === "unable" ? way.label : null;
  const number = format.number(line.number);
  const plan = async () => {
    setSending(true);
    setProblem(null);
    const planned = await telecomClient.telecom.lines.swap
      .mutate({ ...line, runId, iccid, plannedOn: day, name: t("name", { number }) })
      .catch(() => null);
    setSending(false);
    if (planned?.result.kind !== "changed") {
      const { reason = "", detail = null } = planned?.result ?? {};
      setProblem(
        detail ? refusal(detail) : reasons.has(reason as "no-card") ? reasons(reason as "no-card") : t("refused"),
      );
      void query.refetch();
      return;
    }
    await fieldStore.reload();
    offerUndo(t("planned", { number }), runId);
    onClose();
    void panels.open({ kind: "deployment", id: planned.deploymentId });
  };
  return (
    <Dialog
      narrow
      open
      title={t("title", { number })}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="quiet grow">{t("nothingSent")}</span>
          <Button tone="ghost" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            tone="primary"
            working={sending}
            disabled={iccid === "" || day === "" || unable !== null}
            onClick={() => void plan()}
          >
            {t("run")}
          </Button>
        </>
      }
    >
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && (
        <ErrorNotice
          message={t("failed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && (
        <div className="swap-form">
          {unable && (
            <p className="notice warn" role="alert">
              {t("unable", { vendor: unable })}
            </p>
          )}
          {problem && (
            <p className="notice bad" role="alert">
              {problem}
            </p>
          )}
          {cards.length === 0 && <p className="empty">{t("empty")}</p>}
          {cards.length > 0 && (
            <>
              <label className="field-label">
                {t("card")}
                <select
                  className="select"
                  value={iccid}
                  disabled={sending}
                  onChange={(event) => choose(event.target.value)}
                >
                  <option value="">{t("choose")}</option>
                  {cards.map((card) => (
                    <option key={card.iccid} value={card.iccid}>
                      {[
                        shownCard(card.iccid),
                        card.kind === "esim" && format.valueLabel("sw_sim", "kind", card.kind),
                        card.isMeant && t("meant"),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </option>
                  ))}
                </select>
              </label>
              <label className="field-label">
                {t("day")}
                <DayInput value={day} disabled={sending} onValue={(value, isDay) => setDay(isDay ? value : "")} />
              </label>
              {way && way.kind !== "unable" && (
                <p className="quiet">
                  {way.kind === "vendor"
                    ? t(way.isSimulator ? "bySimulator" : "byVendor", { vendor: way.label })
                    : t("byPerson")}
                </p>
              )}
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
