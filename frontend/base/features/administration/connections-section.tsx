"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Check, FlaskConical, Plus, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { api, errorCode, queryClient } from "@/base/api/browser";
import { CommandButton } from "@/base/commands/command-button";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { ConnectionDialog } from "./connection-dialog";
import "./connections.css";
import { useRefusedConnection } from "./use-refused-connection";

interface ConnectionName {
  readonly capability: string;
  readonly party?: string | null | undefined;
}
const keyOf = ({ capability, party }: ConnectionName) => `${capability}/${party ?? ""}`;

/** What the brand reads and writes elsewhere: which vendor, whose books, whether it answers, what it can do. */
export function ConnectionsSection() {
  const t = useTranslations("administration.connections");
  const locale = useLocale();
  const format = useFormat();
  const refusedText = useRefusedConnection();
  const query = useQuery(api.administration.connections.list.queryOptions());
  const [editing, setEditing] = useState<"new" | ConnectionName | null>(null);
  const [tested, setTested] = useState<Readonly<Record<string, { good: boolean; text: string }>>>({});
  const reload = () => queryClient.invalidateQueries({ queryKey: api.administration.connections.list.queryKey() });
  const test = useMutation(
    api.administration.connections.test.mutationOptions({
      onSuccess: (answer, name) =>
        setTested((before) => ({
          ...before,
          [keyOf(name)]:
            answer.kind === "saved"
              ? { good: true, text: t("answered", { company: answer.company }) }
              : { good: false, text: refusedText(answer) },
        })),
      onError: (_error, name) =>
        setTested((before) => ({ ...before, [keyOf(name)]: { good: false, text: t("testFailed") } })),
    }),
  );
  const remove = useMutation(
    api.administration.connections.remove.mutationOptions({
      onSuccess: () => toast.success(t("removed")),
      onError: () => toast.error(t("removeFailed")),
      onSettled: reload,
    }),
  );
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
            run={() => setEditing("new")}
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
          {rows.map((row) => {
            const { capability, capabilityLabel, party, partyLabel, label, isSimulator, company, abilities, savedAt } =
              row;
            const name = { capability, party };
            const result = tested[keyOf(name)];
            return (
              <li key={keyOf(name)} className={`connection ${isSimulator ? "simulated" : ""}`}>
                <span className="connection-mark" aria-hidden>
                  {label.slice(0, 2)}
                </span>
                <div className="connection-name">
                  <b>{label}</b>
                  <small>
                    {capabilityLabel?.[locale] ?? capability}
                    {party && ` · ${partyLabel ?? t("partyGone")}`}
                  </small>
                </div>
                <div>
                  {!isSimulator ? (
                    <span className="tag good">
                      <Check className="icon small" aria-hidden /> {t("real")}
                    </span>
                  ) : (
                    <span className="tag note">
                      <FlaskConical className="icon small" aria-hidden /> {t("simulator")}
                    </span>
                  )}
                  <small>{company}</small>
                </div>
                <div>
                  <span>{t("can")}</span>
                  <small>{abilities.map((ability) => ability[locale]).join(", ")}</small>
                </div>
                <div>
                  <span>{t(row.isFolder ? "byFiles" : "secretKept")}</span>
                  <small>{t("savedAt", { moment: format.moment(savedAt) })}</small>
                </div>
                <div className="connection-actions">
                  <Button
                    size="small"
                    working={test.isPending && keyOf(test.variables) === keyOf(name)}
                    onClick={() => test.mutate(name)}
                  >
                    {t("test")}
                  </Button>
                  <Button size="small" tone="ghost" onClick={() => setEditing(name)}>
                    {t("change")}
                  </Button>
                  <Button
                    size="small"
                    tone="ghost"
                    aria-label={t("removeOf", { name: label })}
                    working={remove.isPending && keyOf(remove.variables) === keyOf(name)}
                    onClick={() => remove.mutate(name)}
                  >
                    {t("remove")}
                  </Button>
                </div>
                {result && (
                  <p className={`connection-result ${result.good ? "good" : "warn"}`} role="status">
                    {result.good ? (
                      <Check className="icon small" aria-hidden />
                    ) : (
                      <TriangleAlert className="icon small" aria-hidden />
                    )}{" "}
                    {result.text}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
        {rows.some(({ isSimulator }) => isSimulator) && (
          <p className="connection-note">
            <FlaskConical className="icon small" aria-hidden /> {t("simulatorHelp")}
          </p>
        )}
      </div>
      {editing && query.data && (
        <ConnectionDialog
          adapters={query.data.adapters}
          origins={query.data.origins}
          simulators={query.data.simulators}
          known={editing === "new" ? undefined : rows.find((row) => keyOf(row) === keyOf(editing))}
          onClose={() => setEditing(null)}
          onSaved={async (company) => {
            toast.success(t("saved", { company }));
            setTested({});
            await reload();
            setEditing(null);
          }}
        />
      )}
    </>
  );
}
