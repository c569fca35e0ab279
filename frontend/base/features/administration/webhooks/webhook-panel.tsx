"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { Facts } from "@/ui/facts";
import { toast } from "@/ui/toast";
import { ConnectionStateTag } from "../connection-state-tag";
import {
  reloadWebhooks,
  useEventName,
  useWebhookActions,
  useWebhooks,
  useWebhookState,
  type Webhook,
  type WebhookList,
} from "./use-webhook";
import { WebhookDeliveries } from "./webhook-deliveries";
import { WebhookDialog } from "./webhook-dialog";
import { WebhookSecret } from "./webhook-secret";

/** An address: how it does, what it is told, what was sent there. */
export function WebhookPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("administration.webhooks");
  const query = useWebhooks();
  const webhook = query.data?.endpoints.find((one) => one.id === id);
  if (webhook && query.data) return <OpenWebhook webhook={webhook} list={query.data} onClose={onClose} />;
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

interface OpenWebhookProps {
  readonly webhook: Webhook;
  readonly list: WebhookList;
  readonly onClose: () => void;
}

function OpenWebhook({ webhook, list, onClose }: OpenWebhookProps) {
  const t = useTranslations("administration.webhooks");
  const format = useFormat();
  const eventName = useEventName();
  const { id, name, url, events, secretSince, savedAt, savedBy } = webhook;
  const state = useWebhookState()(webhook);
  const actions = useWebhookActions(id, { onRemoved: onClose });
  const [isEditing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string>();
  const renew = useMutation(
    api.administration.webhooks.renew.mutationOptions({
      onSuccess: (answer) => setSecret(answer.secret),
      onError: () => toast.error(t("failed")),
      onSettled: reloadWebhooks,
    }),
  );
  const isActive = webhook.state === "active";
  return (
    <PanelFrame title={name} subtitle={url} onClose={onClose}>
      <div className={`connection-state ${state.tone}`} role="status">
        <p className="connection-tags">
          <ConnectionStateTag state={state} />
        </p>
        {state.text && <p>{state.text}</p>}
      </div>
      <div className="connection-panel-actions">
        {isActive ? (
          <Button tone="primary" working={actions.isWorking} onClick={actions.test}>
            {t("test")}
          </Button>
        ) : (
          <Button tone="primary" working={actions.isWorking} onClick={actions.enable}>
            {t(webhook.state === "paused" ? "resume" : "enable")}
          </Button>
        )}
        <Button onClick={() => setEditing(true)}>{t("change")}</Button>
        {isActive && (
          <Button working={actions.isWorking} onClick={actions.pause}>
            {t("pause")}
          </Button>
        )}
        <Button working={renew.isPending} onClick={() => renew.mutate({ id })}>
          {t("renew")}
        </Button>
        <Button tone="ghost" aria-label={t("removeOf", { name })} working={actions.isWorking} onClick={actions.remove}>
          {t("remove")}
        </Button>
      </div>
      <dl className="fields">
        <Facts
          facts={[
            [t("secret"), t("secretKept", { moment: format.moment(secretSince) })],
            [t("savedByLabel"), [savedBy, format.moment(savedAt)].filter(Boolean).join(", ")],
          ]}
        />
      </dl>
      <details className="webhook-told">
        <summary>{t("eventCount", { count: events.length })}</summary>
        <ul>
          {events.map((event) => (
            <li key={event}>
              {eventName(event)} <code>{event}</code>
            </li>
          ))}
        </ul>
      </details>
      <WebhookDeliveries endpoint={id} canResend={webhook.state !== "disabled"} />
      {isEditing && (
        <WebhookDialog
          list={list}
          known={webhook}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
      {secret !== undefined && <WebhookSecret secret={secret} isAnother onClose={() => setSecret(undefined)} />}
    </PanelFrame>
  );
}
