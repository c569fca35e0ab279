"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { Copied } from "./copied";
import type { KnownConnection } from "./use-connection-state";

/** Where the vendor writes that there is news: its address, and a secret that is shown when it is made and never again. */
export function ConnectionWebhook({ connection }: { readonly connection: KnownConnection }) {
  const t = useTranslations("administration.connections.webhook");
  const format = useFormat();
  const [made, setMade] = useState<{ readonly secret: string; readonly isAnother: boolean }>();
  const { label, webhook, capability, party } = connection;
  const reload = () => queryClient.invalidateQueries({ queryKey: api.administration.connections.list.queryKey() });
  const onError = () => toast.error(t("failed"));
  const renew = useMutation(
    api.administration.connections.renewWebhook.mutationOptions({
      onSuccess: ({ secret }) => setMade({ secret, isAnother: webhook !== null }),
      onError,
      onSettled: reload,
    }),
  );
  const remove = useMutation(
    api.administration.connections.removeWebhook.mutationOptions({
      onSuccess: () => {
        setMade(undefined);
        toast.success(t("removed"));
      },
      onError,
      onSettled: reload,
    }),
  );
  const name = { capability, party };
  return (
    <section className="connection-webhook" aria-label={t("title")}>
      <h3>{t("title")}</h3>
      <p>{t(webhook ? "help" : "none", { label })}</p>
      {webhook && (
        <dl>
          <Copied label={t("address")} value={`${window.location.origin}${webhook.path}`} />
          {made ? (
            <Copied label={t("secret")} value={made.secret} note={t(made.isAnother ? "onceMore" : "once")} />
          ) : (
            <div>
              <dt>{t("secret")}</dt>
              <dd>{t("kept", { moment: format.moment(webhook.secretSince) })}</dd>
            </div>
          )}
          <div>
            <dt>{t("last")}</dt>
            <dd>{webhook.lastMessage ? format.moment(webhook.lastMessage) : t("noMessage")}</dd>
          </div>
        </dl>
      )}
      <div className="connection-webhook-actions">
        <Button size="small" working={renew.isPending} onClick={() => renew.mutate(name)}>
          {t(webhook ? "renew" : "make")}
        </Button>
        {webhook && (
          <Button size="small" tone="ghost" working={remove.isPending} onClick={() => remove.mutate(name)}>
            {t("remove")}
          </Button>
        )}
      </div>
    </section>
  );
}
