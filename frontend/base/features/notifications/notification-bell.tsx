"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import { api } from "@/base/api/browser";
import { useCan } from "@/base/viewer/viewer";
import "./notifications.css";

// Nobody needs these before they open them.
const NotificationList = dynamic(() => import("./notification-list").then((file) => file.NotificationList), { ssr: false });
const PreferencesDialog = dynamic(() => import("./preferences-dialog").then((file) => file.PreferencesDialog), { ssr: false });

const refreshEvery = 15_000;

/** How much is new, what it is, and what one wants to be told. */
export function NotificationBell() {
  const t = useTranslations("notifications");
  const can = useCan();
  const shown = can("view sw_notification");
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const unread = useQuery(api.notifications.unread.queryOptions(undefined, { enabled: shown, refetchInterval: refreshEvery, refetchOnWindowFocus: true }));
  useEffect(() => {
    const show = () => setChoosing(true);
    window.addEventListener("sw:notification-preferences", show);
    return () => window.removeEventListener("sw:notification-preferences", show);
  }, []);
  if (!shown) return null;
  const count = unread.data ?? 0;
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="button ghost small square bell" aria-label={count > 0 ? t("bellUnread", { count }) : t("bell")} title={t("title")}>
          <Bell className="icon small" aria-hidden />
          {count > 0 && <span className="bell-count" aria-hidden>{count > 99 ? "99+" : count}</span>}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="notifications" align="end" sideOffset={6} collisionPadding={8} aria-label={t("title")}>
            <NotificationList onDone={() => setOpen(false)} onPreferences={() => { setOpen(false); setChoosing(true); }} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {choosing && <PreferencesDialog onClose={() => setChoosing(false)} />}
    </>
  );
}
