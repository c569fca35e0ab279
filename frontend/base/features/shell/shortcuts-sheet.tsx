"use client";
import { useEffect, useState } from "react";
import { onDemand } from "@/base/on-demand/on-demand";
import type { ShortcutsDialogProps } from "./shortcuts-dialog";

const ShortcutsDialog = onDemand<ShortcutsDialogProps>(
  async () => (await import("./shortcuts-dialog")).ShortcutsDialog,
);

/** `?` anywhere outside a field shows the sheet of keys. */
export function ShortcutsSheet() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKeyDown = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, [contenteditable], [role=dialog]");
      if (event.key !== "?" || event.ctrlKey || event.metaKey || typing) return;
      event.preventDefault();
      show();
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("sw:shortcuts", show);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("sw:shortcuts", show);
    };
  }, []);
  return open ? <ShortcutsDialog onClose={() => setOpen(false)} /> : null;
}
