"use client";
import { useEffect, useEffectEvent } from "react";

/** A letter that does something on this screen, outside of fields and dialogs. */
export function useKey(letter: string, act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const busy =
      event.target instanceof HTMLElement &&
      event.target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]");
    if (event.key.toLowerCase() !== letter || event.ctrlKey || event.metaKey || event.altKey || busy) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
