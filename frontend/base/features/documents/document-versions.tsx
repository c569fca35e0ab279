"use client";
import { useQuery } from "@tanstack/react-query";
import { FileText, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { fileAddress } from "@/base/api/files";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { toast } from "@/ui/toast";

/** What the document was before: each file that another one replaced, to open or to put back. */
export function DocumentVersions({ documentId }: { documentId: string }) {
  const t = useTranslations("documents");
  const format = useFormat();
  const can = useCan();
  const [busy, setBusy] = useState(false);
  const query = useQuery(
    api.documents.versions.queryOptions({ documentId }, { enabled: can("view sw_document_version") }),
  );
  if (query.isError)
    return (
      <ErrorNotice
        message={t("versionsFailed")}
        retryLabel={t("retry")}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data || query.data.length === 0) return null;
  const restore = async (versionId: string, number: number) => {
    setBusy(true);
    try {
      await apiClient.base.documents.restore.mutate({ versionId });
      toast.success(t("restored", { number }));
    } catch {
      toast.error(t("restoreFailed"));
    }
    await queryClient.invalidateQueries();
    setBusy(false);
  };
  return (
    <div className="section">
      <h3>
        {t("versions")} <span className="quiet">{query.data.length}</span>
      </h3>
      <ul className="card-rows">
        {query.data.map((version) => (
          <li key={version.id}>
            <span className="quiet">{version.number}</span>
            <span className="version-file">
              <a className="link ellipsis" href={fileAddress(version.fileId)} target="_blank" rel="noreferrer">
                <FileText className="icon small" aria-hidden /> {version.fileName ?? "…"}
              </a>
              <small className="quiet ellipsis">
                {version.replacedAt && t("until", { moment: format.moment(version.replacedAt) })}
              </small>
            </span>
            {can("edit sw_document") && can("create sw_document_version") && (
              <Button
                size="small"
                tone="ghost"
                working={busy}
                aria-label={t("restoreVersion", { number: version.number })}
                onClick={() => void restore(version.id, version.number)}
              >
                <History className="icon small" aria-hidden /> {t("restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
