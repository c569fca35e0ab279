"use client";
import { useEffect } from "react";
import { commandOf } from "./commands";

const taken = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]";

/** Does what a letter stands for on this screen, where nothing else is being typed or chosen. */
export function CommandKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("[role=dialog]")) return;
      if (event.target instanceof Element && event.target.closest(taken)) return;
      const command = event.key.length === 1 ? commandOf(event.key) : undefined;
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
