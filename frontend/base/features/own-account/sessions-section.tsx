"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { LogOut, Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { api, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { deviceOf } from "./device";

/** Where the person is signed in, and the end of all of it but here. */
export function SessionsSection() {
  const t = useTranslations("ownAccount.sessions");
  const format = useFormat();
  const sessions = useQuery(api.ownAccount.sessions.queryOptions());
  const end = useMutation(
    api.ownAccount.endOtherSessions.mutationOptions({
      onSuccess: () => toast.success(t("ended")),
      onError: () => toast.error(t("failed")),
      onSettled: () => queryClient.invalidateQueries(api.ownAccount.sessions.queryFilter()),
    }),
  );
  const others = sessions.data?.sessions.filter(({ current }) => !current) ?? [];
  return (
    <section aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t("title")}</h2>
      {sessions.isPending && <SkeletonRows rows={3} />}
      {sessions.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      )}
      {sessions.data && (
        <>
          <p className="quiet">
            {t("help", {
              hours: Math.round(sessions.data.limits.idle / 3600),
              days: Math.round(sessions.data.limits.absolute / 86_400),
            })}
          </p>
          <ul className="own-sessions">
            {sessions.data.sessions.map((session, at) => {
              const device = deviceOf(session.agent);
              const Icon = device?.isMobile ? Smartphone : Monitor;
              return (
                <li key={at}>
                  <Icon className="icon" aria-hidden />
                  <span>
                    <span className="medium">{device?.name ?? t("unknownDevice")}</span>
                    <small className="quiet">
                      {t("times", { begun: format.moment(session.begun), used: format.moment(session.used) })}
                    </small>
                  </span>
                  {session.current && <span className="tag note">{t("current")}</span>}
                </li>
              );
            })}
          </ul>
          {others.length > 0 ? (
            <div>
              <Button working={end.isPending} onClick={() => end.mutate()}>
                <LogOut className="icon small" aria-hidden /> {t("endOthers", { count: others.length })}
              </Button>
            </div>
          ) : (
            <p className="quiet">{t("none")}</p>
          )}
        </>
      )}
    </section>
  );
}
