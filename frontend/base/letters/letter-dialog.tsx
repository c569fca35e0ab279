"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { LetterSheet, useLetter } from "./letter-sheet";

interface Props {
  readonly kind: string;
  readonly row: string;
  readonly onClose: () => void;
}

/** A letter as it will go out: to whom, what it says and what lies with it. Nothing leaves before the person says so. */
export function LetterDialog({ kind, row, onClose }: Props) {
  const t = useTranslations("letters");
  const letter = useLetter({ kind, row });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    setSending(true);
    setProblem(null);
    const result = await letter.send();
    if (result.sent) return onClose();
    setProblem(result.problem);
    setSending(false);
  };
  return (
    <Dialog
      narrow
      open
      title={t("title")}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button tone="ghost" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            tone="primary"
            working={sending || letter.preview.isPending}
            disabled={!letter.ready}
            onClick={() => void send()}
          >
            {t(sending ? "sending" : "send")}
          </Button>
        </>
      }
    >
      <LetterSheet letter={letter} disabled={sending} />
      {problem && (
        <p className="warn" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
