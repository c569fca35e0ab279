"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Check, FlaskConical } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { api, queryClient } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { Facts } from "@/ui/facts";
import { toast } from "@/ui/toast";
import { CallJournal } from "./call-journal";
import { ConnectionDialog } from "./connection-dialog";
import { ConnectionStateTag } from "./connection-state-tag";
import { ConnectionWebhook } from "./connection-webhook";
import { MappingDialog } from "./mapping-dialog";
import { TestResult } from "./test-result";
import { useConnectionTest } from "./use-connection-test";
import { type KnownConnection, useConnectionPurpose, useConnectionState } from "./use-connection-state";

/** A connection: how it does, what it can do, who set it, what was said there. */
export function ConnectionPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("administration.connections");
  const query = useQuery(api.administration.connections.list.queryOptions());
  const connection = query.data?.connections.find((one) => one.id === id);
  if (connection && query.data) return <OpenConnection connection={connection} list={query.data} onClose={onClose} />;
  return (
    <PanelFrame title={t("title")} onClose={onClose}>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && <p className="empty">{t("gone")}</p>}
    </PanelFrame>
  );
}

interface OpenConnectionProps {
  readonly connection: KnownConnection;
  readonly list: Pick<ComponentProps<typeof ConnectionDialog>, "adapters" | "origins" | "simulators">;
  readonly onClose: () => void;
}

function OpenConnection({ connection, list, onClose }: OpenConnectionProps) {
  const t = useTranslations("administration.connections");
  const format = useFormat();
  const can = useCan();
  const [isEditing, setEditing] = useState(false);
  const [isMapping, setMapping] = useState(false);
  const { test, isTesting, tested } = useConnectionTest();
  const state = useConnectionState()(connection);
  const locale = useLocale();
  const purpose = useConnectionPurpose();
  const {
    id,
    capability,
    party,
    label,
    origin,
    isSimulator,
    isFolder,
    company,
    abilities,
    lastCall,
    savedAt,
    savedBy,
  } = connection;
  // Whom the brand bills through it: one of its billing sites each.
  const mapsSites = capability === "billing" && can("edit sw_billing_site") && can("view api details");
  const reload = () => queryClient.invalidateQueries({ queryKey: api.administration.connections.list.queryKey() });
  const remove = useMutation(
    api.administration.connections.remove.mutationOptions({
      onSuccess: () => {
        toast.success(t("removed"));
        onClose();
      },
      onError: () => toast.error(t("removeFailed")),
      onSettled: reload,
    }),
  );
  const isPaused = connection.pausedAt !== null;
  const pausing = {
    onSuccess: () => void toast.success(t(isPaused ? "resumed" : "paused")),
    onError: () => void toast.error(t("pauseFailed")),
    onSettled: reload,
  };
  const pause = useMutation(api.administration.connections.pause.mutationOptions(pausing));
  const resume = useMutation(api.administration.connections.resume.mutationOptions(pausing));
  const { mutate: turn, isPending: isTurning } = isPaused ? resume : pause;
  const place = (at: string | null) =>
    at === null
      ? t("atVendor")
      : isFolder
        ? t("inFolder", { folder: decodeURI(new URL(at).pathname) })
        : t("atSimulator", { address: new URL(at).host });
  const last = isFolder
    ? t("byFiles")
    : lastCall
      ? t("lastCallAt", { moment: format.moment(lastCall.at) })
      : t("noCall");
  return (
    <PanelFrame title={label} subtitle={`${purpose(connection)} · ${last}`} onClose={onClose}>
      <div className={`connection-state ${state.tone}`} role="status">
        <p className="connection-tags">
          <ConnectionStateTag state={state} />
          {isSimulator && (
            <span className="tag note">
              <FlaskConical className="icon small" aria-hidden /> {t("simulator")}
            </span>
          )}
        </p>
        {state.tone !== "good" && <p>{state.text}</p>}
      </div>
      <div className="connection-panel-actions">
        <Button tone="primary" working={isTesting} onClick={() => test({ capability, party })}>
          {t("testThis")}
        </Button>
        <Button onClick={() => setEditing(true)}>{t("change")}</Button>
        {mapsSites && <Button onClick={() => setMapping(true)}>{t("mapping.open")}</Button>}
        <Button working={isTurning} onClick={() => turn({ capability, party })}>
          {t(isPaused ? "resume" : "pause")}
        </Button>
        <Button
          tone="ghost"
          aria-label={t("removeOf", { name: label })}
          working={remove.isPending}
          onClick={() => remove.mutate({ capability, party })}
        >
          {t("remove")}
        </Button>
        {tested && <TestResult tested={tested} />}
      </div>
      <section className="connection-can" aria-label={t("can")}>
        <h3>{t("can")}</h3>
        <ul>
          {abilities.map((ability) => (
            <li key={ability.en}>
              <Check className="icon small good" aria-hidden />
              <span>{ability[locale]}</span>
            </li>
          ))}
        </ul>
      </section>
      <dl className="fields">
        <Facts
          facts={[
            [t("books"), company],
            [t("where"), place(origin)],
            [t("access"), t(isFolder ? "byFiles" : "accessKept")],
            [t("savedByLabel"), [savedBy, format.moment(savedAt)].filter(Boolean).join(", ")],
          ]}
        />
      </dl>
      {connection.writes && <ConnectionWebhook connection={connection} />}
      {can("view api details") && !isFolder && <CallJournal connection={id} label={label} />}
      {isMapping && <MappingDialog vendor={label} onClose={() => setMapping(false)} />}
      {isEditing && (
        <ConnectionDialog
          adapters={list.adapters}
          origins={list.origins}
          simulators={list.simulators}
          known={connection}
          onClose={() => setEditing(false)}
          onSaved={async (owner) => {
            toast.success(t("saved", { company: owner }));
            await reload();
            setEditing(false);
          }}
        />
      )}
    </PanelFrame>
  );
}
