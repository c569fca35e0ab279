"use client";
import { useQuery } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { api, apiClient, errorCode, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { type Fact, Facts } from "@/ui/facts";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import "./letter.css";

interface Props {
  readonly kind: string;
  readonly row: string;
  readonly onClose: () => void;
}

/** A letter as it will go out: to whom, what it says and what lies with it. Nothing leaves before the person says so. */
export function LetterDialog({ kind, row, onClose }: Props) {
  const t = useTranslations("letters");
  const format = useFormat();
  const here = useLocale() === "en" ? "en" : "fr";
  const [locale, setLocale] = useState<"fr" | "en">(here);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = useQuery(api.letters.preview.queryOptions({ kind, row, locale }, { staleTime: 0, retry: false }));
  const letter = preview.data;
  const send = async () => {
    setSending(true);
    setProblem(null);
    try {
      const result = await apiClient.base.letters.send.mutate({ kind, row, locale });
      if ("lacks" in result) await preview.refetch();
      else {
        await queryClient.invalidateQueries();
        return onClose();
      }
    } catch (error) {
      setProblem(t(errorCode(error) === "FORBIDDEN" ? "forbidden" : "failed"));
    }
    setSending(false);
  };
  const facts: Fact[] = letter
    ? [
        [t("to"), letter.to.address ? `${letter.to.name} <${letter.to.address}>` : letter.to.name],
        [t("from"), letter.from ?? "—"],
        [t("replyTo"), letter.replyTo ?? "—"],
        [t("subject"), letter.subject],
      ]
    : [];
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
            working={sending || preview.isPending}
            disabled={!letter || letter.lacks.length > 0}
            onClick={() => void send()}
          >
            {t(sending ? "sending" : "send")}
          </Button>
        </>
      }
    >
      <div className="letter">
        <label className="field-label">
          {t("language")}
          <select
            className="select"
            value={locale}
            disabled={sending}
            onChange={(event) => setLocale(event.target.value === "en" ? "en" : "fr")}
          >
            {(["fr", "en"] as const).map((one) => (
              <option key={one} value={one}>
                {t(`languages.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {preview.isPending && <SkeletonRows rows={6} />}
        {preview.isError && (
          <ErrorNotice
            message={t(errorCode(preview.error) === "FORBIDDEN" ? "forbidden" : "loadFailed")}
            retryLabel={t("retry")}
            error={preview.error}
            onRetry={() => void preview.refetch()}
          />
        )}
        {letter?.lacks.map((lack) => (
          <p key={lack} className="warn" role="alert">
            {t(`lacks.${lack}`, { name: letter.to.name })}
          </p>
        ))}
        {letter && (
          <>
            <dl className="fields letter-head">
              <Facts facts={facts} />
            </dl>
            <pre className="letter-text">{letter.text}</pre>
            <ul className="letter-files" aria-label={t("attachments")}>
              {letter.attachments.map(({ fileName, bytes }) => (
                <li key={fileName}>
                  <Paperclip size={14} aria-hidden /> {fileName}{" "}
                  <span className="quiet">{format.kilobytes(bytes)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {problem && (
          <p className="warn" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
