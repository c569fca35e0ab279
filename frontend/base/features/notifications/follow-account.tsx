"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { BellPlus, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "@/ui/toast";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { useCan } from "@/base/viewer/viewer";
import { whileWorking } from "@/ui/while-working";

/** "Follow this account": its events come to me, as far as I want to be told of such events. */
export function FollowAccount({ accountId }: { accountId: string }) {
  const t = useTranslations("notifications");
  const can = useCan();
  const may = can("create sw_subscription");
  const follows = useQuery(api.notifications.follows.queryOptions({ accountId }, { enabled: may }));
  const change = useMutation({
    mutationFn: (on: boolean) => apiClient.base.notifications.follow.mutate({ accountId, on }),
    onSuccess: () => queryClient.invalidateQueries(api.notifications.pathFilter()),
    onError: () => toast.error(t("failed")),
  });
  if (!may || follows.data === undefined) return null;
  const on = change.isPending ? change.variables : follows.data;
  const Icon = on ? BellRing : BellPlus;
  return (
    <button
      type="button"
      className="related-link"
      aria-pressed={on}
      title={t(on ? "unfollowHelp" : "followHelp")}
      onClick={() => change.mutate(!on)}
      {...whileWorking(change.isPending)}
    >
      <Icon className="icon small" aria-hidden />
      {t(on ? "following" : "follow")}
    </button>
  );
}
