"use client";
import { addDays } from "@softwhere/services/platform/day";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { perMonth } from "@softwhere/services/verticals/telecom/domain/billing-period";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
import { draftProblems, emptyLine, type NewLinesDraft, newLinesOrderOf } from "./new-lines-draft";
import { NewLinesInputs } from "./new-lines-inputs";
import { NewLinesTable } from "./new-lines-table";
import { usePortWarnings } from "./use-port-warnings";
import "./new-lines.css";

export interface NewLinesDialogProps {
  readonly accountId: string;
  readonly onClose: () => void;
}

type Planned = Awaited<ReturnType<typeof telecomClient.telecom.deployments.planNewLines.mutate>>;
type Refused = Extract<Planned, { kind: "refused" }>;

/** A deployment with lines that don't exist yet: entered or pasted, checked row by row, planned all at once. */
export function NewLinesDialog({ accountId, onClose }: NewLinesDialogProps) {
  const t = useTranslations("telecom.deployments.newLines");
  const ports = useTranslations("telecom.deployments.ports");
  const format = useFormat();
  const panels = usePanels();
  const offerUndo = useOfferUndo();
  const today = useBusinessDay()();
  // One for all tries: what was made and whose answer was lost isn't made again.
  const [runId] = useState(() => `new-lines-${crypto.randomUUID()}`);
  const [entered, setDraft] = useState<NewLinesDraft>({
    name: "",
    plannedOn: addDays(today, 7),
    owner: "me",
    parkId: "",
    billingSiteId: "",
    lines: [emptyLine(1)],
  });
  const [sending, setSending] = useState(false);
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<Refused | "lost" | null>(null);
  const people = useQuery(telecomApi.deployments.choices.queryOptions(undefined, { staleTime: 60_000 }));
  const me = people.data?.me ?? null;
  const day = entered.plannedOn || today;
  const query = useQuery(
    telecomApi.deployments.newLineChoices.queryOptions(
      { accountId, on: day },
      { staleTime: 0, placeholderData: (before) => before },
    ),
  );
  const choices = query.data;
  const only = choices?.parks.length === 1 ? choices.parks[0] : undefined;
  const draft = { ...entered, parkId: entered.parkId || (only?.id ?? "") };
  const park = choices?.parks.find(({ id }) => id === draft.parkId);
  const plans = (choices?.plans ?? [])
    .filter(({ operatorId }) => operatorId === park?.operatorId)
    .map((plan) => ({
      ...plan,
      price: plan.sell ? t("perMonth", { amount: format.money(perMonth(plan.sell) / 10_000) }) : undefined,
    }));
  const order = newLinesOrderOf(draft, { accountId, me });
  const canPort = park?.port.kind !== "unable";
  const problems = draftProblems(
    draft.lines,
    { plans: new Set(plans.map(({ id }) => id)), sites: new Set(choices?.sites.map(({ id }) => id)) },
    park?.port.kind === "unable" ? park.port.label : null,
  );
  const warningsOf = usePortWarnings(draft.lines);
  const said = useProblems(tries > 0 ? problems : [], refused);
  const change = (next: NewLinesDraft) => {
    setDraft(next);
    setRefused(null);
  };
  const plan = async () => {
    setTries(tries + 1);
    if (!order || problems.length > 0) return;
    setSending(true);
    setRefused(null);
    const result = await telecomClient.telecom.deployments.planNewLines.mutate({ order, runId }).catch(() => null);
    setSending(false);
    if (result?.kind !== "planned") return setRefused(result ?? "lost");
    await fieldStore.reload();
    fieldStore.pushUndo(runId);
    offerUndo(t("planned", { count: order.lines.length }), runId);
    onClose();
    void panels.open({ kind: "deployment", id: result.deploymentId });
  };
  const sum = (which: "sell" | "buy") => {
    const prices = draft.lines.flatMap(({ planId }) => plans.find(({ id }) => id === planId)?.[which] ?? []);
    return prices.length > 0 ? sumOfEuros(prices.map((price) => perMonth(price) / 10_000)) : null;
  };
  const [sell, buy] = [sum("sell"), sum("buy")];
  return (
    <Dialog
      open
      title={t("title")}
      description={t("description")}
      closeLabel={t("close")}
      onClose={onClose}
      footer={
        <>
          <span className="quiet grow">{order ? t("nothingSent") : t("incomplete")}</span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            tone="primary"
            working={sending}
            disabled={!order || !choices || query.isFetching || people.isPending}
            onClick={() => void plan()}
          >
            {t("run", { count: draft.lines.length })}
          </Button>
        </>
      }
    >
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isPending && <SkeletonRows rows={6} />}
      {choices && (
        <>
          {choices.parks.length === 0 && <p className="notice warn">{t("noPark")}</p>}
          <NewLinesInputs
            draft={draft}
            owners={people.data?.owners ?? []}
            me={me}
            parks={choices.parks}
            billingSites={choices.billingSites}
            disabled={sending}
            onChange={change}
          />
          {said.list.length > 0 && (
            <div key={tries} ref={intoSight} className="notice bad new-lines-problems" role="alert">
              {t("problems", { count: said.list.length })}
              <ul>
                {said.list.slice(0, 8).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
              {said.list.length > 8 && t("moreProblems", { count: said.list.length - 8 })}
            </div>
          )}
          <NewLinesTable
            lines={draft.lines}
            sites={choices.sites}
            plans={plans}
            pasted={park ? plans : choices.plans}
            problemOf={said.of}
            warningsOf={warningsOf}
            canPort={canPort}
            disabled={sending}
            onChange={(lines) => change({ ...draft, lines })}
          />
          {park?.port.kind === "unable" && <p className="quiet">{ports("unable", { operator: park.port.label })}</p>}
          <p className="order-summary">
            <b>{t("making", { count: draft.lines.length })}</b>
            <span>{t("orders", { count: draft.lines.length, operator: park?.operator ?? "…" })}</span>
            <span>{draft.billingSiteId ? t("services", { count: draft.lines.length }) : t("noServices")}</span>
            {sell !== null && <span>{t("sell", { amount: format.money(sell) })}</span>}
            {buy !== null && <span>{t("buy", { amount: format.money(buy) })}</span>}
          </p>
        </>
      )}
    </Dialog>
  );
}

/** Said above the rows: where there are many, that may be out of sight. Once per try. */
function intoSight(problems: HTMLElement | null) {
  problems?.scrollIntoView({ block: "nearest" });
}

/** What is wrong, in words: of each field, and all of it with the row and the field. */
function useProblems(problems: ReturnType<typeof draftProblems>, refused: Refused | "lost" | null) {
  const t = useTranslations("telecom.deployments.newLines");
  const refusal = useRefusal();
  const known = refused && refused !== "lost" ? refused : null;
  const all = [...problems, ...(known?.problems ?? [])].map((problem) => ({
    row: problem.row,
    field: problem.field,
    text: t(`faults.${problem.fault}`, { text: "text" in problem ? problem.text : "" }),
  }));
  const backend = known?.refusal;
  const words = backend ? refusal(backend.detail) : "";
  const inWords = ({ row, field }: NonNullable<typeof backend>, text: string) => {
    if (row === null) return field ? t("fieldProblem", { field: t(`fields.${field}`), text }) : text;
    return field
      ? t("problem", { row: row + 1, field: t(`fields.${field}`), text })
      : t("rowProblem", { row: row + 1, text });
  };
  return {
    of: (row: number, field: string) =>
      all.find((one) => one.row === row && one.field === field)?.text ??
      (backend?.row === row && backend.field === field ? words : undefined),
    list: [
      ...all.map(({ row, field, text }) => t("problem", { row: row + 1, field: t(`fields.${field}`), text })),
      ...(backend ? [inWords(backend, words)] : []),
      ...(refused === "lost" ? [t("lost")] : []),
    ],
  };
}
