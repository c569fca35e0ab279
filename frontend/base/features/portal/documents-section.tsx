"use client";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { ShowOthers, useFew } from "./few";

const few = 6;

/** What the brand put down for the customer to have, to be taken away as files. */
export function DocumentsSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("portal");
  const format = useFormat();
  const day = useBusinessDay();
  const documents = useQuery(api.portal.documents.queryOptions({ accountId }));
  const { shown, left, showAll } = useFew(documents.data ?? [], few);
  return (
    <>
      <header>
        <h2 id={headingId}>{t("documents.title")}</h2>
      </header>
      {documents.isError ? (
        <ErrorNotice message={t("failed")} retryLabel={t("retry")} onRetry={() => void documents.refetch()} />
      ) : !documents.data ? (
        <SkeletonRows rows={2} />
      ) : documents.data.length === 0 ? (
        <p className="portal-empty">{t("documents.none")}</p>
      ) : (
        <ul>
          {shown.map((document) => (
            <li key={document.id}>
              <a className="portal-document" href={`/api/files/${document.fileId}`} download>
                <span className="ellipsis">
                  <span className="medium">{document.title}</span>{" "}
                  <span className="quiet">{format.valueLabel("sw_document", "kind", document.kind)}</span>
                </span>
                <span className="quiet">{document.created && format.day(day(new Date(document.created)))}</span>
                <Download className="icon small" aria-hidden />
                <span className="visually-hidden">{t("documents.download")}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <ShowOthers left={left} showAll={showAll} />
    </>
  );
}
