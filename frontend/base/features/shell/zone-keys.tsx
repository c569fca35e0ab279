"use client";
import { useEffect } from "react";
import { firstFocusable } from "@/ui/focus";

const zones = ["zone-list", "zone-centre", "zone-panel"];

/** F6 goes from the list to the middle to the panels and round again, Shift+F6 the other way. */
export function ZoneKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || document.querySelector("[role=dialog]")) return;
      const parts = zones
        .map((id) => document.getElementById(id))
        .filter((part) => part !== null && part.offsetParent !== null);
      const at = parts.findIndex((part) => part?.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = parts[(at < 0 ? 0 : at + step + parts.length) % parts.length];
      const target = next?.querySelector<HTMLElement>("[role=grid]") ?? firstFocusable(next ?? null);
      if (!target) return;
      event.preventDefault();
      target.focus();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
