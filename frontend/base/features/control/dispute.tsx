"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { apiClient, errorCode } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { LetterButton, LetterNote } from "@/base/letters";
import { Button } from "@/ui/button";
import { type Fact, Facts } from "@/ui/facts";
import { saveFile } from "@/ui/save-file";
import type { DisputeRow } from "./dispute-row";

interface Props {
  readonly dispute: DisputeRow;
  /** The invoice that the status message is about. */
  readonly invoiceNumber: string | null;
  /** Of the gap from which the claim is looked at. */
  readonly recovered: number | undefined;
  /** Null for those who may only look, and where nothing is awaited. */
  readonly onFollowUp: (() => void) | null;
}

const documents = ["pdf", "csv", "cdar"] as const;

/** The claim that a gap is part of: its days, its amount, and its documents for the supplier. */
export function Dispute({ dispute, invoiceNumber, recovered, onFollowUp }: Props) {
  const t = useTranslations("control.claim");
  const format = useFormat();
  const today = useBusinessDay()();
  const language = useLocale() === "en" ? "en" : "fr";
  const [working, setWorking] = useState<(typeof documents)[number] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const download = async (kind: (typeof documents)[number]) => {
    setWorking(kind);
    setProblem(null);
    try {
      const file = await apiClient.base.control.claim.mutate({
        disputeId: dispute.id,
        format: kind,
        language,
        ...(kind === "cdar" && invoiceNumber ? { invoice: invoiceNumber } : {}),
      });
      if (file.kind === "file") saveFile(file.fileName, bytesOf(file.content), file.type);
      else setProblem(file.missing.map((what) => t(`missing.${what}`)).join(" "));
    } catch (error) {
      setProblem(t(errorCode(error) === "FORBIDDEN" ? "forbidden" : "failed"));
    }
    setWorking(null);
  };
  const late = dispute.dueOn !== null && dispute.sentOn !== null && dispute.dueOn < dispute.sentOn;
  const facts: Fact[] = [
    [t("sent"), format.day(dispute.sentOn)],
    [t("due"), late ? t("late", { day: format.day(dispute.dueOn) }) : format.day(dispute.dueOn), late],
    [t("followUp"), format.day(dispute.followUpOn), dispute.followUpOn !== null && dispute.followUpOn <= today],
    ...(dispute.claimed === undefined ? [] : [[t("amount"), format.money(dispute.claimed)] as const]),
    ...(recovered ? [[t("recovered"), format.money(recovered)] as const] : []),
  ];
  return (
    <>
      <div className="section" style={{ display: "grid", gap: 8 }}>
        <h3>
          {t("title")} {dispute.reference}
        </h3>
        <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
          {onFollowUp && <Button onClick={onFollowUp}>{t("remind")}</Button>}
          {onFollowUp && <LetterButton kind="supplier_claim" row={dispute.id} />}
          {documents.map((kind) => (
            <Button key={kind} working={working !== null} onClick={() => void download(kind)}>
              {working === kind ? t("working") : t(kind)}
            </Button>
          ))}
        </div>
        <LetterNote kind="supplier_claim" row={dispute.id} />
        {problem && (
          <p className="warn" role="alert">
            {problem}
          </p>
        )}
      </div>
      <dl className="fields">
        <Facts facts={facts} />
      </dl>
    </>
  );
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
