"use client";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, errorCode, queryClient } from "@/base/api/browser";
import { CommandButton } from "@/base/commands/command-button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { ConnectionDialog } from "./connection-dialog";
import { ConnectionRow } from "./connection-row";
import "./connections.css";

/** What the brand reads and writes elsewhere: which vendor, whose books, whether it answers, what it can do. */
export function ConnectionsSection() {
  const t = useTranslations("administration.connections");
  const query = useQuery(api.administration.connections.list.queryOptions(undefined, { refetchInterval: 10_000 }));
  const [isAdding, setAdding] = useState(false);
  const reload = () => queryClient.invalidateQueries({ queryKey: api.administration.connections.list.queryKey() });
  const rows = query.data?.connections ?? [];
  const isUnset = query.error && errorCode(query.error) === "PRECONDITION_FAILED";
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <span className="quiet">{rows.length || ""}</span>
        <span className="grow" />
        {query.data && (
          <CommandButton
            name="add"
            letter="n"
            size="small"
            tone="primary"
            icon={<Plus className="icon small" aria-hidden />}
            title={t("add")}
            run={() => setAdding(true)}
          />
        )}
      </div>
      <p className="list-note quiet">{t("help")}</p>
      <div className="table-scroll">
        {query.isPending && <SkeletonRows rows={3} />}
        {isUnset ? (
          <p className="empty">{t("noKeys")}</p>
        ) : (
          query.isError && (
            <ErrorNotice
              message={t("loadFailed")}
              retryLabel={t("retry")}
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          )
        )}
        {query.data && rows.length === 0 && (
          <div className="empty">
            <strong>{t("noneTitle")}</strong>
            <p>{t("noneHelp")}</p>
          </div>
        )}
        <ul className="connections">
          {rows.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} />
          ))}
        </ul>
        {rows.some(({ isSimulator }) => isSimulator) && (
          <p className="connection-note">
            <FlaskConical className="icon small" aria-hidden /> {t("simulatorHelp")}
          </p>
        )}
      </div>
      {isAdding && query.data && (
        <ConnectionDialog
          adapters={query.data.adapters}
          origins={query.data.origins}
          simulators={query.data.simulators}
          known={undefined}
          onClose={() => setAdding(false)}
          onSaved={async (company) => {
            toast.success(t("saved", { company }));
            await reload();
            setAdding(false);
          }}
        />
      )}
    </>
  );
}
