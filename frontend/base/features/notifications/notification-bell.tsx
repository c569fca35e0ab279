"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { api } from "@/base/api/browser";
import { onDemand } from "@/base/on-demand/on-demand";
import { useCan } from "@/base/viewer/viewer";
import "./notifications.css";
import type { NotificationPopoverProps } from "./notification-popover";
import type { PreferencesDialogProps } from "./preferences-dialog";

const NotificationPopover = onDemand<NotificationPopoverProps>(
  async () => (await import("./notification-popover")).NotificationPopover,
);
const PreferencesDialog = onDemand<PreferencesDialogProps>(
  async () => (await import("./preferences-dialog")).PreferencesDialog,
);

const refreshEvery = 15_000;

/** How much is new, what it is, and what one wants to be told. */
export function NotificationBell() {
  const t = useTranslations("notifications");
  const can = useCan();
  const shown = can("view sw_notification");
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const unread = useQuery(
    api.notifications.unread.queryOptions(undefined, {
      enabled: shown,
      refetchInterval: refreshEvery,
      refetchOnWindowFocus: true,
    }),
  );
  useEffect(() => {
    const show = () => setChoosing(true);
    window.addEventListener("sw:notification-preferences", show);
    return () => window.removeEventListener("sw:notification-preferences", show);
  }, []);
  if (!shown) return null;
  const count = unread.data ?? 0;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button ghost small square bell"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={count > 0 ? t("bellUnread", { count }) : t("bell")}
        data-tooltip={t("title")}
        onClick={() => setOpen(!open)}
      >
        <Bell className="icon small" aria-hidden />
        {count > 0 && (
          <span className="bell-count" aria-hidden>
            {count > 99 ? "99+" : count}
          </span>
        )}
      </button>
      {open && (
        <NotificationPopover
          anchor={button}
          onClose={() => setOpen(false)}
          onPreferences={() => {
            setOpen(false);
            setChoosing(true);
          }}
        />
      )}
      {choosing && <PreferencesDialog onClose={() => setChoosing(false)} />}
    </>
  );
}
