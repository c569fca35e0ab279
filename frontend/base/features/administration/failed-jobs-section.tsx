"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { jobCause } from "./job-cause";

const reasons = ["mail_refused", "mail_given_up", "mail_dropped"] as const;

/** Work of the background that failed: what, about whom, why, since when; each is repeated from the step that failed. */
export function FailedJobsSection() {
  const t = useTranslations("administration.jobs");
  const locale = useLocale() === "en" ? "en" : "fr";
  const format = useFormat();
  const client = useQueryClient();
  const jobs = useQuery(api.administration.failedJobs.list.queryOptions(undefined, { refetchInterval: 10_000 }));
  const repeat = useMutation(
    api.administration.failedJobs.repeat.mutationOptions({
      onSuccess: () => toast.success(t("repeated")),
      onError: () => toast.error(t("repeatFailed")),
      onSettled: () => client.invalidateQueries({ queryKey: api.administration.failedJobs.list.queryKey() }),
    }),
  );
  const nameOf = (row: { type: string; label: string }) => format.rowLabel(row.type, row.label);
  const reasonOf = (code: string) => t(`reasons.${reasons.find((one) => one === code) ?? "unexpected"}`);
  const causeOf = (said: string) => {
    const known = jobCause(said);
    return known && [t(`causes.${known.cause}`), known.number && `(${known.number})`].filter(Boolean).join(" ");
  };
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <span className="quiet">{jobs.data?.length}</span>
      </div>
      <p className="list-note quiet">{t("help")}</p>
      <div className="table-scroll">
        {jobs.isPending && <SkeletonRows rows={4} />}
        {jobs.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("reload")}
            error={jobs.error}
            onRetry={() => void jobs.refetch()}
          />
        )}
        {jobs.data && jobs.data.length > 0 && (
          <table className="preview-table roomy">
            <thead>
              <tr>
                <th>{t("work")}</th>
                <th>{t("about")}</th>
                <th>{t("reason")}</th>
                <th>{t("since")}</th>
                <th>
                  <span className="visually-hidden">{t("repeat")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.data.map((job) => (
                <tr key={job.id}>
                  <td>{job.label[locale]}</td>
                  <td>{job.row ? nameOf(job.row) : "—"}</td>
                  <td>
                    <div>
                      {reasonOf(job.code)}
                      {causeOf(job.detail) && (
                        <>
                          <br />
                          <small className="quiet">{causeOf(job.detail)}</small>
                        </>
                      )}
                    </div>
                  </td>
                  <td className="soft">{format.moment(job.failedAt)}</td>
                  <td>
                    <Button
                      size="small"
                      working={repeat.isPending}
                      aria-label={t("repeatOf", { work: job.label[locale], about: job.row ? nameOf(job.row) : "" })}
                      onClick={() => repeat.mutate({ id: job.id })}
                    >
                      <RotateCcw className="icon small" aria-hidden /> {t("repeat")}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {jobs.data?.length === 0 && <p className="empty">{t("none")}</p>}
      </div>
    </>
  );
}
