"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { onDemand } from "@/base/on-demand/on-demand";
import type { PaletteProps } from "./palette";

const Palette = onDemand<PaletteProps>(async () => (await import("./palette")).Palette);

/** Ctrl+K from anywhere: everything by name or number, and where to go. */
export function SearchPalette() {
  const t = useTranslations("search");
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const show = () => {
    opener.current = document.activeElement;
    setOpen(true);
  };
  // What is typed while the palette's code is on its way is not lost, and is no letter of the page's commands.
  const typed = useRef("");
  useEffect(() => {
    if (!open) return;
    typed.current = "";
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (document.querySelector(".palette-input") || event.key.length !== 1) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      typed.current += event.key;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [open]);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((before) => {
        if (!before) opener.current = document.activeElement;
        return !before;
      });
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        className="topbar-search"
        aria-label={t("open")}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={show}
      >
        <Search className="icon small" aria-hidden />
        <span className="topbar-search-label">{t("open")}</span>
        <kbd className="key topbar-search-label">Ctrl K</kbd>
      </button>
      {open && <Palette opener={opener.current} typed={typed} onDone={() => setOpen(false)} />}
    </>
  );
}
