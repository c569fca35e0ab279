"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { onDemand } from "@/base/on-demand/on-demand";
import type { PaletteProps } from "./palette";

const Palette = onDemand<PaletteProps>(async () => (await import("./palette")).Palette);

/** Ctrl+K from anywhere: everything by name or number, and where to go. */
export function SearchPalette() {
  const t = useTranslations("search");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="topbar-search" aria-label={t("open")} aria-keyshortcuts="Control+K">
        <Search className="icon small" aria-hidden />
        <span className="topbar-search-label">{t("open")}</span>
        <kbd className="key topbar-search-label">Ctrl K</kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t("open")}</Dialog.Title>
          <Palette onDone={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

