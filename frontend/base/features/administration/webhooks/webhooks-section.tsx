"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorCode } from "@/base/api/browser";
import { CommandButton } from "@/base/commands/command-button";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { ConnectionStateTag } from "../connection-state-tag";
import { useWebhooks, useWebhookState, type Webhook } from "./use-webhook";
import { WebhookDialog } from "./webhook-dialog";
import { WebhookSecret } from "./webhook-secret";
import "../connections.css";
import "./webhooks.css";

/** Where customers' own systems are told of what happens to the brand's rows. */
export function WebhooksSection() {
  const t = useTranslations("administration.webhooks");
  const query = useWebhooks();
  const { open } = usePanels();
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<{ readonly id: string; readonly secret: string }>();
  const rows = query.data?.endpoints ?? [];
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
          {rows.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      </div>
      {isAdding && query.data && (
        <WebhookDialog
          list={query.data}
          known={undefined}
          onClose={() => setAdding(false)}
          onSaved={(id, secret) => {
            setAdding(false);
            if (secret) setMade({ id, secret });
          }}
        />
      )}
      {made && (
        <WebhookSecret
          secret={made.secret}
          isAnother={false}
          onClose={() => {
            setMade(undefined);
            void open({ kind: "webhook", id: made.id });
          }}
        />
      )}
    </>
  );
}

function WebhookRow({ webhook }: { readonly webhook: Webhook }) {
  const t = useTranslations("administration.webhooks");
  const format = useFormat();
  const { open, isOpen } = usePanels();
  const state = useWebhookState()(webhook);
  const { id, name, url, events, lastSuccess } = webhook;
  const isShown = isOpen("webhook", id);
  return (
    <li className={isShown ? "connection webhook open" : "connection webhook"}>
      <div className="connection-name">
        <button type="button" aria-expanded={isShown} onClick={() => void open({ kind: "webhook", id })}>
          {name}
        </button>
        <small className="webhook-url">{url}</small>
      </div>
      <div>
        <p className="connection-tags">
          <ConnectionStateTag state={state} />
        </p>
        {state.text && <small>{state.text}</small>}
      </div>
      <div className="connection-abilities">
        <span>{t("eventCount", { count: events.length })}</span>
        <small>{lastSuccess ? t("lastSuccessAt", { moment: format.moment(lastSuccess) }) : t("noSuccess")}</small>
      </div>
    </li>
  );
}
