"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { toast } from "@/ui/toast";
import type { ConnectionState } from "../use-connection-state";

/** What becomes of messages is seen while one looks. */
export const refetchInterval = 5_000;

export const useWebhooks = () =>
  useQuery(api.administration.webhooks.list.queryOptions(undefined, { refetchInterval }));
export type WebhookList = NonNullable<ReturnType<typeof useWebhooks>["data"]>;
export type Webhook = WebhookList["endpoints"][number];

export const reloadWebhooks = () => queryClient.invalidateQueries({ queryKey: api.administration.webhooks.pathKey() });

/** How an address does. */
export function useWebhookState(): (webhook: Webhook) => ConnectionState {
  const t = useTranslations("administration.webhooks.states");
  const format = useFormat();
  return ({ state, reason, since }) => {
    const moment = format.moment(since);
    if (state === "paused") return { tone: "warn", title: t("paused"), text: t("pausedText", { moment }) };
    if (state === "disabled")
      return { tone: "bad", title: t("disabled"), text: t(`${reason ?? "failing"}Text`, { moment }) };
    return { tone: "good", title: t("active"), text: "" };
  };
}

/** What an event is called: what happens to rows of a type. */
export function useEventName(): (event: string) => string {
  const t = useTranslations("administration.webhooks");
  const format = useFormat();
  return (event) => {
    const [type = "", operation = ""] = event.split(".");
    if (type === "webhook") return t("testEvent");
    const named = (["created", "updated", "deleted"] as const).find((one) => one === operation);
    return named ? t("event", { type: format.typeLabel(type), operation: t(`operations.${named}`) }) : event;
  };
}

/** What people do with an address, besides changing it. */
export function useWebhookActions(id: string, { onRemoved }: { readonly onRemoved: () => void }) {
  const t = useTranslations("administration.webhooks");
  const options = (done: string | undefined, more?: () => void) => ({
    onSuccess: () => {
      if (done) toast.success(done);
      more?.();
    },
    onError: () => toast.error(t("failed")),
    onSettled: reloadWebhooks,
  });
  const { pause, enable, remove, test } = api.administration.webhooks;
  const of = {
    pause: useMutation(pause.mutationOptions(options(t("pausedDone")))),
    enable: useMutation(enable.mutationOptions(options(t("enabledDone")))),
    remove: useMutation(remove.mutationOptions(options(t("removedDone"), onRemoved))),
    test: useMutation(test.mutationOptions(options(t("testDone")))),
  };
  return {
    isWorking: Object.values(of).some(({ isPending }) => isPending),
    pause: () => of.pause.mutate({ id }),
    enable: () => of.enable.mutate({ id }),
    remove: () => of.remove.mutate({ id }),
    test: () => of.test.mutate({ id }),
  };
}
