"use client";
import { useQuery } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, apiClient, errorCode, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { type Fact, Facts } from "@/ui/facts";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import "./letter.css";

type Locale = "fr" | "en";

/** A letter about a row before it goes, in the language of whoever gets it until another one is chosen. */
export function useLetter({ kind, row }: { readonly kind: string; readonly row: string }) {
  const t = useTranslations("letters");
  const [chosen, choose] = useState<Locale | null>(null);
  const asked = { kind, row, ...(chosen && { locale: chosen }) };
  const preview = useQuery(api.letters.preview.queryOptions(asked, { staleTime: 0, retry: false }));
  const locale = chosen ?? preview.data?.locale ?? null;
  return {
    preview,
    locale,
    choose,
    /** It can go. */
    ready: preview.data !== undefined && preview.data.lacks.length === 0,
    /** Sends it; what kept it from going, in words. */
    async send(): Promise<{ readonly sent: boolean; readonly problem: string | null }> {
      try {
        const result = await apiClient.base.letters.send.mutate({ kind, row, ...(locale && { locale }) });
        if ("lacks" in result) {
          await preview.refetch();
          return { sent: false, problem: null };
        }
        await queryClient.invalidateQueries();
        return { sent: true, problem: null };
      } catch (error) {
        return { sent: false, problem: t(errorCode(error) === "FORBIDDEN" ? "forbidden" : "failed") };
      }
    },
  };
}

type Letter = ReturnType<typeof useLetter>;

/** What keeps it from being sent. */
export function LetterLacks({ letter }: { readonly letter: Letter }) {
  const t = useTranslations("letters");
  const { lacks = [], to } = letter.preview.data ?? {};
  return lacks.map((lack) => (
    <p key={lack} className="warn" role="alert">
      {lack === "address" && !to?.name ? t("nobody") : t(`lacks.${lack}`, { name: to?.name ?? "" })}
    </p>
  ));
}

/** To whom it goes, what it says and what lies with it. */
export function LetterSheet({ letter: given, disabled }: { readonly letter: Letter; readonly disabled: boolean }) {
  const { preview, locale, choose } = given;
  const t = useTranslations("letters");
  const format = useFormat();
  const letter = preview.data;
  const facts: Fact[] = letter
    ? [
        [t("to"), letter.to.address ? `${letter.to.name} <${letter.to.address}>` : letter.to.name || "—"],
        [t("from"), letter.from ?? "—"],
        [t("replyTo"), letter.replyTo ?? "—"],
        [t("subject"), letter.subject],
      ]
    : [];
  return (
    <div className="letter">
      <label className="field-label">
        {t("language")}
        <select
          className="select"
          value={locale ?? "fr"}
          disabled={disabled || locale === null}
          onChange={(event) => choose(event.target.value === "en" ? "en" : "fr")}
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
      <LetterLacks letter={given} />
      {letter && (
        <>
          <dl className="fields letter-head">
            <Facts facts={facts} />
          </dl>
          <pre className="letter-text">{letter.text}</pre>
          {letter.attachments.length > 0 && (
            <ul className="letter-files" aria-label={t("attachments")}>
              {letter.attachments.map(({ fileName, bytes }) => (
                <li key={fileName}>
                  <Paperclip size={14} aria-hidden /> {fileName}{" "}
                  <span className="quiet">{format.kilobytes(bytes)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
