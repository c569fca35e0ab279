"use client";
import type { PortInOrder } from "@softwhere/services/model/generated/sw_telecom/entities";
import type { NewLineField } from "@softwhere/services/verticals/telecom/domain/new-lines";
import { isKeyDoubtful, shownRio } from "@softwhere/services/verticals/telecom/domain/rio";
import { PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldStore } from "@/base/editing/field-store";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { toast } from "@/ui/toast";
import { telecomClient } from "../api";
import { NewLinePort } from "./new-line-port";
import type { DraftPort } from "./new-lines-draft";
import "./new-lines.css";

export interface PortAction {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly reason: string | null;
  readonly cause: string | null;
  readonly payload: PortInOrder;
  readonly corrected: PortInOrder | null;
}

/** States in which a person says it otherwise: it waits for that, or has been refused. */
const correctable: ReadonlySet<string> = new Set(["held", "rejected_by_vendor"]);

/** A port as it was asked for and as it was corrected, and the way to correct it. */
export function PortCorrection({ action, onChanged }: { action: PortAction; onChanged: () => Promise<unknown> }) {
  const t = useTranslations("telecom.deployments.ports");
  const names = useTranslations("telecom.deployments.newLines.fields");
  const format = useFormat();
  const can = useCan();
  const [open, setOpen] = useState(false);
  const shown = (field: "rio" | "holder" | "wishedOn", value: string | undefined) =>
    !value ? "—" : field === "rio" ? shownRio(value) : field === "wishedOn" ? format.day(value) : value;
  const { payload, corrected } = action;
  const changes = (["rio", "holder", "wishedOn"] as const).filter(
    (field) => corrected && corrected[field] !== payload[field],
  );
  const mayCorrect = correctable.has(action.status) && can("carry out actions");
  if (changes.length === 0 && !mayCorrect) return null;
  return (
    <div className="port-correction">
      {changes.map((field) => (
        <p key={field}>
          {t("changed", {
            field: names(field),
            from: shown(field, payload[field]),
            to: shown(field, corrected?.[field]),
          })}
        </p>
      ))}
      {mayCorrect && (
        <Button size="small" onClick={() => setOpen(true)}>
          <PencilLine className="icon small" aria-hidden /> {t("correct")}
        </Button>
      )}
      {open && <CorrectionDialog action={action} onChanged={onChanged} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface CorrectionDialogProps {
  readonly action: PortAction;
  readonly onChanged: () => Promise<unknown>;
  readonly onClose: () => void;
}

function CorrectionDialog({ action, onChanged, onClose }: CorrectionDialogProps) {
  const t = useTranslations("telecom.deployments.ports");
  const words = useTranslations("telecom.deployments.newLines");
  const format = useFormat();
  const refusal = useRefusal();
  const content = action.corrected ?? action.payload;
  const [port, setPort] = useState<DraftPort>({
    rio: shownRio(content.rio),
    holder: content.holder,
    wishedOn: content.wishedOn ?? "",
  });
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly { readonly field: NewLineField; readonly fault: Fault }[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const isSame =
    shownRio(content.rio) === port.rio && content.holder === port.holder && (content.wishedOn ?? "") === port.wishedOn;
  const send = async () => {
    setSending(true);
    setRefused(null);
    const { id, version } = action;
    const result = await telecomClient.telecom.deployments.correctPort
      .mutate({ id, version, ...port })
      .catch(() => null);
    // What is shown next is what it is now.
    if (result?.kind !== "wrong") await Promise.all([onChanged(), fieldStore.reload()]);
    setSending(false);
    if (result?.kind === "wrong") return setProblems(result.problems);
    if (result?.kind !== "done") return setRefused(result?.detail ? refusal(result.detail) : t("lost"));
    toast.success(t("sent"));
    onClose();
  };
  return (
    <Dialog
      narrow
      open
      title={t("title", { number: format.number(content.number) })}
      description={t("description")}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button tone="ghost" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button tone="primary" working={sending} disabled={isSame} onClick={() => void send()}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="port-form">
        <p className="notice warn">{useCause(action)}</p>
        {refused && (
          <p className="notice bad" role="alert">
            {refused}
          </p>
        )}
        <NewLinePort
          port={port}
          problemOf={(field) => {
            const problem = problems.find((one) => one.field === field);
            return problem && words(`faults.${problem.fault}`, { text: "" });
          }}
          warnings={isKeyDoubtful(port.rio, content.number) ? [t("doubtful")] : []}
          disabled={sending}
          onChange={(next) => {
            setPort(next);
            setProblems([]);
          }}
        />
      </div>
    </Dialog>
  );
}

type Corrected = Awaited<ReturnType<typeof telecomClient.telecom.deployments.correctPort.mutate>>;
type Fault = Extract<Corrected, { kind: "wrong" }>["problems"][number]["fault"];

/** Why it is held or refused: in the person's language where the operator says it by a known code, with its own words. */
export function useCause({ cause, reason }: Pick<PortAction, "cause" | "reason">): string {
  const t = useTranslations("telecom.deployments.ports");
  const format = useFormat();
  if (!cause) return reason ?? "";
  const words = format.valueLabel("sw_action", "cause", cause);
  return reason ? t("cause", { cause: words, reason }) : words;
}
