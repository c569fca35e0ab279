"use client";
import { AlertTriangle, Check, ChevronLeft, ChevronRight, CloudOff, LoaderCircle, LogIn } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { keepLanguage } from "@/i18n/keep-language";
import { useLocale, useTranslations } from "next-intl";
import { useWrites } from "@/base/api/writes";
import { sessionEnded } from "@/base/api/session-ended";
import { useSaveState } from "@/base/editing/use-field";
import { initialsOf } from "@/base/format/initials";
import { useFormat } from "@/base/format/format";
import { onDemand } from "@/base/on-demand/on-demand";
import { RunningWork } from "@/base/work/running-work";
import { useViewer } from "@/base/viewer/viewer";
import { IconButton } from "@/ui/button";
import { useOnline } from "@/ui/use-online";
import type { UserMenuItemsProps } from "./user-menu-items";

const UserMenuItems = onDemand<UserMenuItemsProps>(async () => (await import("./user-menu-items")).UserMenuItems);

/** Search and bell are handed in: features don't know each other. */
export function Topbar({ search, bell }: { search: ReactNode; bell: ReactNode }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const viewer = useViewer();
  return (
    <header className="topbar" data-zone="bar">
      <span className="topbar-brand ellipsis">{viewer.brand?.name ?? "SoftWhere"}</span>
      <IconButton label={t("back")} data-repeats onClick={() => router.back()}>
        <ChevronLeft className="icon small" aria-hidden />
      </IconButton>
      <IconButton label={t("forward")} data-repeats onClick={() => router.forward()}>
        <ChevronRight className="icon small" aria-hidden />
      </IconButton>
      <span className="grow" />
      {search}
      <span className="grow" />
      <RunningWork />
      <SaveState />
      {bell}
      <UserMenu />
    </header>
  );
}

function SaveState() {
  const t = useTranslations("shell");
  const { unsent, waiting, conflicts } = useSaveState();
  const writing = useWrites() > 0;
  const online = useOnline();
  const ended = useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get, () => false);
  const [tone, icon, text] = conflicts
    ? ["warn", <AlertTriangle key="i" className="icon small" aria-hidden />, t("conflicts", { count: conflicts })]
    : ended
      ? ["warn", <LogIn key="i" className="icon small" aria-hidden />, t("ended", { count: waiting })]
      : waiting
        ? ["warn", <CloudOff key="i" className="icon small" aria-hidden />, t("waiting", { count: waiting })]
        : !online
          ? ["warn", <CloudOff key="i" className="icon small" aria-hidden />, t("offline")]
          : unsent || writing
            ? ["", <LoaderCircle key="i" className="icon small spinning" aria-hidden />, t("saving")]
            : ["", <Check key="i" className="icon small" aria-hidden />, t("allSaved")];
  return (
    <span className={`save-state ${tone}`} role="status" aria-live="polite">
      {icon}
      <span className="topbar-search-label">{text}</span>
    </span>
  );
}

export function UserMenu() {
  const t = useTranslations("shell");
  const format = useFormat();
  const viewer = useViewer();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const locale = useLocale();
  const setLanguage = (language: "fr" | "en") => {
    keepLanguage(language);
    window.location.reload();
  };
  const toggleTheme = () => {
    const root = document.documentElement;
    const dark = root.dataset["theme"]
      ? root.dataset["theme"] === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset["theme"] = dark ? "light" : "dark";
    localStorage.setItem("sw_theme", root.dataset["theme"]);
  };
  useEffect(() => {
    const onLanguage = () => setLanguage(locale === "fr" ? "en" : "fr");
    window.addEventListener("sw:language", onLanguage);
    window.addEventListener("sw:theme", toggleTheme);
    return () => {
      window.removeEventListener("sw:language", onLanguage);
      window.removeEventListener("sw:theme", toggleTheme);
    };
  });
  return (
    <span className="menu-place">
      <button
        ref={button}
        type="button"
        className="who"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t("userMenu", { name: viewer.name })}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === "ArrowDown" && setOpen(true)}
      >
        <span className="avatar" aria-hidden>
          {initialsOf(viewer.name)}
        </span>
        <div>
          <span className="medium">{viewer.name}</span>
          <small>{viewer.roles.map(format.roleLabel).join(", ")}</small>
        </div>
      </button>
      {open && (
        <UserMenuItems
          button={button}
          onClose={() => setOpen(false)}
          onLanguage={() => setLanguage(locale === "fr" ? "en" : "fr")}
          onTheme={toggleTheme}
        />
      )}
    </span>
  );
}
