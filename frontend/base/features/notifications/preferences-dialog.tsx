"use client";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "@/ui/toast";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

interface Channels {
  readonly console: boolean;
  readonly mail: boolean;
}

export interface PreferencesDialogProps {
  readonly onClose: () => void;
}

/** What one wants to be told, and where. A change is stored as it is made. */
export function PreferencesDialog({ onClose }: PreferencesDialogProps) {
  const t = useTranslations("notifications.preferences");
  const { language } = useFormat();
  const query = useQuery(api.notifications.preferences.queryOptions());
  // What was just chosen shows at once; the backend's answer replaces it.
  const [chosen, setChosen] = useState<Readonly<Record<string, Channels>>>({});
  // One after the other: the second choice for an event changes what the first has made.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const store = (key: string, channels: Channels, send: () => Promise<unknown>) => {
    setChosen((before) => ({ ...before, [key]: channels }));
    queue.current = queue.current.then(async () => {
      try {
        await send();
      } catch {
        toast.error(t("failed"));
      }
      await queryClient.invalidateQueries(api.notifications.preferences.pathFilter());
      // Unless something else was chosen meanwhile.
      setChosen((before) =>
        before[key] === channels ? Object.fromEntries(Object.entries(before).filter(([name]) => name !== key)) : before,
      );
    });
  };
  const unfollow = async (accountId: string) => {
    try {
      await apiClient.base.notifications.follow.mutate({ accountId, on: false });
    } catch {
      toast.error(t("failed"));
    }
    await queryClient.invalidateQueries(api.notifications.pathFilter());
  };
  return (
    <Dialog open narrow title={t("title")} description={t("help")} closeLabel={t("close")} onClose={onClose}>
      {query.isPending && <SkeletonRows rows={8} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && (
        <>
          <ChannelTable
            title={t("events")}
            rows={query.data.kinds.map((kind) => ({
              key: kind.name,
              label: kind.label[language],
              mailOnly: kind.mailOnly,
              channels: chosen[kind.name] ?? kind,
            }))}
            onChange={(kind, channels) =>
              store(kind, channels, () => apiClient.base.notifications.chooseKind.mutate({ kind, ...channels }))
            }
          />
          {query.data.followed.length > 0 ? (
            <ChannelTable
              title={t("followed")}
              rows={query.data.followed.map((one) => ({
                key: one.account,
                label: one.name,
                channels: chosen[one.account] ?? one,
              }))}
              onChange={(accountId, channels) =>
                store(accountId, channels, () =>
                  apiClient.base.notifications.follow.mutate({ accountId, on: true, ...channels }),
                )
              }
              onRemove={(accountId) => void unfollow(accountId)}
            />
          ) : (
            <p className="quiet preferences-note">{t("noneFollowed")}</p>
          )}
        </>
      )}
    </Dialog>
  );
}

interface ChannelRow {
  readonly key: string;
  readonly label: string;
  readonly channels: Channels;
  readonly mailOnly?: boolean;
}

function ChannelTable({
  title,
  rows,
  onChange,
  onRemove,
}: {
  title: string;
  rows: readonly ChannelRow[];
  onChange: (key: string, channels: Channels) => void;
  onRemove?: (key: string) => void;
}) {
  const t = useTranslations("notifications.preferences");
  return (
    <table className="preferences">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t("console")}</th>
          <th scope="col">{t("mail")}</th>
          {onRemove && (
            <th scope="col">
              <span className="visually-hidden">{t("unfollow")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, channels, mailOnly }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {(["console", "mail"] as const).map((channel) => (
              <td key={channel}>
                {!(mailOnly && channel === "console") && (
                  <input
                    type="checkbox"
                    aria-label={`${label} : ${t(channel)}`}
                    checked={channels[channel]}
                    onChange={(event) =>
                      onChange(key, { console: channels.console, mail: channels.mail, [channel]: event.target.checked })
                    }
                  />
                )}
              </td>
            ))}
            {onRemove && (
              <td>
                <IconButton label={`${t("unfollow")} : ${label}`} onClick={() => onRemove(key)}>
                  <X className="icon small" aria-hidden />
                </IconButton>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
